// Deliveries that a log told, on both stores: signs of life without an event each, and what they
// do for addresses that fail.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LEDGER_RETENTION_DEFAULTS, sweepLedger } from '../../../src/service/store/sweep-ledger.ts'
import { isPostgresMissing } from '../postgres-there.ts'
import { DAY_MS, gone, openWorkbench, START, type Given, type Workbench } from './workbench.ts'

const HOUR_MS = 3_600_000

for (const kind of ['sqlite', 'postgres'] as const) {
  const skip = kind === 'postgres' && await isPostgresMissing() && 'no PostgreSQL here'
  const check = (name: string, work: (bench: Workbench) => Promise<void>): void => {
    test(`${kind}: ${name}`, { skip }, async () => {
      const bench = await openWorkbench({ kind })
      try {
        await work(bench)
      } finally {
        await bench.close()
      }
    })
  }

  check('a delivery is shown with its address and makes no event', async (bench) => {
    await bench.give(logged(['Joe@Example.com', START - HOUR_MS]))
    const view = await bench.ledger.addressView('t', 'joe@example.com')
    assert.deepEqual(view?.states.map(({ state, proofs }) => [state.status, proofs]), [
      ['active', [{ at: START - HOUR_MS, kind: 'delivered', message: 'mid:1@x' }]],
    ])
    assert.equal((await bench.ledger.listEvents('t', {}, { limit: 10 })).rows.length, 0)
    assert.deepEqual(await counts(bench), { accounts: 0, lives: 1, delivered: 1, mailable: 1 })
  })

  check('the same delivery counts once, however the log was cut', async (bench) => {
    const a = ['a@x.example', START - 3] as const
    const b = ['b@x.example', START - 2] as const
    const c = ['a@x.example', START - 1] as const
    await bench.give(logged(a, b), logged(c))
    await bench.give(logged(a), logged(b, c, c))
    assert.deepEqual(await counts(bench), { accounts: 0, lives: 2, delivered: 3, mailable: 2 })
  })

  check('it is one whether an address failed before its deliveries or after', async (bench) => {
    const deliveries = logged(
      ['joe@x.example', START - 5 * HOUR_MS], ['joe@x.example', START - HOUR_MS])
    const failure = gone('joe@x.example', { messageId: '<f@x>', at: START - 3 * HOUR_MS })
    await bench.give(deliveries)
    await bench.give(failure)
    const one = await bench.ledger.addressView('t', 'joe@x.example')
    assert.deepEqual(await counts(bench), { accounts: 1, lives: 0, delivered: 2, mailable: 1 })
    const other = await openWorkbench({ kind })
    try {
      await other.give(failure)
      await other.give(deliveries)
      const two = await other.ledger.addressView('t', 'joe@x.example')
      assert.deepEqual(two?.states[0]?.state.status, one?.states[0]?.state.status)
      assert.deepEqual(two?.states[0]?.proofs, one?.states[0]?.proofs)
      assert.deepEqual(await counts(other), await counts(bench))
    } finally {
      await other.close()
    }
  })

  check('a domain whose log tells of deliveries is not gone', async (bench) => {
    const reply = '550 5.1.2 Host or domain name not found. Name service error for name=x: Host ' +
      'not found'
    const fault = (n: number): Given => ({ body: {
      recipient: `u${n}@gone.example`, reply, messageId: `<d${n}@x>`,
    } })
    await bench.give(logged(['joe@gone.example', START - DAY_MS]))
    await bench.give(fault(1))
    await bench.pass(2 * DAY_MS)
    await bench.give(fault(2))
    assert.equal(await bench.status('@gone.example'), 'unknown')
  })

  check('what was sent to an address is counted from the registered sends', async (bench) => {
    await bench.give(gone('joe@x.example'), logged(['ann@x.example', START - HOUR_MS]))
    const send = { recipient: 'joe@x.example', list: 'news' }
    await bench.ledger.registerSends('t', [
      { ...send, messageId: 'a' }, { ...send, messageId: 'b' }, { ...send, messageId: 'b' },
      { recipient: 'ann@x.example', messageId: 'a' },
    ])
    const sentTo = async (address: string) =>
      (await bench.ledger.addressView('t', address))?.states.map(({ sent }) => sent)
    assert.deepEqual(await sentTo('joe@x.example'), [2])
    assert.deepEqual(await sentTo('ann@x.example'), [1])
  })

  check('what was delivered to one\'s own domains proves nothing', async (bench) => {
    await bench.give(logged(['b+joe@bounces.example', START - HOUR_MS]))
    assert.deepEqual(await counts(bench), { accounts: 0, lives: 0, delivered: 0, mailable: 0 })
  })

  check('signs of life are erased with the person, and go with time', async (bench) => {
    await bench.give(logged(['joe@x.example', START - HOUR_MS], ['ann@x.example', START - HOUR_MS]))
    await bench.ledger.erase('t', 'key:1', {
      address: 'joe@x.example', keepSuppressed: true, dryRun: false,
    })
    assert.equal(await bench.ledger.addressView('t', 'joe@x.example'), undefined)
    assert.deepEqual(await counts(bench), { accounts: 0, lives: 1, delivered: 2, mailable: 1 })
    const swept = await sweepLedger(bench.store, LEDGER_RETENTION_DEFAULTS, START + 395 * DAY_MS)
    assert.equal(swept?.addresses, 0)
    assert.equal((await counts(bench)).delivered, 2, 'minutes stay as long as events')
    await sweepLedger(bench.store, LEDGER_RETENTION_DEFAULTS, START + 397 * DAY_MS)
    assert.deepEqual(await counts(bench), { accounts: 0, lives: 0, delivered: 0, mailable: 0 })
  })
}

/** An input of the log intake that tells of deliveries: to whom, and when. */
function logged(...deliveries: readonly (readonly [recipient: string, at: number])[]): Given {
  const lines = deliveries.map(([recipient, at], i) => JSON.stringify({ delivered: [
    'postfix', new Date(at).toISOString(), 'mx', `Q${at}`, recipient, '', `<${i + 1}@x>`,
  ] }))
  return { kind: 'log', trust: 2, body: `${lines.join('\n')}\n`, envelope: { vendor: 'postfix' } }
}

async function counts({ store }: Workbench): Promise<Record<string, number>> {
  const row = await store.get<Record<string, number>>(
    'SELECT (SELECT COUNT(*) FROM addresses) AS accounts, (SELECT COUNT(*) FROM lives) AS lives, ' +
    '(SELECT COALESCE(SUM(delivered), 0) FROM receiver_minutes) AS delivered, ' +
    'COALESCE((SELECT mailable FROM tenants), 0) AS mailable')
  return row ?? {}
}
