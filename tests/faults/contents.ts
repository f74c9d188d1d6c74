// Faults in what comes: again, out of order, made to break its reader (F13, F14, F16, F17).

import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { JUDGE_POOL_DEFAULTS } from '../../packages/app/src/service/pipeline/judge-pool.ts'
import { BOTH, type Effort, type Fault } from './fault.ts'
import type { Violation } from './harness/check.ts'
import { makeInputs, toDsn, type Channel, type Input } from './harness/inputs.ts'
import { openForCheck } from './harness/look.ts'
import { PRELOAD } from './harness/preloaded.ts'
import type { Round } from './harness/round.ts'

export const CONTENTS: readonly Fault[] = [
  {
    id: 'F13', name: 'the same over every way, many times', stores: BOTH, short: { sqlite: 1 },
    how: 'each report over SMTP, HTTP, Maildir and as a reply, one to five times, 32 at once',
    concurrency: 32, inputs: 16, run: repeat,
  },
  {
    id: 'F14', name: 'in every order', stores: BOTH, short: { sqlite: 1 },
    how: 'the same histories of two people each, shuffled apart: the ends must be alike',
    inputs: 12, run: reorder,
  },
  {
    id: 'F16', name: 'inputs made to break their reader', stores: BOTH, short: { sqlite: 1 },
    how: 'nests, bombs, NUL, invalid UTF-8, endless lines, beside real ones', run: bomb,
  },
  {
    id: 'F16', name: 'an input that stalls its thread', stores: BOTH, short: {},
    how: 'the judging thread loops for ever on one input', run: (round, effort) =>
      poison(round, effort, 'LOOP'),
  },
  {
    id: 'F17', name: 'an input that kills its thread', stores: BOTH, short: { sqlite: 1 },
    how: 'the judging thread ends, or runs out of memory, on one input',
    run: (round, effort) => poison(round, effort, effort.times % 2 === 1 ? 'EXIT' : 'MEMORY'),
  },
  {
    id: 'F17', name: 'an input that kills the process', stores: BOTH, short: {},
    how: 'abort() whenever it is read: set aside after some starts', run: abortOften,
  },
]

async function repeat(round: Round, { times, inputs }: Effort): Promise<void> {
  await round.begin()
  const ways: readonly Channel[] = ['smtp', 'message', 'events', 'maildir']
  for (let time = 0; time < times; time++) {
    const lot = makeInputs(round.random, inputs, ['smtp'], time * inputs)
    const all = lot.flatMap((input) => ways.flatMap((channel) =>
      Array.from({ length: round.random.whole(1, 5) }, (_, again): Input => ({
        ...input, channel, key: `${input.key}-${channel}-${again}`,
      }))))
    await round.handOver(all)
  }
}

const HISTORY = ['failed', 'delivered', 'delayed', 'failed-later', 'engaged'] as const

async function reorder(round: Round, { times, inputs }: Effort): Promise<Violation[]> {
  await round.begin()
  const people = times * inputs
  const from = Date.now() - 10 * 86_400_000
  const records = (who: string, person: number, steps: readonly number[]): object[] =>
    steps.map((step) => ({
      recipient: `${who}${person}@order.example.org`, messageId: `m${step}.${person}@example.com`,
      id: `${who}-${person}-${step}`, at: new Date(from + step * 3_600_000).toISOString(),
      ...replyOf(HISTORY[step % HISTORY.length] ?? 'failed'),
    }))
  const steps = (person: number): number[] =>
    Array.from({ length: 2 + person % 6 }, (_, i) => (i * 3 + person) % 11)
  const all = Array.from({ length: people }, (_, person) => person).flatMap((person) => [
    ...records('left', person, steps(person)), ...records('right', person, steps(person)),
  ])
  for (const record of round.random.shuffle(all)) {
    const response = await fetch(`${round.service.api}/v1/events`, {
      method: 'POST', body: JSON.stringify(record),
      headers: { 'authorization': `Bearer ${round.key}`, 'content-type': 'application/json' },
    })
    if (response.status !== 202) return [`I8: ${response.status} for ${JSON.stringify(record)}`]
  }
  return await compareEnds(round, people)
}

function replyOf(what: (typeof HISTORY)[number]): object {
  if (what === 'failed' || what === 'failed-later') return { reply: '550 5.1.1 User unknown' }
  if (what === 'delayed') return { kind: 'delayed', reply: '451 4.4.1 Connection timed out' }
  return { kind: what }
}

async function compareEnds(round: Round, people: number): Promise<Violation[]> {
  const store = await openForCheck(round.storeUrl)
  try {
    // What is still to be told would be told after its row has gone.
    const waiting = async (): Promise<number> => Number((await store.get<{ n: number }>(
      `SELECT (SELECT COUNT(*) FROM inbox WHERE state = 'new') + ` +
      `(SELECT COUNT(*) FROM outbox WHERE state = 'waiting') AS n`))?.n)
    while (await waiting() > 0) await sleep(50)
    const rows = await store.all<{ address: string; status: string; reason: string | null }>(
      // Who was only delivered to has no account.
      'SELECT address, status, reason FROM addresses UNION ALL ' +
      `SELECT address, 'alive', NULL FROM lives`)
    const ends = new Map(rows.map(({ address, status, reason }) =>
      [address, `${status} ${reason}`]))
    await store.write(async (tx) => {
      // The usual look at the store knows its own inputs alone.
      for (const table of ['events', 'incidents', 'suppressions', 'outbox']) {
        await tx.run(`DELETE FROM ${table}`)
      }
    })
    round.consumer.received.length = 0
    return Array.from({ length: people }, (_, person) => person).flatMap((person): Violation[] => {
      const [left, right] = ['left', 'right'].map((who) =>
        ends.get(`${who}${person}@order.example.org`))
      return left === right && left !== undefined ? []
        : [`I9: person ${person} ends as ${left} or as ${right}`]
    })
  } finally {
    await store.close()
  }
}

