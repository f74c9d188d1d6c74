// Advice beside the answer of a check, on both stores: a table of addresses, lists and waves.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ADDRESS_EQUIVALENCE_DEFAULT } from '@carom/core'
import { SILENT_LOG } from '../../../src/service/log.ts'
import { tallyIncidents } from '../../../src/service/pipeline/tallies.ts'
import { PREVENT_DEFAULTS } from '../../../src/service/prevent/options.ts'
import { createPrevent } from '../../../src/service/prevent/prevent.ts'
import type { CheckAdvice } from '../../../src/service/prevent/advice/types.ts'
import type { Prevent } from '../../../src/service/prevent/types.ts'
import type { SqlValue, Store } from '../../../src/service/store/types.ts'
import { isPostgresMissing } from '../postgres-there.ts'
import { openTemporaryStore } from '../temporary-store.ts'
import { openZoneServer } from './zone-server.ts'

const DAY_MS = 86_400_000
const NOW = Date.parse('2026-11-27T12:00:00Z')
const ZONES = new URL('../../../../../fixtures/domains/zones.yaml', import.meta.url)

async function fill(store: Store): Promise<void> {
  await store.write(async (tx) => {
    const insert = (into: string, rows: readonly (readonly SqlValue[])[]): Promise<unknown> =>
      tx.insert(into, rows, '')
    const send = (to: string, n: number, days: number, list = ''): SqlValue[] =>
      ['t', `${to}-${n}`, to, '', NOW - days * DAY_MS, list, '', 'sound.example']
    await insert(
      'sends (tenant, message_id, recipient, envelope_id, sent_at, list, campaign, from_domain)', [
        ...[0.5, 1, 2, 3, 4, 5, 6, 6.5].map((days, n) => send('much@sound.example', n, days)),
        send('once@sound.example', 1, 10), send('long-ago@sound.example', 1, 60),
        ...Array.from({ length: 200 }, (_, n) => send(`u${n}@sound.example`, n, 1, 'news')),
      ])
    await insert('lives (tenant, address, list, last_at, proofs)', [
      ['t', 'once@sound.example', '', NOW - 10 * DAY_MS, '[]'],
      ['t', 'asleep@sound.example', '', NOW - 400 * DAY_MS, '[]'],
    ])
    // Hosts of one row, and a firm whose name is easily mistyped.
    await insert('lives (tenant, address, list, last_at, proofs)',
      ['mail1.row.example', 'mail2.row.example', 'university.example'].flatMap((domain) =>
        Array.from({ length: 25 }, (_, n) => ['t', `u${n}@${domain}`, '', NOW, '[]'])))
    await insert('optins (id, tenant, address, list, replaces, mail_to, status, source, language, ' +
      'actor, created_at, asked_at, expires_at, confirmed_at, mails, mail_state, mail_next_at, ' +
      'mail_tries)', ([['asked@sound.example', 'pending', null], ['said-yes@sound.example', 'confirmed', NOW]] as const)
      .map(([address, status, at]) => ['o' + address, 't', address, 'news', '', address, status, '', 'en',
        '', 1, NOW - DAY_MS, NOW, at, 1, 'sent', 0, 0]))
    await insert('incidents (tenant, address, id, list, at, kind, reason, fault, receiver, domain, ' +
      'held, voided, names, incident)', Array.from({ length: 10 }, (_, n) => [
      't', `u${n}@sound.example`, `i${n}`, 'news', NOW - 1_000 * (n + 1), 'failed', 'rate-limited', '',
      'sound.example', 'sound.example', 0, 0, '', '{}']))
    await tallyIncidents(tx, 't', Array.from({ length: 10 }, (_, n) => ({
      at: NOW - 1_000 * (n + 1), list: 'news', kind: 'failed', reason: 'rate-limited',
      fault: 'sender', receiver: 'sound.example',
    })))
  })
}

const reasons = ({ findings }: CheckAdvice): string =>
  findings.map(({ reason, about }) => about === undefined ? reason : `${reason}:${about}`).join(' ')

