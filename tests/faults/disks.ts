// Faults of the disk and of what the process may have open (F4, F5, F7, F8, F24).

import {
  appendFileSync, closeSync, copyFileSync, openSync, readFileSync, statSync, writeSync,
} from 'node:fs'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { TEST_POSTGRES } from '../../packages/app/test/service/temporary-store.ts'
import { BOTH, type Effort, type Fault } from './fault.ts'
import { makeBadDisk } from './harness/bad-disk.ts'
import { checkRound, type Violation } from './harness/check.ts'
import { makeInputs } from './harness/inputs.ts'
import type { Round } from './harness/round.ts'

export const DISKS: readonly Fault[] = [
  {
    id: 'F4', name: 'power lost', stores: ['sqlite'], short: { sqlite: 1 }, needsCompiler: true,
    how: 'killed, and all that was not fsynced is gone (LD_PRELOAD)', run: losePower,
  },
  {
    id: 'F4', name: 'power lost, control', stores: ['sqlite'], short: { sqlite: 1 },
    needsCompiler: true, isWhole: true,
    how: 'the same with a disk that lies about fsync: the loss must be found', run: loseOnLyingDisk,
  },
  {
    id: 'F5', name: 'fsync fails once', stores: ['sqlite'], short: { sqlite: 1 },
    needsCompiler: true, how: 'EIO (LD_PRELOAD); nothing is taken until it is started again',
    run: failToSynchronize,
  },
  {
    id: 'F7', name: 'no more descriptors', stores: ['sqlite'], short: { sqlite: 1 },
    how: 'ulimit -n, and more idle connections than that', run: useUpDescriptors,
  },
  {
    id: 'F8', name: 'store locked', stores: BOTH, short: { sqlite: 1 },
    how: 'BEGIN EXCLUSIVE or LOCK TABLE by somebody else, for longer than it waits', run: lockStore,
  },
  {
    id: 'F24', name: 'torn end of the log', stores: ['sqlite'], short: { sqlite: 1 },
    how: 'killed, and half a frame of rubbish behind the write-ahead log', run: tearLog,
  },
  {
    id: 'F24', name: 'damaged store, wrong configuration', stores: ['sqlite'], short: {},
    how: 'a page overwritten, a setting misspelt: it says so and does not start', run: damage,
  },
]

async function losePower(round: Round, { times, inputs }: Effort): Promise<void> {
  const disk = makeBadDisk(round)
  const { env } = disk
  await round.begin({ env })
  for (let time = 0; time < times; time++) {
    const handing = round.handOver(makeInputs(round.random, inputs, undefined, time * inputs))
    await sleep(round.random.whole(0, 1_500))
    await round.service.kill()
    disk.cutPower()
    await round.restart({ env })
    await handing
  }
}

async function loseOnLyingDisk(round: Round, { inputs }: Effort): Promise<Violation[]> {
  const disk = makeBadDisk(round)
  const { env } = disk
  await round.begin({ env })
  await round.handOver(makeInputs(round.random, inputs))
  disk.set('lying', true)
  await round.handOver(makeInputs(round.random, inputs, ['smtp', 'message', 'events'], inputs))
  await round.service.kill()
  disk.cutPower()
  await round.restart({ env })
  const found = await checkRound(round)
  return found.some((text) => text.startsWith('I1')) ? []
    : ['I1: what a lying disk lost was not found: the check is blind']
}

async function failToSynchronize(round: Round, { times, inputs }: Effort): Promise<Violation[]> {
  const disk = makeBadDisk(round)
  const { env } = disk
  const found: Violation[] = []
  await round.begin({ env })
  for (let time = 0; time < times; time++) {
    const handing = round.handOver(makeInputs(round.random, inputs, undefined, time * inputs))
    disk.set('broken', true)
    const deadline = performance.now() + 20_000
    while (!round.service.errors().includes('the disk failed') && performance.now() < deadline) {
      await sleep(50)
    }
    if (performance.now() >= deadline) found.push('I8: a failed fsync was not noticed')
    const { status } = await round.ask('/readyz')
    if (status !== 503) found.push(`I8: with a failed disk it says ${status} to /readyz`)
    await round.service.kill()
    await round.restart({ env })
    await handing
  }
  return found
}

