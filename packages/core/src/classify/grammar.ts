// The grammar engine: binds negations, then matches patterns of concepts that stand near each
// other.

import type { Reason } from '../rules/types.ts'
import { REASONS } from './reason-number.ts'

/** Words between two slots of a pattern, at most. */
const REACH_MAX = 12
/** What one word between two slots takes off the weight. */
const GAP_COST = 1.6
/** What a pattern counts: stated, only supposed, before the colon of "rejected: cause". */
const SHARES = [1, 0.6, 0.85]
/** Words that a negation reaches ahead and back. */
const NEGATION_AHEAD = 5
const NEGATION_BACK = 3
/** Words that a negation behind its verb reaches back. */
const NEGATION_LAST_BACK = 6

export type ConceptIds = {
  readonly ids: ReadonlyMap<string, number>
  readonly names: readonly string[]
  readonly not: number
  /** The negation that stands behind its verb; once it is bound, none is left. */
  readonly notLast: number
  readonly aside: number
  /** Concept → 1 where it says that something was refused or failed. */
  readonly refusal: Uint8Array
  /** Concept → id of its negation, 0 where it has none. */
  readonly negated: Uint8Array
}

export type Pattern = {
  readonly id: string
  readonly reason: Reason
  /** Number of the reason (reason-number.ts). */
  readonly number: number
  readonly weight: number
  readonly slots: readonly Slot[]
  readonly forbidden: Uint8Array
}

/** Concepts of which one has to be there; the same slot of several patterns has one number. */
export type Slot = {
  readonly id: number
  readonly concepts: Uint8Array
  /** How often it is filled: a pattern is looked up by its rarest slot. */
  readonly cost: number
}

export type GrammarTable = {
  readonly patterns: readonly Pattern[]
  /** Trigger concept → patterns. */
  readonly byTrigger: readonly (readonly Pattern[])[]
  /** Concept → numbers of the slots that it fills. */
  readonly filled: readonly Uint16Array[]
  /** Slot → 1 while one of its concepts is in the text that is being read. */
  readonly present: Uint8Array
}

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

/** Turns "not" and the state it belongs to into one negated concept, in place. */
export function bindNegations(list: Concepts, concepts: ConceptIds): void {
  const { concept, word, from, to } = list
  for (let i = 0; i < list.count; i++) {
    if (!isNegation(concept[i] as number, concepts)) continue
    const target = negationTarget(list, i, concepts)
    if (target < 0) {
      concept[i] = concepts.not
      continue
    }
    concept[target] = concepts.negated[concept[target] as number] as number
    if (target > i) from[target] = from[i] as number
    else to[target] = Math.max(to[target] as number, to[i] as number)
    // The negation is used up; words keep their numbers.
    concept[i] = 0
    word[i] = word[target] as number
  }
}

function negationTarget(list: Concepts, at: number, concepts: ConceptIds): number {
  const { concept, word } = list
  const here = word[at] as number
  const isLast = concept[at] === concepts.notLast
  const ahead = isLast ? -1 : here + NEGATION_AHEAD
  for (let i = at + 1; i < list.count && (word[i] as number) <= ahead; i++) {
    if (isNegation(concept[i] as number, concepts) && word[i] !== here) break
    if (concepts.negated[concept[i] as number] !== 0) return i
  }
  const back = here - (isLast ? NEGATION_LAST_BACK : NEGATION_BACK)
  for (let i = at - 1; i >= 0 && (word[i] as number) >= back; i--) {
    if (isNegation(concept[i] as number, concepts)) break
    if (concepts.negated[concept[i] as number] !== 0) return i
  }
  return -1
}

function isNegation(concept: number, concepts: ConceptIds): boolean {
  return concept === concepts.not || concept === concepts.notLast
}

/** All patterns whose concepts stand near each other. `present` is scratch, zero between calls. */
export function matchGrammar(table: GrammarTable, list: Concepts, scores: GrammarScores): void {
  const { concept, count } = list
  const { present, filled, byTrigger } = table
  scores.weight.fill(0)
  for (let i = 0; i < count; i++) {
    const slots = filled[concept[i] as number] as Uint16Array
    for (let k = 0; k < slots.length; k++) present[slots[k] as number] = 1
  }
  for (let i = 0; i < count; i++) {
    const id = concept[i] as number
    if (id === 0 || concept.indexOf(id) < i) continue
    const patterns = byTrigger[id] as readonly Pattern[]
    for (let p = 0; p < patterns.length; p++) {
      const pattern = patterns[p] as Pattern
      if (isPresent(pattern, present)) matchPattern(pattern, list, id, scores)
    }
  }
  for (let i = 0; i < count; i++) {
    const slots = filled[concept[i] as number] as Uint16Array
    for (let k = 0; k < slots.length; k++) present[slots[k] as number] = 0
  }
}

function isPresent({ slots }: Pattern, present: Uint8Array): boolean {
  for (let i = 0; i < slots.length; i++) if (present[(slots[i] as Slot).id] === 0) return false
  return true
}

function matchPattern(
  pattern: Pattern, list: Concepts, trigger: number, scores: GrammarScores,
): void {
  const { concept, word, from, to, aside } = list
  const { number } = pattern
  let best = scores.weight[number] as number
  if (pattern.weight <= best) return
  for (let i = 0; i < list.count; i++) {
    if (concept[i] !== trigger) continue
    let weight = pattern.weight * (SHARES[aside[i] as number] as number)
    let first = from[i] as number
    let last = to[i] as number
    for (const slot of pattern.slots) {
      const at = nearest(slot.concepts, list, i)
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
    if (pattern.forbidden.length > 0 && nearest(pattern.forbidden, list, i) >= 0) continue
    best = weight
    scores.weight[number] = weight
    scores.pattern[number] = pattern
    scores.from[number] = first
    scores.to[number] = last
  }
}

/** The nearest occurrence of one of `slot` to occurrence `at`, -1 where none is within reach. */
function nearest(slot: Uint8Array, list: Concepts, at: number): number {
  const { concept, word } = list
  const here = word[at] as number
  let best = -1
  let bestDistance = REACH_MAX + 1
  for (let i = 0; i < list.count; i++) {
    const distance = Math.abs((word[i] as number) - here)
    if (distance >= bestDistance) continue
    const id = concept[i]
    for (let k = 0; k < slot.length; k++) {
      if (slot[k] !== id) continue
      best = i
      bestDistance = distance
      break
    }
  }
  return best
}
