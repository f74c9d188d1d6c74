// The answer to "may I send to X?", from a store of each kind.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressKey, ADDRESS_EQUIVALENCE_DEFAULT } from '@carom/core'
import { createCheckIndex } from '../../../src/service/check/check-index.ts'
import { createChecker } from '../../../src/service/check/check.ts'
import type { Checker } from '../../../src/service/check/check.ts'
import { CHECK_FOLLOWER_DEFAULTS, createCheckFollower } from '../../../src/service/check/follow.ts'
import type { CheckFollower } from '../../../src/service/check/follow.ts'
import { hashAddress } from '../../../src/service/check/hashed-address.ts'
import { readKeys } from '../../../src/service/check/ledger-rows.ts'
import { createAddressReader } from '../../../src/service/check/plain-address.ts'
import { SILENT_LOG } from '../../../src/service/log.ts'
import type { SqlValue, Store } from '../../../src/service/store/types.ts'
import { openTemporaryStore } from '../temporary-store.ts'
import { ADDRESS_PAIRS } from './same-addresses.ts'

const NOW = Date.UTC(2026, 0, 10)
const DAY = 86_400_000
const PEPPER = 'a pepper for tests'

const INSERT_SUPPRESSION = 'INSERT INTO suppressions (tenant, address, list, reason, origin, ' +
  'created_at, expires_at, proof, actor, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'

type Bench = {
  readonly store: Store
  readonly checker: Checker
  readonly follower: CheckFollower
  readonly index: ReturnType<typeof createCheckIndex>
}

