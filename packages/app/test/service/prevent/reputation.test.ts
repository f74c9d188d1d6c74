// The reputation of sending domains and addresses, on both stores: parts and points, trend, what
// moved it, block lists.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Dns } from '../../../src/service/prevent/dns/types.ts'
import { PARTS, scoreDay } from '../../../src/service/prevent/reputation/parts.ts'
import { createReputation } from '../../../src/service/prevent/reputation/reputation.ts'
import type { Part, PartId } from '../../../src/service/prevent/reputation/types.ts'
import type { Store } from '../../../src/service/store/types.ts'
import { isPostgresMissing } from '../postgres-there.ts'
import { openTemporaryStore } from '../temporary-store.ts'

const DAY_MS = 86_400_000
const NOW = Date.parse('2026-11-27T12:00:00Z')
const LISTED: ReadonlySet<string> = new Set([
  '2.0.0.127.bl.example', '10.2.0.192.bl.example', '2.0.0.127.all.example', '1.0.0.127.all.example',
])

/** A name server that knows block lists: one in order, and one that lists everybody. */
const dns = {
  lookup: (name: string) => Promise.resolve(LISTED.has(name)
    ? { kind: 'found', records: ['127.0.0.2'] } : { kind: 'missing' }),
} as unknown as Dns

const NO_DNS = { lookup: () => Promise.reject(new Error('asked')) } as unknown as Dns

async function addSends(store: Store, domain: string, day: number, n: number): Promise<void> {
  await store.write((tx) => tx.insert(
    'sends (tenant, message_id, recipient, envelope_id, sent_at, list, campaign, from_domain)',
    Array.from({ length: n }, (_, i) => ['t', `${domain}-${day}-${i}`, `r${i}@${domain}.example`,
      '', NOW - day * DAY_MS - 3_600_000, '', '', domain])))
}

type Fault = { readonly reason: string; readonly kind?: string; readonly receiver?: string }

/** Failures of the first recipients that the domain mailed that day. */
async function addFailures(
  store: Store, domain: string, day: number, n: number, fault: Fault,
): Promise<void> {
  const { reason, kind = 'failed', receiver = 'big' } = fault
  await store.write((tx) => tx.insert(
    'incidents (tenant, address, id, list, at, kind, reason, fault, receiver, domain, held, ' +
    'voided, names, incident)',
    Array.from({ length: n }, (_, i) => ['t', `r${i}@${domain}.example`,
      `${reason}-${domain}-${day}-${i}`, '', NOW - day * DAY_MS, kind, reason, '', receiver,
      `${domain}.example`, 0, 0, '', '{}'])))
}

async function addRefusal(store: Store, id: string, day: number, text: string): Promise<void> {
  await store.write((tx) => tx.insert(
    'events (id, tenant, inbox_id, source, source_type, kind, reason, remedy, fault, receiver, ' +
    'domain, address, list, campaign, received_at, occurred_at, trust, counted, incident, ' +
    'blocklist, subject, event)',
    [[id, 't', 1, 's', 'smtp', 'failed', 'ip-blocklisted', 'fix', 'sender', `mx${id}`, 'x.example',
      `${id}@x.example`, '', '', NOW - day * DAY_MS, NOW - day * DAY_MS, 2, 1, `i${id}`, '',
      '192.0.2.10', JSON.stringify({ diagnostic: text })]]))
}

const lostOf = (parts: readonly Part[]): Readonly<Partial<Record<PartId, number>>> =>
  Object.fromEntries(parts.flatMap(({ part, lost }) => lost === undefined ? [] : [[part, lost]]))

void test('points of all parts are a hundred, and a part costs between its goal and limit', () => {
  for (const kind of ['domain', 'ip'] as const) {
    assert.equal(Object.values(PARTS[kind]).reduce((sum, { weight }) => sum + weight, 0), 100)
    const none = scoreDay(kind, '2026-11-27', {})
    assert.deepEqual([none.score, lostOf(none.parts)], [undefined, {}])
  }
  for (const [figure, lost] of [[0, 0], [0.005, 0], [0.0275, 10], [0.05, 20], [1, 20]] as const) {
    const { parts, score } = scoreDay('domain', '2026-11-27', {
      'unknown-users': { cases: 1, figure }, 'complaints': { cases: 0, figure: 0 },
    })
    assert.deepEqual(lostOf(parts), { 'unknown-users': lost, 'complaints': 0 })
    assert.equal(score, Math.round(100 * (1 - lost / 45)))
  }
})

