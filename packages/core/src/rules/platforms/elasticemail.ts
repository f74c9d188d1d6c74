// What Elastic Email calls each reason.

import type { Platform } from './types.ts'

export const ELASTICEMAIL: Platform = {
  id: 'elasticemail',
  name: 'Elastic Email',
  field: 'category',
  policy: 'Makes an address invalid after NoMailbox, or after seven bounces in a row; an AccountProblem with a 5xx reply blocks it too. 4xx replies are tried for 48 hours.',
  source: 'https://help.elasticemail.com/en/articles/2300650-what-are-the-bounce-error-categories-and-filters',
  labels: [
    ['NoMailbox', '', 'hard', ['mailbox-unknown', 'mailbox-moved', 'address-syntax']],
    ['AccountProblem', 'full or inactive', 'soft', ['mailbox-disabled', 'mailbox-full', 'mailbox-busy']],
    ['DNSProblem', '', 'soft', ['domain-unknown', 'domain-no-mail', 'dns-failure']],
    ['GreyListed', '', 'soft', ['greylisted']],
    ['Throttled', '', 'soft', ['rate-limited', 'too-many-recipients']],
    ['Timeout', '', 'soft', ['expired', 'network-error']],
    ['ConnectionProblem', '', 'soft', ['network-error', 'server-busy']],
    ['ConnectionTerminated', '', 'soft', ['network-error']],
    ['CodeError', '', 'soft', ['protocol-error', 'server-error', 'system-full', 'routing-error', 'tls-required', 'smtp-auth-required']],
    ['BlackListed', '', 'block', ['ip-blocklisted', 'ip-reputation', 'domain-reputation']],
    ['SPFProblem', '', 'block', ['auth-failure']],
    ['WhitelistingProblem', '', 'block', ['recipient-refused', 'recipient-restricted']],
    ['Spam', '', 'block', ['spam-content']],
    ['ContentFilter', '', 'block', ['content-rejected', 'virus', 'not-rfc-compliant', 'too-large']],
    ['Unknown', '', 'undetermined', ['unknown', 'reverse-dns', 'sender-rejected', 'relay-denied', 'policy']],
    ['Ignore', 'on the list of the account', 'suppressed', ['list-suppressed']],
    ['NotDelivered', 'given up before an answer', 'suppressed', ['list-suppressed']],
    ['ManualCancel', 'stopped by the sender', 'none', []],
    ['AbuseReport', '', 'complaint', ['complaint']],
    ['', '', 'none', ['auto-reply', 'challenge', 'delayed', 'delivered']],
  ],
}
