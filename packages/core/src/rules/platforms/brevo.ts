// What Brevo calls each reason.

import type { Platform } from './types.ts'

export const BREVO: Platform = {
  id: 'brevo',
  name: 'Brevo',
  field: 'event',
  policy: 'Blocklists an address after one hard bounce, and in campaigns after five soft ones in a row; a deferred message is tried for 36 hours before it counts as soft.',
  source: 'https://help.brevo.com/hc/en-us/articles/209435165',
  labels: [
    ['hard_bounce', '', 'hard', ['mailbox-unknown', 'mailbox-disabled', 'mailbox-moved', 'domain-no-mail', 'recipient-refused']],
    ['invalid_email', '', 'hard', ['address-syntax']],
    ['soft_bounce', '', 'soft', ['domain-unknown', 'recipient-restricted', 'mailbox-full', 'mailbox-busy', 'too-many-recipients', 'server-error', 'system-full', 'routing-error', 'expired', 'ip-blocklisted', 'ip-reputation', 'domain-reputation', 'reverse-dns', 'auth-failure', 'sender-rejected', 'relay-denied', 'smtp-auth-required', 'tls-required', 'spam-content', 'policy', 'virus', 'content-rejected', 'too-large', 'not-rfc-compliant', 'protocol-error', 'unknown']],
    ['deferred', 'tried again for 36 hours', 'soft', ['greylisted', 'rate-limited', 'server-busy', 'network-error', 'dns-failure', 'delayed']],
    ['blocked', 'held back by the blocklist', 'suppressed', ['list-suppressed']],
    ['spam', '', 'complaint', ['complaint']],
    ['delivered', '', 'none', ['delivered']],
    ['error', 'could not be sent at all', 'none', []],
    ['', '', 'none', ['auto-reply', 'challenge']],
  ],
}
