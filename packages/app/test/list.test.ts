// `carom list check`: a table of contacts against a name server on loopback, row by row, broken off
// and gone on with.

import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { test, type TestContext } from 'node:test'
import { ADDRESS_EQUIVALENCE_DEFAULT } from '@carom/core'
import Papa from 'papaparse'
import type { CalloutVerdict } from '../src/service/prevent/callout/types.ts'
import { checkList } from '../src/service/prevent/list/check-list.ts'
import { calloutCell } from '../src/service/prevent/list/check-cells.ts'
import { runCarom } from './memory-io.ts'
import { openTemporaryStore } from './service/temporary-store.ts'
import { openZoneServer } from './service/prevent/zone-server.ts'

const FIXTURES = new URL('../../../fixtures/', import.meta.url)
const DAY_MS = 86_400_000
const LIST = readFileSync(new URL('addresses/list.csv', FIXTURES), 'utf8')

function openFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'carom-list-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function readTable(path: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(
    readFileSync(path, 'utf8').trimEnd(), { header: true }).data
}

void test('each row of a list is what the table says', async (t) => {
  const { address } = await openZoneServer(t, new URL('domains/zones.yaml', FIXTURES))
  const folder = openFolder(t)
  const [file, out] = [join(folder, 'contacts.csv'), join(folder, 'checked.csv')]
  // A column of the name is the answer that is expected; the check knows nothing of it.
  writeFileSync(file, `\ufeff${LIST.replaceAll('\n', '\r\n')}`)
  const { code, stdout } = await runCarom(['list', 'check', '--dns', address, '-o', out, file])
  const rows = readTable(out)
  for (const row of rows) {
    const reasons = row['carom_reasons']?.replace(/^inactive: \d+ days$/, 'inactive')
    assert.equal(
      `${row['carom_status']} ${reasons}`.trim(), row['carom'], row['E-Mail'])
  }
  const typo = rows.find((row) => row['E-Mail'] === 'fred@gmial.com')
  assert.equal(typo?.['carom_suggestion'], 'fred@gmail.com')
  const { statuses, suggestions } = JSON.parse(stdout) as {
    statuses: Record<string, number>; suggestions: Record<string, number>
  }
  assert.deepEqual(statuses, { good: 3, risky: 7, unknown: 1, bad: 6 })
  assert.deepEqual(suggestions, { 'gmial.com → gmail.com': 1 })
  assert.equal(code, 1)
})

void test('a run that was broken off goes on, and ends as if it never had been', async (t) => {
  const folder = openFolder(t)
  const [file, whole, parts] = ['list.csv', 'whole.csv', 'parts.csv'].map((n) => join(folder, n))
  const rows = Array.from({ length: 60_000 }, (_, i) => `${i},user${i % 50_000}@example.com`)
  writeFileSync(file as string, `id,email\n${rows.join('\n')}\n`)
  const words = ['list', 'check', '--no-dns', file as string, '-o']
  const straight = await runCarom([...words, whole as string])
  // As a kill leaves it: a note from before, and rows that were written after it.
  const text = readFileSync(whole as string, 'utf8')
  const cut = text.split('\n').slice(0, 40_001).join('\n') + '\n'
  writeFileSync(parts as string, `${cut}40000,user40000@example.com,half a r`)
  const { size, mtimeMs } = statSync(file as string)
  writeFileSync(`${parts}.progress`, JSON.stringify({
    source: `${file} ${size} ${mtimeMs}`, bytes: Buffer.byteLength(cut), rows: 40_000,
    counts: {
      rows: 40_000, statuses: { good: 40_000, risky: 0, unknown: 0, bad: 0 }, reasons: {},
      expectedBounces: 200, expectedBouncesOfAll: 200, suggestions: [],
    },
  }))
  const resumed = await runCarom([...words, parts as string, '--resume'])
  assert.equal(readFileSync(parts as string, 'utf8'), text)
  const count = ({ stdout }: { stdout: string }) =>
    (JSON.parse(stdout) as { statuses: object }).statuses
  assert.deepEqual(count(resumed), count(straight))
  assert.deepEqual(count(straight), { good: 50_000, risky: 0, unknown: 0, bad: 10_000 })
  const again = await runCarom([...words, parts as string, '--resume'])
  assert.equal(again.code, 1)
  assert.match(again.stderr, /was not broken off/)
})