for (const kind of ['sqlite', 'postgres'] as const) {
  const isMissing = kind === 'postgres' && process.env['CI'] === undefined &&
    !await isPostgresThere()
  const check = (name: string, work: (bench: Bench) => Promise<void>): void => {
    test(`${kind}: ${name}`, { skip: isMissing && 'no PostgreSQL here' }, async () => {
      const { store, cleanup } = await openTemporaryStore({ kind })
      const index = createCheckIndex()
      const follower = createCheckFollower(
        { ...CHECK_FOLLOWER_DEFAULTS, pollMs: 5 }, { store, index, log: SILENT_LOG, now: () => NOW })
      const checker = createChecker({
        store, index, now: () => NOW, pepper: PEPPER, isLoaded: follower.isLoaded,
      })
      try {
        await work({ store, checker, follower, index })
      } finally {
        await follower.stop()
        await cleanup()
      }
    })
  }

  check('a domain that is held back holds all its addresses', async ({
    store, checker, follower,
  }) => {
    await suppress(store, '@gone.example')
    await setState(store, '@waiting.example', 'paused', NOW + DAY)
    for (const _ of [1, 2]) {
      assert.equal((await checker.check('', 'Ann@Gone.example')).answer, 'do-not-send')
      assert.equal((await checker.check('', 'ann@waiting.example')).answer, 'hold')
      assert.equal((await checker.check('', 'ann@other.example')).answer, 'send')
      await follower.start()
    }
  })

  check('each kind of row answers in its way', async ({ store, checker, follower }) => {
    await suppress(store, 'forever@a.example')
    await suppress(store, 'week@a.example', { expires_at: NOW + 7 * DAY, proof: 'incident-1' })
    await suppress(store, 'over@a.example', { expires_at: NOW })
    await suppress(store, 'news@a.example', { list: 'news' })
    await setState(store, 'paused@a.example', 'paused', NOW + DAY)
    await setState(store, 'waiting@a.example', 'paused', NOW - 1)
    await setState(store, 'probing@a.example', 'probing', null)
    await setState(store, 'watch@a.example', 'watch', null, { retryAt: NOW + 600_000 })
    await setState(store, 'watched@a.example', 'watch', null)
    await setState(store, 'delayed@a.example', 'active', null, { retryAt: NOW + 900_000 })
    await setState(store, 'delivered@a.example', 'active', null, { retryAt: NOW - 1 })
    await follower.start()
    const expected = [
      ['forever@a.example', undefined, 'do-not-send', undefined],
      ['week@a.example', undefined, 'do-not-send', NOW + 7 * DAY],
      ['over@a.example', undefined, 'send', undefined],
      ['news@a.example', undefined, 'send', undefined],
      ['news@a.example', 'news', 'do-not-send', undefined],
      ['news@a.example', 'offers', 'send', undefined],
      ['forever@a.example', 'offers', 'do-not-send', undefined],
      ['paused@a.example', 'news', 'hold', NOW + DAY],
      ['waiting@a.example', undefined, 'send', undefined],
      ['probing@a.example', undefined, 'hold', undefined],
      ['watched@a.example', undefined, 'send', undefined],
      ['nobody@a.example', undefined, 'send', undefined],
      ['no address', undefined, 'do-not-send', undefined],
    ] as const
    for (const [address, list, answer, until] of expected) {
      const found = await checker.check('', address, list)
      assert.deepEqual([found.answer, found.until], [answer, until], address)
    }
    const watched = await checker.check('', 'watch@a.example')
    assert.deepEqual([watched.answer, watched.retryAt], ['send', NOW + 600_000])
    follower.changed([{ tenant: '', address: 'delayed@a.example', list: '' }])
    for (const _again of [1, 2]) {
      const delayed = await checker.check('', 'delayed@a.example', 'news')
      assert.deepEqual([delayed.answer, delayed.status, delayed.retryAt], ['send', 'active', NOW + 900_000])
    }
    follower.changed([{ tenant: '', address: 'delivered@a.example', list: '' }])
    assert.deepEqual(await checker.check('', 'delivered@a.example'),
      { address: 'delivered@a.example', answer: 'send', status: 'active' })
    const many = await checker.checkMany('', expected.map(([address, list]) =>
      list === undefined ? { address } : { address, list }))
    assert.deepEqual(many.map(({ answer }) => answer), expected.map(([, , answer]) => answer))
  })

  check('who was put off before the start is told when to try again', async ({
    store, checker, follower, index,
  }) => {
    for (const [address, at] of [['late@a.example', NOW - DAY], ['old@a.example', NOW - 3 * DAY]] as const) {
      await setState(store, address, 'active', null, { retryAt: NOW + 60_000 })
      await store.write((tx) => tx.run('INSERT INTO incidents (tenant, address, id, list, at, kind, reason, fault, ' +
        'receiver, domain, held, voided, names, incident) VALUES ' +
        "('', ?, 'i', 'news', ?, 'delayed', 'server-busy', 'receiver', 'r', 'a.example', 0, 0, '[]', '{}')",
      [address, at]))
    }
    await follower.start()
    assert.equal(index.size, 1)
    for (const list of [undefined, 'news', 'offers']) {
      assert.equal((await checker.check('', 'late@a.example', list)).retryAt, NOW + 60_000)
    }
    assert.equal((await checker.check('', 'old@a.example')).retryAt, undefined)
  })

  check('an answer names its evidence', async ({ store, checker, follower }) => {
    await suppress(store, 'gone@a.example', { proof: 'incident-2' })
    await setState(store, 'gone@a.example', 'suppressed', null, {
      track: 'hard', since: NOW - DAY,
      steps: [{ at: NOW - DAY, from: 'active', to: 'suppressed', incidents: ['incident-2'], why: 'x' }],
      meters: [{ track: 'hard', value: 2, threshold: 2, incidents: ['incident-1', 'incident-2'] }],
    })
    await follower.start()
    const found = await checker.check('', 'gone@a.example')
    assert.deepEqual(found, {
      address: 'gone@a.example', answer: 'do-not-send', status: 'suppressed', list: '',
      since: NOW - DAY, reason: 'mailbox-unknown', proof: 'incident-2', why: 'x',
      evidence: {
        incidents: ['incident-2', 'incident-1'], policy: 'default@1', track: 'hard',
        proof: 'incident-2', origin: 'policy',
      },
    })
  })

  check('60 pairs of addresses are the same or are not', async ({ store, checker, follower }) => {
    await follower.start()
    for (const [suppressed, asked, same] of ADDRESS_PAIRS) {
      const tenant = `${suppressed} ${asked}`
      await suppress(store, addressKey(suppressed), { tenant })
      follower.changed([{ tenant, address: addressKey(suppressed), list: '' }])
      const { answer, reason } = await checker.check(tenant, asked)
      assert.equal(
        answer === 'do-not-send' && reason !== 'address-invalid', same, `${suppressed} ${asked}`)
    }
  })

  check('mail goes only to what is an address', async ({ checker, follower }) => {
    await follower.start()
    const texts = [
      'nobody', 'a@b@c.example', '\ufffd\ufffd@a.example', 'a\u0007b@a.example', 'ann@10.0.0.1',
      'ann@a.example', 'root@localhost', 'ann..b.@phone.example', '"a@b"@a.example',
      'j\u00fcrgen@m\u00fcller.example', 'ann@[192.0.2.1]',
    ]
    const answers = await checker.checkMany('', texts.map((address) => ({ address })))
    assert.deepEqual(
      answers.map(({ answer }) => answer),
      texts.map((_, at) => at < 5 ? 'do-not-send' : 'send'))
    assert.deepEqual(
      texts.map((text) => checker.maySendNow('', text)), texts.map((_, at) => at >= 5))
  })

  check('an erased address is still held back', async ({ store, checker, follower, index }) => {
    await suppress(store, hashAddress(PEPPER, 'erased@a.example'))
    await suppress(store, 'plain@a.example')
    assert.equal((await checker.check('', 'Erased@A.example')).answer, 'do-not-send', 'not loaded')
    await follower.start()
    assert.equal(index.hasHashed, true)
    const many = await checker.checkMany('', [
      { address: 'erased@a.example' }, { address: 'plain@a.example' }, { address: 'x@a.example' },
    ])
    assert.deepEqual(many.map(({ answer, address }) => `${answer} ${address}`), [
      'do-not-send erased@a.example', 'do-not-send plain@a.example', 'send x@a.example',
    ])
    const other = createChecker({ store, index, now: () => NOW, pepper: 'another' })
    assert.equal((await other.check('', 'erased@a.example')).answer, 'send')
  })

  check('every key is loaded, over pages, tenants and lists', async ({ store, follower, index }) => {
    const keys: [string, string, string][] = []
    for (let n = 0; n < 9_000; n++) {
      keys.push([`t${n % 3}`, `u${n % 3_001}@${n % 2 === 0 ? 'A' : 'a'}.example`, `l${n % 4}`])
    }
    for (let at = 0; at < keys.length; at += 500) {
      const page = keys.slice(at, at + 500)
      const places = page.slice(1).map(() => ', (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').join('')
      await store.write((tx) => tx.run(
        `${INSERT_SUPPRESSION}${places} ON CONFLICT DO NOTHING`,
        page.flatMap(([tenant, address, list]) => row(address, { tenant, list }))))
    }
    await follower.start()
    const names = new Set(keys.map((key) => key.join(' ')))
    assert.equal(index.size, names.size)
    for (const [tenant, address, list] of keys) {
      assert.ok(index.mayBeBlocked(tenant, address, list), `${tenant} ${address} ${list}`)
    }
  })

  check('every address that is held back is loaded, over pages', async ({
    store, follower, index,
  }) => {
    const statuses = ['paused', 'active', 'probing', 'watch'] as const
    const rows = Array.from({ length: 18_000 }, (_, n) => ({
      tenant: `t${n % 2}`, address: `u${n}@a.example`, list: n % 3 === 0 ? 'news' : '',
      status: statuses[n % statuses.length] as string,
    }))
    await store.write((tx) => tx.insert(
      'addresses (tenant, address, list, domain, status, policy, state, proofs, entries, sent, ' +
        'updated_at)', rows.map(({ tenant, address, list, status }) =>
        [tenant, address, list, 'a.example', status, 'p@1', '{}', '[]', '[]', 0, NOW])))
    await follower.start()
    const held = rows.filter(({ status }) => status !== 'active')
    assert.equal(index.size, held.length)
    for (const { tenant, address, list } of held) {
      assert.ok(index.mayBeBlocked(tenant, address, list), `${tenant} ${address} ${list}`)
    }
  })

  check('other processes are followed, and lifts take effect', async ({
    store, checker, follower, index,
  }) => {
    await follower.start()
    assert.notEqual(checker.checkNow('', 'late@a.example'), undefined)
    await suppress(store, 'late@a.example')
    await audit(store, 'late@a.example')
    await waitUntil(() => checker.checkNow('', 'late@a.example') === undefined)
    assert.equal((await checker.check('', 'late@a.example')).answer, 'do-not-send')
    await store.write((tx) => tx.run('DELETE FROM suppressions'))
    assert.equal((await checker.check('', 'late@a.example')).answer, 'send')
    assert.equal(index.size, 0, 'the index forgets what the store has no row for')
    assert.equal(checker.checkNow('', 'late@a.example')?.answer, 'send')
  })
}

