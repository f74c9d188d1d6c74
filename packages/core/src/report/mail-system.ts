// Whether a message comes from a mail system rather than from a person or a mailing list:
// null sender, daemon addresses, automatic submission (RFC 5321 §4.5.5, RFC 3834 §5).

import type { Message, MessagePart } from '../message/types.ts'

/** Local parts that mail servers send their reports from, letters alone. */
const DAEMONS: ReadonlySet<string> = new Set([
  'mailerdaemon', 'maildaemon', 'mailsystem', 'postmaster', 'mailer', 'daemon', 'maildelivery',
  'maildeliverysystem', 'maildeliverysubsystem', 'mdaemon', 'smtpd', 'mta', 'mmdf', 'pmdf',
  'systemadministrator', 'microsoftexchange', 'bounce', 'bounces', 'mailbounce', 'ndr',
  'emailbounces', 'mailadmin', 'postmasters', 'mailgateway', 'noreplypostmaster',
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

/** True where the local part (or a name without any address) is one that daemons use. */
export function isDaemonAddress(from: string): boolean {
  const at = from.lastIndexOf('@')
  let start = at < 0 ? from.length : at
  while (start > 0 && !/[\s<"(:]/.test(from[start - 1] ?? '')) start--
  const local = at < 0 ? from : from.slice(start, at)
  return DAEMONS.has(local.toLowerCase().replace(/[^a-z]/g, ''))
}
