// The vocabulary of feedback reports, shared by reading and writing them (RFC 5965 §3, RFC 6591
// §3).

import type { EventKind, FeedbackFields } from '../types.ts'

/** Feedback fields that hold one text, and their names on the wire. */
export const FEEDBACK_TEXT_FIELDS: readonly (readonly [
  (
    | 'userAgent'
    | 'version'
    | 'originalMailFrom'
    | 'sourceIp'
    | 'authFailure'
    | 'deliveryResult'
    | 'dkimDomain'
  ),
  string,
])[] = [
  ['userAgent', 'User-Agent'],
  ['version', 'Version'],
  ['originalMailFrom', 'Original-Mail-From'],
  ['sourceIp', 'Source-IP'],
  ['authFailure', 'Auth-Failure'],
  ['deliveryResult', 'Delivery-Result'],
  ['dkimDomain', 'DKIM-Domain'],
]

/** Feedback fields that may be repeated. */
export const FEEDBACK_LIST_FIELDS: readonly (readonly [
  'reportedDomain' | 'reportedUri' | 'authenticationResults', string,
])[] = [
  ['reportedDomain', 'Reported-Domain'],
  ['reportedUri', 'Reported-URI'],
  ['authenticationResults', 'Authentication-Results'],
]

/**
 * What a feedback type means for the address. RFC 5965 §7.3 has abuse, fraud, virus, other;
 * unknown types count as complaints, since only people who look at a message send them.
 * `not-spam` (RFC 6430) says that the recipient wants the mail: like a receipt it proves a living
 * mailbox, so it shares that kind and is told apart by `feedbackType`.
 */
export function kindOfFeedback(feedback: FeedbackFields): EventKind {
  const type = feedback.feedbackType
  if (type === 'not-spam' || type === 'not_spam' || type === 'notspam') return 'receipt'
  if (type.startsWith('auth') || AUTH_TYPES.has(type)) return 'auth-report'
  if (type.startsWith('opt-out') || type.startsWith('unsub') || type === 'optout') {
    return 'unsubscribe'
  }
  return 'complaint'
}

/** Names of RFC 6591 failures that some reporters write as the type itself. */
const AUTH_TYPES: ReadonlySet<string> = new Set(['dmarc', 'dkim', 'spf', 'adsp'])
