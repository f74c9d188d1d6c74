// A simulated sender: Poisson traffic to one receiver, with a fault of the receiver in between.

import type { MinuteCounts } from '../../../src/policy/guards/outage.ts'
import type { AddressHistory, Incident, Proof } from '../../../src/policy/types.ts'
import { readHistory } from '../history.ts'

const MINUTE_MS = 60_000
const ALIVE_MS = 30 * 86_400_000

export type Person = {
  readonly address: string
  /** The mailbox is there. */
  readonly exists: boolean
  /** When it was last delivered before the simulation; undefined for never. */
  readonly deliveredAt?: number
}

export type Traffic = {
  readonly people: readonly Person[]
  readonly from: number
  readonly until: number
  readonly messagesPerMinute: number
  /** At these times the receiver says of everyone that they do not exist. */
  readonly faults: readonly (readonly [from: number, until: number])[]
  readonly receiver: string
  readonly trust: number
  readonly seed: number
}

export type Log = {
  readonly minutes: readonly MinuteCounts[]
  readonly histories: ReadonlyMap<Person, AddressHistory>
}

/** mulberry32: small, seeded, good enough for traffic. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function simulateTraffic(traffic: Traffic): Log {
  const { people, from, until, messagesPerMinute, faults, receiver, trust, seed } = traffic
  const random = createRandom(seed)
  const minutes = new Map<number, MinuteCounts>()
  const records = new Map<Person, { incidents: Incident[]; proofs: Proof[] }>()
  for (const person of people) {
    const { deliveredAt } = person
    records.set(person, {
      incidents: [],
      proofs: deliveredAt === undefined ? [] : [{ at: deliveredAt, kind: 'delivered' }],
    })
  }
  const [template] = readHistory('gone@0').incidents as [Incident]
  let count = 0
  for (let at = from; ; count++) {
    at += Math.ceil(-Math.log(1 - random()) * MINUTE_MS / messagesPerMinute)
    if (at >= until) break
    const person = people[Math.floor(random() * people.length)] as Person
    const record = records.get(person) as { incidents: Incident[]; proofs: Proof[] }
    const isFault = faults.some(([start, end]) => at >= start && at < end)
    const fails = isFault || !person.exists
    const message = `m${count}`
    const alive = record.proofs.some((proof) => proof.at < at && proof.at > at - ALIVE_MS)
    if (fails) record.incidents.push({ ...template, id: message, at, message, receiver, trust })
    else record.proofs.push({ at, kind: 'delivered', message })
    const minute = Math.floor(at / MINUTE_MS) * MINUTE_MS
    const { attempts = 0, unknownUsers = 0, alive: living = 0 } = minutes.get(minute) ?? {}
    minutes.set(minute, {
      at: minute, attempts: attempts + 1, unknownUsers: unknownUsers + (fails ? 1 : 0),
      alive: living + (fails && alive ? 1 : 0),
    })
  }
  const histories = new Map<Person, AddressHistory>()
  for (const [person, record] of records) {
    histories.set(person, { address: person.address, ...record, entries: [] })
  }
  return { minutes: [...minutes.values()].sort((a, b) => a.at - b.at), histories }
}
