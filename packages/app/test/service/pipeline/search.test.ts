// Searches find what a look at every row finds, on both stores, whatever is typed.

import assert from 'node:assert/strict'
import type { EventFilter } from '../../../src/service/http/rows.ts'
import { fill, onBoth } from './on-both.ts'
import { DAY_MS, gone, START } from './workbench.ts'

const FILTERS: readonly EventFilter[] = [
  {}, { reason: 'mailbox-unknown' }, { fault: 'sender', source: 'shop' }, { domain: 'one.example' },
  { list: 'news' }, { list: '' }, { code: '5.2.2' }, { code: '554' }, { code: '55' },
  { kind: 'failed', remedy: 'suppress' }, { blocklist: 'Spamhaus ZEN' }, { counted: true },
  { counted: false }, { receiver: 'two.example', reason: 'mailbox-full' }, { reason: 'nonsense' },
  { time: { from: START + 3 * DAY_MS + 5, until: START + 9 * DAY_MS } },
  { time: { from: START + 12 * DAY_MS }, domain: 'two.example' },
  { time: { until: START + 8 * DAY_MS }, reason: 'mailbox-unknown', order: 'oldest' },
  { time: { from: START + 900 * DAY_MS } }, { time: { from: 5, until: 4 } },
  { address: 'user1.x@two.example', source: 'mail' },
]

onBoth('any facts together find what a look at every row finds', async (_t, bench) => {
  await fill(bench)
  await bench.give({ ...gone('other@one.example'), key: 'other' })
  const all = await bench.store.all<Record<string, string | number>>('SELECT * FROM events')
  for (const filter of FILTERS) {
    const { time, order, ...facts } = filter
    const wanted = all.filter((row) => {
      const at = Number(row['received_at'])
      const inTime = at >= (time?.from ?? 0) && at < (time?.until ?? Infinity)
      return inTime && Object.entries(facts).every(([name, value]) => {
        if (name === 'counted') return row['counted'] === (value === true ? 1 : 0)
        if (name !== 'code') return row[name] === value
        const event = JSON.parse(String(row['event'])) as Record<string, unknown>
        return String(event['replyCode']) === value || event['enhancedCode'] === value
      })
    }).map((row) => Number(row['seq'])).sort((a, b) => order === 'oldest' ? a - b : b - a)
    const found: number[] = []
    let next: readonly (string | number)[] | undefined
    do {
      const page = await bench.ledger.listEvents('t', { ...filter, wantsCount: true },
        { limit: 3, ...(next === undefined ? {} : { after: next }) })
      assert.deepEqual(page.count?.n, next === undefined ? wanted.length : page.count?.n)
      found.push(...page.rows.map(({ seq }) => seq))
      next = page.next
    } while (next !== undefined)
    assert.deepEqual(found, wanted, JSON.stringify(filter))
    assert.deepEqual((await bench.ledger.listEvents('other', filter, { limit: 9 })).rows, [])
  }
})

onBoth('words are found by their beginnings, whatever is typed', async (_t, bench) => {
  await fill(bench)
  const count = async (text: string, more: EventFilter = {}): Promise<number> =>
    (await bench.ledger.listEvents('t', { ...more, text, wantsCount: true }, { limit: 1 }))
      .count?.n ?? -1
  for (const [text, n] of [
    ['unknown', 8], ['UNKNOWN user', 8], ['unkn', 8], ['mailbox quo', 8], ['5.2.2', 8],
    ['192.0.2.25', 8], ['192.0.2.26', 0], ['user1.x@two', 4], ['m7', 1], ['m7@news.example', 1],
    ['köln', 1], ['KÖLN', 1], ['grüße', 1], ['存在', 8], ['宛先のメール', 8], ['存宛', 0],
    ['spam', 16], ['spam rejected', 8], ['%', 0], ['100%', 8], ['_', 0], ['a_b', 0], ['"', 0], ['*', 0],
    ['unknown" OR "full', 0], ['unknown OR full', 0], ['NOT unknown', 0], ['words : unknown', 0],
    [`' | 'unknown`, 8], ['unknown:*', 8], ['(unknown)', 8], ['^unknown', 8], ['NEAR(unknown, 5)', 0],
    ['\\', 0], ['xr', 0], [`${'x'.repeat(500)}`, 0], ['!@#$ unknown', 8], ['{a b}: c', 0],
  ] as const) assert.equal(await count(text), n, text)
  assert.equal(await count('unknown', { source: 'mail', domain: 'two.example' }),
    (await bench.ledger.listEvents('t', { reason: 'mailbox-unknown', source: 'mail',
      domain: 'two.example', text: 'user unknown' }, { limit: 99 })).rows.length)
})

onBoth('incidents are listed by any filter in pages', async (_t, bench) => {
  await fill(bench)
  const filters = [
    {}, { reason: 'mailbox-unknown' }, { source: 'shop', order: 'oldest' }, { text: 'two.example' },
    { blocklist: 'Spamhaus ZEN' }, { rule: 'nonsense' }, { code: '5.2.2', receiver: 'one.example' },
  ] as const
  for (const filter of filters) {
    const seen: string[] = []
    let next: readonly (string | number)[] | undefined
    do {
      const page = await bench.ledger.listIncidents('t', filter,
        { limit: 3, ...(next === undefined ? {} : { after: next }) })
      seen.push(...page.rows.map(({ id }) => id))
      next = page.next
    } while (next !== undefined)
    assert.equal(new Set(seen).size, seen.length)
    const whole = await bench.ledger.listIncidents('t', filter, { limit: 100 })
    assert.deepEqual(seen, whole.rows.map(({ id }) => id), JSON.stringify(filter))
  }
  assert.equal((await bench.ledger.listIncidents('t', { source: 'shop' }, { limit: 100 }))
    .rows.length, 20)
})
