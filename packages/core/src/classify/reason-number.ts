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

const NUMBERS: ReadonlyMap<string, number> = new Map(REASONS.map((reason, i) => [reason, i]))

/** The number of a reason; that of `unknown` for anything else. */
export function reasonNumber(reason: string): number {
  return NUMBERS.get(reason) ?? REASONS.length - 1
}
