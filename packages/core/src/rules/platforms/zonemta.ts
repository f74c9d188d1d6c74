// What ZoneMTA calls each reason.

import type { Platform } from './types.ts'

export const ZONEMTA: Platform = {
  id: 'zonemta',
  name: 'ZoneMTA',
  field: 'bounce category',
  policy: 'Says reject, defer or slowdown in each rule, beside the category.',
  source: 'https://github.com/zone-eu/zone-mta',
  labels: [
    ['recipient', '', 'unsaid', ['mailbox-unknown', 'mailbox-disabled', 'mailbox-moved', 'domain-no-mail', 'recipient-refused', 'mailbox-busy']],
    ['envelope', '', 'unsaid', ['address-syntax', 'too-many-recipients', 'mailbox-unknown']],
    ['network', '', 'unsaid', ['network-error', 'domain-unknown', 'dns-failure', 'routing-error', 'expired']],
    ['capacity', '', 'unsaid', ['mailbox-full', 'server-busy', 'system-full']],
    ['greylist', '', 'unsaid', ['greylisted']],
    ['rate', '', 'unsaid', ['rate-limited']],
    ['blacklist', '', 'unsaid', ['ip-blocklisted', 'domain-reputation', 'ip-reputation']],
    ['block', '', 'unsaid', ['ip-reputation', 'recipient-restricted', 'relay-denied']],
    ['auth', '', 'unsaid', ['smtp-auth-required', 'recipient-restricted']],
    ['config', '', 'unsaid', ['reverse-dns', 'tls-required', 'sender-rejected']],
    ['sender', '', 'unsaid', ['sender-rejected']],
    ['dmarc', '', 'unsaid', ['auth-failure']],
    ['message', '', 'unsaid', ['content-rejected', 'too-large', 'not-rfc-compliant', 'auth-failure']],
    ['spam', '', 'unsaid', ['spam-content']],
    ['policy', '', 'unsaid', ['policy']],
    ['virus', '', 'unsaid', ['virus']],
    ['protocol', '', 'unsaid', ['protocol-error']],
    ['other', '', 'undetermined', ['unknown', 'server-error']],
    ['', '', 'none', ['list-suppressed', 'auto-reply', 'challenge', 'delayed', 'complaint', 'delivered']],
  ],
}
