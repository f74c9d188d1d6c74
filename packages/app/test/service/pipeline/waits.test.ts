// When another try is worth it: what receivers usually do is learnt, and told with an event.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isPostgresMissing } from '../postgres-there.ts'
import { openWorkbench, type Given, type Workbench } from './workbench.ts'

const MINUTE_MS = 60_000
const BUSY = '451 4.3.2 The server is busy now'

for (const kind of ['sqlite', 'postgres'] as const) {
  const skip = kind === 'postgres' && await isPostgresMissing() && 'no PostgreSQL here'
  test(`${kind}: a receiver that takes messages after some minutes is tried again then`, { skip }, async () => {
    const bench = await openWorkbench({ kind })
    try {
      assert.deepEqual(await adviceAfter(bench, 'first'), [30, 'usual for server-busy'])
      // Six messages waited for seven minutes, one for a day.
      for (let i = 0; i < 7; i++) {
        const id = `<late-${i}@x>`
        await bench.give(tell('delayed', `r${i}@slow.example`, id, bench.now))
        await bench.give(
          tell('delivered', `r${i}@slow.example`, id, bench.now, i === 0 ? 1_440 : 7))
      }
      const { n } = await bench.store.get<{ n: number }>(
        'SELECT SUM(n) AS n FROM receiver_waits') ?? { n: 0 }
      assert.equal(Number(n), 7)
      assert.deepEqual(await adviceAfter(bench, 'second'), [10, 'as this receiver usually takes'])
      const { rows } = await bench.ledger.listEvents(
        't', { address: 'second@slow.example' }, { limit: 1 })
      const view = await bench.ledger.addressView('t', 'second@slow.example')
      assert.equal(view?.states[0]?.state.retryAt,
        (rows[0]?.occurredAt ?? 0) + 10 * MINUTE_MS, 'the state of the address knows it, too')
      const delayed = await bench.ledger.listEvents('t', { address: 'r1@slow.example' }, { limit: 9 })
      const wait = delayed.rows.find(({ event }) => event.kind === 'delayed')
      assert.ok((await bench.ledger.event('t', wait?.id ?? ''))?.retry)
    } finally {
      await bench.close()
    }
  })
}

/** Minutes until another try after a failure, and why. */
async function adviceAfter(bench: Workbench, name: string) {
  const address = `${name}@slow.example`
  await bench.give({ trust: 2, body: [{ recipient: address, reply: BUSY, messageId: `${name}@x` }] })
  const { rows: [row] } = await bench.ledger.listEvents('t', { address }, { limit: 1 })
  const { retry } = await bench.ledger.event('t', row?.id ?? '') ?? {}
  return [((retry?.retryAt ?? NaN) - (row?.occurredAt ?? NaN)) / MINUTE_MS,
    /\((.*?), after/.exec(retry?.why ?? '')?.[1]]
}

function tell(
  kind: 'delayed' | 'delivered', recipient: string, messageId: string, now: number, minutes = 0,
): Given {
  return { trust: 2, body: [{
    recipient, kind, messageId, at: now - 2_000 * MINUTE_MS + minutes * MINUTE_MS,
    ...kind === 'delayed' ? { reply: BUSY } : {},
  }] }
}