/** What columns say and what the ledger has add to each other: a table of both. */
void test('a store knows who confirmed and who was active, beside the columns', async (t) => {
  const rows = readFileSync(new URL('addresses/known.tsv', FIXTURES), 'utf8').split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line, i) => {
      const [confirmed = '', active = '', asked = '', yes = '', life = '', found = ''] =
        line.split('\t').map((cell) => cell.trim())
      return { address: `u${i}@a.example`, confirmed, active, asked, yes, life, found }
    })
  const { store, url, cleanup } = await openTemporaryStore()
  t.after(cleanup)
  const [now, folder] = [Date.now(), openFolder(t)]
  const ago = (days: string): number | null => days === '' ? null : now - Number(days) * DAY_MS
  await store.write(async (tx) => {
    await tx.insert('lives (tenant, address, list, last_at, proofs)',
      rows.filter(({ life }) => life !== '')
        .map(({ address, life }) => ['default', address, '', ago(life), '[]']))
    await tx.insert('optins (id, tenant, address, list, replaces, mail_to, status, source, ' +
      'language, actor, created_at, asked_at, expires_at, confirmed_at, mails, mail_state, ' +
      'mail_next_at, mail_tries)', rows.filter(({ asked }) => asked !== '')
      .map(({ address, asked, yes }) => [address, 'default', address, 'news', '', address, 'x', '',
        'en', '', 1, ago(asked), now, ago(yes), 1, 'sent', 0, 0]))
  })
  for (const hasColumns of [false, true]) {
    const asked = rows.filter(({ confirmed }) => (confirmed !== '-') === hasColumns)
    const [file, out] = [join(folder, 'known.csv'), join(folder, 'checked.csv')]
    writeFileSync(file, [
      `email${hasColumns ? ',confirmed,last_seen' : ''}`,
      // As the ledger would not write it, which is no other address.
      ...asked.map(({ address, confirmed, active }) => address.toUpperCase() + (hasColumns
        ? `,${confirmed},${active === '' ? '' : new Date(ago(active) ?? 0).toISOString()}` : '')),
    ].join('\n'))
    const { stderr } = await runCarom(['list', 'check', '--no-dns', '--store', url, '-o', out, file])
    assert.equal(stderr, '')
    assert.deepEqual(readTable(out).map((row) => row['carom_reasons']?.split('; ').sort().join('; ')),
      asked.map(({ found }) => found.split('; ').sort().join('; ')))
  }
})

void test('lists of all shapes are read, and those that are none say so', async (t) => {
  const folder = openFolder(t)
  for (const [text, good] of [
    ['ann@example.com\nbob@example.com\n', 2], ['ann@example.com', 1], ['email\rann@example.com\r', 1],
    ['Name\tMail\nAnn\tann@example.com', 1], ['"a ""b"", c",email\n1,ann@example.com\n\n\n', 1],
    ['1,ann@example.com\n2,bob@example.com\n', 2],
  ] as const) {
    const { stdout } = await runCarom(['list', 'check', '--no-dns'], text)
    const { statuses } = JSON.parse(stdout) as { statuses: { good: number } }
    assert.equal(statuses.good, good, JSON.stringify(text))
  }
  for (const [words, text, said] of [
    [[], 'a,b\nc,d\n', /No column holds addresses/], [['--column', 'x'], 'email\n', /no column "x"/],
    [[join(folder, 'none.csv')], undefined, /none\.csv: no such file or folder\n$/],
    [['--store', join(folder, 'none.db')], 'ann@example.com\n', /there is no store/],
    [[], `email\n"ann@example.com${'x'.repeat(1_100_000)}`, /never closed/],
  ] as const) {
    const { code, stderr } = await runCarom(['list', 'check', '--no-dns', ...words], text)
    assert.equal(code, 1)
    assert.match(stderr, said)
  }
  for (const words of [['list'], ['list', 'chekc', 'x'], ['list', 'check', 'x', '--resume'],
    ['list', 'check', 'x', '--concurrency', '0'], ['list', 'check', 'x', '--dns', 'ns1']]) {
    assert.equal((await runCarom(words)).code, 2)
  }
})

void test('mail servers are asked only by who knows the risk, and their no is a finding', async (t) => {
  const folder = openFolder(t)
  const file = join(folder, 'list.csv')
  writeFileSync(file, 'email\nann@a.example\n')
  const ask = async (...words: readonly string[]) =>
    await runCarom(['list', 'check', file, '--callout', ...words])
  const told = await ask()
  assert.equal(told.code, 2)
  assert.match(told.stderr, /looks like gathering addresses.* block lists/s)
  const config = join(folder, 'carom.yaml')
  writeFileSync(config, `store: { url: ${join(folder, 'none.db')} }\nprevent: { callout: true }\n`)
  for (const [words, said] of [
    [['--i-know-the-risk', '--no-dns'], /cannot go together/],
    [['--i-know-the-risk', '--helo', 'localhost'], /no name for --helo/],
    [['--config', config, '--helo', 'x'], /no name for --helo/],
    [['--i-know-the-risk', '--helo', 'a.example', '--callout-from', 'a b'], /--callout-from/],
  ] as const) {
    const { code, stderr } = await ask(...words)
    assert.equal(code, 2)
    assert.match(stderr, said)
  }
  const verdicts: Readonly<Record<string, CalloutVerdict>> = {
    ann: 'invalid', bob: 'catch-all', eve: 'accepted', dan: 'unknown',
  }
  const names = ['ann@a.example', 'bob@a.example', 'eve@a.example', 'nobody', 'dan@a.example']
  const batches = checkList(Readable.from([Buffer.from(names.join('\n'))]), {
    equivalence: ADDRESS_EQUIVALENCE_DEFAULT, inactiveMs: 1, now: 1,
    callout: { ask: async (address) => ({
      verdict: verdicts[address.slice(0, 3)] ?? 'unknown', confidence: 0.9, why: 'said so',
    }) },
  })
  const rows: string[] = []
  for await (const batch of batches) {
    for (const { checked } of batch.rows) rows.push(`${checked.status} ${calloutCell(checked)}`)
  }
  assert.deepEqual(rows, ['bad invalid: said so', 'unknown catch-all: said so',
    'good accepted: said so', 'bad ', 'good unknown: said so'])
})
