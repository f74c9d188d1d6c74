// The invariants I1–I9 of a round, read from the store and asked of the API.

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findBrokenSeal } from '../../../packages/app/src/service/pipeline/audit.ts'
import type { Store } from '../../../packages/app/src/service/store/types.ts'
import { eventOf, type Input } from './inputs.ts'
import { openForCheck } from './look.ts'
import type { Round } from './round.ts'

/** Which invariant is broken, and how. */
export type Violation = `I${number}: ${string}`

const SETTLE_MS_MAX = 90_000
/** What one service may take with the loads of the faults; a leak takes more. */
const RESIDENT_BYTES_MAX = 450 * 1024 * 1024
const DESCRIPTORS_MAX = 300
const SHOWN_MAX = 5

/** Waits until nothing is left to do, stops the service, and looks at everything. */
export async function checkRound(round: Round): Promise<Violation[]> {
  const found: Violation[] = []
  const store = await openForCheck(round.storeUrl)
  try {
    found.push(...await settle(round, store))
    round.measure()
    found.push(...await askAll(round))
    for (const service of [round.service, ...round.others]) {
      const code = service.isRunning() ? await service.stop() : 0
      if (code !== 0) found.push(`I6: it ended with ${code} instead of 0 when it was stopped`)
    }
    found.push(...await checkStore(round, store), ...checkBook(round), ...checkUsage(round))
  } finally {
    await store.close()
  }
  return found
}

async function settle(round: Round, store: Store): Promise<Violation[]> {
  const deadline = performance.now() + SETTLE_MS_MAX
  for (;;) {
    const left = await leftOf(round, store)
    if (left === '') return []
    if (performance.now() > deadline) {
      return [`I6: after ${SETTLE_MS_MAX / 1000} s there is still ${left}`]
    }
    await sleep(100)
  }
}

/** What is not done yet. */
async function leftOf({ folder, inputs, laid }: Round, store: Store): Promise<string> {
  const files = ['new', 'cur'].flatMap((name) => readdirSync(join(folder, 'maildir', name)))
  if (files.length > 0) return `${files.length} files in the Maildir`
  const waiting = await count(store, `inbox WHERE state = 'new'`)
  if (waiting > 0) return `${waiting} inputs that wait to be judged`
  const pushes = await count(store, `outbox WHERE state = 'waiting'`)
  if (pushes > 0) return `${pushes} webhooks that wait to be delivered`
  const fetched = [...laid, ...inputs.filter(({ channel }) => channel === 'log')]
  if (fetched.length === 0) return ''
  const rows = await store.all<{ address: string }>(
    'SELECT address FROM events UNION SELECT address FROM lives')
  const there = new Set(rows.map(({ address }) => address))
  const missing = fetched.filter(({ address }) => !there.has(address))
  return missing.length > 0 ? `${missing.length} lines or mails that are not read` : ''
}

async function count(store: Store, of: string): Promise<number> {
  const row = await store.get<{ n: number }>(`SELECT COUNT(*) AS n FROM ${of}`)
  return Number(row?.n ?? 0)
}

const ASK_TRIES = 30
const ASK_PAUSE_MS = 200

/** What another process decided is answered within a second or two. */
async function askUntil(
  round: Round, address: string, right: string,
): Promise<{ readonly status: number; readonly answer: string | undefined }> {
  for (let tries = 1; ; tries++) {
    const { status, json } = await round.ask(`/v1/check?address=${encodeURIComponent(address)}`)
    const { answer } = json as { answer?: string }
    if (answer === right || tries >= ASK_TRIES) return { status, answer }
    await sleep(ASK_PAUSE_MS)
  }
}

async function askAll(round: Round): Promise<Violation[]> {
  const found: Violation[] = []
  for (const input of round.random.shuffle(round.inputs).slice(0, 12)) {
    const right = input.fate === 'hard' ? 'do-not-send' : 'send'
    const { status, answer } = await askUntil(round, input.address, right)
    if (status !== 200 || answer !== right) {
      found.push(`I5: the check of ${describe(input)} says ${status} ${answer}, not ${right}`)
    }
  }
  return found
}

function describe({ n, channel, fate }: Input): string {
  return `input ${n} (${fate}, ${channel})`
}

type Counts = {
  readonly events: ReadonlyMap<string, number>
  readonly lives: ReadonlyMap<string, number>
  readonly raws: ReadonlyMap<string, number>
  readonly incidents: ReadonlyMap<string, number>
  readonly suppressed: ReadonlyMap<string, number>
  readonly listed: ReadonlyMap<string, number>
  readonly failed: ReadonlyMap<string, number>
  readonly added: ReadonlyMap<string, number>
  readonly states: ReadonlyMap<string, number>
}

async function countBy(store: Store, column: string, from: string): Promise<Map<string, number>> {
  const rows = await store.all<{ name: string; n: number }>(
    `SELECT ${column} AS name, COUNT(*) AS n FROM ${from} GROUP BY ${column}`)
  return new Map(rows.map(({ name, n }) => [name, Number(n)]))
}

