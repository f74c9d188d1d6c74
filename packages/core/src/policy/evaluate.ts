// What a policy says about an address: a pure fold over the set of its incidents, signs of life and
// entries, in order of time, so that the order in which they arrived changes nothing.

import { isProven } from './match.ts'
import { compilePolicy } from './compile.ts'
import type { CompiledGuards, CompiledPolicy } from './compile.ts'
import { applyEntry } from './entry.ts'
import { applyIncident } from './incident.ts'
import { createMachine, seenStatus } from './machine.ts'
import type { Machine } from './machine.ts'
import { forgetOld, isEmpty, readMeter } from './meter.ts'
import type { Policy } from './policy.ts'
import { applyProof } from './proof.ts'
import { retryTime } from './retry.ts'
import { applyTime, nextTimer } from './timer.ts'
import type { AddressHistory, AddressState, Incident, ManualEntry, Meter, Proof } from './types.ts'

type Happening =
  | { readonly at: number; readonly rank: 0; readonly it: Incident }
  | { readonly at: number; readonly rank: 1; readonly it: Proof }
  | { readonly at: number; readonly rank: 2; readonly it: ManualEntry }

/**
 * The state of an address at `now` (milliseconds since 1970). What is dated later has not happened
 * yet; `nextAt` says when it will. Throws a TypeError where a duration of the policy is none.
 */
export function evaluate(policy: Policy, history: AddressHistory, now: number): AddressState {
  const compiled = compilePolicy(policy)
  const machine = createMachine(compiled, history.address)
  const happenings = inOrder(history, compiled.guards)
  let next: number | undefined
  for (const happening of happenings) {
    if (happening.at > now) {
      next = happening.at
      break
    }
    applyTime(machine, happening.at)
    if (happening.rank === 0) applyIncident(machine, happening.it)
    else if (happening.rank === 1) applyProof(machine, happening.it)
    else applyEntry(machine, happening.it)
  }
  applyTime(machine, now)
  return readState(machine, adviseFor(compiled, happenings, now), now, next)
}

/** By time; what happened at once: failures first, then signs of life, then what people decided. */
function inOrder(
  { incidents, proofs, entries }: AddressHistory, guards: CompiledGuards,
): Happening[] {
  const list: Happening[] = []
  for (const it of incidents) list.push({ at: it.at, rank: 0, it })
  if (proofs.length > 0) {
    const bounces = bouncesOf(incidents, guards)
    for (const it of proofs) {
      if (!isContradicted(it, bounces)) list.push({ at: it.at, rank: 1, it })
    }
  }
  for (const it of entries) list.push({ at: it.at, rank: 2, it })
  for (let i = 1; i < list.length; i++) {
    if (compare(list[i - 1] as Happening, list[i] as Happening) > 0) return list.sort(compare)
  }
  return list
}

/**
 * A server that takes everything and bounces later says "delivered" first. Where a message is named
 * its own bounce contradicts it; where none is, a bounce within this time.
 */
const ACCEPTED_THEN_BOUNCED_MS = 15 * 60_000

function isContradicted({ kind, at, message }: Proof, { messages, hardAt }: Bounces): boolean {
  if (kind !== 'delivered') return false
  if (message !== undefined) return messages.has(message)
  const next = firstFrom(hardAt, at)
  return next !== undefined && next - at <= ACCEPTED_THEN_BOUNCED_MS
}

/** Messages that provably bounced, and when hard failures happened, in order. */
type Bounces = { readonly messages: ReadonlySet<string>; readonly hardAt: readonly number[] }

function bouncesOf(incidents: readonly Incident[], guards: CompiledGuards): Bounces {
  const messages = new Set<string>()
  const hardAt: number[] = []
  for (const incident of incidents) {
    const { kind, message, remedy, at } = incident
    if (kind !== 'failed' || !isProven(incident, guards)) continue
    if (message !== undefined) messages.add(message)
    if (remedy === 'suppress') hardAt.push(at)
  }
  return { messages, hardAt: hardAt.sort((a, b) => a - b) }
}

/** The first of sorted times that is not before `at`. */
function firstFrom(times: readonly number[], at: number): number | undefined {
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle] as number) < at) low = middle + 1
    else high = middle
  }
  return times[low]
}

function compare(a: Happening, b: Happening): number {
  if (a.at !== b.at) return a.at - b.at
  if (a.rank !== b.rank) return a.rank - b.rank
  const [keyA, keyB] = [keyOf(a), keyOf(b)]
  return keyA < keyB ? -1 : keyA > keyB ? 1 : 0
}

function keyOf(happening: Happening): string {
  switch (happening.rank) {
    case 0: return happening.it.id
    case 1: return `${happening.it.kind} ${happening.it.message ?? ''}`
    default: {
      const { do: verb, by, until, reason, note } = happening.it
      return `${verb} ${by} ${until ?? ''} ${reason ?? ''} ${note ?? ''}`
    }
  }
}

function adviseFor(
  { guards }: CompiledPolicy, happenings: readonly Happening[], now: number,
): number | undefined {
  let last: Incident | undefined
  let firstAt = 0
  let attempts = 0
  for (const { at, rank, it } of happenings) {
    if (at > now) break
    if (rank !== 0) {
      last = undefined
      attempts = 0
    } else if (it.kind === 'failed' && it.remedy === 'retry' && isProven(it, guards)) {
      if (attempts === 0) firstAt = at
      last = it
      attempts++
    }
  }
  if (last === undefined) return undefined
  const { reason, retryAfterSeconds, habitMs, at } = last
  return retryTime({
    reason, attempts, firstAt, lastAt: at,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    ...(habitMs !== undefined && { habitMs }),
  })
}

function readState(
  machine: Machine, retryAt: number | undefined, now: number, happensAt: number | undefined,
): AddressState {
  const { manual, complained, unsubscribed, steps } = machine
  const status = seenStatus(machine)
  const meters: Meter[] = []
  if (machine.meters.length > 1) machine.meters.sort((a, b) => a.of.index - b.of.index)
  for (const meter of machine.meters) {
    forgetOld(meter, now)
    if (!isEmpty(meter)) meters.push(readMeter(meter, machine.engaged))
  }
  const { since, until, reason, track } = manual === undefined || status === 'removed'
    ? machine
    : { ...manual, track: undefined }
  const stopped = status !== 'active' && status !== 'watch'
  const nextAt = Math.min(nextTimer(machine), happensAt ?? Infinity)
  const tryAt = retryAt === undefined || status === 'suppressed' || status === 'removed'
    ? undefined
    : Math.max(retryAt, stopped && until !== Infinity ? until : 0)
  return {
    status,
    ...(since !== -Infinity && { since }),
    ...(stopped && until !== Infinity && { until }),
    ...(nextAt !== Infinity && { nextAt }),
    ...(reason !== undefined && { reason }),
    ...(track !== undefined && { track: track.track.id }),
    complained, unsubscribed, manualBlock: manual !== undefined,
    meters,
    ...(tryAt !== undefined && { retryAt: tryAt }),
    steps,
  }
}

