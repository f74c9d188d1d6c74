// Numbered inputs: each about an address of its own, on one of the channels, with one fate.

import { makeReturnPath, type TokenKey } from '../../../packages/core/src/index.ts'
import type { Random } from './random.ts'

export const CHANNELS = ['smtp', 'message', 'events', 'webhook', 'maildir', 'log'] as const

export type Channel = (typeof CHANNELS)[number]
export type Fate = 'hard' | 'soft' | 'delivered'

export type Input = {
  readonly n: number
  readonly channel: Channel
  readonly fate: Fate
  readonly address: string
  /** What its transport calls it: the same at every attempt. */
  readonly key: string
}

/** Inputs that tell the same in the same words are one event, whichever way they come. */
export function eventOf({ n, channel }: Input): string {
  const isOwn = channel === 'events' || channel === 'webhook' || channel === 'log'
  return `${n}:${isOwn ? channel : 'dsn'}`
}

export const BOUNCE_DOMAIN = 'bounces.example.com'
const TOKEN_KEYS: readonly TokenKey[] = [
  { id: 'a', secret: Buffer.from('00112233445566778899aabbccddeeff', 'hex') },
]
export const TOKEN_KEYS_LINE = 'a 00112233445566778899aabbccddeeff'

/**
 * Messages tell of deliveries in too many ways, and what a log tells of a message that is still
 * tried is no news to anybody.
 */
const OF_MESSAGE = { delivered: 'soft' } as const
const OTHER_FATE: Readonly<Record<Channel, Readonly<Partial<Record<Fate, Fate>>>>> = {
  smtp: OF_MESSAGE, message: OF_MESSAGE, maildir: OF_MESSAGE, events: {}, webhook: {},
  log: { soft: 'hard' },
}

const FATES: readonly Fate[] = ['hard', 'hard', 'hard', 'soft', 'delivered']

/** Inputs with the numbers from `from` on, over the given channels. */
export function makeInputs(
  random: Random, count: number, channels: readonly Channel[] = CHANNELS, from = 0,
): Input[] {
  return Array.from({ length: count }, (_, i) => {
    const n = from + i
    const channel = channels[n % channels.length] as Channel
    const fate = random.pick(FATES)
    return {
      n, channel, key: `input-${n}`, address: `person${n}@d${n % 7}.example.org`,
      fate: OTHER_FATE[channel][fate] ?? fate,
    }
  })
}

const REPLIES: Readonly<Record<Exclude<Fate, 'delivered'>, string>> = {
  hard: '550 5.1.1 User unknown', soft: '452 4.2.2 Mailbox full',
}

export function returnPath(address: string, keys: readonly TokenKey[] = TOKEN_KEYS): string {
  const made = makeReturnPath({ keys, domain: BOUNCE_DOMAIN, recipient: address, now: Date.now() })
  if (made.kind !== 'made') throw new TypeError(`no token for ${address}`)
  return made.address
}

/** A delivery status notification (RFC 3464). */
export function toDsn(
  { n, address, fate }: Input, to: string = returnPath(address), extra: readonly string[] = [],
): string {
  const reply = REPLIES[fate === 'hard' ? 'hard' : 'soft']
  return [
    'Return-Path: <>', `Delivered-To: ${to}`, ...extra,
    'From: MAILER-DAEMON@mx.example.net (Mail Delivery System)', `To: ${to}`,
    'Subject: Undelivered Mail Returned to Sender', `Message-ID: <dsn-${n}@mx.example.net>`,
    'Date: Mon, 02 Nov 2026 10:00:00 +0000', 'Auto-Submitted: auto-replied', 'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"', '', '--b1',
    'Content-Type: text/plain', '', `<${address}>: host mx.example.org said: ${reply}`, '', '--b1',
    'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.example.net', '',
    `Final-Recipient: rfc822; ${address}`, 'Action: failed', `Status: ${reply.slice(4, 9)}`,
    `Diagnostic-Code: smtp; ${reply}`, '', '--b1', 'Content-Type: message/rfc822', '',
    'From: news@example.com', `To: ${address}`, `Message-ID: <sent-${n}@example.com>`,
    'Subject: News', '', 'News.', '', '--b1--', '',
  ].join('\r\n')
}

/** A record for POST /v1/events. */
export function toReply({ n, address, fate }: Input): object {
  const shared = { recipient: address, messageId: `sent-${n}@example.com`, id: `reply-${n}` }
  return fate === 'delivered' ? { ...shared, kind: 'delivered' }
    : { ...shared, reply: REPLIES[fate] }
}

/** The body of a Postmark webhook. */
export function toWebhook({ n, address, fate }: Input): object {
  const messageId = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
  const shared = { MessageID: messageId, MessageStream: 'outbound', ServerID: 1 }
  if (fate === 'delivered') {
    return {
      ...shared, RecordType: 'Delivery', Recipient: address, DeliveredAt: '2026-11-02T10:00:00Z',
      Details: '250 2.0.0 Ok',
    }
  }
  return {
    ...shared, RecordType: 'Bounce', ID: 1_000_000 + n, Email: address,
    Type: fate === 'hard' ? 'HardBounce' : 'SoftBounce', TypeCode: fate === 'hard' ? 1 : 4096,
    Name: fate === 'hard' ? 'Hard bounce' : 'Soft bounce', BouncedAt: '2026-11-02T10:00:00Z',
    Description: 'The server was unable to deliver your message.', Details: `smtp;${
      REPLIES[fate]}`,
  }
}

/** A line of a Postfix log. */
export function toLogLine({ n, address, fate }: Input): string {
  const queueId = (0xABC0000 + n).toString(16).toUpperCase()
  const start = `2026-11-02T10:00:00.000000+00:00 mx postfix/smtp[411]: ${queueId}: ` +
    `to=<${address}>, relay=mx.example.org[192.0.2.25]:25, delay=1, delays=0.1/0/0.5/0.4, `
  if (fate === 'delivered') return `${start}dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 1A2B)`
  const reply = REPLIES[fate]
  return `${start}dsn=${reply.slice(4, 9)}, status=${fate === 'hard' ? 'bounced' : 'deferred'} ` +
    `(host mx.example.org[192.0.2.25] said: ${reply} (in reply to RCPT TO command))`
}
