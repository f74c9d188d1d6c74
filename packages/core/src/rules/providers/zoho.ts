// The replies of Zoho.

import type { ProviderRules } from '../types.ts'

export const zoho: ProviderRules = {
  id: 'zoho',
  name: 'Zoho',
  hosts: ['zoho.com', 'zoho.eu', 'zoho.in', 'zohomail.com', 'zohomail.eu', 'zohomail.in'],
  fingerprints: ['mx.zoho.com', 'mx.zoho.eu', 'zohomail.com', 'zoho.com/mail/help'],
  sources: [
    'https://www.zoho.com/mail/help/spam-reason.html',
  ],
  replies: [
    { id: 'user-unknown', match: 'user unknown', reason: 'mailbox-unknown' },
    { id: 'flagged-as-spam', match: 'reason email flagged as spam', reason: 'spam-content', anywhere: true },
    { id: 'flagged-as-spam-split', match: 'email flagged as spam', reason: 'spam-content', anywhere: true },
    { id: 'destination-domain', match: 'mail rejected by destination domain', reason: 'policy', anywhere: true },
    { id: 'restricted-by-policy', match: 'mailbox delivery restricted by policy error', reason: 'policy', anywhere: true },
    { id: 'failure-policy', match: 'mailbox delivery failure policy error', reason: 'policy', anywhere: true },
    { id: 'mail-policy', match: 'Mail Policy violation error delivering to mailboxes', reason: 'policy', anywhere: true },
    { id: 'dmarc', match: 'email rejected per DMARC policy', reason: 'auth-failure', anywhere: true },
    { id: 'virus', match: 'detected by Zoho Mail', reason: 'virus', anywhere: true },
    { id: 'relaying', match: 'relaying disallowed', reason: 'relay-denied', anywhere: true },
    { id: 'system-error', match: 'temporary system error', reason: 'server-error' },
    { id: 'unusual-activity', match: 'unusual sending activity detected', reason: 'rate-limited', anywhere: true },
    { id: 'outgoing-blocked', match: 'email outgoing blocked', reason: 'sender-rejected', anywhere: true },
  ],
}
