// What ActiveCampaign calls each reason.

import type { Platform } from './types.ts'

export const ACTIVECAMPAIGN: Platform = {
  id: 'activecampaign',
  name: 'ActiveCampaign',
  field: 'bounce type',
  policy: 'Marks a contact as bounced after one hard bounce, or three soft ones in a row in separate campaigns. The type goes by the code: 5.x.x is hard, save 5.2.0 to 5.2.2, 5.3.1, 5.4.5 and 5.5.3; 4.x.x is soft.',
  source: 'https://help.activecampaign.com/hc/en-us/articles/115001349430-About-campaign-bounces-and-bounce-codes',
  labels: [
    ['Hard', 'as 5.1.x, 5.6.x and 5.7.x', 'hard', ['mailbox-unknown', 'mailbox-moved', 'address-syntax', 'domain-unknown', 'domain-no-mail', 'recipient-refused', 'recipient-restricted', 'routing-error', 'expired', 'ip-blocklisted', 'ip-reputation', 'domain-reputation', 'reverse-dns', 'sender-rejected', 'relay-denied', 'smtp-auth-required', 'tls-required', 'spam-content', 'policy', 'virus', 'content-rejected', 'not-rfc-compliant', 'protocol-error']],
    ['Soft', 'as 4.x.x and 5.2.0 to 5.2.2; a large message and failed authentication too', 'soft', ['mailbox-disabled', 'mailbox-full', 'mailbox-busy', 'greylisted', 'rate-limited', 'too-many-recipients', 'server-busy', 'server-error', 'system-full', 'network-error', 'dns-failure', 'too-large', 'auth-failure']],
    ['9.1.1', 'hard bounce without a code', 'hard', ['unknown']],
    ['Bounced', 'status of the contact; no longer mailed', 'suppressed', ['list-suppressed']],
    ['Spam complaint', 'the contact is unsubscribed', 'complaint', ['complaint']],
    ['', '', 'none', ['auto-reply', 'challenge', 'delayed', 'delivered']],
  ],
}
