// The grammar engine: binds negations, then matches patterns of concepts that stand near each other.

import type { Reason } from '../rules/types.ts'
import { REASONS, reasonNumber } from './reason-number.ts'

/** Words between two slots of a pattern, at most. */
const REACH_MAX = 12
/** What one word between two slots takes off the weight. */
const GAP_COST = 1.6
/** Words that a negation reaches ahead and back. */
const NEGATION_AHEAD = 5
const NEGATION_BACK = 3
/** Weight of a pattern without a number, by slots. */
const WEIGHT_BY_SLOTS = [0, 50, 72, 84, 90, 92]

/** States and actions that a negation turns round. */
const NEGATABLE = [
  'exist', 'find', 'know', 'valid', 'active', 'allow', 'accept', 'want', 'resolve', 'verify',
  'permission', 'member', 'listed', 'contain', 'deliver', 'config',
]

/** Concepts that nearly every reply has: a pattern is looked up by its other slots. */
const FREQUENT = [
  'message', 'recipient', 'not', 'reject', 'address', 'user', 'server', 'your', 'sender', 'mailbox', 'deliver',
  'domain', 'unknown', 'client', 'accept', 'block', 'contain', 'error', 'temporary', 'fail', 'host', 'exist',
  'policy', 'visit', 'contact', 'our', 'account', 'ip', 'connection', 'limit', 'exceed',
]

export type ConceptIds = {
  readonly ids: ReadonlyMap<string, number>
  readonly names: readonly string[]
  readonly not: number
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
export type Slot = { readonly id: number; readonly concepts: Uint8Array }

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

export function createConceptIds(names: readonly string[]): ConceptIds {
  const list = ['', ...names, ...NEGATABLE.map((name) => '-' + name)]
  const ids = new Map(list.map((name, id) => [name, id]))
  const negated = new Uint8Array(list.length)
  for (const name of NEGATABLE) negated[ids.get(name) as number] = ids.get('-' + name) as number
  return { ids, names: list, not: ids.get('not') as number, negated }
}

export function compileGrammar(
  grammar: Readonly<Partial<Record<Reason, readonly string[]>>>,
  groups: Readonly<Record<string, string>>,
  concepts: ConceptIds,
): GrammarTable {
  const patterns: Pattern[] = []
  const slots = new Map<string, Slot>()
  const byTrigger: Pattern[][] = concepts.names.map(() => [])
  const rank = new Map(FREQUENT.map((name, i) => [concepts.ids.get(name), FREQUENT.length - i]))
  for (const [reason, lines] of Object.entries(grammar)) {
    for (const line of lines) {
      const pattern = compilePattern(reason as Reason, line, groups, concepts, slots)
      patterns.push(pattern)
      const cost = (slot: Slot): number =>
        Math.max(...Array.from(slot.concepts, (c) => (rank.get(c) ?? 0) * 4)) + slot.concepts.length
      const trigger = pattern.slots.reduce((a, b) => (cost(b) < cost(a) ? b : a))
      for (const concept of trigger.concepts) byTrigger[concept]?.push(pattern)
    }
  }
  const filled = concepts.names.map((_, concept) => Uint16Array.from(
    [...slots.values()].filter((slot) => slot.concepts.includes(concept)).map(({ id }) => id),
  ))
  return { patterns, byTrigger, filled, present: new Uint8Array(slots.size) }
}

function compilePattern(
  reason: Reason, line: string, groups: Readonly<Record<string, string>>, concepts: ConceptIds,
  known: Map<string, Slot>,
): Pattern {
  const [left = '', right] = line.split('=')
  const slots: Slot[] = []
  const forbidden: number[] = []
  for (const slot of left.trim().split(/ +/)) {
    const plain = slot.startsWith('!') ? slot.slice(1) : slot
    const names = plain.split('|').flatMap((name) => groups[name]?.split('|') ?? [name])
    const ids = names.map((name) => {
      const id = concepts.ids.get(name)
      if (id === undefined) throw new TypeError(`pattern "${line}" of ${reason}: no concept "${name}"`)
      return id
    })
    if (slot.startsWith('!')) forbidden.push(...ids)
    else {
      const key = ids.join(' ')
      const one = known.get(key) ?? { id: known.size, concepts: Uint8Array.from(ids) }
      known.set(key, one)
      slots.push(one)
    }
  }
  const weight = right === undefined ? WEIGHT_BY_SLOTS[slots.length] ?? 92 : Number(right)
  const id = `grammar/${reason}/${left.trim().replace(/ +/g, '+')}`
  return { id, reason, number: reasonNumber(reason), weight, slots, forbidden: Uint8Array.from(forbidden) }
}

/** Turns "not" and the state it belongs to into one negated concept, in place. */
export function bindNegations(list: Concepts, concepts: ConceptIds): void {
  const { concept, word, from, to } = list
  for (let i = 0; i < list.count; i++) {
    if (concept[i] !== concepts.not) continue
    const target = negationTarget(list, i, concepts)
    if (target < 0) continue
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
  for (let i = at + 1; i < list.count && (word[i] as number) <= here + NEGATION_AHEAD; i++) {
    if (concept[i] === concepts.not && word[i] !== here) break
    if (concepts.negated[concept[i] as number] !== 0) return i
  }
  for (let i = at - 1; i >= 0 && (word[i] as number) >= here - NEGATION_BACK; i--) {
    if (concept[i] === concepts.not) break
    if (concepts.negated[concept[i] as number] !== 0) return i
  }
  return -1
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

function matchPattern(pattern: Pattern, list: Concepts, trigger: number, scores: GrammarScores): void {
  const { concept, word, from, to } = list
  const { number } = pattern
  let best = scores.weight[number] as number
  if (pattern.weight <= best) return
  for (let i = 0; i < list.count; i++) {
    if (concept[i] !== trigger) continue
    let weight = pattern.weight
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
