// A host name whose state is told is a domain: "example.com has been suspended".

import type { Concepts, ConceptIds } from './grammar.ts'

/** Characters between the name and its state: " has been temporarily ". */
const GAP_MAX = 24
const DOT = 0x2e
const AT = 0x40
const SLASH = 0x2f
const SPACE = 0x20

/** Adds `domain` to the state of a bare host name that no other word names. */
export function addBareDomains(list: Concepts, ids: ConceptIds, codes: Uint16Array): void {
  const { concept, from, to } = list
  for (let i = 0; i < list.count; i++) {
    if (concept[i] !== ids.disabled) continue
    const state = from[i] as number
    const floor = Math.max(i === 0 ? 0 : to[i - 1] as number, state - GAP_MAX)
    if (!endsHostName(codes, floor, state) || list.count === concept.length) continue
    insertDomain(list, i, ids.domain)
    i++
  }
}

/** Only words stand between a host name, which begins behind `floor` or before, and `state`. */
function endsHostName(codes: Uint16Array, floor: number, state: number): boolean {
  let at = state - 1
  while (at > floor && isLetterOrSpace(codes[at] as number) && !isName(codes, at)) at--
  return at >= floor && isName(codes, at)
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

function insertDomain(list: Concepts, at: number, domain: number): void {
  const { concept, word, from, to } = list
  for (const values of [concept, word, from, to]) values.copyWithin(at + 1, at, list.count)
  concept[at] = domain
  list.count++
}

function isLetterOrSpace(code: number): boolean {
  return code === SPACE || isLetter(code)
}

function isLetter(code: number): boolean {
  const lower = code | 0x20
  return lower >= 0x61 && lower <= 0x7a
}
