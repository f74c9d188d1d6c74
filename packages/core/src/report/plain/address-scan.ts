// Finds mail addresses in prose, with their places (RFC 5321 §4.1.2; RFC 6531 letters in brackets).

import { ADDRESS_PREFIXES } from '../../rules/reporters/dialog.ts'
import { unitAhead, unitAt } from '../../text/units.ts'

export type AddressSpan = {
  readonly address: string
  /** With its brackets or quotes. */
  readonly from: number
  readonly to: number
  readonly isBracketed: boolean
}

/** RFC 5321 §4.5.3.1: 64 and 255; what is written wrong may be longer. */
const SIDE_CHARS_MAX = 320
const SPANS_MAX = 2_500
const LOCAL_MARKS = "!#$%&'*+-/=?^_~."
const LEADING_MARKS = "'*=/.!?&#-~^"

export function scanAddresses(text: string, from: number, to: number): AddressSpan[] {
  const spans: AddressSpan[] = []
  let at = text.indexOf('@', from)
  while (at >= 0 && at < to && spans.length < SPANS_MAX) {
    const last = spans.at(-1)
    const floor = last === undefined ? from : last.to
    const span = at < floor ? undefined : readSpan(text, at, floor, to)
    if (span !== undefined) spans.push(span)
    at = text.indexOf('@', Math.max(runEnd(text, at), span?.to ?? 0))
  }
  return spans
}

/** The end of a run of such signs: none of them is in an address. */
function runEnd(text: string, at: number): number {
  let end = at + 1
  while (unitAhead(text, end) === 64) end++
  return end
}

function readSpan(text: string, at: number, floor: number, to: number): AddressSpan | undefined {
  return readBracketed(text, at, floor, to) ?? readBare(text, at, floor, to)
}

/** `<anything@host>`: local parts that break the rules come back as they were (`..a.@host`). */
function readBracketed(
  text: string,
  at: number,
  floor: number,
  to: number,
): AddressSpan | undefined {
  const lowest = Math.max(floor, at - SIDE_CHARS_MAX)
  let open = at - 1
  let quotes = 0
  while (open >= lowest) {
    const code = unitAt(text, open)
    if (code === 60) break
    if (code === 62 || code === 10) return undefined
    if (code === 34) quotes++
    if (code === 64 && quotes % 2 === 0) return undefined
    if (code === 32 && quotes % 2 === 0) return undefined
    open--
  }
  if (open < lowest || unitAhead(text, open) !== 60) return undefined
  const close = text.indexOf('>', at)
  if (close < 0 || close >= to || close - at > SIDE_CHARS_MAX) return undefined
  let inner = text.slice(open + 1, close)
  if (/[\s,]/.test(inner.slice(inner.lastIndexOf('@')))) return undefined
  inner = inner.replace(/^(?:mailto|smtp|rfc822)[:;]/i, '')
  if (inner.startsWith('@') && inner.includes(':')) inner = inner.slice(inner.indexOf(':') + 1)
  inner = inner.trim().replace(/[.,;:]{1,20}$/, '')
  if (inner.indexOf('@') < 1 || inner.endsWith('@')) return undefined
  return { address: inner, from: open, to: close + 1, isBracketed: true }
}

function readBare(text: string, at: number, floor: number, to: number): AddressSpan | undefined {
  if (unitAhead(text, at - 1) === 32 && unitAhead(text, at + 1) === 32) {
    return readSpaced(text, at, floor, to)
  }
  let start = localStart(text, at, floor)
  if (unitAt(text, start) !== 34) {
    start = skipPrefix(text, start, at)
    while (start < at && LEADING_MARKS.includes(text.charAt(start))) start++
  }
  const end = domainEnd(text, at + 1, Math.min(to, at + SIDE_CHARS_MAX))
  if (start >= at || end <= at + 1) return undefined
  // What stands in a link is no address that anything is said about.
  if (text.startsWith('://', start - 3) || text.startsWith('//', start - 2)) return undefined
  return { address: text.slice(start, end), from: start, to: end, isBracketed: false }
}

/** `user @ example.com`, as some write it to hide it from machines. */
function readSpaced(text: string, at: number, floor: number, to: number): AddressSpan | undefined {
  const start = localStart(text, at - 1, floor)
  const end = domainEnd(text, at + 2, Math.min(to, at + SIDE_CHARS_MAX))
  const domain = text.slice(at + 2, end)
  if (start >= at - 1 || !domain.includes('.')) return undefined
  const address = `${text.slice(start, at - 1)}@${domain}`
  return { address, from: start, to: end, isBracketed: false }
}

function localStart(text: string, at: number, floor: number): number {
  const lowest = Math.max(floor, at - SIDE_CHARS_MAX)
  if (unitAhead(text, at - 1) === 34) {
    const open = text.lastIndexOf('"', at - 2)
    const isOneLine = open >= lowest && !text.slice(open, at).includes('\n')
    return isOneLine && at - open > 2 ? open : at
  }
  let start = at
  while (start > lowest && isLocalCode(unitAt(text, start - 1))) start--
  return start
}

// `dda:SMTP=user@host`, but not `bounce-user=host@list`.
function skipPrefix(text: string, start: number, at: number): number {
  const equals = text.indexOf('=', start)
  if (equals < 0 || equals >= at) return start
  return ADDRESS_PREFIXES.has(text.slice(start, equals).toLowerCase()) ? equals + 1 : start
}

function domainEnd(text: string, from: number, to: number): number {
  let end = from
  if (unitAhead(text, from) === 91) {
    const close = text.indexOf(']', from)
    return close > from && close < to ? close + 1 : from
  }
  while (end < to && isDomainCode(unitAt(text, end))) end++
  while (end > from && !isLetterOrDigit(unitAt(text, end - 1))) end--
  return end
}

function isLocalCode(code: number): boolean {
  return isLetterOrDigit(code) || (code < 0x80 && LOCAL_MARKS.includes(String.fromCharCode(code)))
}

function isDomainCode(code: number): boolean {
  return isLetterOrDigit(code) || code === 46 || code === 45 || code === 95
}

// ASCII, Latin, Greek and Cyrillic letters; other scripts set no space between address and word.
function isLetterOrDigit(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 48 && code <= 57) ||
    (code >= 65 && code <= 90) ||
    (code >= 0xc0 && code <= 0x52f && code !== 0xd7 && code !== 0xf7)
  )
}
