// What SendGrid calls each reason.

import type { Platform } from './types.ts'

export const SENDGRID: Platform = {
  id: 'sendgrid',
  name: 'SendGrid',
  field: 'bounce_classification',
  policy: 'Suppresses after an event of type bounce. Type blocked, which refusals of sender and content become, suppresses nothing; a deferred message is tried for 72 hours.',
  source: 'https://www.twilio.com/docs/sendgrid/api-reference/bounces-api',
  labels: [
    ['Invalid Address', '', 'hard', ['mailbox-unknown', 'mailbox-moved', 'address-syntax', 'domain-unknown', 'domain-no-mail']],
    ['Mailbox Unavailable', 'full, disabled or not there now', 'soft', ['mailbox-disabled', 'mailbox-full']],
    ['Frequency or Volume Too High', '', 'soft', ['mailbox-busy', 'rate-limited', 'too-many-recipients']],
    ['Technical Failure', 'DNS, connection or login', 'soft', ['greylisted', 'server-busy', 'server-error', 'system-full', 'network-error', 'dns-failure', 'routing-error', 'expired', 'reverse-dns', 'auth-failure', 'relay-denied', 'smtp-auth-required', 'tls-required', 'protocol-error']],
    ['Reputation', '', 'block', ['recipient-refused', 'ip-blocklisted', 'ip-reputation', 'domain-reputation', 'sender-rejected']],
    ['Content', '', 'block', ['spam-content', 'policy', 'virus', 'content-rejected', 'too-large', 'not-rfc-compliant']],
    ['Unclassified', '', 'undetermined', ['recipient-restricted', 'unknown']],
    ['dropped', 'held back by a suppression', 'suppressed', ['list-suppressed']],
    ['spamreport', '', 'complaint', ['complaint']],
    ['deferred', '', 'none', ['delayed']],
    ['delivered', '', 'none', ['delivered']],
    ['', '', 'none', ['auto-reply', 'challenge']],
  ],
}
