// Real and written mail made anonymous: it is judged as before, and no address, domain or IP
// address of the input is left. The shared corpus is only measured, where it is at hand.

import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { isRoleLocal } from '../../src/anonymize/address.ts'
import { createAnonymizer } from '../../src/anonymize/anonymize.ts'
import { isIpv4, isReserved, keptEnding, looksLikeHost } from '../../src/anonymize/hosts.ts'
import { createEngine } from '../../src/engine.ts'
import type { CaromEvent } from '../../src/event/types.ts'
import { parseMessage } from '../../src/message/parse.ts'
import type { MessagePart } from '../../src/message/types.ts'

const ROOT = join(import.meta.dirname, '../../../..')
const engine = createEngine()
const { anonymize } = createAnonymizer({ seed: 'corpora' })
const decoder = new TextDecoder()

const ADDRESS = /(?<![\w.+=&$'*/%-])[\w.+=&$'*/%-]{1,64}@(?:[A-Za-z\d-]+\.)+[A-Za-z]{2,}(?![\w-])/g
const HOST = /(?<![\w.@%=-])(?:[A-Za-z\d_][\w-]*\.)+(?:com|net|org|edu|gov|[a-z]{2})(?![\w-]|\.\w)/g
const IP = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/g
const NOBODYS = /^(?:127\.|0\.0\.0\.0|255\.|192\.0\.2\.|198\.51\.100\.|203\.0\.113\.)/

/** Everything that a reader of the message can see, decoded. */
function shown(part: MessagePart): string {
  const fields = part.fields().map(({ name }) => part.headerText(name) ?? '')
  const text = part.parts.length === 0 && /^(?:text|message)\//.test(part.type) ? part.text() : ''
  return [...fields, text, ...part.parts.map(shown)].join('\n')
}

const facts = (events: readonly CaromEvent[]): string =>
  events
    .map((event) =>
      [
        event.kind,
        event.reason,
        event.permanence,
        event.enhancedCode,
        event.replyCode,
        event.command,
      ].join(' '),
    )
    .sort()
    .join('\n')

/** Private names of the input that the output still shows. */
function leaks(before: string, after: string): string[] {
  const left = new Set<string>()
  const has = (pattern: RegExp): ReadonlySet<string> =>
    new Set([...after.matchAll(pattern)].map(([found]) => found.toLowerCase()))
  const [addresses, hosts, ips] = [has(ADDRESS), has(HOST), has(IP)]
  for (const [address] of before.matchAll(ADDRESS)) {
    const [local = '', domain = ''] = address.split('@')
    // Those at reserved domains are nobody's, and may be left within boundaries.
    if (isReserved(domain.toLowerCase())) continue
    if (isRoleLocal(local) && keptEnding(domain.toLowerCase()) !== '') continue
    if (addresses.has(address.toLowerCase())) left.add(address)
  }
  for (const [host] of before.matchAll(HOST)) {
    if (
      looksLikeHost(host) &&
      keptEnding(host.toLowerCase()) === '' &&
      hosts.has(host.toLowerCase())
    )
      left.add(host)
  }
  for (const [ip] of before.matchAll(IP))
    if (isIpv4(ip) && !NOBODYS.test(ip) && ips.has(ip)) left.add(ip)
  return [...left]
}

function measure(files: readonly string[]): {
  same: number
  changed: string[]
  left: string[]
  slowestMs: number
} {
  const result = { same: 0, changed: [] as string[], left: [] as string[], slowestMs: 0 }
  for (const file of files) {
    const bytes = readFileSync(file)
    const started = performance.now()
    const anonymous = anonymize(bytes)
    result.slowestMs = Math.max(result.slowestMs, performance.now() - started)
    if (facts(engine.readMessage(bytes).events) === facts(engine.readMessage(anonymous).events))
      result.same++
    else result.changed.push(file)
    const found = leaks(
      shown(parseMessage(bytes)),
      `${decoder.decode(anonymous)}\n${shown(parseMessage(anonymous))}`,
    )
    if (found.length > 0) result.left.push(`${file}: ${found.join(', ')}`)
  }
  return result
}

function checkCorpus(files: readonly string[], name: string): void {
  const { same, changed, left, slowestMs } = measure(files)
  console.log(
    `${name}: ${same} of ${files.length} judged as before (${((100 * same) / files.length).toFixed(1)} %), ` +
      `slowest ${slowestMs.toFixed(0)} ms`,
  )
  assert.ok(same >= files.length * 0.98, `judged otherwise:\n${changed.join('\n')}`)
  assert.deepEqual(left, [])
}

test('the sample messages', () => {
  checkCorpus(globSync(join(ROOT, 'fixtures/messages/**/*.eml')), 'sample messages')
})

const SHARED = join(ROOT, '../shared/conformance/messages')

test('the shared corpus', { skip: !existsSync(SHARED) }, () => {
  const lines = readFileSync(`${SHARED}.jsonl`, 'utf8').trimEnd().split('\n')
  checkCorpus(
    lines.map((line) => join(SHARED, (JSON.parse(line) as { file: string }).file)),
    'shared corpus',
  )
})
