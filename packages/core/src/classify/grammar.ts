// The grammar engine: matches patterns of concepts that stand near each other.

import type { Reason } from '../rules/types.ts'
import { REASONS } from './reason-number.ts'

/** Words between two slots of a pattern, at most. */
const REACH_MAX = 12
/** What one word between two slots takes off the weight. */
const GAP_COST = 1.6
/** What a pattern counts: stated, only supposed, before the colon of "rejected: cause". */
const SHARES = [1, 0.6, 0.85]
/** Bits of a place in the list of concepts, which has CONCEPTS_MAX. */
const PLACE_BITS = 8
const PLACE_MASK = (1 << PLACE_BITS) - 1
const FAR = 1 << 29

export type ConceptIds = {
  readonly ids: ReadonlyMap<string, number>
  readonly names: readonly string[]
  readonly not: number
  /** The negation that stands behind its verb; once it is bound, none is left. */
  readonly notLast: number
  readonly aside: number
  readonly missing: number
  readonly disabled: number
  readonly domain: number
  readonly address: number
  readonly temporary: number
  readonly unavailable: number
  readonly sender: number
  readonly client: number
  /** Concept → 1 where it is a thing that is denied by the negation right before it alone. */
  readonly noun: Uint8Array
  /** Concept → 1 where the negation right before it takes it back altogether: "not full". */
  readonly state: Uint8Array
  /** Concept → 1 where the host name before it is a domain that it tells something of. */
  readonly ofDomain: Uint8Array
  /** Concept → 1 where it says that something was refused or failed. */
  readonly refusal: Uint8Array
  /** Concept → id of its negation, 0 where it has none. */
  readonly negated: Uint8Array
}

export type Pattern = {
  readonly id: string
  readonly reason: Reason
  /** Concepts of which it wants one each. */
  readonly slots: readonly (readonly number[])[]
}

/** Patterns by number and slots by number, laid out for one look at each. */
export type GrammarTable = {
  readonly patterns: readonly Pattern[]
  readonly weight: Float64Array
  /** Number of the reason (reason-number.ts). */
  readonly reason: Uint8Array
  /** Pattern → its first place in `slots`; one more at the end. */
  readonly firstSlot: Uint16Array
  /** Slots: of the concepts of each, one has to be there. */
  readonly slots: Uint16Array
  /** The slot that is filled most rarely; the rest need no look where it is not. */
  readonly rarest: Uint16Array
  /** What must not stand near, as one slot more; NO_SLOT where anything may. */
  readonly forbidden: Uint16Array
  /** slot << 8 | concept → 1 where the concept fills the slot. */
  readonly fills: Uint8Array
  /** Concept → its first place in `filled`, the slots that it fills; one more at the end. */
  readonly firstFilled: Uint16Array
  readonly filled: Uint16Array
  /** Concept → its first place in `triggered`, patterns that need it; one more at the end. */
  readonly firstTriggered: Uint16Array
  readonly triggered: Uint16Array
  /** Slots that are filled and concepts that were met in the text that is being read. */
  readonly present: Uint8Array
  readonly met: Uint8Array
}

export const NO_SLOT = 0xffff

/** Occurrences of concepts in one text, in order of place. */
export type Concepts = {
  count: number
  readonly concept: Uint8Array
  readonly word: Int32Array
  readonly from: Int32Array
  readonly to: Int32Array
  /** 1 where the words are supposed ("if the mailbox is full"), 2 before "rejected: cause". */
  readonly aside: Uint8Array
}

/** The strongest pattern of each reason in one text; index is the reason's number. */
export type GrammarScores = {
  readonly weight: Float32Array
  readonly pattern: (Pattern | undefined)[]
  readonly from: Int32Array
  readonly to: Int32Array
}

export function createGrammarScores(): GrammarScores {
  const reasons = REASONS.length
  return {
    weight: new Float32Array(reasons),
    pattern: new Array<Pattern | undefined>(reasons).fill(undefined),
    from: new Int32Array(reasons),
    to: new Int32Array(reasons),
  }
}

