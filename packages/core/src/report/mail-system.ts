// Whether a message comes from a mail system rather than from a person or a mailing list:
// null sender, daemon addresses, automatic submission (RFC 5321 §4.5.5, RFC 3834 §5).

import type { Message, MessagePart } from '../message/types.ts'
import { unitAt } from '../text/units.ts'

/** Local parts that mail servers send their reports from, letters alone. */
const DAEMONS: ReadonlySet<string> = new Set([
  'maildaemon',
  'mailsystem',
  'mailer',
  'smtpd',
  'mta',
  'mmdf',
  'pmdf',
  'systemadministrator',
  'bounce',
  'bounces',
  'mailbounce',
  'ndr',
  'emailbounces',
  'mailadmin',
  'mailgateway',
  'noreplypostmaster',
  'uucp',
])
/** Local parts that go on: with a number, a site, an id. */
const DAEMON_STARTS = ['mailerdaemon', 'postmaster', 'microsoftexchange', 'maildelivery'] as const
/** Names that mail servers give themselves beside any address, letters alone. */
const DAEMON_NAMES: ReadonlySet<string> = new Set([
  'mailerdaemon',
  'mailsystem',
  'maildelivery',
  'maildeliverysystem',
  'maildeliversystem',
  'maildeliverysubsystem',
  'maildeliveryservice',
  'maildeliveryagent',
  'mailtransportagent',
  'internetmaildelivery',
  'internetmailservice',
  'emaildeliverysystem',
  'emaildeliverysubsystem',
  'deliverysubsystem',
  'deliverystatusnotification',
  'mailadministrator',
  'systemadministrator',
  'postmaster',
  'mailserver',
  'emailserver',
  'mailgateway',
  'mailbounce',
  'microsoftexchange',
  'systemadminstrator',
  'administrateursysteme',
  'systemadministratr',
  'mailbouncehandler',
])

/** Strong signs only: a person who forwards or quotes a report has none of them. */
export function isFromMailSystem(message: MessagePart): boolean {
  if (message.type === 'multipart/report') return true
  if (hasNullSender(message)) return true
  if (message.header('x-failed-recipients') !== undefined) return true
  if (message.header('x-ms-exchange-message-is-ndr') !== undefined) return true
  return isDaemonAddress(message.header('from') ?? message.header('sender') ?? '')
}

/** `Return-Path: <>`, or an mbox line that names the daemon. */
export function hasNullSender(message: MessagePart): boolean {
  const path = message.header('return-path')
  if (path !== undefined && /^<\s*>/.test(path)) return true
  const mboxSender = (message as Partial<Message>).mboxSender
  return mboxSender !== undefined && (mboxSender === '' || isDaemonAddress(mboxSender))
}

/**
 * True where there is no address at all, or the local part or the name beside the address is one
 * that daemons use.
 */
export function isDaemonAddress(from: string): boolean {
  if (from.endsWith('<>')) return true
  const at = from.lastIndexOf('@')
  const open = from.lastIndexOf('<', at < 0 ? from.length : at)
  let start = at < 0 ? open + 1 : at
  if (at >= 0) while (start > 0 && !endsBefore(unitAt(from, start - 1))) start--
  const local = letters(from.slice(start, at < 0 ? undefined : at))
  if (DAEMONS.has(local) || local.endsWith('daemon')) return true
  if (DAEMON_STARTS.some((name) => local.startsWith(name))) return true
  // `Name <address>`, `address (Name)`.
  const name = open > 0 ? from.slice(0, open) : /\(([^()]{1,60})\)\s*$/.exec(from)?.[1]
  return name !== undefined && DAEMON_NAMES.has(letters(name))
}

/** White space, or `<`, `"`, `(`, `:`: the local part begins after it. */
function endsBefore(code: number): boolean {
  if (code > 0x7f) return /\s/.test(String.fromCharCode(code))
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d)
  return code === 0x3c || code === 0x22 || code === 0x28 || code === 0x3a
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, '')
}
