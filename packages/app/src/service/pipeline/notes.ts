// What sending systems are told: names of notifications and what they carry.

import type { Change, EventFate, Notification } from './types.ts'

const NOTED_KINDS: Readonly<Record<string, string>> = {
  failed: 'recipient.failed', complaint: 'recipient.complained',
  unsubscribe: 'recipient.unsubscribed',
}

/** What is told of an event; nothing of one that does not count. */
export function eventNote({ evidence, counted, incident }: EventFate): Notification[] {
  const type = NOTED_KINDS[evidence.event.kind]
  if (type === undefined || !counted) return []
  return [{
    type, address: evidence.address, at: evidence.at, data: { event: evidence.event, incident },
  }]
}

/** What is told of a change of state. */
export function changeNote({ account, before, after, steps }: Change): Notification {
  const wasBlocked = before?.status === 'suppressed' || before?.status === 'removed'
  const isBlocked = after.status === 'suppressed' || after.status === 'removed'
  const type = isBlocked ? 'suppression.added'
    : wasBlocked ? 'suppression.lifted' : `address.${after.status}`
  return {
    type, address: account.key.address, at: steps.at(-1)?.at ?? after.since ?? 0,
    data: {
      address: account.key.address, list: account.key.list, status: after.status,
      before: before?.status ?? 'active', reason: after.reason, until: after.until,
      why: steps.map(({ why }) => why),
    },
  }
}
