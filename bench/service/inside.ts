// The check within a process, with so many suppressions stored: `inside.ts store.db`. Loads the
// index as the service does, and answers one address, and 100,000 with and without rows.

import { createCheckIndex } from '../../packages/app/src/service/check/check-index.ts'
import { createChecker } from '../../packages/app/src/service/check/check.ts'
import {
  CHECK_FOLLOWER_DEFAULTS, createCheckFollower,
} from '../../packages/app/src/service/check/follow.ts'
import { SILENT_LOG } from '../../packages/app/src/service/log.ts'
import { openStore } from '../../packages/app/src/service/store/open.ts'
import { median } from '../rounds.ts'
import { addressOf } from './inputs.ts'

const [path = '', stored = '0'] = process.argv.slice(2)
const TENANT = 'default'
const BULK = 100_000
const ROUNDS = 5
const now = Date.now

const store = await openStore(path, {}, { log: SILENT_LOG, now })
const index = createCheckIndex()
const options = { ...CHECK_FOLLOWER_DEFAULTS, pollMs: 60_000 }
const follower = createCheckFollower(options, { store, index, log: SILENT_LOG, now })
const load = await timed(1, () => follower.start())
const checker = createChecker({ store, index, now, isLoaded: follower.isLoaded })
const strangers = asReceived(Array.from({ length: BULK }, (_, i) => `x${addressOf(i)}`))
const queries = strangers.map((address) => ({ address }))
const step = Math.max(1, Math.floor(Number(stored) / BULK))
const suppressed = asReceived(Array.from({ length: Math.min(BULK, Number(stored)) }, (_, i) =>
  addressOf(i * step))).map((address) => ({ address }))
const one = await timed(ROUNDS, async () => {
  for (const address of strangers) checker.maySendNow(TENANT, address)
})
const none = await timed(ROUNDS, () => checker.checkMany(TENANT, queries))
const all = await timed(3, () => checker.checkMany(TENANT, suppressed))
const residentBytes = process.memoryUsage().rss
const restarted = await restart()
console.log(JSON.stringify({
  stored: index.size, loadSeconds: load.ms / 1000, loadCpuSeconds: load.cpuMs / 1000,
  checksPerSecond: BULK / one.ms * 1000, checkCpuNs: one.cpuMs / BULK * 1e6,
  bulkSendMs: none.ms, bulkSuppressedMs: all.ms, bulkSuppressedCpuMs: all.cpuMs,
  indexBytes: index.bytes, residentBytes, restartSeconds: restarted.ms / 1000,
}))
await follower.stop()
await store.close()

/** A start after an orderly stop, which takes up the kept index. */
async function restart(): Promise<{ readonly ms: number; readonly cpuMs: number }> {
  const again = createCheckFollower(options, {
    store, index: createCheckIndex(), log: SILENT_LOG, now,
  })
  await follower.stop()
  const took = await timed(1, () => again.start())
  await again.stop()
  return took
}

/** Out of JSON, as they would come: texts put together from parts are slow to look into. */
function asReceived(addresses: readonly string[]): string[] {
  return JSON.parse(JSON.stringify(addresses)) as string[]
}

async function timed(
  rounds: number, work: () => Promise<unknown>,
): Promise<{ readonly ms: number; readonly cpuMs: number }> {
  const times: number[] = []
  const cpus: number[] = []
  for (let round = 0; round < rounds; round++) {
    const cpu = process.cpuUsage()
    const started = performance.now()
    await work()
    times.push(performance.now() - started)
    const { user, system } = process.cpuUsage(cpu)
    cpus.push((user + system) / 1000)
  }
  return { ms: median(times), cpuMs: median(cpus) }
}
