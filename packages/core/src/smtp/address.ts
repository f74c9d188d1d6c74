// One address: its two halves, and the form in which addresses are compared (RFC 5321 §4.1.2, RFC
// 6531).

import { parseAddressList } from './address-list.ts'
import { domainToAscii } from './domain.ts'
import { unitAt } from '../text/units.ts'

export type Address = {
  /** As written: case, dots, tags and quotes are the receiver's business (RFC 5321 §2.4). */
  readonly local: string
  /** Lower case, A-labels, without a final dot; an address literal keeps its brackets. */
  readonly domain: string
}

/** Neither blank, quote nor bracket may stand in a domain, whatever script it is in. */
const DOMAIN = /^[^\s\x00-\x20"'(),:;<>@[\\\]\x7f]+$/
const EDGE = ' \t\r\n<>"\'`'
const DOT = 46
const LITERAL = /^\[[\x21-\x5a\x5e-\x7e]+\]$/

/** The first address in `text`; undefined where it has none with a local part and a domain. */
export function parseAddress(text: string): Address | undefined {
  for (const { address } of parseAddressList(text)) {
    const split = splitAddress(address)
    if (split !== undefined) return split
  }
  return undefined
}

export function formatAddress(address: Address): string {
  return `${address.local}@${address.domain}`
}

/**
 * The form that is stored and compared: domain in lower case and A-labels, local part untouched but
 * for Unicode composition (RFC 6532 §3.1). What is no address is only trimmed.
 */
export function normalizeAddress(text: string): string {
  const address = parseAddress(text) ?? parseAddress(withoutQuotes(text))
  return address === undefined ? withoutQuotes(text) : formatAddress(address)
}

function splitAddress(address: string): Address | undefined {
  const at = address.lastIndexOf('@')
  if (at < 1) return undefined
  const domain = address.slice(at + 1)
  if (!DOMAIN.test(domain) && !LITERAL.test(domain)) return undefined
  const local = address.slice(0, at)
  // Two signs outside quotes: which of the hosts is meant is anyone's guess, so none is.
  if (local.includes('@') && !local.includes('"')) return undefined
  const ascii = domainToAscii(domain)
  return ascii === '' ? undefined : { local: composed(local), domain: ascii }
}

/** ASCII is composed as it is, and Unicode's own function takes long to find that out. */
function composed(local: string): string {
  return isAscii(local) ? local : local.normalize('NFC')
}

function isAscii(text: string): boolean {
  const { length } = text
  for (let at = 0; at < length; at++) if (unitAt(text, at) > 0x7f) return false
  return true
}

/** Strips blanks, brackets and quotes around, and a final dot. */
function withoutQuotes(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && EDGE.includes(text.charAt(from))) from++
  while (to > from && (EDGE.includes(text.charAt(to - 1)) || text.charCodeAt(to - 1) === DOT)) to--
  return text.slice(from, to)
}
