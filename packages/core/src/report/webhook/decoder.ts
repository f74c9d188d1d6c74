// What all decoders share: one or many events in a body, each of which gives an item, nothing, or a
// problem.

import { noteProblem } from '../../text/problems.ts'
import { toItem, type VendorEvent } from './item.ts'
import { readJson } from './json.ts'
import type { WebhookBody, WebhookDecoder, WebhookItem, WebhookReading } from './types.ts'
import { oneOrMore } from './values.ts'

/** Events of one body; SendGrid's largest batch (768 kB) has about 1,500. */
const EVENTS_MAX = 10_000

/** What one event of a vendor comes to: events of ours, none, or a name that is not known. */
export type EventReader = (event: unknown, body: WebhookBody) => readonly VendorEvent[] | 'unknown'

/** Nothing to tell: sent, queued, processed, subscribed. */
export const NOTHING: readonly VendorEvent[] = []

/** A decoder of JSON bodies: an object, or a list of them. */
export function jsonDecoder(vendor: string, readEvent: EventReader): WebhookDecoder {
  return (body) => {
    const problems: string[] = []
    const value = readJson(body.bytes, problems)
    return readEvents(vendor, value, readEvent, { body, problems })
  }
}

type Context = { readonly body: WebhookBody; readonly problems: string[] }

/** The items of all events in `value`, which is one or a list. */
export function readEvents(
  vendor: string, value: unknown, readEvent: EventReader, { body, problems }: Context,
): WebhookReading {
  const items: WebhookItem[] = []
  for (const event of oneOrMore(value)) {
    const read = readEvent(event, body)
    if (read === 'unknown') noteProblem(problems, 'event-unknown')
    else if (read.length === 0 && read !== NOTHING) noteProblem(problems, 'recipient-missing')
    else for (const one of read) items.push(toItem(vendor, one))
    if (items.length >= EVENTS_MAX) {
      noteProblem(problems, 'events-capped')
      break
    }
  }
  return { items, problems }
}
