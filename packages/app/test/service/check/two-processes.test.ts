// Two processes on one PostgreSQL: each answers as the other decided.

import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { createCheckIndex } from '../../../src/service/check/check-index.ts'
import { createChecker } from '../../../src/service/check/check.ts'
import { CHECK_FOLLOWER_DEFAULTS, createCheckFollower } from '../../../src/service/check/follow.ts'
import { SILENT_LOG } from '../../../src/service/log.ts'
import { openStore } from '../../../src/service/store/open.ts'
import { openWorkbench, type Workbench } from '../pipeline/workbench.ts'
import { isPostgresMissing } from '../postgres-there.ts'

const DEADLINE_MS = 20_000
const skip = await isPostgresMissing() && 'no PostgreSQL is there'

/** A second process as far as its check. */
async function openSecond(t: TestContext, bench: Workbench) {
  const now = (): number => bench.now
  const store = await openStore(bench.url, {}, { log: SILENT_LOG, now })
  const index = createCheckIndex()
  const follower = createCheckFollower(
    { ...CHECK_FOLLOWER_DEFAULTS, pollMs: 5 }, { store, index, log: SILENT_LOG, now })
  t.after(async () => {
    await follower.stop()
    await store.close()
    await bench.close()
  })
  await follower.start()
  const checker = createChecker({ store, index, now, isLoaded: follower.isLoaded })
  const until = async (address: string, field: 'answer' | 'retryAt', value: unknown) => {
    for (const end = Date.now() + DEADLINE_MS; ; await sleep(5)) {
      const answer = await checker.check('t', address)
      if (answer[field] === value) return
      assert.ok(Date.now() < end, JSON.stringify(answer))
    }
  }
  return { until }
}

test('advice to try later is known where it was not given', { skip }, async (t) => {
  const bench = await openWorkbench({ kind: 'postgres' })
  const { until } = await openSecond(t, bench)
  await bench.give({ trust: 2, body: [{
    recipient: 'ann@slow.example', reply: '451 4.3.2 Busy; try again in 600 seconds',
    messageId: 'm1@x',
  }] })
  const { retryAt, answer } = await bench.check('ann@slow.example') ?? {}
  assert.equal(answer, 'send')
  assert.ok(retryAt)
  await until('ann@slow.example', 'retryAt', retryAt)
})