async function bomb(round: Round, { times, inputs }: Effort): Promise<void> {
  await round.begin()
  round.mayBeSetAside = true
  for (let time = 0; time < times; time++) {
    const [lot, made] = [makeInputs(round.random, inputs, undefined, time * inputs), BOMBS()]
    const handing = round.handOver(lot)
    for (const text of made) await postMessage(round, text)
    appendFileSync(join(round.folder, 'mail.log'), `${'\u0000\u00ff'.repeat(5_000)}\n`)
    await handing
  }
}

function BOMBS(): readonly (string | Uint8Array)[] {
  const nest = Array.from({ length: 2_000 }, (_, i) =>
    `Content-Type: multipart/mixed; boundary="b${i}"\r\n\r\n--b${i}\r\n`).join('')
  return [
    nest, `Subject: ${'=?utf-8?q?a?='.repeat(20_000)}\r\n\r\nx`, `\u0000`.repeat(100_000),
    Buffer.alloc(200_000, 0xff), `To: ${'a@b.example,'.repeat(50_000)}\r\n\r\n`,
    `Content-Type: message/delivery-status\r\n\r\nDiagnostic-Code: smtp; 550 ${'x'.repeat(65_536)}`,
    `${'a'.repeat(1_000_000)}: b\r\n\r\n`, '\r\n'.repeat(100_000), '('.repeat(100_000),
  ]
}

async function postMessage(round: Round, body: string | Uint8Array): Promise<number> {
  const response = await fetch(`${round.service.api}/v1/messages`, {
    method: 'POST', body: Buffer.from(body as string),
    headers: { 'authorization': `Bearer ${round.key}`, 'content-type': 'message/rfc822' },
  })
  await response.arrayBuffer()
  return response.status
}

const POISON: Input = {
  n: 999_999, channel: 'message', fate: 'hard', address: 'poison@example.org', key: 'poison',
}

async function poison(round: Round, { times, inputs }: Effort, how: string): Promise<Violation[]> {
  round.mayBeSetAside = true
  if (how === 'MEMORY') round.threadBytesMax = JUDGE_POOL_DEFAULTS.memoryMib * 1024 * 1024
  await round.begin({ env: { NODE_OPTIONS: `--import ${PRELOAD}`, FAULT_POISON: how } })
  for (let time = 0; time < times; time++) {
    const handing = round.handOver(makeInputs(round.random, inputs, undefined, time * inputs))
    await postMessage(round, toDsn({ ...POISON, n: POISON.n + time }, 'CAROM-POISON@b.example'))
    await handing
  }
  return await expectSetAside(round, times)
}

/** How long a thread may stall, three times over, and the rest of its batch alone. */
const SET_ASIDE_MS_MAX = 180_000

async function expectSetAside(round: Round, wanted: number): Promise<Violation[]> {
  const store = await openForCheck(round.storeUrl)
  const deadline = performance.now() + SET_ASIDE_MS_MAX
  try {
    for (;;) {
      const row = await store.get<{ n: number }>(
        `SELECT COUNT(*) AS n FROM inbox WHERE state = 'poison'`)
      if (Number(row?.n) === wanted) return []
      if (performance.now() > deadline) return [`I6: ${row?.n} of ${wanted} were set aside`]
      await sleep(100)
    }
  } finally {
    await store.close()
  }
}

async function abortOften(round: Round, { inputs }: Effort): Promise<Violation[]> {
  const env = { NODE_OPTIONS: `--import ${PRELOAD}`, FAULT_POISON: 'ABORT' }
  round.mayBeSetAside = true
  await round.begin({ env, shell: 'ulimit -c 0' })
  const handing = round.handOver(makeInputs(round.random, inputs))
  await postMessage(round, toDsn(POISON, 'CAROM-POISON@b.example'))
  // Something starts it again whenever it dies, as systemd does; on a busy machine that takes long.
  const store = await openForCheck(round.storeUrl)
  const deadline = performance.now() + SET_ASIDE_MS_MAX
  try {
    while (performance.now() < deadline) {
      const row = await store.get(`SELECT 1 FROM inbox WHERE state = 'poison'`)
      if (row !== undefined) break
      await Promise.race([round.service.ended, sleep(500)])
      if (!round.service.isRunning()) {
        await round.start({ env, shell: 'ulimit -c 0', mayDie: true })
      }
    }
  } finally {
    await store.close()
  }
  await round.restart({ env, shell: 'ulimit -c 0' })
  await handing
  return await expectSetAside(round, 1)
}

