// Addresses as reports write them: `rfc822; <user@host>` and its many misspellings (RFC 3464
// §2.3.1), internationalised forms (RFC 6533 §3), X.400 and Exchange encapsulations.

import { INTERNET_TYPES, readEncapsulatedAddress } from '../smtp/encapsulated.ts'
import { decodeUnicodeEscapes } from '../smtp/xtext.ts'
import { unitAhead, unitAt } from '../text/units.ts'

/** A value with a type in front: `dns; mx.example.com`, `smtp; 550 …`, `rfc822; a@b`. */
export type TypedValue = { readonly type?: string; readonly text: string }

const TYPE_CHARS_MAX = 30
const ADDRESS_CHARS_MAX = 1_000

/** Splits at the first semicolon where a type name stands before it; lower-cases the type. */
export function readTypedValue(value: string): TypedValue {
  const semicolon = value.indexOf(';')
  if (semicolon > 0 && semicolon <= TYPE_CHARS_MAX) {
    const type = value.slice(0, semicolon).trim()
    if (/^[A-Za-z][A-Za-z0-9_.-]*$/.test(type)) {
      return { type: type.toLowerCase(), text: value.slice(semicolon + 1).trim() }
    }
  }
  return { text: value.startsWith(';') ? value.slice(1).trim() : value.trim() }
}

/** The bare address in a recipient field; undefined where nothing is left of it. */
export function readRecipientAddress(value: string): string | undefined {
  if (value.length > ADDRESS_CHARS_MAX) return undefined
  const typed = readTypedValue(value)
  let text = typed.text
  // Some gateways name the type twice: `rfc822; rfc822; user@host`.
  if (text.includes(';')) text = readTypedValue(text).text
  if (typed.type === 'utf-8' || text.includes('\\x{')) text = decodeUnicodeEscapes(text)
  return cleanAddress(text)
}

/** Most addresses have nothing around them, and none within. */
const CLEAN = /^(?!imcea)[\w.+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,10}[A-Za-z]{2,63}$/i

/** Strips what reporters put around an address: brackets, quotes, comments, names, `mailto:`. */
export function cleanAddress(value: string): string | undefined {
  if (CLEAN.test(value)) return value
  let text = withoutComment(value.trim())
  const close = text.lastIndexOf('>')
  const open = close < 0 ? text.lastIndexOf('<') : text.lastIndexOf('<', close)
  if (open >= 0) text = text.slice(open + 1, close < 0 ? undefined : close).trim()
  if (/^(?:mailto|smtp):/i.test(text)) text = text.slice(text.indexOf(':') + 1).trim()
  text = withoutQuotes(text)
  if (text.startsWith('@') && text.includes(':')) text = text.slice(text.indexOf(':') + 1)
  while (/[.,;:]$/.test(text)) text = text.slice(0, -1)
  text = decodeEncapsulated(text)
  return text === '' ? undefined : text
}

/** True for `local@domain` that mail could be sent to; not for X.400, local user or pipe names. */
export function isMailAddress(address: string | undefined): address is string {
  if (address === undefined || address.length > ADDRESS_CHARS_MAX) return false
  const at = address.lastIndexOf('@')
  if (at < 1 || at === address.length - 1) return false
  const first = unitAhead(address, 0)
  // A path, a pipe or a file include: no such address was ever written by a sender.
  if (first === 47 || first === 124 || first === 58) return false
  const domain = address.slice(at + 1)
  if (/[\s<>"(),;:/\\|]/.test(domain.startsWith('[') ? '' : domain)) return false
  return first === 34 || !/[\s<>,;|]/.test(address.slice(0, at))
}

function withoutComment(text: string): string {
  if (!text.endsWith(')')) return text
  const open = text.lastIndexOf(' (')
  return open > 0 ? text.slice(0, open).trimEnd() : text
}

function withoutQuotes(text: string): string {
  const first = text[0]
  if ((first !== '"' && first !== "'") || text.length < 3 || !text.endsWith(first)) return text
  const inner = text.slice(1, -1)
  // `"a b"@host` keeps its quotes: they end before the `@`.
  return inner.includes(first) ? text : inner.trim()
}

/** The mail address inside an X.400 name: `/RFC-822=user(a)host/…` (RFC 2156 §4.3). */
const X400_INNER = /RFC-?822=([^/;()]{1,256})\(a\)([^/;()]{1,255})/i

/**
 * Exchange wraps foreign addresses: `IMCEASMTP-user+40example+2Ecom@gateway` is user@example.com.
 * IMCEAEX holds a directory name and no mail address, so it stays as it is.
 */
function decodeEncapsulated(address: string): string {
  const x400 = X400_INNER.exec(address)
  if (x400 !== null) return `${x400[1]}@${x400[2]}`
  const wrapped = readEncapsulatedAddress(address)
  if (wrapped === undefined || !INTERNET_TYPES.has(wrapped.type)) return address
  const target = /^mailto:/i.test(wrapped.text) ? wrapped.text.slice(7) : wrapped.text
  return target.includes('@') ? target : address
}

/** Every `local@domain` in a text, in order, as written; quoted local parts are not looked for. */
export function findAddresses(text: string): string[] {
  const found: string[] = []
  let at = text.indexOf('@')
  while (at >= 0) {
    let from = at
    while (from > 0 && at - from < 256 && isAddressChar(unitAt(text, from - 1))) from--
    while (from < at && isQuoteMark(unitAt(text, from))) from++
    let to = at + 1
    while (to < text.length && to - at < 256 && isAddressChar(unitAt(text, to))) to++
    while (to > at + 1 && !isWordChar(unitAt(text, to - 1))) to--
    if (from < at && to > at + 1) found.push(text.slice(from, to))
    at = text.indexOf('@', Math.max(to, at + 1))
  }
  return found
}

// Everything but white space and the characters that stand around an address in prose.
function isAddressChar(c: number): boolean {
  return (
    c > 32 &&
    c !== 34 &&
    c !== 40 &&
    c !== 41 &&
    c !== 44 &&
    c !== 58 &&
    c !== 59 &&
    c !== 60 &&
    c !== 62 &&
    c !== 64 &&
    c !== 91 &&
    c !== 93 &&
    c !== 127
  )
}

// `'user@host'` and `*user@host*`: marks of writers, not of the address.
function isQuoteMark(c: number): boolean {
  return c === 39 || c === 42 || c === 96
}

function isWordChar(c: number): boolean {
  const letter = c | 32
  return (c >= 48 && c <= 57) || (letter >= 97 && letter <= 122) || c > 127
}
