// Facts of the message that bounced, from the copy or the headers that the report returns
// (RFC 6522 §3, RFC 3464 §2), or from header lines quoted in its text.

import type { MessagePart } from '../message/types.ts'
import { decodeEncodedWords } from '../text/encoded-word.ts'
import { findAddresses, isMailAddress } from './addresses.ts'
import { readDate } from './date.ts'
import { parseFieldGroups } from './fields.ts'
import type { OriginalMessage } from './types.ts'

/**
 * Reads the first field of a lower-case name, or the one at an index, encoded words decoded;
 * undefined where absent.
 */
export type HeaderReader = (name: string, index?: number) => string | undefined

/** Characters of a returned message that are read where its headers stand as text. */
const RETURNED_CHARS_MAX = 65_536

/** Fields of which two say: these lines are the headers of a message. */
const TELLING: ReadonlySet<string> = new Set([
  'from',
  'to',
  'subject',
  'date',
  'message-id',
  'received',
  'return-path',
  'mime-version',
  'cc',
])

/** Header access to a returned part, be it a message, headers alone, or a text that shows them. */
export function readReturnedPart(part: MessagePart): HeaderReader | undefined {
  const message = part.isMessage ? part : part.parts[0]
  if (message !== undefined && message.fieldCount > 0) {
    return (name, index = 0) => {
      if (index === 0) return message.headerText(name)
      const value = message.headers(name)[index]
      return value === undefined ? undefined : decodeEncodedWords(value)
    }
  }
  return readReturnedText(part.text())
}

/** Header access to a returned message that begins where `text` begins; quote marks are undone. */
export function readReturnedText(text: string): HeaderReader | undefined {
  const head = unquote(text.slice(0, RETURNED_CHARS_MAX).replace(/^\s*\n/, ''))
  const group = parseFieldGroups(head, 1)[0] ?? []
  if (new Set(group.map(({ name }) => name).filter((name) => TELLING.has(name))).size < 2) {
    return undefined
  }
  return (name, index = 0) => {
    const fields = group.filter((candidate) => candidate.name === name && candidate.value !== '')
    const field = fields[index]
    return field === undefined ? undefined : decodeEncodedWords(field.value)
  }
}

// Reporters quote the copy with `> ` or indent it; the first line shows how.
function unquote(text: string): string {
  const mark = /^(?:>[ \t]?|[ \t]{1,16})/.exec(text)?.[0]
  if (mark === undefined) return text
  return text
    .split('\n')
    .map((line) => {
      if (line.startsWith(mark)) return line.slice(mark.length)
      return line.startsWith(mark.trimEnd()) && mark.trim() !== ''
        ? line.slice(mark.trimEnd().length)
        : line
    })
    .join('\n')
}

/** The facts an event carries; `wanted` are lower-case names of further fields to keep. */
export function readOriginal(
  header: HeaderReader,
  wanted: readonly string[],
): OriginalMessage | undefined {
  const original: OriginalMessage = {}
  const messageId = bareMessageId(header('message-id'))
  if (messageId !== undefined) original.messageId = messageId
  const date = readDate(header('date'))
  if (date !== undefined) original.date = date
  for (const [key, name] of TEXT_FIELDS) {
    const value = header(name)?.trim()
    if (value !== undefined && value !== '') original[key] = value
  }
  const kept = wanted.flatMap((name) => {
    const value = header(name)
    return value === undefined ? [] : [[name, value] as const]
  })
  if (kept.length > 0) original.headers = Object.fromEntries(kept)
  return Object.keys(original).length === 0 ? undefined : original
}

const TEXT_FIELDS = [
  ['from', 'from'],
  ['to', 'to'],
  ['subject', 'subject'],
  ['listId', 'list-id'],
  ['feedbackId', 'feedback-id'],
] as const

/** A Message-ID without its angle brackets, the form in which systems store and compare it. */
export function bareMessageId(value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  const open = value.indexOf('<')
  const close = value.indexOf('>', open + 1)
  const id = (open >= 0 && close > open ? value.slice(open + 1, close) : value).trim()
  return id === '' || id.length > 998 ? undefined : id
}

/** Fields in which a relay recorded the one envelope recipient, more telling than To. */
const ENVELOPE_FIELDS = [
  'x-hmxmroriginalrecipient',
  'x-original-to',
  'envelope-to',
  'x-envelope-to',
  'x-rcpt-to',
]

/** Hops of which the newest that tells counts; before them the mail may have been forwarded. */
const HOPS_MAX = 5

/** The recipient that the newest hops of the returned message wrote down (RFC 5321 §4.4). */
export function readTracedRecipient(header: HeaderReader): string | undefined {
  for (let hop = 0; hop < HOPS_MAX; hop++) {
    const received = header('received', hop)
    if (received === undefined) return undefined
    const traced = /\bfor\s+<([^<>\s]{1,320})>/.exec(received)?.[1]
    if (traced !== undefined && isMailAddress(traced)) return traced
  }
  return undefined
}

/** The only address the returned message can have gone to; undefined where there are several. */
export function readSoleRecipient(header: HeaderReader): string | undefined {
  for (const name of ENVELOPE_FIELDS) {
    const found = findAddresses(header(name) ?? '')
    if (found.length === 1) return found[0]
  }
  const named = new Set(findAddresses(`${header('to') ?? ''} ${header('cc') ?? ''}`))
  const [only] = named
  return named.size === 1 ? only : undefined
}
