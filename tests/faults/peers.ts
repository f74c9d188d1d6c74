// Faults of those that the service asks or tells: receivers of webhooks, mailboxes, logs (F18–F21).

import { appendFileSync, existsSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startScriptedImap } from '../../packages/app/test/service/intake/scripted-imap.ts'
import { startScriptedPop3 } from '../../packages/app/test/service/intake/scripted-pop3.ts'
import type { Answer } from '../../packages/app/test/service/deliver/webhook-consumer.ts'
import { BOTH, type Effort, type Fault } from './fault.ts'
import type { Violation } from './harness/check.ts'
import { makeInputs, toDsn, toLogLine, type Input } from './harness/inputs.ts'
import { openForCheck } from './harness/look.ts'
import { PRELOAD } from './harness/preloaded.ts'
import type { Round } from './harness/round.ts'

export const PEERS: readonly Fault[] = [
  {
    id: 'F18', name: 'receiver of webhooks down', stores: BOTH, short: { sqlite: 1 },
    how: '500, 503, a redirect, no answer or a cut at the first attempt of each; then hours later',
    run: refusePushes,
  },
  {
    id: 'F19', name: 'IMAP cut and killed', stores: BOTH, short: { sqlite: 1 },
    how: 'cut after a random byte, killed at EXPUNGE, UIDVALIDITY changed', inputs: 12,
    run: readImap,
  },
  {
    id: 'F20', name: 'POP3 cut and killed', stores: BOTH, short: { sqlite: 1 },
    how: 'cut after a random byte, killed at DELE or QUIT', inputs: 12, run: readPop3,
  },
  {
    id: 'F21', name: 'log rotated', stores: BOTH, short: { sqlite: 1 },
    how: 'renamed and made anew, a line in two pieces, killed in between', inputs: 30,
    run: rotate,
  },
]

const HOURS_MS = 3 * 3_600_000
const DAY_MS = 24 * 3_600_000

async function refusePushes(round: Round, { times, inputs }: Effort): Promise<Violation[]> {
  const clock = join(round.folder, 'clock')
  writeFileSync(clock, '0')
  const tried = new Set<string>()
  const failures: readonly Answer[] = [
    500, 503, (_request, response) => { response.writeHead(302, { location: '/b' }).end() },
    (request) => { request.socket.destroy() },
  ]
  await round.begin(
    { env: { NODE_OPTIONS: `--import ${PRELOAD}`, FAULT_CLOCK: clock } },
    ({ id }) => {
      if (tried.has(id)) return 204
      tried.add(id)
      return round.random.pick(failures)
    })
  for (let time = 0; time < times; time++) {
    await round.handOver(makeInputs(
      round.random, inputs, ['events', 'webhook', 'log'], time * inputs))
    await sleep(1_500)
    writeFileSync(clock, String((time + 1) * HOURS_MS))
  }
  await passHours(round, clock, (times % 4 + 1) * HOURS_MS)
  return await orderOf(round)
}

/**
 * Hour after hour until all is told, since on a slow machine some are tried for the first time only
 * now. A day at most, beyond which deliveries that were made are thrown away.
 */
async function passHours(round: Round, clock: string, from: number): Promise<void> {
  const store = await openForCheck(round.storeUrl)
  try {
    for (let offset = from; offset < DAY_MS; offset += HOURS_MS / 3) {
      writeFileSync(clock, String(offset))
      await sleep(1_000)
      const row = await store.get<{ n: number }>(
        `SELECT (SELECT COUNT(*) FROM inbox WHERE state = 'new') + ` +
        `(SELECT COUNT(*) FROM outbox WHERE state = 'waiting') AS n`)
      if (Number(row?.n) === 0) return
    }
  } finally {
    await store.close()
  }
}

/** What is told of one person is told in the order in which it came to be. */
async function orderOf({ consumer }: Round): Promise<Violation[]> {
  const deadline = performance.now() + 60_000
  const firsts = (): Map<string, string[]> => {
    const types = new Map<string, string[]>()
    const seen = new Set<string>()
    for (const { id, type, body } of consumer.received) {
      if (seen.has(id)) continue
      seen.add(id)
      const { data } = JSON.parse(body) as {
        data: { address?: string; event?: { recipient?: string } }
      }
      const who = data.address ?? data.event?.recipient ?? ''
      types.set(who, [...types.get(who) ?? [], type])
    }
    return types
  }
  while (consumer.received.length === 0 && performance.now() < deadline) await sleep(100)
  return [...firsts()].flatMap(([who, types]): Violation[] =>
    types.indexOf('suppression.added') === 0 && types.includes('recipient.failed')
      ? [`I3: ${who} was told to be suppressed before the failure was told`] : [])
}

