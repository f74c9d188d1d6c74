// Replies that name no message: told twice in a row they are one failure, told again some days
// later they are the next one.

import assert from 'node:assert/strict'
import { onBoth } from './on-both.ts'
import { statusReport } from './status-report.ts'
import { DAY_MS, type Workbench } from './workbench.ts'

const MINUTE_MS = 60_000
const GONE = { recipient: 'ann@a.example', reply: '550 5.1.1 User unknown' }

const count = async ({ store }: Workbench, table: string): Promise<number> =>
  Number((await store.get<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`))?.n)

onBoth('the smallest reply counts each time', async (_t, bench) => {
  await bench.give({ trust: 2, body: GONE })
  await bench.pass(2 * MINUTE_MS)
  await bench.give({ trust: 2, body: GONE })
  assert.equal(await count(bench, 'incidents'), 1)
  assert.equal(await bench.status('ann@a.example'), 'paused')
  await bench.pass(8 * DAY_MS)
  await bench.give({ trust: 2, body: GONE })
  assert.equal(await count(bench, 'incidents'), 2)
  assert.equal(await bench.status('ann@a.example'), 'suppressed')
})

onBoth('a time tells them apart as well, whenever they come', async (_t, bench) => {
  const at = (days: number): object => ({ ...GONE, at: bench.now - days * DAY_MS })
  await bench.give({ trust: 2, body: [at(9), at(1), at(9)] })
  assert.equal(await count(bench, 'events'), 2)
  assert.equal(await count(bench, 'incidents'), 2)
  assert.equal(await bench.status('ann@a.example'), 'suppressed')
})

onBoth('what names its message is one, however often it comes', async (_t, bench) => {
  for (const name of ['messageId', 'envelopeId', 'id']) {
    for (let i = 0; i < 2; i++) {
      await bench.give({ trust: 2, body: { ...GONE, [name]: 'x1' } })
      await bench.pass(2 * DAY_MS)
    }
  }
  assert.equal(await count(bench, 'events'), 3)
})

onBoth('a nameless sign of life is the latest one', async (_t, bench) => {
  for (let i = 0; i < 3; i++) {
    await bench.give({ trust: 2, body: { recipient: 'ann@a.example', kind: 'engaged' } })
    await bench.pass(30 * DAY_MS)
  }
  assert.equal(await count(bench, 'events'), 3)
})

/** Without a Message-ID of its own, and without the message that it is about. */
function bounceOf(date: number): string {
  return statusReport({
    recipient: 'ann@a.example', header: `Date: ${new Date(date).toUTCString()}`,
  })
}

onBoth('bounces without any id are told apart by their date', async (_t, bench) => {
  const first = { kind: 'message', trust: 2, body: bounceOf(bench.now) } as const
  await bench.give({ ...first, source: 'smtp' }, { ...first, source: 'imap' })
  assert.equal(await count(bench, 'events'), 1)
  await bench.pass(8 * DAY_MS)
  await bench.give({ kind: 'message', trust: 2, body: bounceOf(bench.now) })
  assert.equal(await count(bench, 'events'), 2)
  assert.equal(await bench.status('ann@a.example'), 'suppressed')
})
