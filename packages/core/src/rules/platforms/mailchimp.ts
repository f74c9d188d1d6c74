// What Mailchimp calls each reason.

import type { Platform } from './types.ts'

export const MAILCHIMP: Platform = {
  id: 'mailchimp',
  name: 'Mailchimp',
  field: 'bounce type',
  policy: 'Cleans an address at once after a hard bounce, and after 7 soft bounces, or 15 where the person was active before.',
  source: 'https://mailchimp.com/help/soft-vs-hard-bounces/',
  labels: [
    ['Hard bounce', 'the address is cleaned', 'hard', ['mailbox-unknown', 'mailbox-moved', 'address-syntax', 'domain-no-mail', 'recipient-refused']],
    ['Soft bounce', 'counted; the address stays for now', 'soft', ['mailbox-disabled', 'domain-unknown', 'recipient-restricted', 'unknown', 'mailbox-full', 'mailbox-busy', 'greylisted', 'rate-limited', 'too-many-recipients', 'server-busy', 'server-error', 'system-full', 'network-error', 'dns-failure', 'routing-error', 'expired', 'ip-blocklisted', 'ip-reputation', 'domain-reputation', 'reverse-dns', 'auth-failure', 'sender-rejected', 'relay-denied', 'smtp-auth-required', 'tls-required', 'spam-content', 'policy', 'virus', 'content-rejected', 'too-large', 'not-rfc-compliant', 'protocol-error']],
    ['Cleaned', 'no longer mailed', 'suppressed', ['list-suppressed']],
    ['Abuse complaint', 'the person is unsubscribed', 'complaint', ['complaint']],
    ['', '', 'none', ['auto-reply', 'challenge', 'delayed', 'delivered']],
  ],
}
