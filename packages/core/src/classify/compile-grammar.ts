// Patterns of concepts, written as lines of words → tables that the grammar engine matches.

import type { Reason } from '../rules/types.ts'
import type { ConceptIds, GrammarTable, Pattern, Slot } from './grammar.ts'
import { reasonNumber } from './reason-number.ts'

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

/** Concepts before whose colon the cause does not stand yet. */
const REFUSALS = ['reject', 'block', 'fail', '-accept', '-allow', 'undeliverable']

export function createConceptIds(names: readonly string[]): ConceptIds {
  const list = ['', ...names, ...NEGATABLE.map((name) => '-' + name)]
  const ids = new Map(list.map((name, id) => [name, id]))
  const negated = new Uint8Array(list.length)
  const refusal = new Uint8Array(list.length)
  for (const name of REFUSALS) refusal[ids.get(name) as number] = 1
  for (const name of NEGATABLE) negated[ids.get(name) as number] = ids.get('-' + name) as number
  const id = (name: string): number => ids.get(name) as number
  return {
    ids, names: list, not: id('not'), notLast: id('notlast'), aside: id('aside'), refusal, negated,
  }
}

export function compileGrammar(
  grammar: Readonly<Partial<Record<Reason, readonly string[]>>>,
  groups: Readonly<Record<string, string>>,
  concepts: ConceptIds,
): GrammarTable {
  const patterns: Pattern[] = []
  const byTrigger: Pattern[][] = concepts.names.map(() => [])
  const slots = createSlots(groups, concepts)
  for (const [reason, lines] of Object.entries(grammar)) {
    for (const line of lines) {
      const pattern = compilePattern(reason as Reason, line, slots.slotOf)
      patterns.push(pattern)
      const trigger = pattern.slots.reduce((a, b) => (b.cost < a.cost ? b : a))
      for (const concept of trigger.concepts) (byTrigger[concept] as Pattern[]).push(pattern)
    }
  }
  const filled: number[][] = concepts.names.map(() => [])
  for (const { id, concepts: fill } of slots.known.values()) {
    for (const concept of fill) (filled[concept] as number[]).push(id)
  }
  return {
    patterns,
    byTrigger,
    filled: filled.map((ids) => Uint16Array.from(ids)),
    present: new Uint8Array(slots.known.size),
  }
}

type SlotOf = (words: string) => Slot

/** The slots of all patterns; the same words are the same slot. */
function createSlots(
  groups: Readonly<Record<string, string>>, concepts: ConceptIds,
): { readonly known: ReadonlyMap<string, Slot>; readonly slotOf: SlotOf } {
  const rank = new Map(FREQUENT.map((name, i) => [concepts.ids.get(name), FREQUENT.length - i]))
  const known = new Map<string, Slot>()
  const slotOf = (words: string): Slot => {
    const found = known.get(words)
    if (found !== undefined) return found
    const names = words.split('|').flatMap((name) => groups[name]?.split('|') ?? [name])
    const ids = Uint8Array.from(names, (name) => {
      const id = concepts.ids.get(name)
      if (id === undefined) throw new TypeError(`the grammar names "${name}", which is no concept`)
      return id
    })
    let cost = 0
    for (const id of ids) cost = Math.max(cost, (rank.get(id) ?? 0) * 4)
    const slot = { id: known.size, concepts: ids, cost: cost + ids.length }
    known.set(words, slot)
    return slot
  }
  return { known, slotOf }
}

/** `mailbox|user -find !sender = 80`: slots, what must not stand near, the weight. */
function compilePattern(reason: Reason, line: string, slotOf: SlotOf): Pattern {
  const [left = '', right] = line.split('=')
  const slots: Slot[] = []
  const forbidden: number[] = []
  for (const words of left.trim().split(' ')) {
    if (words.startsWith('!')) forbidden.push(...slotOf(words.slice(1)).concepts)
    else if (words !== '') slots.push(slotOf(words))
  }
  const weight = right === undefined ? WEIGHT_BY_SLOTS[slots.length] ?? 92 : Number(right)
  const id = `grammar/${reason}/${left.trim().replace(/ +/g, '+')}`
  return {
    id, reason, number: reasonNumber(reason), weight, slots, forbidden: Uint8Array.from(forbidden),
  }
}
