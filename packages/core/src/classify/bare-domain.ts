// A host name whose state is told is a domain: "example.com has been suspended". What might be a
// login name as well ("jean.dupont does not exist") is one only with an ending of the net. An
// address that is unavailable is no server: "kim@example.com temporarily unavailable".

import type { Concepts, ConceptIds } from './grammar.ts'

/** Characters between the name and its state: " has been temporarily ". */
const GAP_MAX = 24
const DOT = 0x2e
const AT = 0x40
const SLASH = 0x2f
const SPACE = 0x20
/** Endings of names that no person has. */
const ENDINGS = new Set(['com', 'net', 'org', 'edu', 'gov', 'info', 'biz', 'example', 'invalid'])

/** Adds `domain` or `address` to the state of a bare name that no other word names. */
export function addBareDomains(list: Concepts, ids: ConceptIds, codes: Uint16Array): void {
  const { concept, from, to } = list
  for (let i = 0; i < list.count; i++) {
    const id = concept[i] as number
    if (id === ids.unavailable && followsAddress(list, i, ids.temporary, codes)) {
      insertConcept(list, i++, ids.address)
      continue
    }
    if (id !== ids.disabled && ids.ofDomain[id] === 0) continue
    const state = from[i] as number
    const last = i > 0 && concept[i - 1] === ids.not ? i - 2 : i - 1
    const floor = Math.max(last < 0 ? 0 : to[last] as number, state - GAP_MAX)
    const end = endOfHostName(codes, floor, state)
    if (end < 0) continue
    if (id !== ids.disabled && !ENDINGS.has(endingOf(codes, end))) continue
    insertConcept(list, i++, ids.domain)
  }
}

/** Where a host name ends behind `floor` with only words between it and `state`; -1 for none. */
function endOfHostName(codes: Uint16Array, floor: number, state: number): number {
  let at = state - 1
  while (at > floor && isLetterOrSpace(codes[at] as number) && !isName(codes, at)) at--
  return at >= floor && isName(codes, at) ? at : -1
}

/** What stands behind the last dot of the name that ends at `end`. */
function endingOf(codes: Uint16Array, end: number): string {
  let ending = ''
  for (let at = end; at >= 0 && codes[at] !== DOT; at--) {
    ending = String.fromCharCode((codes[at] as number) | 0x20) + ending
  }
  return ending
}

/** The chunk that ends at `end` is a host name: dots in it, no address, no path. */
function isName(codes: Uint16Array, end: number): boolean {
  if (!isLetter(codes[end] as number) || codes[end + 1] !== SPACE) return false
  let dots = 0
  for (let at = end; at >= 0 && codes[at] !== SPACE; at--) {
    const code = codes[at] as number
    if (code === AT || code === SLASH) return false
    if (code === DOT) dots++
  }
  return dots > 0
}

/** Nothing but "is temporarily" stands between an address and the state. */
function followsAddress(
  { concept, from, to }: Concepts, state: number, temporary: number, codes: Uint16Array,
): boolean {
  const last = concept[state - 1] === temporary ? state - 2 : state - 1
  const floor = to[last] ?? 0
  let at = (from[last + 1] as number) - 1
  while (at > floor && codes[at] !== DOT) at--
  while (at > floor && codes[at] !== SPACE && codes[at] !== AT) at--
  return codes[at] === AT
}

function insertConcept(list: Concepts, at: number, id: number): void {
  const { concept, word, from, to } = list
  if (list.count === concept.length) return
  for (const values of [concept, word, from, to]) values.copyWithin(at + 1, at, list.count)
  concept[at] = id
  list.count++
}

function isLetterOrSpace(code: number): boolean {
  return code === SPACE || isLetter(code)
}

function isLetter(code: number): boolean {
  const lower = code | 0x20
  return lower >= 0x61 && lower <= 0x7a
}