async function readImap(round: Round, { times, inputs }: Effort): Promise<void> {
  const imap = await startScriptedImap()
  round.ending.push(imap.stop)
  round.moreSources = `  - { type: imap, name: imap, host: 127.0.0.1, port: ${imap.port}, ` +
    'security: plain, allowPlain: true, user: ada, password: secret, after: delete, ' +
    'trustHeader: Delivered-To, pollMs: 1000 }\n'
  await round.begin()
  for (let time = 0; time < times; time++) {
    const lot = makeInputs(round.random, inputs, ['maildir'], time * inputs)
    round.lay(lot)
    let kills = 1
    imap.script = (command) => {
      if (kills > 0 && command.includes('EXPUNGE')) {
        kills -= 1
        round.service.signal('SIGKILL')
      }
      return false
    }
    imap.cutAfterBytes = imap.bytesSent() + round.random.whole(1, 4_000)
    for (const input of lot) imap.arrive(input.n + 1, toDsn(input))
    await Promise.race([round.service.ended, sleep(15_000)])
    kills = 0
    if (time % 2 === 1) imap.uidValidity += 1
    await round.restart()
    await until(() => imap.messages.size === 0, () => imap.commands.slice(-30))
  }
}

async function readPop3(round: Round, { times, inputs }: Effort): Promise<void> {
  const pop3 = await startScriptedPop3()
  round.ending.push(pop3.stop)
  round.moreSources = `  - { type: pop3, name: pop3, host: 127.0.0.1, port: ${pop3.port}, ` +
    'security: plain, allowPlain: true, user: ada, password: secret, after: delete, ' +
    'trustHeader: Delivered-To, pollMs: 1000 }\n'
  await round.begin()
  for (let time = 0; time < times; time++) {
    const lot = makeInputs(round.random, inputs, ['maildir'], time * inputs)
    round.lay(lot)
    let kills = 1
    const at = time % 2 === 0 ? 'QUIT' : 'DELE'
    pop3.script = (command) => {
      if (kills > 0 && command.startsWith(at) && pop3.messages.length > 0) {
        kills -= 1
        round.service.signal('SIGKILL')
      }
      return false
    }
    pop3.cutAfterBytes = pop3.bytesSent() + round.random.whole(1, 4_000)
    pop3.messages = lot.map((input) => ({ uid: `u${input.n}`, text: toDsn(input) }))
    await Promise.race([round.service.ended, sleep(15_000)])
    kills = 0
    await round.restart()
    await until(() => pop3.messages.length === 0, () => pop3.commands.slice(-30))
  }
}

const UNTIL_MS_MAX = 60_000

async function until(holds: () => boolean, state: () => unknown): Promise<void> {
  const deadline = performance.now() + UNTIL_MS_MAX
  while (!holds()) {
    if (performance.now() > deadline) {
      throw new Error(`the mailbox was never emptied: ${JSON.stringify(state())}`)
    }
    await sleep(50)
  }
}

async function rotate(round: Round, { times, inputs }: Effort): Promise<void> {
  await round.begin()
  const log = join(round.folder, 'mail.log')
  for (let time = 0; time < times; time++) {
    const lot = makeInputs(round.random, inputs, ['log'], time * inputs)
    round.lay(lot)
    const half = Math.floor(lot.length / 2)
    await write(log, lot.slice(0, half))
    if (time % 2 === 1) await round.service.kill()
    rename(log)
    await write(log, lot.slice(half))
    if (time % 2 === 1) await round.restart()
    await sleep(round.random.whole(0, 800))
  }
}

/** Lines, some of them in two pieces. */
async function write(log: string, inputs: readonly Input[]): Promise<void> {
  for (const [i, input] of inputs.entries()) {
    const line = `${toLogLine(input)}\n`
    const cut = i % 5 === 0 ? Math.floor(line.length / 2) : line.length
    appendFileSync(log, line.slice(0, cut))
    if (cut < line.length) await sleep(20)
    appendFileSync(log, line.slice(cut))
  }
}

/** As logrotate does it: the last one becomes .1, the one before .2. */
function rename(log: string): void {
  for (let n = 20; n >= 1; n--) {
    const [from, to] = [n === 1 ? log : `${log}.${n - 1}`, `${log}.${n}`]
    if (existsSync(from)) renameSync(from, to)
  }
  writeFileSync(log, '')
}
