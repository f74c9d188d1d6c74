// Faults of a disk without room, the service's own or that of its database (F6).

import { setTimeout as sleep } from 'node:timers/promises'
import type { Effort, Fault } from './fault.ts'
import { makeBadDisk } from './harness/bad-disk.ts'
import type { Violation } from './harness/check.ts'
import { makeFullDatabase } from './harness/full-database.ts'
import { makeInputs } from './harness/inputs.ts'
import type { Round } from './harness/round.ts'

export const FULL: readonly Fault[] = [
  {
    id: 'F6', name: 'disk full', stores: ['sqlite'], short: { sqlite: 1 }, needsCompiler: true,
    how: 'ENOSPC at every write of the store (LD_PRELOAD), then room again',
    // All at once: each way must have tried before there is room again.
    concurrency: 24, run: fillDisk,
  },
  {
    id: 'F6', name: 'disk of the database full', stores: ['postgres'], short: { postgres: 1 },
    how: 'each write is answered with 53100, in the middle of transactions too, then room again',
    concurrency: 24, run: fillDatabase,
  },
]

async function fillDisk(round: Round, effort: Effort): Promise<Violation[]> {
  const disk = makeBadDisk(round)
  await round.begin({ env: disk.env })
  return await fillUp(round, effort, async (isFull) => disk.set('full', isFull))
}

async function fillDatabase(round: Round, effort: Effort): Promise<Violation[]> {
  await round.begin()
  const database = await makeFullDatabase(round)
  try {
    return await fillUp(round, effort, database.set)
  } finally {
    await database.close()
  }
}

async function fillUp(
  round: Round, { times, inputs }: Effort, setFull: (isFull: boolean) => Promise<void>,
): Promise<Violation[]> {
  const found: Violation[] = []
  for (let time = 0; time < times; time++) {
    await setFull(true)
    const handing = round.handOver(makeInputs(round.random, inputs, undefined, time * inputs))
    const told = round.book.laters.length
    const isTold = (): boolean =>
      round.book.laters.slice(told).some((text) => text.includes('452 4.3.1'))
    const deadline = performance.now() + 20_000
    while (!isTold() && performance.now() < deadline) await sleep(50)
    if (!isTold()) found.push('I8: no peer was told 452 4.3.1')
    const { status } = await round.ask('/v1/check?address=somebody@example.org')
    if (status !== 200) found.push(`I6: with a full disk a check is answered with ${status}`)
    await setFull(false)
    // Once more, wherever transactions are by now.
    await sleep(round.random.whole(0, 300))
    await setFull(true)
    await sleep(round.random.whole(100, 600))
    await setFull(false)
    await handing
  }
  return found
}
