// What Mailgun calls each reason.

import type { Platform } from './types.ts'

export const MAILGUN: Platform = {
  id: 'mailgun',
  name: 'Mailgun',
  field: 'severity, reason or classification',
  policy: 'Puts an address on the bounce list after a permanent failure and on the complaint list after a complaint; a temporary failure is tried again for hours.',
  source: 'https://help.mailgun.com/hc/en-us/articles/23504153869723-Bounce-Classification',
  labels: [
    ['permanent', 'failed for good', 'hard', ['mailbox-unknown', 'mailbox-disabled', 'mailbox-moved', 'address-syntax', 'recipient-refused', 'recipient-restricted', 'reverse-dns', 'sender-rejected', 'relay-denied', 'smtp-auth-required', 'tls-required', 'policy', 'too-large', 'not-rfc-compliant', 'protocol-error']],
    ['498', 'no MX', 'hard', ['domain-unknown', 'domain-no-mail']],
    ['temporary', 'failed for now', 'soft', ['mailbox-full', 'mailbox-busy', 'greylisted', 'rate-limited', 'too-many-recipients', 'server-busy', 'server-error', 'system-full', 'network-error', 'dns-failure', 'routing-error', 'delayed']],
    ['499', 'too old', 'soft', ['expired']],
    ['blocklisting', '', 'block', ['ip-blocklisted']],
    ['reputation block', '', 'block', ['ip-reputation', 'domain-reputation']],
    ['content block', '', 'block', ['spam-content', 'virus', 'content-rejected']],
    ['authentication block', '', 'block', ['auth-failure']],
    ['605', 'suppress-bounce', 'suppressed', ['list-suppressed']],
    ['606', 'suppress-unsubscribe', 'suppressed', ['list-suppressed']],
    ['607', 'suppress-complaint', 'suppressed', ['list-suppressed']],
    ['unclassified', '', 'undetermined', ['unknown']],
    ['complained', 'event of its own', 'complaint', ['complaint']],
    ['delivered', 'event of its own', 'none', ['delivered']],
    ['', '', 'none', ['auto-reply', 'challenge']],
  ],
}