for (const kind of ['sqlite', 'postgres'] as const) {
  const skip = kind === 'postgres' && await isPostgresMissing() && 'no PostgreSQL here'
  const check = (name: string, work: (store: Store) => Promise<void>): void => {
    void test(`${kind}: ${name}`, { skip }, async () => {
      const { store, cleanup } = await openTemporaryStore({ kind })
      try {
        await store.write((tx) => tx.run(
          `INSERT INTO tenants (tenant, applied, audit_hash) VALUES ('t', 1, '')`))
        await work(store)
      } finally {
        await cleanup()
      }
    })
  }

  check('a domain is scored by its own bounces, and what moved it is told', async (store) => {
    for (const day of [1, 2, 8, 9]) {
      await addSends(store, 'news', day, 500)
      await addSends(store, 'shop', day, 200)
    }
    await addFailures(store, 'news', 1, 40, { reason: 'mailbox-unknown' })
    await addFailures(store, 'news', 2, 4, { reason: 'x', kind: 'complaint', receiver: 'mid' })
    await addFailures(store, 'news', 9, 5, { reason: 'mailbox-unknown' })
    await addFailures(store, 'shop', 1, 1, { reason: 'spam-content' })
    const reputation = createReputation({ senders: [], blocklists: [] },
      { store, now: () => NOW, dns: NO_DNS })
    const list = await reputation.list('t')
    assert.deepEqual(list.map(({ subject, score, before }) => [subject, score, before]),
      [['news', 44, 100], ['shop', 98, 100]])
    const report = await reputation.read('t', 'news')
    assert.ok(report !== undefined)
    assert.deepEqual(lostOf(report.parts), {
      'complaints': 25, 'unknown-users': 15.6, 'blocks': 0, 'content': 0, 'traps': 10,
      'authentication': 0,
    })
    assert.deepEqual(report.moved.map(({ part, points }) => [part, points]),
      [['complaints', 25], ['unknown-users', 15.6], ['traps', 10]])
    assert.deepEqual(report.moved.map(({ behind }) => behind.map((one) => Object.values(one))), [
      [['complaint', 'mid', 4, 0]], [['mailbox-unknown', 'big', 40, 5]],
      [['mailbox-unknown', 'big', 40, 5]],
    ])
    assert.deepEqual([report.since, report.days.length], ['2026-11-20', 30])
    assert.equal(await reputation.read('t', 'nobody.example'), undefined)
    assert.deepEqual(await reputation.list('other'), [])
  })

  check('an address is scored by who refuses it, and by lists that can be believed', async (store) => {
    await addSends(store, 'news', 1, 1000)
    await addRefusal(store, 'a', 1, '550 192.0.2.10 is blocked')
    await addRefusal(store, 'b', 1, '554 [192.0.2.10] hit a Spam Trap of ours')
    const blocklists = ['bl.example', 'all.example']
    let now = NOW
    const deps = { store, now: () => now, dns }
    const parts = async (options: { senders: string[]; blocklists: string[] }) => {
      const report = await createReputation(options, deps).read('t', '192.0.2.10')
      return report === undefined ? undefined : { score: report.score, ...lostOf(report.parts) }
    }
    assert.deepEqual(await parts({ senders: [], blocklists: [] }),
      { 'score': 70, 'refusals': 6, 'refusing-receivers': 12, 'traps': 3.3 })
    const listed = { score: 64, 'refusals': 6, 'refusing-receivers': 12, 'traps': 3.3 }
    assert.deepEqual(await parts({ senders: ['192.0.2.10'], blocklists }),
      { ...listed, blocklists: 15 })
    // What was listed on a day stays so; the day after, nothing is asked.
    now += DAY_MS
    const later = await createReputation({ senders: ['192.0.2.10'], blocklists: [] }, deps)
      .read('t', '192.0.2.10')
    assert.deepEqual(later?.days.slice(-2).map(({ score }) => score), [64, 70])
    assert.equal(await parts({ senders: ['192.0.2.99'], blocklists: ['all.example'] }) !== undefined,
      true)
  })
}
