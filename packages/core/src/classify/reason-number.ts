// Numbers the reasons, for tables by reason and the classes of the learned model.

import type { Reason } from '../rules/types.ts'

/** The reasons in the order in which the model numbers them. */
export const REASONS: readonly Reason[] = [
  'mailbox-unknown', 'mailbox-disabled', 'mailbox-moved', 'address-syntax', 'domain-unknown',
  'domain-no-mail', 'recipient-refused', 'recipient-restricted', 'list-suppressed', 'mailbox-full',
  'mailbox-busy', 'greylisted', 'rate-limited', 'too-many-recipients', 'server-busy',
  'server-error', 'system-full', 'network-error', 'dns-failure', 'routing-error', 'expired',
  'ip-blocklisted', 'ip-reputation', 'domain-reputation', 'reverse-dns', 'auth-failure',
  'sender-rejected', 'relay-denied', 'smtp-auth-required', 'tls-required', 'spam-content', 'policy',
  'virus', 'content-rejected', 'too-large', 'not-rfc-compliant', 'protocol-error', 'auto-reply',
  'challenge', 'delayed', 'complaint', 'delivered', 'unknown',
]

/** In packed tables the sign of a reason is its number, counted from here. */
const SIGN_ZERO = 0x30

const NUMBERS: ReadonlyMap<string, number> = new Map(REASONS.map((reason, i) => [reason, i]))

/** The number of a reason; that of `unknown` for anything else. */
export function reasonNumber(reason: string): number {
  return NUMBERS.get(reason) ?? REASONS.length - 1
}

export function signOfReason(reason: Reason): string {
  return String.fromCharCode(SIGN_ZERO + reasonNumber(reason))
}

/** The reason whose sign stands first in `text`. */
export function reasonOfSign(text: string): Reason {
  return REASONS[text.charCodeAt(0) - SIGN_ZERO] as Reason
}
