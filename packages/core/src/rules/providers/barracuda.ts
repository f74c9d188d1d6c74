// The replies of Barracuda.

import type { ProviderRules } from '../types.ts'

export const barracuda: ProviderRules = {
  id: 'barracuda',
  name: 'Barracuda',
  hosts: ['barracudanetworks.com', 'barracuda.com', 'cudasvc.com'],
  fingerprints: ['cuda_nsu', 'ess.barracudanetworks.com'],
  sources: [
    'https://campus.barracuda.com/product/emailsecuritygateway/doc/39815000/smtp-error-codes/',
  ],
  replies: [
    { id: 'reputation-list', match: 'blocked using Barracuda Reputation', reason: 'ip-blocklisted', anywhere: true },
    { id: 'central-list', match: 'b.barracudacentral.org', reason: 'ip-blocklisted', anywhere: true },
    { id: 'abuse', match: 'policy rejection abuse', reason: 'policy' },
    { id: 'greylisted', match: 'recipient address rejected greylisted for', reason: 'greylisted' },
    { id: 'try-again', match: 'try again later', replyCode: 451, enhancedCode: '4.7.1', reason: 'greylisted' },
    { id: 'temporary-error', match: 'temporary server error', reason: 'server-error' },
    { id: 'temporary-failure', match: 'temporary failure please try again later', replyCode: 421, reason: 'server-busy' },
    { id: 'licence', match: 'license expired', reason: 'server-error' },
    { id: 'user-unknown', match: 'user unknown', reason: 'mailbox-unknown' },
    { id: 'no-such-user', match: 'no such user', reason: 'mailbox-unknown' },
    { id: 'spoofed', match: 'rejecting spoofed message', reason: 'auth-failure', anywhere: true },
    { id: 'spam-url', match: 'rejected due to spam URL in content', reason: 'domain-reputation', anywhere: true },
    { id: 'spam-content', match: 'rejected due to spam content', reason: 'spam-content', anywhere: true },
    { id: 'banned-content', match: 'rejecting banned content', reason: 'content-rejected', anywhere: true },
    { id: 'virus', match: 'rejected due to virus', reason: 'virus', anywhere: true },
  ],
}