const DESCRIPTORS = 110

async function useUpDescriptors(round: Round, { times, inputs }: Effort): Promise<Violation[]> {
  const found: Violation[] = []
  await round.begin({ shell: `ulimit -n ${DESCRIPTORS}` })
  for (let time = 0; time < times; time++) {
    const { pid, smtpPort, api } = round.service
    const sockets = Array.from({ length: DESCRIPTORS * 2 }, (_, i): Socket =>
      connect(i % 2 === 0 ? smtpPort : Number(new URL(api).port), '127.0.0.1')
        .on('error', () => undefined))
    await sleep(1_000)
    const before = cpuTicksOf(pid)
    await sleep(2_000)
    // 100 ticks a second; a loop that accepts in vain would take all of them.
    const ticks = cpuTicksOf(pid) - before
    if (ticks > 120) found.push(`I7: without descriptors it took ${ticks} ticks of CPU in 2 s`)
    const handing = round.handOver(makeInputs(round.random, inputs, undefined, time * inputs))
    await sleep(500)
    for (const socket of sockets) socket.destroy()
    await handing
  }
  return found
}

function cpuTicksOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return Number(fields[11]) + Number(fields[12])
}

/** The service of these rounds waits one second for a lock. */
const LOCKED_MS = 2_500

async function lockStore(round: Round, { times, inputs }: Effort): Promise<void> {
  await round.begin()
  for (let time = 0; time < times; time++) {
    const unlock = round.kind === 'sqlite' ? lockFile(round) : await lockTables(round)
    const handing = round.handOver(makeInputs(round.random, inputs, undefined, time * inputs))
    await sleep(LOCKED_MS)
    await unlock()
    await handing
  }
}

function lockFile({ storeUrl }: Round): () => Promise<void> {
  const database = new DatabaseSync(storeUrl, { timeout: 20_000 })
  database.exec('BEGIN EXCLUSIVE')
  return async () => {
    database.exec('COMMIT')
    database.close()
  }
}

async function lockTables({ storeUrl }: Round): Promise<() => Promise<void>> {
  const schema = new URL(storeUrl).searchParams.get('schema') ?? ''
  const client = new Client({
    connectionString: TEST_POSTGRES, options: `-c search_path=${schema}`,
  })
  await client.connect()
  await client.query('BEGIN')
  await client.query('LOCK TABLE inbox, events, outbox IN EXCLUSIVE MODE')
  return async () => {
    await client.query('COMMIT')
    await client.end()
  }
}

async function tearLog(round: Round, { times, inputs }: Effort): Promise<void> {
  await round.begin()
  for (let time = 0; time < times; time++) {
    const handing = round.handOver(makeInputs(round.random, inputs, undefined, time * inputs))
    await sleep(round.random.whole(100, 1_000))
    await round.service.kill()
    const rubbish = Buffer.from(Array.from({ length: 3_000 }, () => round.random.whole(0, 255)))
    appendFileSync(join(round.folder, 'carom.db-wal'), rubbish)
    await round.restart()
    await handing
  }
}

async function damage(round: Round, { inputs }: Effort): Promise<Violation[]> {
  const found: Violation[] = []
  await round.begin()
  await round.handOver(makeInputs(round.random, inputs))
  await round.service.stop()
  const [file, copy] = [join(round.folder, 'carom.db'), join(round.folder, 'copy.db')]
  copyFileSync(file, copy)
  const opened = openSync(file, 'r+')
  const page = Buffer.alloc(4_096, 0xa5)
  writeSync(opened, page, 0, page.length, Math.floor(statSync(file).size / 8_192) * 4_096)
  closeSync(opened)
  found.push(...await expectRefusal(round, /it ended with 1: .*damaged/s))
  copyFileSync(copy, file)
  round.configure('htpp: { port: 0 }')
  found.push(...await expectRefusal(round, /it ended with 2: .*htpp/s))
  round.configure()
  await round.restart()
  return found
}

async function expectRefusal(round: Round, message: RegExp): Promise<Violation[]> {
  try {
    await round.start()
    return ['I8: it started on what is damaged']
  } catch (error) {
    const text = (error as Error).message
    return message.test(text) ? [] : [`I8: it says "${text}"`]
  }
}
