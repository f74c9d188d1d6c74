// How mail systems tell of what happened: reports, lines of a log, webhooks, replies. Each is made
// as the real ones are, and read by the pipeline like them.

import {
  composeBounce, composeComplaint, createLogReader, LIFTABLE_REFUSALS, writeLogItem,
} from '@carom/core'
import type { Envelope, InputKind, NewInput, Trust } from '../store/types.ts'
import { OUR_DOMAIN, OUR_HOST, type Person } from './world.ts'

export const TENANT = 'default'
export const SOURCES = { smtp: 'bounces', log: 'mail-log', webhook: 'ses', http: 'shop' } as const

/** One message to one address. */
export type Sent = {
  readonly person: Person
  readonly at: number
  readonly list: string
  readonly subject: string
  readonly messageId: string
  readonly queueId: string
}

type Shape = {
  readonly kind: InputKind; readonly source: string; readonly trust: Trust
  readonly envelope: Envelope; readonly key: string
}

function inputOf(bytes: Uint8Array, receivedAt: number, shape: Shape): NewInput {
  const { kind, source, trust, envelope, key } = shape
  return { tenant: TENANT, source, kind, transportKey: key, bytes, receivedAt, trust, envelope }
}

/** The message as the sender wrote it. */
function letterOf({ person, at, list, subject, messageId }: Sent): Buffer {
  const text = `Hello,\r\n\r\nthis is ${subject} of ${new Date(at).toISOString().slice(0, 10)}.\r\n`
  return Buffer.from([
    `Return-Path: <bounce@${OUR_DOMAIN}>`, `Date: ${new Date(at).toUTCString()}`,
    `From: The shop <hello@${OUR_DOMAIN}>`, `To: <${person.address}>`, `Subject: ${subject}`,
    `Message-ID: <${messageId}>`, `List-Id: <${list}.${OUR_DOMAIN}>`,
    `List-Unsubscribe: <https://shop.example/unsubscribe>`, 'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8', '', text,
  ].join('\r\n'))
}

/** A delivery report as a receiver or our own mail server sends it. */
export function report(sent: Sent, reply: string, receivedAt: number): NewInput[] {
  const { person } = sent
  const composed = composeBounce(letterOf(sent), {
    recipients: [{ address: person.address, reply, remoteMta: person.receiver.mx }],
    now: new Date(receivedAt).toISOString(), host: person.receiver.mx, seed: sent.messageId,
    language: person.receiver.language, allow: LIFTABLE_REFUSALS,
  })
  // Mail of lists is bounced by mail servers whatever a person should do with it.
  if (composed.kind === 'refused') return []
  return [inputOf(composed.bytes, receivedAt, {
    kind: 'message', source: SOURCES.smtp, trust: 1, key: `report:${sent.messageId}`,
    envelope: { mailFrom: '', rcptTo: `bounce@${OUR_DOMAIN}`, list: sent.list },
  })]
}

export function complaint(sent: Sent, receivedAt: number): NewInput {
  const { person } = sent
  const { bytes } = composeComplaint(letterOf(sent), {
    to: `fbl@${OUR_DOMAIN}`, from: `feedback@${person.receiver.domain}`,
    feedback: { feedbackType: 'abuse', userAgent: 'Feedback/1.0' }, recipients: [person.address],
    now: new Date(receivedAt).toISOString(), host: person.receiver.mx, seed: sent.messageId,
  })
  return inputOf(bytes, receivedAt, {
    kind: 'message', source: SOURCES.smtp, trust: 1, key: `complaint:${sent.messageId}`,
    envelope: { mailFrom: '', rcptTo: `fbl@${OUR_DOMAIN}`, list: sent.list },
  })
}

/** What the log of our mail server says of messages: no reply means that it was delivered. */
export function logged(
  messages: readonly { readonly sent: Sent; readonly at: number; readonly reply?: string }[],
): NewInput[] {
  const first = messages[0]
  if (first === undefined) return []
  const reader = createLogReader('postfix', { now: () => first.at })
  const lines = messages.flatMap(({ sent, at, reply }) => linesOf(sent, at, reply))
  const items = [...lines.flatMap((line) => reader.read(line)), ...reader.end()]
  const at = Math.max(...messages.map((one) => one.at))
  return [inputOf(Buffer.from(`${items.map(writeLogItem).join('\n')}\n`), at, {
    kind: 'log', source: SOURCES.log, trust: 1, key: `log:${first.sent.messageId}:${first.at}`,
    envelope: { vendor: 'postfix', list: first.sent.list, place: { log: '/var/log/mail.log' } },
  })]
}

