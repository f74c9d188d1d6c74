// Fields of log lines, read from left to right: what a stranger says stands behind what the MTA
// says, so the first of each counts and nothing is searched for in the rest (T33).

import { bareMessageId } from '../original.ts'
import { own } from './joins.ts'
import { ADDRESS_CHARS_MAX, FIELDS_MAX, KEPT_CHARS_MAX } from './limits.ts'
import type { LogTools } from './types.ts'

const QUOTE = 34
const BACKSLASH = 92
const LESS = 60
const GREATER = 62

/** An address in angle brackets, and where the text goes on after them. */
export type Bracketed = { readonly address: string; readonly next: number }

/**
 * The address in the brackets that open at `at`; a quoted local part may hold brackets itself
 * (RFC 5321 §4.1.2). Undefined where none opens there or it does not close.
 */
export function readBracketed(text: string, at: number): Bracketed | undefined {
  if (text.charCodeAt(at) !== LESS) return undefined
  let end = at + 1
  if (text.charCodeAt(end) === QUOTE) {
    const close = endOfQuoted(text, end)
    if (close >= 0) end = close
  }
  end = text.indexOf('>', end)
  if (end < 0 || end - at > ADDRESS_CHARS_MAX) return undefined
  return { address: text.slice(at + 1, end), next: end + 1 }
}

/** The index behind the quote that closes the one at `at`; -1 where none does. */
export function endOfQuoted(text: string, at: number): number {
  for (let i = at + 1; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === BACKSLASH) i += 1
    else if (unit === QUOTE) return i + 1
  }
  return -1
}

/** An address with or without brackets around it. */
export function withoutBrackets(text: string): string {
  const isWrapped = text.charCodeAt(0) === LESS && text.charCodeAt(text.length - 1) === GREATER
  return isWrapped ? text.slice(1, -1) : text
}

/** A Message-ID as events carry it; undefined where there is none. */
export function readMessageId(text: string | undefined): string | undefined {
  return text === undefined || text.length > 998 ? undefined : bareMessageId(text)
}

/** Null reverse-paths and the ones MTAs use for probes and for bounces of bounces. */
export function isNullSender(sender: string | undefined): boolean {
  if (sender === undefined) return false
  return sender === '' || sender === '<>' || sender === '#@[]' ||
    sender.startsWith('double-bounce@')
}

const LOOPBACK = /^(?:(?:::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1)$/

/** Relays whose answer is remembered. */
const RELAYS_MAX = 1_000

/** Says of a relay (`host[ip]:port`, a name, an address) whether it is one of `hosts`. */
export function hostTest(
  hosts: readonly string[], hasLoopback: boolean,
): (relay: string) => boolean {
  if (hosts.length === 0 && !hasLoopback) return () => false
  const names = new Set(hosts.map(bareHost))
  if (hasLoopback) names.add('localhost').add('localhost.localdomain')
  const isOne = (name: string): boolean =>
    names.has(name) || (hasLoopback && LOOPBACK.test(name))
  const test = (relay: string): boolean => {
    if (isOne(bareHost(relay))) return true
    const open = relay.indexOf('[')
    return open >= 0 && isOne(bareHost(relay.slice(open + 1, relay.indexOf(']', open))))
  }
  // Mail goes to few hosts again and again.
  const known = new Map<string, boolean>()
  return (relay) => {
    const found = known.get(relay)
    if (found !== undefined) return found
    const answer = test(relay)
    if (known.size >= RELAYS_MAX) known.clear()
    known.set(own(relay), answer)
    return answer
  }
}

function bareHost(relay: string): string {
  const open = relay.indexOf('[')
  const name = (open > 0 ? relay.slice(0, open) : relay).trim().toLowerCase()
  return name.replace(/^\[|\]$/g, '').replace(/\.$/, '')
}

/** The queue id under which the next MTA took the message, as Postfix and its kin tell it. */
export function readQueuedAs(reply: string): string | undefined {
  const at = reply.indexOf('queued as ')
  if (at < 0) return undefined
  return /^[0-9A-Za-z-]{5,40}/.exec(reply.slice(at + 10, at + 60))?.[0]
}

const QUEUED = /queued as |Message accepted for delivery| id=[0-9A-Za-z]{6}-/

/**
 * True where a filter or a relay of one's own took the message: it is not delivered yet. Loopback
 * that queues nothing is where mail is stored.
 */
export function isHandedOn(tools: LogTools, relay: string, reply: string): boolean {
  return tools.isRelay(relay) ||
    (tools.isOwnHost(relay) && QUEUED.test(reply.slice(0, KEPT_CHARS_MAX)))
}

/** Fields `name=value` or `name="quoted value"`, `separator` between them; the first counts. */
export function readPairs(text: string, from: number, separator: string): Map<string, string> {
  const pairs = new Map<string, string>()
  let at = from
  for (let i = 0; i < FIELDS_MAX && at < text.length; i++) {
    const match = PAIR.exec(text.slice(at, at + 80))
    if (match === null) break
    const start = at + match[0].length
    const isQuoted = text.charCodeAt(start) === QUOTE
    const close = isQuoted ? endOfQuoted(text, start) : text.indexOf(separator, start)
    const end = close < 0 ? text.length : close
    const value = text.slice(start, end)
    const name = match[1] ?? ''
    if (!pairs.has(name)) pairs.set(name, isQuoted ? unquote(value) : value)
    at = text.startsWith(separator, end) ? end + separator.length : text.length
  }
  return pairs
}

const PAIR = /^([A-Za-z][A-Za-z0-9_-]{0,40}) ?= ?/

/** A cut line may lack the closing quote. */
function unquote(text: string): string {
  const end = text.length > 1 && text.endsWith('"') ? text.length - 1 : text.length
  return text.slice(1, end).replace(/\\(["\\])/g, '$1')
}
