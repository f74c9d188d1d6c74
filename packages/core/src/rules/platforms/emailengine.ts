// What EmailEngine calls each reason.

import type { Platform } from './types.ts'

export const EMAILENGINE: Platform = {
  id: 'emailengine',
  name: 'EmailEngine',
  field: 'bounce label',
  policy: 'Leaves hard and soft open; a confidence and an action stand beside the label.',
  source: 'https://github.com/postalsys/bounce-classifier',
  labels: [
    ['user_unknown', '', 'unsaid', ['mailbox-unknown', 'mailbox-moved']],
    ['mailbox_disabled', '', 'unsaid', ['mailbox-disabled']],
    ['invalid_address', '', 'unsaid', ['address-syntax', 'domain-unknown', 'domain-no-mail']],
    ['mailbox_full', '', 'unsaid', ['mailbox-full', 'system-full']],
    ['rate_limited', '', 'unsaid', ['rate-limited', 'too-many-recipients', 'mailbox-busy']],
    ['greylisting', '', 'unsaid', ['greylisted', 'server-busy']],
    ['server_error', '', 'unsaid', ['server-error', 'server-busy', 'system-full', 'network-error', 'dns-failure', 'routing-error', 'expired', 'protocol-error']],
    ['ip_blacklisted', '', 'unsaid', ['ip-blocklisted', 'ip-reputation']],
    ['domain_blacklisted', '', 'unsaid', ['domain-reputation']],
    ['spam_blocked', '', 'unsaid', ['spam-content', 'ip-reputation']],
    ['auth_failure', '', 'unsaid', ['auth-failure', 'smtp-auth-required']],
    ['relay_denied', '', 'unsaid', ['relay-denied']],
    ['policy_blocked', '', 'unsaid', ['policy', 'recipient-refused', 'recipient-restricted', 'reverse-dns', 'sender-rejected', 'tls-required', 'content-rejected', 'too-large', 'not-rfc-compliant']],
    ['geo_blocked', '', 'unsaid', ['policy']],
    ['virus_detected', '', 'unsaid', ['virus']],
    ['unknown', '', 'undetermined', ['unknown']],
    ['', '', 'none', ['list-suppressed', 'auto-reply', 'challenge', 'delayed', 'complaint', 'delivered']],
  ],
}
