// The people of the demonstration: who reads what where, and what will become of their addresses.

import type { Random } from './random.ts'
import {
  FIRST_NAMES, LAST_NAMES, RECEIVERS, TYPOS, type Fate, type Person, type Receiver,
} from './world.ts'

const PEOPLE = 700
/** Addresses of a list that nobody had written to for years. */
const OLD_PEOPLE = 1_600
const OLD_GONE_SHARE = 0.56
const DAYS = 150

export function makePeople(random: Random): Person[] {
  const known = new Set<string>()
  const people: Person[] = []
  for (let number = 0; people.length < PEOPLE + OLD_PEOPLE; number++) {
    const isOld = people.length >= PEOPLE
    const receiver = random.weighted(RECEIVERS)
    const fate = isOld ? oldFate(random) : fateOf(random, receiver)
    const domain = fate === 'typo' ? random.pick(TYPOS) : receiver.domain
    const address = `${nameOf(random, number)}@${domain}`
    if (known.has(address)) continue
    known.add(address)
    people.push({
      address, receiver, fate, isOld, since: isOld || fate === 'typo' ? 0 : random.below(DAYS),
      lists: isOld ? ['offers'] : listsOf(random),
    })
  }
  return people
}

function fateOf(random: Random, { domain }: Receiver): Fate {
  if (domain === 'museum.example') return random.chance(0.6) ? 'odd' : 'fine'
  const number = random.next()
  if (number < 0.07) return 'gone'
  if (number < 0.085) return 'full'
  if (number < 0.1) return 'disabled'
  return number < 0.112 ? 'typo' : 'fine'
}

function oldFate(random: Random): Fate {
  if (random.chance(OLD_GONE_SHARE)) return 'gone'
  return random.chance(0.1) ? 'disabled' : 'fine'
}

function listsOf(random: Random): string[] {
  const lists = random.chance(0.55) ? ['news'] : ['offers']
  if (random.chance(0.12)) lists.push('orders')
  return lists
}

function nameOf(random: Random, number: number): string {
  const first = random.pick(FIRST_NAMES)
  const last = random.pick(LAST_NAMES)
  const form = random.below(4)
  if (form === 0) return `${first}.${last}`
  if (form === 1) return `${first[0]}${last}${number % 90 + 10}`
  return form === 2 ? `${first}${number % 97}` : `${last}.${first[0]}`
}
