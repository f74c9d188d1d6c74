// What a bounce is composed from, and which requests make no sense.

import { isMailAddress } from './addresses.ts'
import { BOUNCE_TEXTS, SPOKEN_CODES } from './compose-texts.ts'
import type { BounceLanguage, SpokenReason } from './compose-texts.ts'
import { readDate } from './date.ts'
import type { RefusalCode } from './refusal.ts'

export type BouncedRecipient = {
  /** The address that mail could not be delivered to. */
  readonly address: string
  /** The address as the sender wrote it, where another one led to `address`. */
  readonly originalRecipient?: string
  /** Said in the chosen language. A reason, a reply, or both must be there. */
  readonly reason?: SpokenReason
  /** What a server answered, `550 5.1.1 …`. */
  readonly reply?: string
  /** `5.1.1`. @default the code in the reply, else the one of the reason */
  readonly status?: string
  /** Host that refused. */
  readonly remoteMta?: string
}

export type BounceRequest = {
  readonly recipients: readonly BouncedRecipient[]
  /** @default 'failed' */
  readonly kind?: 'failed' | 'delayed'
  /** @default 'en' */
  readonly language?: BounceLanguage
  /** When the bounce is written; ISO 8601, UTC. */
  readonly now: string
  /** Name of the mail system that speaks. */
  readonly host: string
  /** Makes the Message-ID: never the same twice, not to be guessed. */
  readonly seed: string
  /** Address in From. @default mailer-daemon@host */
  readonly from?: string
  /** The envelope sender, empty for `<>`. @default the message's Return-Path field */
  readonly returnPath?: string
  /** Further addresses of ours that are never answered. */
  readonly ownAddresses?: readonly string[]
  /** Refusals that the caller lifts; the final ones stay. */
  readonly allow?: readonly RefusalCode[]
  /** @default false */
  readonly headersOnly?: boolean
  /** Bytes of a message that is returned whole. @default 50000, as Postfix has it */
  readonly messageBytesMax?: number
  readonly envelopeId?: string
  /** When the message came in; ISO 8601. @default the date in the topmost Received field */
  readonly arrivalDate?: string
  /** Only for `delayed`: when delivery is given up; ISO 8601, UTC. */
  readonly willRetryUntil?: string
}

const STATUS = /^[45]\.\d{1,3}\.\d{1,3}$/

/** Throws a TypeError where the request makes no sense. */
export function checkRequest({
  recipients, kind, host, seed, language, now, willRetryUntil,
}: BounceRequest): void {
  if (recipients.length === 0) throw new TypeError('a bounce is about one recipient at least')
  if (host === '' || seed === '') throw new TypeError('a bounce needs a host and a seed')
  if (language !== undefined && !Object.hasOwn(BOUNCE_TEXTS, language)) {
    throw new TypeError(`no texts in language ${language}`)
  }
  for (const date of [now, willRetryUntil]) {
    if (date !== undefined && readDate(date) === undefined) {
      throw new TypeError(`not a date: ${date}`)
    }
  }
  recipients.forEach(checkRecipient)
  if (kind === 'delayed' && recipients.some(({ reason }) => reason === 'expired')) {
    throw new TypeError('what has expired is not tried any more')
  }
}

function checkRecipient(
  { address, originalRecipient, reason, reply, status }: BouncedRecipient,
): void {
  for (const one of [address, originalRecipient ?? address]) {
    if (!isMailAddress(one) || /[\u0000-\u001f\u007f]/.test(one)) {
      throw new TypeError(`not an address: ${one}`)
    }
  }
  if (reason === undefined && (reply ?? '').trim() === '') {
    throw new TypeError(`a reason or a reply is needed for ${address}`)
  }
  if (reason !== undefined && !Object.hasOwn(SPOKEN_CODES, reason)) {
    throw new TypeError(`no text for reason ${reason}`)
  }
  if (status !== undefined && !STATUS.test(status)) {
    throw new TypeError(`not a status of a failure: ${status}`)
  }
}
