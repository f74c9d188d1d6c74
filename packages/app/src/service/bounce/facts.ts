// What a message says about itself, as far as bouncing it asks: read once, judged elsewhere.

import { createHash } from 'node:crypto'
import {
  findRefusals, isMailAddress, parseMessage, readReturnPath,
  type Message, type Refusal, type ReturnPath,
} from '@carom/core'
import addressparser from 'nodemailer/lib/addressparser'
import type { Authentication } from './authenticate.ts'
import type { History } from './book.ts'
import { findListSign, findSpamSign } from './signs.ts'
import { findOwnToken } from './own-token.ts'
import type { RawMessage } from './types.ts'

/** Addresses of one header field that are read. */
const ADDRESSES_MAX = 1_000
const FIELD_CHARS_MAX = 100_000

export type MessageFacts = {
  readonly message: Message
  readonly returnPath: ReturnPath
  /** The addresses in all From fields; one of them, once, is what honest mail has. */
  readonly authors: readonly string[]
  readonly fromFields: number
  /** To and Cc, in lower case. */
  readonly addressed: readonly string[]
  /** What delivery wrote down: Delivered-To and its like, in lower case. */
  readonly delivered: readonly string[]
  readonly arrivedAt: number | undefined
  readonly refusals: readonly Refusal[]
  readonly listSign: string | undefined
  readonly spamSign: string | undefined
  readonly hops: number
  readonly messageId: string | undefined
  /** The same for all copies of one message. */
  readonly originalKey: string
  readonly ownToken: string | undefined
}

/** What judging asks besides the message itself. */
export type BounceFacts = MessageFacts & {
  readonly authentication: Authentication
  readonly history: History
  /** The entry that refuses mail of this sender already. */
  readonly refusedBy: string | undefined
  /** Where mail comes in: addresses of the mailbox. */
  readonly ownAddresses: readonly string[]
  readonly ownDomains: readonly string[]
  readonly now: number
}

export function readMessageFacts(
  raw: RawMessage, key: string, ownAddresses: readonly string[],
): MessageFacts {
  const message = parseMessage(raw.bytes)
  const returnPath = readReturnPath(message, raw.returnPath)
  const path = returnPath.kind === 'address' ? returnPath.address : ''
  const messageId = readMessageId(message)
  return {
    message, returnPath, messageId,
    authors: readAddresses(message, ['from']),
    fromFields: message.headers('from').length,
    addressed: readAddresses(message, ['to', 'cc']).map(lower),
    delivered: readAddresses(message, [
      'delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'x-delivered-to',
    ]).map(lower),
    arrivedAt: earlier(raw.arrivedAt, readArrival(message)),
    refusals: findRefusals(message, path, []),
    listSign: findListSign(message, path, ownAddresses),
    spamSign: findSpamSign(message, raw.folder),
    hops: message.headers('received').length,
    originalKey: originalKeyOf(message, messageId),
    ownToken: findOwnToken(message, key),
  }
}

function readAddresses(message: Message, names: readonly string[]): string[] {
  return names.flatMap((name) => message.headers(name))
    .flatMap((value) => addressparser(value.slice(0, FIELD_CHARS_MAX), { flatten: true }))
    .map(({ address }) => address).filter(isMailAddress).slice(0, ADDRESSES_MAX)
}

function lower(text: string): string {
  return text.toLowerCase()
}

function readMessageId(message: Message): string | undefined {
  const id = message.header('message-id')?.replace(/[\s<>\u0000-\u001f]+/g, '').slice(0, 998)
  return id === undefined || id === '' ? undefined : id
}

/** Without a Message-ID, what its author wrote stands for it. */
function originalKeyOf(message: Message, messageId: string | undefined): string {
  const hash = createHash('sha256')
  if (messageId !== undefined) return hash.update(`id\n${messageId.toLowerCase()}`).digest('hex')
  for (const name of ['from', 'date', 'subject', 'to']) {
    hash.update(`${name}:${message.header(name) ?? ''}\n`)
  }
  return hash.update(message.bytes.subarray(message.bodyFrom)).digest('hex')
}

/** Copied and restored mail looks younger than it is. */
function earlier(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? a ?? b : Math.min(a, b)
}

/** `Date.parse` finds a date in nearly everything. */
const DATE = /^(?:\w{3}, *)?\d{1,2} +\w{3} +\d{4} +\d{1,2}:\d{2}(?::\d{2})? +(?:[+-]\d{4}|[A-Z]{1,4})$/

/** The time in the topmost Received field: the one that the last server wrote. */
function readArrival(message: Message): number | undefined {
  const received = message.header('received') ?? ''
  const text = received.slice(received.lastIndexOf(';') + 1).replace(/\([^()]*\)/g, '').trim()
  const at = DATE.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(at) ? undefined : at
}
