// A sender that is named by his IP address is the connecting host: "mail from 192.0.2.1 refused".

import type { Concepts, ConceptIds } from './grammar.ts'

/** What may stand between the word and the address. */
const BETWEEN: ReadonlySet<number> = new Set([...' :=<([\'"'].map((sign) => sign.charCodeAt(0)))
const DOT = 0x2e
const AT = 0x40
/** Numbers of an IPv4 address, and digits of each. */
const NUMBERS = 4
const DIGITS_MAX = 3

/** Makes `client` of each `sender` that an IPv4 address follows, in place. */
export function readSendingIps(list: Concepts, ids: ConceptIds, codes: Uint16Array): void {
  const { concept, to } = list
  for (let i = 0; i < list.count; i++) {
    if (concept[i] === ids.sender && isBeforeIp(codes, to[i] as number)) concept[i] = ids.client
  }
}

function isBeforeIp(codes: Uint16Array, from: number): boolean {
  let at = from
  while (BETWEEN.has(codes[at] as number)) at++
  for (let number = 1; number <= NUMBERS; number++) {
    const start = at
    while (isDigit(codes[at] as number)) at++
    if (at === start || at - start > DIGITS_MAX) return false
    if (number < NUMBERS && codes[at++] !== DOT) return false
  }
  return codes[at] !== AT && (codes[at] !== DOT || !isDigit(codes[at + 1] as number))
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}
