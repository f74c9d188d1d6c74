// What SMTP2GO calls each reason.

import type { Platform } from './types.ts'

export const SMTP2GO: Platform = {
  id: 'smtp2go',
  name: 'SMTP2GO',
  field: 'bounce',
  policy: 'Blocks a hard-bounced address for 7 days, then lets it be tried again. A soft bounce blocks nothing. A bounced message is not tried again.',
  source: 'https://support.smtp2go.com/hc/en-gb/articles/223087687-Hard-bounces-and-soft-bounces',
  labels: [
    ['hard', 'the text says that the address will never work', 'hard', ['mailbox-unknown', 'mailbox-disabled', 'mailbox-moved', 'address-syntax', 'domain-unknown', 'domain-no-mail']],
    ['soft', 'any other failure', 'soft', ['recipient-refused', 'recipient-restricted', 'unknown', 'mailbox-full', 'mailbox-busy', 'greylisted', 'rate-limited', 'too-many-recipients', 'server-busy', 'server-error', 'system-full', 'network-error', 'dns-failure', 'routing-error', 'expired', 'ip-blocklisted', 'ip-reputation', 'domain-reputation', 'reverse-dns', 'auth-failure', 'sender-rejected', 'relay-denied', 'smtp-auth-required', 'tls-required', 'spam-content', 'policy', 'virus', 'content-rejected', 'too-large', 'not-rfc-compliant', 'protocol-error']],
    ['reject', 'held back by the suppression list', 'suppressed', ['list-suppressed']],
    ['spam', '', 'complaint', ['complaint']],
    ['delivered', '', 'none', ['delivered']],
    ['', '', 'none', ['auto-reply', 'challenge', 'delayed']],
  ],
}
