// The result lines of Postfix taken apart (src/global/log_adhoc.c), from left to right.

import { readCommand, type SmtpCommand } from '../../smtp/command.ts'
import { readBracketed } from './fields.ts'
import type { Told } from './item.ts'
import { FIELDS_MAX } from './limits.ts'

/** A result line taken apart. */
export type Result = {
  readonly to: string
  readonly originalTo: string | undefined
  readonly relay: string
  readonly enhancedCode: string | undefined
  readonly status: string
  /** What stands in the parentheses. */
  readonly text: string
}

/** Hexadecimal or base 52, in one word; `NOQUEUE` is refused input. */
export function isQueueId(text: string, end: number): boolean {
  for (let at = 0; at < end; at++) {
    const unit = text.charCodeAt(at)
    const isLetter = (unit | 32) >= 97 && (unit | 32) <= 122
    if (!isLetter && !(unit >= 48 && unit <= 57)) return false
  }
  return end !== 7 || !text.startsWith('NOQUEUE')
}

/** `to=<…>, orig_to=<…>, relay=…, delay=…, dsn=…, status=… (…)`, and no further. */
export function parseResult(text: string, from: number): Result | undefined {
  const to = readBracketed(text, from + 3)
  if (to === undefined) return undefined
  let at = to.next
  let originalTo: string | undefined
  if (text.startsWith(', orig_to=<', at)) {
    const original = readBracketed(text, at + 10)
    if (original === undefined) return undefined
    originalTo = original.address
    at = original.next
  }
  let relay = ''
  let enhancedCode: string | undefined
  for (let i = 0; i < FIELDS_MAX && text.startsWith(', ', at); i++) {
    const equals = text.indexOf('=', at + 2)
    if (equals < 0) return undefined
    const name = text.slice(at + 2, equals)
    if (name === 'status') {
      return { to: to.address, originalTo, relay, enhancedCode, ...readStatus(text, equals + 1) }
    }
    at = text.indexOf(', ', equals)
    if (at < 0) return undefined
    const value = text.slice(equals + 1, at)
    if (name === 'relay' && relay === '') relay = value
    else if (name === 'dsn') enhancedCode ??= value
  }
  return undefined
}

/** A line that a syslog daemon has cut has no closing parenthesis. */
function readStatus(text: string, from: number): { status: string; text: string } {
  const space = text.indexOf(' ', from)
  if (space < 0) return { status: text.slice(from), text: '' }
  const open = text.charCodeAt(space + 1) === 40 ? space + 2 : space + 1
  const end = text.endsWith(')') ? text.length - 1 : text.length
  return { status: text.slice(from, space), text: text.slice(open, Math.max(open, end)) }
}

type Said = Pick<Told, 'reply' | 'replyType' | 'remoteMta' | 'command'>

const REPLY = /^[245]\d\d[- ]/

/** `host mx[ip] said: 550 … (in reply to RCPT TO command)`, else Postfix's own words. */
export function readSaid(text: string, relay: string): Said {
  const bracket = relay.indexOf('[')
  const remoteMta = bracket > 0 ? relay.slice(0, bracket) : undefined
  if (!text.startsWith('host ')) {
    const isReply = REPLY.test(text)
    return { reply: text, replyType: isReply ? 'smtp' : 'x-postfix', remoteMta }
  }
  const hostEnd = text.indexOf('] ', 5)
  if (hostEnd < 0) return { reply: text, replyType: 'x-postfix', remoteMta }
  const host = text.slice(5, Math.max(5, text.indexOf('[', 5)))
  if (text.startsWith('] refused to talk to me: ', hostEnd)) {
    return { reply: text.slice(hostEnd + 25), remoteMta: host, command: 'CONNECT' }
  }
  if (!text.startsWith('] said: ', hostEnd)) {
    return { reply: text, replyType: 'x-postfix', remoteMta: host }
  }
  const tail = text.lastIndexOf(' (in reply to ')
  const end = tail > hostEnd ? tail : text.length
  const command: SmtpCommand | undefined = tail > hostEnd
    ? readCommand(text.slice(tail, tail + 60)) : undefined
  return { reply: text.slice(hostEnd + 8, end), remoteMta: host, command }
}
