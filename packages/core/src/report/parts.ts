// Finds the parts of a report in a message tree (RFC 6522 §3): the machine part, what holds it, and
// the returned message beside it. Never looks inside a returned message.

import type { MessagePart } from '../message/types.ts'

/** A part and the multipart that holds it (the message itself where it is the only part). */
export type FoundPart = { readonly part: MessagePart; readonly container: MessagePart }

/** What one walk over the tree finds, each list in order. */
export type PartSurvey = {
  /**
   * Parts of a delivery status: the first, and those that follow it before the returned message.
   */
  readonly status: readonly FoundPart[]
  readonly feedback: FoundPart | undefined
  readonly disposition: FoundPart | undefined
  /** Returned, attached or forwarded messages, or their headers. */
  readonly returned: readonly FoundPart[]
}

type Role = 'status' | 'feedback' | 'disposition' | 'returned'

const ROLES: ReadonlyMap<string, Role> = new Map([
  ...[
    'message/delivery-status',
    'message/global-delivery-status',
    'text/delivery-status',
    'message/x-delivery-status',
    'application/delivery-status',
  ].map((type) => [type, 'status'] as const),
  ...['message/feedback-report', 'text/feedback-report', 'application/feedback-report'].map(
    (type) => [type, 'feedback'] as const,
  ),
  ...['message/disposition-notification', 'message/global-disposition-notification'].map(
    (type) => [type, 'disposition'] as const,
  ),
  ...[
    'message/rfc822',
    'message/global',
    'message/partial',
    'message/rfc822-headers',
    'text/rfc822-headers',
    'text/rfc822-header',
    'message/global-headers',
    'text/rfc822',
  ].map((type) => [type, 'returned'] as const),
])

const NOTHING: PartSurvey = {
  status: [],
  feedback: undefined,
  disposition: undefined,
  returned: [],
}

type Walk = {
  status: FoundPart[]
  feedback: FoundPart | undefined
  disposition: FoundPart | undefined
  returned: FoundPart[]
  /**
   * After the returned message, status parts may be its own, if it shares a boundary with the
   * report.
   */
  isStatusComplete: boolean
}

export function surveyParts(root: MessagePart): PartSurvey {
  const { type } = root
  if (!type.startsWith('multipart/') && !ROLES.has(type)) return NOTHING
  const walk: Walk = {
    status: [],
    feedback: undefined,
    disposition: undefined,
    returned: [],
    isStatusComplete: false,
  }
  visit(root, root, walk)
  return walk
}

function visit(part: MessagePart, container: MessagePart, walk: Walk): void {
  const role = ROLES.get(part.type)
  if (role !== undefined) note(role, { part, container }, walk)
  else if (part.type.startsWith('multipart/'))
    for (const child of part.parts) visit(child, part, walk)
}

function note(role: Role, found: FoundPart, walk: Walk): void {
  switch (role) {
    case 'status':
      if (!walk.isStatusComplete) walk.status.push(found)
      break
    case 'feedback':
      walk.feedback ??= found
      break
    case 'disposition':
      walk.disposition ??= found
      break
    case 'returned':
      walk.returned.push(found)
      walk.isStatusComplete = walk.status.length > 0
      break
  }
}

/** Messages that are attached or forwarded inside this one, outermost first. */
export function attachedMessages({ returned }: PartSurvey): MessagePart[] {
  const messages: MessagePart[] = []
  for (const { part } of returned) {
    const message = part.parts[0]
    if (message !== undefined && MESSAGES.has(part.type)) messages.push(message)
  }
  return messages
}

const MESSAGES: ReadonlySet<string> = new Set(['message/rfc822', 'message/global'])

/** The returned message or its headers: what stands beside the machine part goes first. */
export function returnedPart(
  { returned }: PartSurvey,
  beside?: MessagePart,
): MessagePart | undefined {
  const near = beside === undefined ? [] : returned.filter(({ container }) => container === beside)
  const list = near.length > 0 ? near : returned
  return (list.find(({ part }) => part.parts.length > 0) ?? list[0])?.part
}
