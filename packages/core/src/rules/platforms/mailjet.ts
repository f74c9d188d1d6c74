// What Mailjet calls each reason.

import type { Platform } from './types.ts'

export const MAILJET: Platform = {
  id: 'mailjet',
  name: 'Mailjet',
  field: 'error_related_to/error',
  policy: 'Blocks an address after an event whose hard_bounce is true.',
  source: 'https://dev.mailjet.com/email/guides/webhooks/',
  labels: [
    ['recipient/user unknown', '', 'hard', ['mailbox-unknown', 'mailbox-moved']],
    ['recipient/mailbox inactive', '', 'hard', ['mailbox-disabled']],
    ['domain/typofix', 'a typing error in the domain', 'hard', ['address-syntax', 'domain-unknown']],
    ['domain/invalid domain', '', 'hard', ['domain-unknown']],
    ['domain/no mail host', 'no host answers', 'soft', ['domain-no-mail', 'dns-failure']],
    ['recipient/quota exceeded', '', 'soft', ['mailbox-full']],
    ['domain/greylisted', '', 'soft', ['greylisted', 'mailbox-busy']],
    ['system/system issue', '', 'soft', ['server-busy', 'server-error', 'system-full']],
    ['system/connection issue', '', 'soft', ['network-error', 'expired']],
    ['system/protocol issue', '', 'soft', ['routing-error', 'protocol-error']],
    ['domain/relay/access denied', '', 'block', ['recipient-refused', 'recipient-restricted', 'relay-denied', 'smtp-auth-required']],
    ['spam/sender blocked', '', 'block', ['ip-blocklisted', 'ip-reputation', 'domain-reputation', 'sender-rejected']],
    ['spam/content blocked', '', 'block', ['spam-content', 'virus', 'content-rejected', 'too-large', 'not-rfc-compliant']],
    ['spam/policy issue', '', 'block', ['policy', 'rate-limited', 'too-many-recipients', 'reverse-dns', 'auth-failure', 'tls-required']],
    ['mailjet/preblocked', 'on the list of the platform', 'suppressed', ['list-suppressed']],
    ['recipient/blacklisted', 'on the list of the account', 'suppressed', ['list-suppressed']],
    ['recipient/spam reporter', '', 'complaint', ['complaint']],
    ['mailjet/duplicate in campaign', '', 'none', []],
    ['', '', 'none', ['auto-reply', 'challenge', 'delayed', 'delivered', 'unknown']],
  ],
}
