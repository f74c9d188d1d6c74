// What was judged, without the addresses that it named: where they are kept as hashes, none goes
// further than this. Recipients become hashes that can be compared; in texts of servers the part in
// front of an @ becomes stars, as many as it had letters, so that places in the text stay right.

import { isMailAddress, type CaromEvent } from '@carom/core'
import type { AddressKeeper } from '../check/hashed-address.ts'
import type { JudgedItem } from './judged.ts'
import { toWritten } from './written-event.ts'

export function maskJudged({ item, output }: JudgedItem, keep: AddressKeeper): JudgedItem {
  const { token, ...envelope } = item.envelope
  const events = output.events.map((event) => maskEvent(event, keep))
  return {
    item: token === undefined ? item : {
      ...item, envelope: { ...envelope, token: { ...token, recipient: keep(token.recipient) } },
    },
    output: {
      ...output, events, written: events.map(toWritten),
      ...output.deliveries === undefined ? {} : {
        deliveries: output.deliveries.map((one) => ({ ...one, recipient: keep(one.recipient) })),
      },
    },
  }
}

/** Fields in which what looks like an address names a message or the like. */
const KEPT: ReadonlySet<string> =
  new Set(['id', 'messageId', 'eventId', 'envelopeId', 'listId', 'feedbackId', 'from'])
/** Shorter ones are too many other words. */
const LOCAL_CHARS_MIN = 3

function maskEvent(event: CaromEvent, keep: AddressKeeper): CaromEvent {
  const { recipient, originalRecipient, finalRecipient, token, original } = event
  const named = [recipient, originalRecipient, finalRecipient, token?.recipient]
    .filter((address) => address !== undefined)
  const locals = named.map((address) => address.slice(0, Math.max(0, address.lastIndexOf('@'))))
    .filter((local) => local.length >= LOCAL_CHARS_MIN)
  const star = (text: string): string => locals.reduce(starWord, starAddresses(text))
  const masked = mapTexts(event, star) as CaromEvent
  const { recipient: _one, originalRecipient: _two, finalRecipient: _three, ...rest } = masked
  // What is no whole address cannot be found again, and is left out.
  const kept = (name: 'recipient' | 'originalRecipient' | 'finalRecipient'): object => {
    const address = event[name]
    return address === undefined || !isMailAddress(address) ? {} : { [name]: keep(address) }
  }
  return {
    ...rest, ...kept('recipient'), ...kept('originalRecipient'), ...kept('finalRecipient'),
    ...token === undefined ? {} : { token: { ...token, recipient: keep(token.recipient) } },
    ...original === undefined ? {} : { original: withoutPeople(original) },
    because: event.because.map((because, i) => ({
      ...because, text: textOf(event, masked, i) ?? star(because.text),
    })),
  }
}

type Original = NonNullable<CaromEvent['original']>

/** Names of people stand in To, in other fields and in subjects. */
function withoutPeople(
  { to: _to, subject: _subject, headers: _headers, ...original }: Original,
): Original {
  return original
}

/** The same place of the masked text. */
function textOf(before: CaromEvent, after: CaromEvent, index: number): string | undefined {
  const { text, span: [from, to] } = before.because[index] as CaromEvent['because'][number]
  return before.diagnostic?.slice(from, to) === text ? after.diagnostic?.slice(from, to) : undefined
}

function mapTexts(value: unknown, map: (text: string) => string): unknown {
  if (typeof value === 'string') return map(value)
  if (Array.isArray(value)) return value.map((one) => mapTexts(one, map))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) =>
    [name, KEPT.has(name) ? one : mapTexts(one, map)]))
}

/** What ends an address on its left; a quoted local part ends at its other quote. */
const BORDERS: ReadonlySet<string> = new Set(' \t\r\n<>()[],;:\'"')

function starAddresses(text: string): string {
  let out = ''
  let from = 0
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let start = at
    const isQuoted = text[at - 1] === '"' && at - 1 > from
    if (isQuoted) start = Math.max(from, text.lastIndexOf('"', at - 2))
    else while (start > from && !BORDERS.has(text.charAt(start - 1))) start--
    out += text.slice(from, start) + '*'.repeat(at - start)
    from = at
  }
  return out + text.slice(from)
}

/** `User joe unknown`: the name alone, where it stands as a word. */
function starWord(text: string, word: string): string {
  // A few letters change their length; then only what is written alike is found.
  const lower = text.toLowerCase()
  const isAlike = lower.length === text.length
  const [searched, wanted] = isAlike ? [lower, word.toLowerCase()] : [text, word]
  let out = ''
  let from = 0
  for (let at = searched.indexOf(wanted); at >= 0; at = searched.indexOf(wanted, at + 1)) {
    const end = at + wanted.length
    if (at < from || LETTER.test(text.charAt(at - 1)) || LETTER.test(text.charAt(end))) continue
    out += text.slice(from, at) + '*'.repeat(end - at)
    from = end
  }
  return out + text.slice(from)
}

const LETTER = /[\p{L}\p{N}]/u
