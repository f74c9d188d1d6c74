// Which messages must not be answered with a bounce, and why: error mail never answers error mail
// (RFC 5321 §4.5.4, §6.1), and automatic mail does not answer automatic mail (RFC 3834 §2, §5).

import type { Message } from '../message/types.ts'
import { parseAddress, formatAddress } from '../smtp/address.ts'
import { isDaemonAddress } from './mail-system.ts'
import { readReport } from './read.ts'

export type RefusalCode =
  /** Nothing says where bounces go: From and Reply-To are not for them (RFC 3834 §4). */
  | 'return-path-missing'
  | 'return-path-null'
  | 'return-path-unusable'
  /** The message is a bounce, a receipt or another report itself. */
  | 'report'
  | 'automatic'
  | 'list-mail'
  | 'bulk-mail'
  | 'responses-unwanted'
  | 'daemon-sender'
  | 'no-reply-sender'
  | 'own-address'
  | 'loop'

export type Refusal = {
  readonly code: RefusalCode
  /** A sentence that says what was found. */
  readonly because: string
}

/** No wish of the caller lifts these: such a bounce would be lost, or would come back. */
export const FINAL_REFUSALS: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'return-path-missing', 'return-path-null', 'return-path-unusable', 'report',
])

/** Refusals that a caller who knows the message may lift. */
export const LIFTABLE_REFUSALS: readonly RefusalCode[] = [
  'automatic', 'list-mail', 'bulk-mail', 'responses-unwanted', 'daemon-sender', 'no-reply-sender',
  'own-address', 'loop',
]

export type ReturnPath =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** Octets of a path that servers must take (RFC 5321 §4.5.3.1.3). */
const PATH_CHARS_MAX = 254
/**
 * Mail that passed so many servers goes in circles (RFC 5321 §6.3 asks for 100, Postfix uses 50).
 */
const RECEIVED_MAX = 50
const HOST = /^(?:\[[\da-fA-F.:]+(?:IPv6:[\da-fA-F:.]+)?\]|[a-z\d_-]+(?:\.[a-z\d_-]+)+)$/i
const NO_REPLY = /^(?:no|do-?not|never)[._-]?(?:reply|respond|answer)/i
const LIST_SENDER = /^owner-|-(?:request|owner|bounces?|return|admin)(?:[+-]|$)/i
const BULK: ReadonlySet<string> = new Set(['bulk', 'list', 'junk', 'auto_reply'])

/**
 * Where a bounce of this message goes; `given` is the envelope sender where the caller knows it.
 */
export function readReturnPath(message: Message, given: string | undefined): ReturnPath {
  const written = given ?? message.header('return-path') ?? message.mboxSender
  if (written === undefined) {
    return refuse(
      'return-path-missing',
      'The message has no Return-Path field, and no envelope sender was given.',
    )
  }
  if (/^<?\s*>?$/.test(written.trim()) || (given === undefined && isMboxDaemon(message, written))) {
    return refuse(
      'return-path-null', 'The envelope sender is empty (<>): its sender wants no bounces.',
    )
  }
  const parsed = parseAddress(written)
  const address = parsed === undefined ? written : formatAddress(parsed)
  if (parsed === undefined || !HOST.test(parsed.domain) || address.length > PATH_CHARS_MAX) {
    return refuse(
      'return-path-unusable', `No mail can be sent to the envelope sender ${quote(written)}.`,
    )
  }
  return { kind: 'address', address }
}

/** `From MAILER-DAEMON` is how mbox files write the empty sender. */
function isMboxDaemon(message: Message, written: string): boolean {
  return message.header('return-path') === undefined && written === message.mboxSender &&
    isDaemonAddress(written)
}

function refuse(code: RefusalCode, because: string): ReturnPath {
  return { kind: 'refused', refusal: { code, because } }
}

/** Every reason not to answer this message; `ownAddresses` are those that we send from. */
export function findRefusals(
  message: Message, returnPath: string, ownAddresses: readonly string[],
): Refusal[] {
  const found: Refusal[] = []
  const add = (code: RefusalCode, because: string | undefined): void => {
    if (because !== undefined) found.push({ code, because })
  }
  add('report', reportSign(message))
  add('automatic', automaticSign(message))
  add('list-mail', listSign(message, returnPath))
  add('bulk-mail', bulkSign(message))
  add('responses-unwanted', suppressSign(message))
  add('daemon-sender', daemonSign(message, returnPath))
  add(
    'no-reply-sender',
    NO_REPLY.test(returnPath) ? `${returnPath} asks not to be answered.` : undefined,
  )
  const isOwn = ownAddresses.some((own) => own.toLowerCase() === returnPath.toLowerCase())
  add('own-address', isOwn ? `${returnPath} is our own address.` : undefined)
  add('loop', loopSign(message))
  return found
}

function reportSign(message: Message): string | undefined {
  if (message.type === 'multipart/report') {
    return 'The message is a report itself (multipart/report).'
  }
  const report = readReport(message)
  if (report === undefined || report.format === 'notice') return undefined
  return `The message is a report itself (${report.recipients[0]?.kind ?? report.format}).`
}

function automaticSign(message: Message): string | undefined {
  const submitted = message.header('auto-submitted')
  const word = /^[a-z-]*/.exec(submitted?.trim().toLowerCase() ?? '')?.[0]
  if (submitted !== undefined && word !== 'no') return inHeader('Auto-Submitted', submitted)
  for (const name of ['x-autoreply', 'x-autorespond', 'x-autoresponder']) {
    const value = message.header(name)
    if (value !== undefined && value.toLowerCase() !== 'no') return inHeader(name, value)
  }
  return undefined
}

function listSign(message: Message, returnPath: string): string | undefined {
  const field = message
    .fields()
    .find(({ name }) => name.startsWith('list-') || name === 'mailing-list')
  if (field !== undefined) return inHeader(field.name, field.value)
  const local = returnPath.slice(0, returnPath.lastIndexOf('@'))
  return LIST_SENDER.test(local) ? `${returnPath} is the address of a mailing list.` : undefined
}

function bulkSign(message: Message): string | undefined {
  const precedence = message.header('precedence') ?? ''
  return BULK.has(precedence.trim().toLowerCase()) ? inHeader('Precedence', precedence) : undefined
}

function suppressSign(message: Message): string | undefined {
  const value = message.header('x-auto-response-suppress') ?? ''
  return /\b(?:all|ndr|autoreply)\b/i.test(value)
    ? inHeader('X-Auto-Response-Suppress', value)
    : undefined
}

function daemonSign(message: Message, returnPath: string): string | undefined {
  if (isDaemonAddress(returnPath)) return `${returnPath} is a mail system.`
  const from = message.header('from') ?? ''
  return isDaemonAddress(from) ? `From: ${from} is a mail system.` : undefined
}

function loopSign(message: Message): string | undefined {
  const loop = message.header('x-loop')
  if (loop !== undefined) return inHeader('X-Loop', loop)
  const count = message.headers('received').length
  return count > RECEIVED_MAX ? `The message passed ${count} servers.` : undefined
}

function inHeader(name: string, value: string): string {
  return `Its header says "${name}: ${value}".`
}

function quote(text: string): string {
  return JSON.stringify(text.slice(0, PATH_CHARS_MAX))
}
