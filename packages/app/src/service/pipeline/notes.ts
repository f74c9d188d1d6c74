// What sending systems are told: names of notifications and what they carry.

import type { Notification } from '../deliver/webhooks/outbox.ts'
import { isBlocked } from './decide.ts'
import type { Change, EventFate } from './types.ts'

const NOTED_KINDS: Readonly<Record<string, string>> = {
  failed: 'recipient.failed', complaint: 'recipient.complained',
  unsubscribe: 'recipient.unsubscribed',
}

/** What is told of an event; nothing of one that does not count. */
export function eventNote({ evidence, counted, incident, before }: EventFate): Notification[] {
  const type = NOTED_KINDS[evidence.event.kind]
  const isNews = before === undefined || before.trust < evidence.trust
  if (type === undefined || !counted || !isNews) return []
  return [{
    type, address: evidence.address, at: evidence.at, data: { event: evidence.event, incident },
  }]
}

/** What is told of a change of state. */
export function changeNote({ account, before, after, steps }: Change): Notification {
  const type = isBlocked(after) ? 'suppression.added'
    : isBlocked(before) ? 'suppression.lifted' : `address.${after.status}`
  const { address, list } = account.key
  return {
    type, address, list, at: steps.at(-1)?.at ?? after.since ?? 0,
    data: {
      address, list, status: after.status,
      before: before?.status ?? 'active', reason: after.reason, until: after.until,
      why: steps.map(({ why }) => why),
    },
  }
}