/** All patterns whose concepts stand near each other. */
export function matchGrammar(table: GrammarTable, list: Concepts, scores: GrammarScores): void {
  const { concept, count } = list
  const { met, firstTriggered, triggered, weight, reason } = table
  scores.weight.fill(0)
  markPresent(table, list)
  met.fill(0)
  // A negation that was used up is 0.
  met[0] = 1
  for (let i = 0; i < count; i++) {
    const id = concept[i] as number
    if (met[id] !== 0) continue
    met[id] = 1
    const end = firstTriggered[id + 1] as number
    for (let at = firstTriggered[id] as number; at < end; at++) {
      const pattern = triggered[at] as number
      const best = scores.weight[reason[pattern] as number] as number
      if ((weight[pattern] as number) <= best || !isPresent(table, pattern)) continue
      matchPattern(table, pattern, list, i, scores)
    }
  }
}

function markPresent(table: GrammarTable, { concept, count }: Concepts): void {
  const { present, firstFilled, filled } = table
  present.fill(0)
  for (let i = 0; i < count; i++) {
    const id = concept[i] as number
    const end = firstFilled[id + 1] as number
    for (let at = firstFilled[id] as number; at < end; at++) present[filled[at] as number] = 1
  }
}

function isPresent({ present, rarest, firstSlot, slots }: GrammarTable, pattern: number): boolean {
  if (present[rarest[pattern] as number] === 0) return false
  const end = firstSlot[pattern + 1] as number
  for (let at = firstSlot[pattern] as number; at < end; at++) {
    if (present[slots[at] as number] === 0) return false
  }
  return true
}

/** Tries the pattern at each place of the concept that stands at `start` for the first time. */
function matchPattern(
  table: GrammarTable, pattern: number, list: Concepts, start: number, scores: GrammarScores,
): void {
  const { concept, word, from, to, aside } = list
  const { slots, present } = table
  const number = table.reason[pattern] as number
  const forbidden = table.forbidden[pattern] as number
  const slotsEnd = table.firstSlot[pattern + 1] as number
  let best = scores.weight[number] as number
  for (let i = start; i < list.count; i++) {
    if (concept[i] !== concept[start]) continue
    let weight = (table.weight[pattern] as number) * (SHARES[aside[i] as number] as number)
    let first = from[i] as number
    let last = to[i] as number
    for (let slot = table.firstSlot[pattern] as number; slot < slotsEnd; slot++) {
      const at = nearest(table.fills, slots[slot] as number, list, i)
      if (at < 0) {
        weight = 0
        break
      }
      const gap = Math.abs((word[at] as number) - (word[i] as number)) - 1
      if (gap > 0) weight -= gap * GAP_COST
      if ((from[at] as number) < first) first = from[at] as number
      if ((to[at] as number) > last) last = to[at] as number
    }
    if (weight <= best) continue
    if (
      forbidden !== NO_SLOT && present[forbidden] === 1 &&
      nearest(table.fills, forbidden, list, i) >= 0
    ) continue
    best = weight
    scores.weight[number] = weight
    scores.pattern[number] = table.patterns[pattern]
    scores.from[number] = first
    scores.to[number] = last
  }
}

/**
 * The nearest occurrence that fills `slot` to occurrence `at`, -1 where none is within reach. What
 * does not fill it counts as far away: no processor could foresee a branch here.
 */
function nearest(fills: Uint8Array, slot: number, list: Concepts, at: number): number {
  const { concept, word, count } = list
  const here = word[at] as number
  const row = slot << 8
  // Distance << PLACE_BITS | place: the least is the nearest, the first of equally near ones.
  let best = FAR
  for (let i = 0; i < count; i++) {
    const gap = (word[i] as number) - here
    const distance = (gap ^ (gap >> 31)) - (gap >> 31)
    const far = ((fills[row | (concept[i] as number)] as number) - 1) & FAR
    const place = (distance << PLACE_BITS) | i | far
    best += (place - best) & ((place - best) >> 31)
  }
  return best >> PLACE_BITS > REACH_MAX ? -1 : best & PLACE_MASK
}
