// Patterns of concepts, written as lines of words → tables that the grammar engine matches.

import type { Reason } from '../rules/types.ts'
import type { Grammar } from './pack-grammar.ts'
import { NO_SLOT, type ConceptIds, type GrammarTable, type Pattern } from './grammar.ts'
import { reasonNumber } from './reason-number.ts'

/** Weight of a pattern without a number, by slots. */
const WEIGHT_BY_SLOTS = [0, 50, 72, 84, 90, 92]

/** States and actions that a negation turns round. */
const NEGATABLE = [
  'exist', 'find', 'know', 'valid', 'active', 'allow', 'accept', 'want', 'resolve', 'verify',
  'permission', 'member', 'listed', 'contain', 'deliver', 'config',
]

/** Things that only the negation right before them denies: "contains no virus". */
const DENIABLE_NOUNS = ['virus']

/** States whose denial is no fault: "not full", "has not been disabled". */
const DENIABLE_STATES = [
  'disabled', 'full', 'invalid', 'unknown', 'blocklist', 'block', 'listname', 'toofast', 'busy',
  'timeout', 'fail', 'error',
]

/** What is told of a domain when a host name stands before it. */
const OF_DOMAIN = ['exist', 'find', 'unknown', 'resolve', 'reputation']

/** Concepts that nearly every reply has: a pattern is looked up by its other slots. */
const FREQUENT = [
  'message', 'recipient', 'not', 'reject', 'address', 'user', 'server', 'your', 'sender', 'mailbox', 'deliver',
  'domain', 'unknown', 'client', 'accept', 'block', 'contain', 'error', 'temporary', 'fail', 'host', 'exist',
  'policy', 'visit', 'contact', 'our', 'account', 'ip', 'connection', 'limit', 'exceed',
]

/** Concepts before whose colon the cause does not stand yet. */
const REFUSALS = ['error', 'reject', 'block', 'fail', '-accept', '-allow', 'undeliverable']

export function createConceptIds(names: readonly string[]): ConceptIds {
  const negatable = [...NEGATABLE, ...DENIABLE_NOUNS]
  const list = ['', ...names, ...negatable.map((name) => '-' + name)]
  const ids = new Map(list.map((name, id) => [name, id]))
  const negated = new Uint8Array(list.length)
  const refusal = new Uint8Array(list.length)
  const noun = new Uint8Array(list.length)
  const state = new Uint8Array(list.length)
  const ofDomain = new Uint8Array(list.length)
  for (const name of DENIABLE_NOUNS) noun[ids.get(name) as number] = 1
  for (const name of DENIABLE_STATES) state[ids.get(name) as number] = 1
  for (const name of OF_DOMAIN) ofDomain[ids.get(name) as number] = 1
  for (const name of REFUSALS) refusal[ids.get(name) as number] = 1
  for (const name of negatable) negated[ids.get(name) as number] = ids.get('-' + name) as number
  const id = (name: string): number => ids.get(name) as number
  return {
    ids, names: list, not: id('not'), notLast: id('notlast'), aside: id('aside'),
    missing: id('missing'), disabled: id('disabled'), domain: id('domain'),
    address: id('address'), temporary: id('temporary'), unavailable: id('unavailable'),
    sender: id('sender'), client: id('client'), noun, state, ofDomain,
    refusal, negated,
  }
}

/** Concepts of which one has to be there; the same words are the same slot. */
type Slot = {
  readonly number: number
  readonly concepts: readonly number[]
  /** How often it is filled: a pattern is looked up by its rarest slot. */
  readonly cost: number
}

type Draft = {
  readonly pattern: Pattern
  readonly weight: number
  readonly slots: readonly Slot[]
  readonly forbidden: Slot | undefined
}

