// The replies of N-able SpamExperts.

import type { ProviderRules } from '../types.ts'

export const spamexperts: ProviderRules = {
  id: 'spamexperts',
  name: 'N-able SpamExperts',
  hosts: ['antispamcloud.com', 'spamexperts.com', 'mtaroutes.com'],
  fingerprints: ['antispamcloud.com', 'spamrl.com'],
  sources: [
    'https://documentation.n-able.com/mail-assure/userguide/Content/B_Admin%20Level/log-search/smtp-errors.htm',
  ],
  replies: [
    { id: 'url', match: 'a URL in this email', reason: 'domain-reputation', anywhere: true },
    { id: 'listed', match: 'spamrl.com', reason: 'ip-blocklisted', anywhere: true },
    { id: 'reported', match: 'reported as spam by other users', reason: 'spam-content', anywhere: true },
    { id: 'looked-like-spam', match: 'content of this message looked like spam', reason: 'spam-content', anywhere: true },
    { id: 'high-probability', match: 'high probability of spam', reason: 'spam-content', anywhere: true },
  ],
}
