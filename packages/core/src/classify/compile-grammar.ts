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
      if (id === undefined) {
        throw new TypeError(`pattern "${line}" of ${reason}: no concept "${name}"`)
      }
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
  return {
    id, reason, number: reasonNumber(reason), weight, slots, forbidden: Uint8Array.from(forbidden),
  }
}