export function compileGrammar(
  { groups, patterns }: Grammar, concepts: ConceptIds,
): GrammarTable {
  const known = new Map<string, Slot>()
  const slotOf = createSlots(known, groups, concepts)
  const drafts = Object.entries(patterns).flatMap(([reason, lines]) =>
    lines.map((line) => compilePattern(reason as Reason, line, slotOf)))
  const triggered: number[][] = concepts.names.map(() => [])
  const filled: number[][] = concepts.names.map(() => [])
  const rarest = drafts.map(({ slots }, number) => {
    const slot = rarestOf(slots)
    for (const concept of slot.concepts) (triggered[concept] as number[]).push(number)
    // The trigger itself is there; what decides is the rarest of the others.
    const others = slots.filter((other) => other !== slot)
    return others.length === 0 ? slot : rarestOf(others)
  })
  const fills = new Uint8Array(known.size << 8)
  for (const { number, concepts: fill } of known.values()) {
    for (const concept of fill) {
      fills[(number << 8) | concept] = 1
      ;(filled[concept] as number[]).push(number)
    }
  }
  return {
    patterns: drafts.map(({ pattern }) => pattern),
    weight: Float64Array.from(drafts, ({ weight }) => weight),
    reason: Uint8Array.from(drafts, ({ pattern }) => reasonNumber(pattern.reason)),
    firstSlot: startsOf(drafts.map(({ slots }) => slots)),
    slots: Uint16Array.from(drafts.flatMap(({ slots }) => slots), ({ number }) => number),
    rarest: Uint16Array.from(rarest, ({ number }) => number),
    forbidden: Uint16Array.from(drafts, ({ forbidden }) => forbidden?.number ?? NO_SLOT),
    fills,
    firstFilled: startsOf(filled),
    filled: Uint16Array.from(filled.flat()),
    firstTriggered: startsOf(triggered),
    triggered: Uint16Array.from(triggered.flat()),
    present: new Uint8Array(known.size),
    met: new Uint8Array(concepts.names.length),
  }
}

function rarestOf(slots: readonly Slot[]): Slot {
  return slots.reduce((a, b) => (b.cost < a.cost ? b : a))
}

/** Where each list begins when all stand one after the other, and where the last one ends. */
function startsOf(lists: readonly (readonly unknown[])[]): Uint16Array {
  const starts = new Uint16Array(lists.length + 1)
  lists.forEach(({ length }, i) => { starts[i + 1] = (starts[i] as number) + length })
  return starts
}

type SlotOf = (words: string) => Slot

function createSlots(
  known: Map<string, Slot>, groups: Readonly<Record<string, string>>, concepts: ConceptIds,
): SlotOf {
  const rank = new Map(FREQUENT.map((name, i) => [concepts.ids.get(name), FREQUENT.length - i]))
  return (words) => {
    const found = known.get(words)
    if (found !== undefined) return found
    const names = words.split('|').flatMap((name) => groups[name]?.split('|') ?? [name])
    const ids = names.map((name) => {
      const id = concepts.ids.get(name)
      if (id === undefined) throw new TypeError(`the grammar names "${name}", which is no concept`)
      return id
    })
    const cost = ids.length + 4 * Math.max(...ids.map((id) => rank.get(id) ?? 0))
    const slot = { number: known.size, concepts: ids, cost }
    known.set(words, slot)
    return slot
  }
}

/** `mailbox|user -find !sender = 80`: slots, what must not stand near, the weight. */
function compilePattern(reason: Reason, line: string, slotOf: SlotOf): Draft {
  const [left = '', right] = line.split('=')
  const words = left.trim().split(/ +/)
  const slots = words.filter((word) => !word.startsWith('!')).map(slotOf)
  const forbidden = words.filter((word) => word.startsWith('!')).map((word) => word.slice(1))
  return {
    pattern: {
      id: `grammar/${reason}/${words.join('+')}`,
      reason,
      slots: slots.map((slot) => slot.concepts),
    },
    weight: right === undefined ? WEIGHT_BY_SLOTS[slots.length] ?? 92 : Number(right),
    slots,
    forbidden: forbidden.length === 0 ? undefined : slotOf(forbidden.join('|')),
  }
}