/** Address, list, what is found against it, what else must hold. */
const CASES: readonly (readonly [string, string | undefined, string, Partial<CheckAdvice>?])[] = [
  ['nobody', undefined, 'syntax:no-at', { status: 'bad', dns: 'not-asked', bounceChance: 1 }],
  ['ann@gmial.com', undefined, 'typo:gmial.com disposable', { suggestion: 'ann@gmail.com' }],
  ['ann@mail3.row.example', undefined, ''],
  ['ann@univrsity.example', undefined, 'typo:univrsity.example', {
    suggestion: 'ann@university.example',
  }],
  ['info@sound.example', undefined, 'role:info'],
  ['ann@mailinator.com', undefined, 'disposable'],
  ['asleep@sound.example', undefined, 'inactive:400 days', {
    mail: { sentInWeek: 0, lastLifeAt: NOW - 400 * DAY_MS },
  }],
  ['asked@sound.example', 'news', 'unconfirmed', {
    mail: { sentInWeek: 0, askedAt: NOW - DAY_MS },
  }],
  ['asked@sound.example', 'offers', ''],
  ['said-yes@sound.example', 'news', '', {
    mail: { sentInWeek: 0, askedAt: NOW - DAY_MS, confirmedAt: NOW },
    list: {
      list: 'news', sends: 200, bounces: 10, complaints: 0, bounceRate: 0.05, asked: 2,
      confirmed: 1,
    },
  }],
  ['Much@Sound.example', undefined, '', {
    // The seventh mail counted back from the last one leaves the week first.
    mail: { sentInWeek: 8, lastSentAt: NOW - DAY_MS / 2, waitUntil: NOW + DAY_MS },
    pacing: { receiver: 'sound.example', lastAt: NOW, resumeAt: NOW + 3_600_000 },
  }],
  ['once@sound.example', undefined, '', {
    status: 'good',
    mail: { sentInWeek: 0, lastSentAt: NOW - 10 * DAY_MS, lastLifeAt: NOW - 10 * DAY_MS },
  }],
  ['long-ago@sound.example', undefined, '', { mail: { sentInWeek: 0 } }],
]

for (const kind of ['sqlite', 'postgres'] as const) {
  const skip = kind === 'postgres' && await isPostgresMissing() && 'no PostgreSQL here'
  void test(`${kind}: advice holds what is known, and asks the DNS only where told to`, { skip }, async (t) => {
    const { store, cleanup } = await openTemporaryStore({ kind })
    t.after(cleanup)
    await fill(store)
    const server = await openZoneServer(t, ZONES)
    const prevent = createPrevent({ ...PREVENT_DEFAULTS, dnsServers: [server.address] }, {
      border: { authservIds: [], receivedBy: [] }, store, now: () => NOW, equivalence: ADDRESS_EQUIVALENCE_DEFAULT,
      ask: () => Promise.resolve(undefined), fetchText: () => Promise.resolve(undefined),
      askMany: () => Promise.resolve([]), log: SILENT_LOG,
    })
    await checkCases(prevent)
    await checkDns(prevent)
    const other = await prevent.advise(
      'other', [{ address: 'much@sound.example', known: { answer: 'send' } }], { asksDns: false })
    assert.deepEqual(other[0]?.mail, { sentInWeek: 0 })
    assert.equal(other[0]?.pacing, undefined)
  })
}

async function checkCases(prevent: Prevent): Promise<void> {
  const all = await prevent.advise('t', CASES.map(([address, list]) =>
    ({ address, list, known: { answer: 'send' } })), { asksDns: false })
  assert.equal(all.length, CASES.length)
  for (const [i, [address, , found, facts = {}]] of CASES.entries()) {
    const advice = all[i] as CheckAdvice
    assert.equal(reasons(advice), found, address)
    assert.equal(advice.dns, 'not-asked', address)
    for (const [name, value] of Object.entries(facts)) {
      const got = advice[name as keyof CheckAdvice]
      assert.deepEqual(got, value, `${address} ${name}`)
    }
  }
}

async function checkDns(prevent: Prevent): Promise<void> {
  const ask = (address: string, asksDns: boolean): Promise<readonly CheckAdvice[]> =>
    prevent.advise('t', [{ address, known: { answer: 'hold' } }], { asksDns })
  assert.equal((await ask('ann@nowhere.example', false))[0]?.dns, 'not-asked')
  const [told] = await ask('ann@nowhere.example', true)
  assert.deepEqual([told?.dns, told?.status], ['answered', 'bad'])
  // From then on it is known to everybody.
  const [kept] = await ask('bob@nowhere.example', false)
  assert.equal(reasons(kept as CheckAdvice), 'domain-unknown held')
}
