// Every reply rule and fixed sentence against its fixtures, fixtures/replies/*.tsv.

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import test from 'node:test'
import { buildRules } from '../../src/classify/build-automaton.ts'
import { createClassifier } from '../../src/classify/classify.ts'
import { KNOWLEDGE } from '../../src/knowledge.ts'
import { AUTOMATON_SOURCE } from '../../src/rules/automaton-source.ts'
import { MODEL } from '../../src/rules/model.ts'
import { PHRASES } from '../../src/rules/phrases/index.ts'
import { PROVIDERS } from '../../src/rules/providers/index.ts'
import { reasonFact } from '../../src/rules/reasons.ts'
import type { Reason, SmtpCommand } from '../../src/rules/types.ts'

const FOLDER = new URL('../../../../fixtures/replies/', import.meta.url)
const NEGATIVE = 'other-hosts.tsv'

type Row = Readonly<Record<string, string>>

const classifier = createClassifier({
  ...KNOWLEDGE, ...buildRules(AUTOMATON_SOURCE), model: MODEL,
})

function readRows(file: string): Row[] {
  const [header = '', ...lines] = readFileSync(new URL(file, FOLDER), 'utf8').trimEnd().split('\n')
  const names = header.split('\t')
  return lines.map((line) => {
    const fields = line.split('\t')
    assert.equal(fields.length, names.length, `${file}: ${line}`)
    return Object.fromEntries(names.map((name, i) => [name, fields[i] ?? '']))
  })
}

function judge(row: Row) {
  return classifier.classify({
    text: row['text'] ?? '',
    replyCode: row['replyCode'] ? Number(row['replyCode']) : undefined,
    enhancedCode: row['enhancedCode'] || undefined,
    command: (row['command'] || undefined) as SmtpCommand | undefined,
    host: row['host'] || undefined,
  })
}

const rules = new Map<string, Reason>([
  ...PROVIDERS.flatMap(({ id, replies }) =>
    replies.map((reply) => [`${id}/${reply.id}`, reply.reason] as const)),
  ...PHRASES.map(({ id, reason }) => [id, reason] as const),
])
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.tsv') && file !== NEGATIVE)
const fixtures = files.flatMap((file) => readRows(file).map((row) => ({
  id: `${file.slice(0, -4)}/${row['rule']}`, row,
})))

for (const file of files) {
  test(`replies: ${file.slice(0, -4)}`, () => {
    const prefix = `${file.slice(0, -4)}/`
    for (const { id, row } of fixtures) {
      if (!id.startsWith(prefix)) continue
      const verdict = judge(row)
      assert.equal(verdict.because[0]?.rule, id, row['text'])
      assert.equal(verdict.reason, row['reason'], id)
      assert.equal(rules.get(id), row['reason'], id)
    }
  })
}

test('replies: every rule has a fixture and every fixture a rule', () => {
  const named = new Set(fixtures.map(({ id }) => id))
  assert.deepEqual([...rules.keys()].filter((id) => !named.has(id)), [])
  assert.deepEqual([...named].filter((id) => !rules.has(id)), [])
})

test('replies: what a provider says in general words means nothing at other hosts', () => {
  for (const row of readRows(NEGATIVE)) {
    assert.ok(rules.has(row['rule'] ?? ''), row['rule'])
    assert.notEqual(judge(row).because[0]?.rule, row['rule'], row['text'])
  }
})

/** Words of a reply that is about the sender, the way or the content, never about the address. */
const SENDER_FAULT =
  /\b(spf|dkim|dmarc|ptr|reverse dns|reputation|blocked using|spamhaus|rbl|dnsbl|blacklist|tls)\b/i

test('replies: a fault of the sender never suppresses the address', () => {
  for (const { id, row } of fixtures) {
    if (!SENDER_FAULT.test(row['text'] ?? '')) continue
    assert.notEqual(reasonFact(row['reason'] as Reason).remedy, 'suppress', id)
    assert.notEqual(judge(row).remedy, 'suppress', id)
  }
})

test('replies: fixtures name reserved addresses only', () => {
  const address = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/g
  const isReserved = /^(192\.0\.2|198\.51\.100|203\.0\.113|127\.\d+\.\d+)\.\d+$/
  for (const { id, row } of fixtures) {
    const text = (row['text'] ?? '').replace(/(RFC ?\d+|complaints\.?( -)?) [\d.]+/g, '')
    for (const [found] of text.matchAll(address)) {
      assert.match(found, isReserved, `${id}: ${row['text']}`)
    }
  }
})