async function checkStore(round: Round, store: Store): Promise<Violation[]> {
  const counts: Counts = {
    events: await countBy(store, 'address', 'events'),
    lives: await countBy(store, 'address', 'lives'),
    raws: await countBy(store, 'address',
      'events JOIN inbox ON inbox.id = events.inbox_id JOIN raws ON raws.id = inbox.id'),
    incidents: await countBy(store, 'address', 'incidents'),
    suppressed: await countBy(store, 'address', `audit WHERE action = 'suppressed'`),
    listed: await countBy(store, 'address', 'suppressions'),
    failed: await countBy(store, 'ordering_key', `outbox WHERE type = 'recipient.failed'`),
    added: await countBy(store, 'ordering_key', `outbox WHERE type = 'suppression.added'`),
    states: await countBy(store, 'address', `addresses WHERE status = 'suppressed'`),
  }
  const byAddress = Map.groupBy(round.inputs, ({ address }) => address)
  const found = [...byAddress].flatMap(([, inputs]) => checkAddress(inputs, counts))
  return [...found, ...await checkWhole(round, store, counts)]
}

/** All that was told of one address. */
function checkAddress(inputs: readonly Input[], counts: Counts): Violation[] {
  const [first] = inputs
  if (first === undefined) return []
  const found: Violation[] = []
  const failures = inputs.filter(({ fate }) => fate !== 'delivered')
  // A delivery in a log is a sign of life and no event.
  const isLogged = ({ fate, channel }: Input): boolean => fate === 'delivered' && channel === 'log'
  const events = new Set(inputs.filter((input) => !isLogged(input)).map(eventOf)).size
  const failed = new Set(failures.map(eventOf)).size
  const isHard = inputs.some(({ fate }) => fate === 'hard') ? 1 : 0
  const expect = (name: keyof Counts, wanted: number, invariant: number, most = wanted): void => {
    const n = counts[name].get(first.address) ?? 0
    if (n >= wanted && n <= most) return
    found.push(`I${invariant}: ${describe(first)} has ${n} ${name}, not ${wanted}`)
  }
  expect('events', events, (counts.events.get(first.address) ?? 0) < events ? 1 : 2)
  expect('raws', events, 1)
  if (inputs.some(isLogged)) expect('lives', 1, (counts.lives.get(first.address) ?? 0) < 1 ? 1 : 2)
  expect('incidents', new Set(failures.map(({ n }) => n)).size, 2)
  expect('suppressed', isHard, 2)
  expect('listed', isHard, 5)
  expect('states', isHard, 3)
  // The same report once more, with a better proof, is told once more.
  expect('failed', failed, 3, failures.length)
  expect('added', isHard, 3)
  return found
}

/** What concerns the store as a whole. */
async function checkWhole(
  { inputs, consumer, mayBeSetAside }: Round, store: Store, { listed, events }: Counts,
): Promise<Violation[]> {
  const found: Violation[] = []
  // What names nobody has no address.
  const known = new Set(['', ...inputs.map(({ address }) => address)])
  const strangers = [...events.keys(), ...listed.keys()].filter((name) => !known.has(name))
  if (strangers.length > 0) found.push(`I5: nobody told of ${strangers.slice(0, 3).join(', ')}`)
  const broken = await findBrokenSeal(store, 'default')
  if (broken !== undefined) found.push(`I5: the audit chain is broken at row ${broken}`)
  const unproved = await store.all<{ address: string }>(
    'SELECT address FROM suppressions s WHERE NOT EXISTS (SELECT 1 FROM events e ' +
    'WHERE e.tenant = s.tenant AND e.address = s.address AND e.counted = 1 ' +
    'AND e.incident IS NOT NULL)')
  for (const { address } of unproved) found.push(`I5: nothing proves that ${address} is suppressed`)
  const aside = await count(store, `inbox WHERE state IN ('poison', 'unmatched')`)
  if (aside > 0 && !mayBeSetAside) found.push(`I6: ${aside} inputs were set aside`)
  const rows = await store.all<{ notification: string; state: string }>(
    'SELECT notification, state FROM outbox')
  const told = new Set(consumer.received.map(({ id }) => id))
  for (const { notification, state } of rows) {
    if (state !== 'delivered') found.push(`I6: webhook ${notification} is ${state}`)
    else if (!told.has(notification)) found.push(`I3: nobody was told ${notification}`)
  }
  const rowsOf = new Set(rows.map(({ notification }) => notification))
  for (const id of told) if (!rowsOf.has(id)) found.push(`I3: ${id} was told, and is not stored`)
  return found
}

function checkBook({ book, inputs }: Round): Violation[] {
  const found: Violation[] = book.refusals.map((text): Violation => `I8: ${text}`)
  const acked = new Set(book.acks.map(({ input }) => input.n))
  const never = inputs.filter(({ n }) => !acked.has(n))
  if (never.length > 0) found.push(`I4: ${never.length} inputs were never acknowledged`)
  return found
}

function checkUsage({ usages, folder, threadBytesMax }: Round): Violation[] {
  const found: Violation[] = []
  const bytesMax = RESIDENT_BYTES_MAX + threadBytesMax
  for (const { residentBytes, descriptors } of usages) {
    const megabytes = Math.round(residentBytes / 1024 / 1024)
    if (residentBytes > bytesMax) found.push(`I7: it took ${megabytes} MB`)
    if (descriptors > DESCRIPTORS_MAX) found.push(`I7: it had ${descriptors} descriptors open`)
  }
  if (existsSync(join(folder, 'core'))) found.push('I7: it left a core file')
  return found
}

/** The first of them, in one text. */
export function summarize(violations: readonly Violation[]): string {
  const more = violations.length - SHOWN_MAX
  return violations.slice(0, SHOWN_MAX).join('; ') + (more > 0 ? `; and ${more} more` : '')
}
