// What SparkPost (today Bird) and its server Momentum call each reason.

import type { Platform } from './types.ts'

export const SPARKPOST: Platform = {
  id: 'sparkpost',
  name: 'SparkPost',
  field: 'bounce_class',
  policy: 'Suppresses after classes 10, 30 and 90. Campaign Monitor, GreenArrow and Adobe Journey Optimizer use the same numbers; Adobe adds 15, Recipient Refused, as hard.',
  source: 'https://support.sparkpost.com/docs/deliverability/bounce-classification-codes',
  labels: [
    ['10', 'Invalid Recipient', 'hard', ['mailbox-unknown', 'mailbox-disabled', 'mailbox-moved', 'address-syntax', 'domain-unknown', 'domain-no-mail']],
    ['30', 'Generic Bounce: No RCPT', 'hard', ['mailbox-unknown']],
    ['20', 'Soft Bounce', 'soft', ['mailbox-busy', 'too-many-recipients', 'server-busy', 'server-error', 'network-error', 'routing-error', 'protocol-error']],
    ['21', 'DNS Failure', 'soft', ['dns-failure', 'domain-unknown']],
    ['22', 'Mailbox Full', 'soft', ['mailbox-full', 'system-full']],
    ['23', 'Too Large', 'soft', ['too-large']],
    ['24', 'Timeout', 'soft', ['expired', 'network-error']],
    ['40', 'Generic Bounce', 'soft', ['unknown']],
    ['70', 'Transient Failure', 'soft', ['greylisted', 'rate-limited', 'server-busy', 'delayed']],
    ['50', 'Mail Block', 'block', ['recipient-refused', 'recipient-restricted', 'ip-reputation', 'reverse-dns', 'auth-failure', 'sender-rejected', 'smtp-auth-required', 'tls-required', 'policy']],
    ['51', 'Spam Block', 'block', ['ip-blocklisted', 'ip-reputation', 'domain-reputation']],
    ['52', 'Spam Content', 'block', ['spam-content', 'virus', 'not-rfc-compliant', 'domain-reputation']],
    ['53', 'Prohibited Attachment', 'block', ['content-rejected', 'virus']],
    ['54', 'Relaying Denied', 'block', ['relay-denied']],
    ['25', 'Admin Failure', 'suppressed', ['list-suppressed']],
    ['26', 'Smart Send Suppression', 'suppressed', ['list-suppressed']],
    ['1', 'Undetermined', 'undetermined', ['unknown']],
    ['60', 'Auto-Reply', 'none', ['auto-reply']],
    ['100', 'Challenge-Response', 'none', ['challenge']],
    ['90', 'Unsubscribe', 'complaint', ['complaint']],
    ['80', 'Subscribe', 'none', []],
    ['delivery', 'event of its own', 'none', ['delivered']],
  ],
}
