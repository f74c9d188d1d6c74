// The replies of Apple iCloud Mail.

import type { ProviderRules } from '../types.ts'

export const apple: ProviderRules = {
  id: 'apple',
  name: 'Apple iCloud Mail',
  hosts: ['icloud.com', 'me.com', 'mac.com', 'apple.com'],
  fingerprints: ['mx-in.mdn.apple', 'icloud.com', 'support.apple.com/en-us/HT204137', 'support.apple.com/HT204137'],
  sources: [
    'https://support.apple.com/en-us/102322',
  ],
  replies: [
    { id: 'user-absent', match: 'user does not exist', reason: 'mailbox-unknown' },
    { id: 'illegal-alias', match: 'unknown or illegal alias', reason: 'mailbox-unknown' },
    { id: 'inactive-address', match: 'inactive email address', reason: 'mailbox-disabled' },
    { id: 'no-longer-on-server', match: 'recipient no longer on server', reason: 'mailbox-disabled' },
    { id: 'over-quota', match: 'user is over quota', reason: 'mailbox-full' },
    { id: 'overquota', match: 'user is overquota', reason: 'mailbox-full', anywhere: true },
    { id: 'excessive-volume', match: 'deferred due to excessive volume', reason: 'mailbox-busy', anywhere: true },
    { id: 'no-mail-domain', match: 'host/domain does not accept mail', reason: 'domain-no-mail' },
    { id: 'relay', match: 'relay access denied', reason: 'relay-denied' },
    { id: 'hme1', match: 'HME1', reason: 'auth-failure' },
    { id: 'spf-and-dkim', match: 'blocked for failing both SPF and DKIM', reason: 'auth-failure', anywhere: true },
    { id: 'dmarc', match: '\'s DMARC policy', reason: 'auth-failure' },
    { id: 'spamhaus-domain', match: 'domain present in the Spamhaus DBL', reason: 'domain-reputation', anywhere: true },
    { id: 'spamhaus-ip', match: 'rejected due to listing in Spamhaus', reason: 'ip-blocklisted', anywhere: true },
    { id: 'not-accepting', match: 'not accepting connections', reason: 'ip-reputation' },
    { id: 'spam', match: 'message content rejected due to spam', reason: 'spam-content', anywhere: true },
    { id: 'local-policy', match: 'message rejected due to local policy', reason: 'policy' },
    { id: 'sender', match: 'sender address rejected', reason: 'sender-rejected' },
  ],
}