test('held addresses are found by their index on SQLite', async () => {
  const { store, cleanup } = await openTemporaryStore()
  const plans: string[] = []
  const explained: Store = { ...store, all: async (sql, params) => {
    const steps = await store.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, params)
    if (sql.includes('FROM addresses')) plans.push(...steps.map(({ detail }) => detail))
    return await store.all(sql, params)
  } }
  try {
    await setState(store, 'paused@a.example', 'paused', NOW + DAY)
    for await (const page of readKeys(explained)) assert.equal(page.lines, 'paused@a.example')
    assert.equal(plans.length, 4)
    for (const plan of plans) assert.match(plan, /^SEARCH addresses USING INDEX addresses_held /)
  } finally {
    await cleanup()
  }
})

test('100,000 addresses are answered in order', async () => {
  const { store, cleanup } = await openTemporaryStore()
  try {
    for (let at = 0; at < 3_000; at += 500) {
      await store.write(async (tx) => {
        for (let n = at; n < at + 500; n++) await tx.run(INSERT_SUPPRESSION, row(`s${n}@a.example`))
      })
    }
    const index = createCheckIndex()
    const follower = createCheckFollower(
      { ...CHECK_FOLLOWER_DEFAULTS, pollMs: 1_000 }, { store, index, log: SILENT_LOG, now: () => NOW })
    await follower.start()
    const checker = createChecker({ store, index, now: () => NOW })
    const queries = Array.from({ length: 100_000 }, (_, at) => ({
      address: at % 40 === 7 ? `s${Math.floor(at / 40)}@a.example` : `u${at}@a.example`,
    }))
    const answers = await checker.checkMany('', queries)
    assert.equal(answers.length, queries.length)
    for (const [at, { address, answer }] of answers.entries()) {
      assert.equal(address, queries[at]?.address)
      assert.equal(answer, at % 40 === 7 ? 'do-not-send' : 'send', address)
    }
    await follower.stop()
  } finally {
    await cleanup()
  }
})

