// How fast lists are checked without the DNS, typing mistakes are found, and one address is looked
// at. By the time of the processor, so that others on the machine count little.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ADDRESS_EQUIVALENCE_DEFAULT } from '../packages/core/src/index.ts'
import { createTypoFinder } from '../packages/core/src/prevent.ts'
import { createAddressChecker } from '../packages/app/src/service/prevent/list/check-address.ts'
import { loadKnownNames } from '../packages/app/src/service/prevent/list/known-names.ts'
import { runCarom } from '../packages/app/test/memory-io.ts'

const ROWS = 1_000_000
const QUESTIONS = 200_000

const PROVIDERS = ['gmail.com', 'yahoo.com', 'hotmail.com', 'outlook.com', 'gmx.de', 'web.de']
const MISTYPED = ['gmial.com', 'hotmial.com', 'yaho.com', 'outlok.com', 'gmail.con']
const NAMES = ['anna', 'bob', 'carla', 'dan', 'eve', 'frank', 'gina']

export type ListFigures = {
  readonly rowsPerSecond: number
  readonly suggestionsPerSecond: number
  readonly addressMs: number
}

export async function measureLists(): Promise<ListFigures> {
  const rowsPerSecond = await measureCheck()
  const { suggest } = createTypoFinder()
  // No two are equal: what was asked before is no question.
  const domains = Array.from({ length: QUESTIONS }, (_, i) => i % 4 === 0
    ? `${pick(MISTYPED, i).slice(0, -1)}${i}` : `${pick(NAMES, i)}${i}.example`)
  const suggestionsPerSecond = QUESTIONS / secondsOf(() => {
    for (const domain of domains) suggest(domain)
  })
  return { rowsPerSecond, suggestionsPerSecond, addressMs: await measureAddress() }
}

/** `carom list check` of a table with quotes, mistakes and rows that come twice. */
async function measureCheck(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'carom-bench-'))
  try {
    const path = join(folder, 'list.csv')
    writeFileSync(path, `id,name,email,city\n${Array.from({ length: ROWS }, writeRow).join('')}`)
    const before = process.cpuUsage()
    const { code, stderr } = await runCarom(
      ['list', 'check', '--no-dns', path, '--out', join(folder, 'checked.csv')])
    const { user, system } = process.cpuUsage(before)
    if (code > 1 || stderr !== '') throw new Error(`list check: ${stderr}`)
    return ROWS / ((user + system) / 1e6)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function writeRow(_: unknown, i: number): string {
  const name = pick(NAMES, i * 31)
  const domain = i % 10 < 7 ? pick(PROVIDERS, i) : i % 97 === 0 ? pick(MISTYPED, i)
    : `company${i % 99_991}.example`
  const address = i % 200 === 0 ? `${name} ${i}` : `${name}.${i % 900_001}@${domain}`
  return `${i},"${name}, ${i % 1_000}",${address},Town ${i % 500}\n`
}

/** One that nobody asked about before, each time. */
async function measureAddress(): Promise<number> {
  const checker = createAddressChecker({
    names: await loadKnownNames(), typos: createTypoFinder(), now: Date.now(),
    equivalence: ADDRESS_EQUIVALENCE_DEFAULT, inactiveMs: 1e12,
  })
  const addresses = Array.from({ length: QUESTIONS }, (_, i) => `ann${i}@gmial${i}.com`)
  const seconds = secondsOf(() => {
    for (const address of addresses) void checker.check(checker.prepare({ address }), undefined)
  })
  return seconds / QUESTIONS * 1_000
}

function secondsOf(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

function pick(words: readonly string[], i: number): string {
  return words[i % words.length] as string
}
