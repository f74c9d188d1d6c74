// Mailjet Event API: one event, or a list where events are grouped;
// dev.mailjet.com/email/guides/webhooks.

import type { EventKind } from '../types.ts'
import { jsonDecoder, NOTHING } from './decoder.ts'
import { joinId, type VendorEvent } from './item.ts'
import { readMoment } from './moment.ts'
import type { WebhookDecoder } from './types.ts'
import { addressOf, flagOf, idOf, pick, rowOf, textOf } from './values.ts'

const KINDS: Readonly<Record<string, EventKind>> = {
  sent: 'delivered',
  open: 'engaged',
  click: 'engaged',
  bounce: 'failed',
  blocked: 'failed',
  spam: 'complaint',
  unsub: 'unsubscribe',
}

/** `error` → kind where it is no failure, and its code where there is no reply. */
const ERRORS: Readonly<Record<string, readonly [EventKind | 'quiet', string?]>> = {
  'user unknown': ['failed', '5.1.1'],
  'mailbox inactive': ['failed', '5.2.1'],
  'quota exceeded': ['failed', '5.2.2'],
  'invalid domain': ['failed', '5.1.2'],
  'no mail host': ['failed', '5.4.4'],
  'relay/access denied': ['failed', '5.7.1'],
  typofix: ['failed', '5.1.2'],
  greylisted: ['delayed', '4.7.1'],
  'bad or empty template': ['failed', '5.6.0'],
  'error in template language': ['failed', '5.6.0'],
  'sender blocked': ['failed', '5.7.1'],
  'content blocked': ['failed', '5.7.1'],
  'policy issue': ['failed', '5.7.1'],
  'system issue': ['failed', '4.3.0'],
  'protocol issue': ['failed', '5.5.0'],
  'connection issue': ['failed', '4.4.2'],
  // Not tried: the address is on a list of the account or was sent to already.
  blacklisted: ['echo'],
  'spam reporter': ['echo'],
  preblocked: ['echo'],
  'duplicate in campaign': ['quiet'],
}

export const decodeMailjet: WebhookDecoder = /* @__PURE__ */ jsonDecoder('mailjet', readEvent)

function readEvent(event: unknown): readonly VendorEvent[] | 'unknown' {
  const name = textOf(pick(event, 'event'))
  const kind = rowOf(KINDS, name)
  if (kind === undefined) return 'unknown'
  const error = idOf(pick(event, 'error'))
  const row = kind === 'failed' ? rowOf(ERRORS, error?.toLowerCase()) : undefined
  const actual = row?.[0] ?? (name === 'blocked' ? 'echo' : kind)
  if (actual === 'quiet') return NOTHING
  const messageId = idOf(pick(event, 'Message_GUID')) ?? idOf(pick(event, 'MessageID'))
  const time = idOf(pick(event, 'time'))
  return [{
    kind: actual,
    recipient: addressOf(pick(event, 'email')),
    reply: textOf(pick(event, 'comment')) ?? textOf(pick(event, 'smtp_reply')),
    classCode: row?.[1],
    verdict: {
      type: idOf(pick(event, 'error_related_to')),
      subType: error,
      class: kind === 'complaint' ? idOf(pick(event, 'source')) : undefined,
      hard: flagOf(pick(event, 'hard_bounce')),
    },
    date: readMoment(time),
    eventId: messageId === undefined ? undefined : joinId(messageId, name, time),
    vendorMessageId: messageId,
    campaign: idOf(pick(event, 'customcampaign')) ?? idOf(pick(event, 'mj_campaign_id')),
    metadata: metadataOfCustom(event),
  }]
}

function metadataOfCustom(event: unknown): Record<string, string> | undefined {
  const kept = ['CustomID', 'Payload'].flatMap((name) => {
    const value = textOf(pick(event, name))
    return value === undefined ? [] : [[name, value.slice(0, 500)] as const]
  })
  return kept.length === 0 ? undefined : Object.fromEntries(kept)
}