test('the glance at an address agrees with the full reading', () => {
  const { read } = createAddressReader(ADDRESS_EQUIVALENCE_DEFAULT)
  const tables = ADDRESS_PAIRS.flatMap(([one, other]) => [one, other])
  const parts = ['a', 'Z', '.', '+', '-', '_', '=', '@', ' ', '"', 'é', '\u200b', 'xn--', '<', '1', '%']
  let state = 42
  for (let n = 0; n < 20_000; n++) {
    let text = ''
    for (let length = 1 + n % 12; length > 0; length--) {
      state = Math.imul(state, 1_664_525) + 1_013_904_223 | 0
      text += parts[(state >>> 8) % parts.length]
    }
    tables.push(text, `${text}@a.example`)
  }
  for (const text of tables) assert.equal(read(text), addressKey(text), JSON.stringify(text))
  const strict = { case: 'lower-all', plusTags: 'strip', gmailDots: 'strip' } as const
  const { read: readStrictly } = createAddressReader(strict)
  for (const text of ['a.b+c@gmail.com', 'a+b@a.example', 'a.b@googlemail.com', 'x@gmail.com']) {
    assert.equal(readStrictly(text), addressKey(text, strict))
  }
})

function row(address: string, fields: Readonly<Record<string, SqlValue>> = {}): SqlValue[] {
  const { tenant = '', list = '', expires_at: end = null, proof = null } = fields
  return [tenant, address, list, 'mailbox-unknown', 'policy', NOW - DAY, end, proof, 'policy', null]
}

async function suppress(
  store: Store, address: string, fields: Readonly<Record<string, SqlValue>> = {},
): Promise<void> {
  await store.write((tx) => tx.run(INSERT_SUPPRESSION, row(address, fields)))
}

async function setState(
  store: Store, address: string, status: string, end: number | null, state: object = {},
): Promise<void> {
  await store.write((tx) => tx.run(
    'INSERT INTO addresses (tenant, address, list, domain, status, until_at, reason, policy, ' +
      'state, proofs, entries, sent, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ['', address, '', 'a.example', status, end, 'mailbox-full', 'default@1',
      JSON.stringify({ status, ...state }), '[]', '[]', 0, NOW]))
}

async function audit(store: Store, address: string): Promise<void> {
  await store.write((tx) => tx.run(
    'INSERT INTO audit (tenant, at, actor, action, address, list, detail, previous_hash, hash) ' +
      'VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ['', NOW, 'policy', 'suppressed', address, '', '{}', '', '']))
}

async function waitUntil(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 2))
}

async function isPostgresThere(): Promise<boolean> {
  try {
    const { cleanup } = await openTemporaryStore({ kind: 'postgres' })
    await cleanup()
    return true
  } catch {
    return false
  }
}
