// A glance at the human part of a delivery status: the paragraph that one recipient opens. It finds
// what most reports say, and leaves transcripts, aliases and lists to those who read all of the
// text.

import { isWordCode } from '../plain/fold.ts'
import { REPLY_CHARS_MAX } from '../../text/limits.ts'
import { unitAt } from '../../text/units.ts'

/** Of these only a reading of the whole text can make sense. */
const TRANSCRIPT = '>>> '
/** A reply or a status code: the entry quotes the server. */
const CODE = /(?:^|[^\d.])[245](?:\d\d(?!\d)|\.\d{1,3}\.\d)/
const LF = 10

/**
 * What follows one of the addresses in the paragraph that it opens, on one line; undefined where
 * there is no such paragraph, or where it quotes no server, or speaks of other addresses too.
 */
export function findEntry(text: string, addresses: readonly string[]): string | undefined {
  if (text.includes(TRANSCRIPT)) return undefined
  for (const address of addresses) {
    const at = text.indexOf(address)
    if (at < 0) continue
    return opensLine(text, at) ? readEntry(text, at + address.length, address) : undefined
  }
  return undefined
}

/** Nothing but marks stand before it. */
function opensLine(text: string, at: number): boolean {
  for (let i = at - 1; i >= 0 && unitAt(text, i) !== LF; i--) {
    if (isWordCode(unitAt(text, i))) return false
  }
  return true
}

function readEntry(text: string, from: number, address: string): string | undefined {
  const entry = text.slice(from, Math.min(paragraphEnd(text, from), from + REPLY_CHARS_MAX))
  for (let at = entry.indexOf('@'); at >= 0; at = entry.indexOf('@', at + 1)) {
    if (!isSame(entry, at, address)) return undefined
  }
  // The address itself may go on: `user@example.com` is not `user@example.com.au`.
  if (/^[\w@-]|^\.\w/.test(entry) || !CODE.test(entry)) return undefined
  return entry
    .replace(/^[\s>)\]"':,;]{1,20}/, '')
    .replace(/\s+/g, ' ')
    .trimEnd()
}

/** The address around this sign is the same one. */
function isSame(entry: string, at: number, address: string): boolean {
  const from = at - address.indexOf('@')
  return (
    from >= 0 && entry.slice(from, from + address.length).toLowerCase() === address.toLowerCase()
  )
}

function paragraphEnd(text: string, from: number): number {
  let lineFrom = from
  for (;;) {
    const lineEnd = text.indexOf('\n', lineFrom)
    if (lineEnd < 0) return text.length
    let at = lineEnd + 1
    while (at < text.length && isBlank(unitAt(text, at))) at++
    if (at >= text.length || unitAt(text, at) === LF) return lineEnd
    lineFrom = at
  }
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 13
}
