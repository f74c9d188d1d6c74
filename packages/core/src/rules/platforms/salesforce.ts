// What Salesforce Marketing Cloud calls each reason.

import type { Platform } from './types.ts'

export const SALESFORCE: Platform = {
  id: 'salesforce',
  name: 'Salesforce MC',
  field: 'bounce subcategory',
  policy: 'Holds a subscriber after three bounces over at least 15 days; a soft bounce counts only after 72 hours of trying.',
  source: 'https://help.salesforce.com/s/articleView?id=000387252',
  labels: [
    ['2001', 'User Unknown', 'hard', ['mailbox-unknown', 'mailbox-moved']],
    ['2002', 'Domain Unknown', 'hard', ['domain-unknown', 'domain-no-mail']],
    ['2003', 'Bad Address Syntax', 'hard', ['address-syntax']],
    ['2999', 'Other hard bounce', 'hard', ['mailbox-unknown']],
    ['3001', 'Mailbox Full', 'soft', ['mailbox-full']],
    ['3002', 'Inactive Account', 'soft', ['mailbox-disabled']],
    ['3003', 'Temporary Domain Failure', 'soft', ['dns-failure']],
    ['3999', 'Other soft bounce', 'soft', ['mailbox-busy', 'system-full']],
    ['1001', 'Complaints', 'block', ['ip-reputation', 'complaint']],
    ['1002', 'Spamblocked', 'block', ['spam-content', 'ip-blocklisted']],
    ['1004', 'Content', 'block', ['spam-content', 'virus', 'content-rejected']],
    ['1005', 'URL Block', 'block', ['domain-reputation']],
    ['1009', 'High Unknown Address Pct.', 'block', ['ip-reputation']],
    ['1010', 'Authentication', 'block', ['auth-failure', 'reverse-dns', 'smtp-auth-required']],
    ['1999', 'Other block', 'block', ['recipient-refused', 'recipient-restricted', 'sender-rejected', 'relay-denied', 'policy', 'ip-blocklisted']],
    ['4001', 'Server Too Busy', 'technical', ['greylisted', 'rate-limited', 'too-many-recipients', 'server-busy']],
    ['4002', 'Data Format Error', 'technical', ['not-rfc-compliant', 'tls-required', 'too-large', 'protocol-error']],
    ['4003', 'Network Error', 'technical', ['network-error', 'expired']],
    ['4999', 'Other technical bounce', 'technical', ['server-error', 'routing-error', 'unknown']],
    ['Held', 'status of the subscriber; not mailed', 'suppressed', ['list-suppressed']],
    ['', '', 'none', ['auto-reply', 'challenge', 'delayed', 'delivered']],
  ],
}