function linesOf(sent: Sent, at: number, reply: string | undefined): string[] {
  const { person: { address, receiver }, queueId, messageId } = sent
  const head = (program: string, time: number): string =>
    `${new Date(time).toISOString()} ${OUR_HOST} postfix/${program}[4711]: ${queueId}: `
  const relay = `relay=${receiver.mx}[198.51.100.7]:25, delay=1.2, delays=0.1/0/0.5/0.6`
  const isDelayed = reply?.startsWith('4') === true
  const outcome = reply === undefined
    ? `dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 4F)`
    : `dsn=${/\d\.\d+\.\d+/.exec(reply)?.[0] ?? '5.0.0'}, status=${
      isDelayed ? 'deferred' : 'bounced'} (host ${receiver.mx}[198.51.100.7] said: ${
      reply} (in reply to RCPT TO command))`
  return [
    `${head('cleanup', sent.at)}message-id=<${messageId}>`,
    `${head('qmgr', sent.at)}from=<bounce@${OUR_DOMAIN}>, size=4211, nrcpt=1 (queue active)`,
    `${head('smtp', at)}to=<${address}>, ${relay}, ${outcome}`,
    `${head('qmgr', at)}removed`,
  ]
}

/** A notification of Amazon SES by SNS. */
export function sesBounce(sent: Sent, reply: string, receivedAt: number): NewInput {
  const isHard = reply.startsWith('5')
  return ses(sent, receivedAt, {
    notificationType: 'Bounce',
    bounce: {
      bounceType: isHard ? 'Permanent' : 'Transient', bounceSubType: 'General',
      timestamp: new Date(receivedAt).toISOString(), feedbackId: `fb-${sent.queueId}`,
      reportingMTA: `dns; ${OUR_HOST}`, bouncedRecipients: [{
        emailAddress: sent.person.address, action: 'failed',
        status: /\d\.\d+\.\d+/.exec(reply)?.[0] ?? '5.0.0', diagnosticCode: `smtp; ${reply}`,
      }],
    },
  })
}

export function sesComplaint(sent: Sent, receivedAt: number): NewInput {
  return ses(sent, receivedAt, {
    notificationType: 'Complaint',
    complaint: {
      complainedRecipients: [{ emailAddress: sent.person.address }],
      timestamp: new Date(receivedAt).toISOString(), feedbackId: `fb-${sent.queueId}`,
      complaintFeedbackType: 'abuse',
    },
  })
}

function ses(sent: Sent, receivedAt: number, more: object): NewInput {
  const body = {
    ...more,
    mail: {
      timestamp: new Date(sent.at).toISOString(), messageId: `ses-${sent.queueId}`,
      source: `hello@${OUR_DOMAIN}`, destination: [sent.person.address],
      headers: [{ name: 'Message-ID', value: `<${sent.messageId}>` }],
      commonHeaders: { messageId: `<${sent.messageId}>`, subject: sent.subject },
    },
  }
  const kind = (more as { notificationType: string }).notificationType
  return inputOf(Buffer.from(JSON.stringify(body)), receivedAt, {
    kind: 'webhook', source: SOURCES.webhook, trust: 2, key: `ses:${kind}:${sent.messageId}`,
    envelope: { vendor: 'ses', contentType: 'application/json', list: sent.list },
  })
}

/** What the shop's own program was told while it sent. */
export function told(sent: Sent, reply: string, receivedAt: number): NewInput {
  return inputOf(Buffer.from(JSON.stringify([{
    recipient: sent.person.address, reply, messageId: `<${sent.messageId}>`, command: 'RCPT',
    remoteMta: sent.person.receiver.mx, at: receivedAt, subject: sent.subject,
  }])), receivedAt, {
    kind: 'replies', source: SOURCES.http, trust: 1, key: `told:${sent.messageId}`,
    envelope: { list: sent.list },
  })
}

/** Somebody is away. */
export function away(sent: Sent, receivedAt: number): NewInput {
  const { person } = sent
  return inputOf(Buffer.from([
    `Date: ${new Date(receivedAt).toUTCString()}`, `From: <${person.address}>`,
    `To: <bounce@${OUR_DOMAIN}>`, `Subject: Automatic reply: ${sent.subject}`,
    `Message-ID: <away-${sent.messageId}>`, `In-Reply-To: <${sent.messageId}>`,
    'Auto-Submitted: auto-replied', 'Content-Type: text/plain; charset=utf-8', '',
    'I am out of the office until next week and answer then.', '',
  ].join('\r\n')), receivedAt, {
    kind: 'message', source: SOURCES.smtp, trust: 1, key: `away:${sent.messageId}`,
    envelope: { mailFrom: person.address, rcptTo: `bounce@${OUR_DOMAIN}` },
  })
}
