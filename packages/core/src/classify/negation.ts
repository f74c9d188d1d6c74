// Binds negations to what they deny: "not found" becomes one concept, -find.

import type { Concepts, ConceptIds } from './grammar.ts'
import { forgetWords, type Scan } from './scanned.ts'

/** Words that a negation reaches ahead and back. */
const NEGATION_AHEAD = 5
const NEGATION_BACK = 3
/** Words that a negation behind its verb reaches back. */
const NEGATION_LAST_BACK = 6
/** Characters between a negation and the noun right behind it. */
const NOUN_GAP_MAX = 2
/** Words between a negation and the state behind it that it denies: "not on our blacklist". */
const STATE_GAP_MAX = 4
const COLON = 0x3a
/** From here on scripts have no spaces, or negate elsewhere. */
const UNSPACED = 0x0e00

/**
 * Turns "not" and the state it belongs to into one negated concept, in place; "not full" says
 * nothing at all, and its words are forgotten.
 */
export function bindNegations(list: Concepts, concepts: ConceptIds, scan: Scan): void {
  const { concept, word, from, to } = list
  for (let i = 0; i < list.count; i++) {
    const isMissing = concept[i] === concepts.missing
    if (!isMissing && !isNegation(concept[i] as number, concepts)) continue
    const state = isMissing ? -1 : deniedState(list, i, concepts, scan.codes)
    if (state >= 0) {
      dropState(list, i, state, scan)
      continue
    }
    const noun = nounBehind(list, i, concepts)
    const target = noun >= 0 || isMissing ? noun : negationTarget(list, i, concepts, scan.codes)
    if (target < 0) {
      if (!isMissing) concept[i] = concepts.not
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

/** The state that is all a negation speaks of: the very next concept, with no sign between. */
function deniedState(
  { concept, word, from, to, count }: Concepts, at: number, { state }: ConceptIds,
  codes: Uint16Array,
): number {
  let next = at + 1
  while (next < count && (from[next] as number) < (to[at] as number)) next++
  if (next === count || state[concept[next] as number] === 0) return -1
  if ((word[next] as number) - (word[at] as number) > STATE_GAP_MAX) return -1
  if ((codes[from[next] as number] as number) >= UNSPACED) return -1
  for (let i = to[at] as number; i < (from[next] as number); i++) {
    if (isSign(codes[i] as number)) return -1
  }
  return next
}

/** Neither a space nor a letter. */
function isSign(code: number): boolean {
  return code > 0x20 && code < 0x7f && (code < 0x61 || code > 0x7a) && (code < 0x41 || code > 0x5a)
}

function dropState(
  { concept, from, to, count }: Concepts, at: number, state: number, scan: Scan,
): void {
  const start = from[state] as number
  forgetWords(scan, from[at] as number, to[state] as number)
  concept[at] = 0
  for (let i = state; i < count && from[i] === start; i++) concept[i] = 0
}

/** "Contains no virus" has none; "could not be sent: virus" has one. */
function nounBehind({ concept, from, to, count }: Concepts, at: number, ids: ConceptIds): number {
  const end = to[at] as number
  for (let i = at + 1; i < count && (from[i] as number) <= end + NOUN_GAP_MAX; i++) {
    if (ids.noun[concept[i] as number] === 1 && (from[i] as number) >= end) return i
  }
  return -1
}

function negationTarget(
  list: Concepts, at: number, concepts: ConceptIds, codes: Uint16Array,
): number {
  const { concept, word } = list
  const here = word[at] as number
  const isLast = concept[at] === concepts.notLast
  const ahead = isLast ? -1 : here + NEGATION_AHEAD
  for (let i = at + 1; i < list.count && (word[i] as number) <= ahead; i++) {
    if (isNegation(concept[i] as number, concepts) && word[i] !== here) break
    if (!isDeniable(concept[i] as number, concepts)) continue
    // What stands behind a colon is told, not denied: "could not be sent: address exists twice".
    return hasColon(codes, list.to[at] as number, list.from[i] as number) ? -1 : i
  }
  const back = here - (isLast ? NEGATION_LAST_BACK : NEGATION_BACK)
  for (let i = at - 1; i >= 0 && (word[i] as number) >= back; i--) {
    if (isNegation(concept[i] as number, concepts)) break
    if (isDeniable(concept[i] as number, concepts)) return i
  }
  return -1
}

function hasColon(codes: Uint16Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (codes[at] === COLON) return true
  return false
}

function isDeniable(concept: number, { negated, noun }: ConceptIds): boolean {
  return negated[concept] !== 0 && noun[concept] === 0
}

function isNegation(concept: number, concepts: ConceptIds): boolean {
  return concept === concepts.not || concept === concepts.notLast
}
