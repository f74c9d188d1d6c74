// What PHPMailer-BMH, Mautic and MailWizz call each reason: one family of rules.

import type { Platform } from './types.ts'

export const MAUTIC: Platform = {
  id: 'mautic',
  name: 'Mautic and BMH',
  field: 'bounce category',
  policy: 'Removes an address after a hard category, inactive excepted. Mautic itself calls content_reject soft.',
  source: 'https://github.com/mautic/mautic',
  labels: [
    ['unknown', '', 'hard', ['mailbox-unknown', 'mailbox-moved', 'address-syntax', 'relay-denied']],
    ['inactive', '', 'hard', ['mailbox-disabled']],
    ['dns_unknown', '', 'hard', ['domain-unknown', 'domain-no-mail', 'dns-failure']],
    ['dns_loop', '', 'hard', ['routing-error']],
    ['user_reject', '', 'hard', ['recipient-refused']],
    ['command_reject', '', 'hard', ['policy', 'recipient-restricted', 'reverse-dns', 'smtp-auth-required', 'protocol-error']],
    ['content_reject', '', 'hard', ['content-rejected', 'virus', 'not-rfc-compliant']],
    ['other', 'no cause found', 'hard', ['unknown']],
    ['full', '', 'soft', ['mailbox-full', 'system-full']],
    ['defer', '', 'soft', ['server-busy', 'mailbox-busy', 'greylisted']],
    ['concurrent', '', 'soft', ['rate-limited', 'too-many-recipients']],
    ['internal_error', '', 'soft', ['server-error']],
    ['delayed', '', 'soft', ['network-error', 'expired', 'delayed']],
    ['warning', '', 'soft', ['delayed']],
    ['antispam', '', 'soft', ['spam-content', 'ip-blocklisted', 'ip-reputation', 'domain-reputation', 'auth-failure', 'sender-rejected']],
    ['oversize', '', 'soft', ['too-large']],
    ['latin_only', '', 'soft', ['content-rejected']],
    ['unrecognized', '', 'soft', ['unknown']],
    ['autoreply', '', 'none', ['auto-reply']],
    ['outofoffice', '', 'none', ['auto-reply']],
    ['', '', 'none', ['list-suppressed', 'tls-required', 'challenge', 'complaint', 'delivered']],
  ],
}
