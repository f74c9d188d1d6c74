// What Mandrill, Mailchimp's service for transactional mail, calls each reason.

import type { Platform } from './types.ts'

export const MANDRILL: Platform = {
  id: 'mandrill',
  name: 'Mandrill',
  field: 'event: bounce_description',
  policy: 'Rejects further mail for some days after a soft bounce and longer after a hard one; soft ones never turn into hard ones.',
  source: 'https://mailchimp.com/developer/transactional/docs/webhooks/',
  labels: [
    ['hard_bounce: bad_mailbox', '', 'hard', ['mailbox-unknown', 'mailbox-moved', 'address-syntax']],
    ['hard_bounce: invalid_domain', '', 'hard', ['domain-unknown', 'domain-no-mail']],
    ['soft_bounce: mailbox_full', '', 'soft', ['mailbox-full']],
    ['soft_bounce: general', '', 'soft', ['mailbox-disabled', 'recipient-refused', 'recipient-restricted', 'mailbox-busy', 'too-many-recipients', 'server-error', 'system-full', 'routing-error', 'expired', 'ip-blocklisted', 'ip-reputation', 'domain-reputation', 'reverse-dns', 'auth-failure', 'sender-rejected', 'relay-denied', 'smtp-auth-required', 'tls-required', 'spam-content', 'policy', 'virus', 'content-rejected', 'too-large', 'not-rfc-compliant', 'protocol-error', 'unknown']],
    ['deferral', 'tried again', 'soft', ['greylisted', 'rate-limited', 'server-busy', 'network-error', 'dns-failure', 'delayed']],
    ['reject', 'on the rejection list', 'suppressed', ['list-suppressed']],
    ['spam', '', 'complaint', ['complaint']],
    ['', '', 'none', ['auto-reply', 'challenge', 'delivered']],
  ],
}
