// The replies of Symantec Email Security.cloud (MessageLabs).

import type { ProviderRules } from '../types.ts'

export const messagelabs: ProviderRules = {
  id: 'messagelabs',
  name: 'Symantec Email Security.cloud (MessageLabs)',
  hosts: ['messagelabs.com', 'messagelabs.net', 'messagelabs.co.uk'],
  fingerprints: ['messagelabs.com', 'ipremoval.sms.symantec.com'],
  sources: [
    'https://knowledge.broadcom.com/external/article/165144/smtp-bounce-back-error-codes-for-email-s.html',
  ],
  replies: [
    { id: 'rejected', replyCode: 542, reason: 'mailbox-unknown' },
    { id: 'no-such-user', match: 'no such user', reason: 'mailbox-unknown' },
    { id: 'invalid-recipient', match: 'invalid recipient', reason: 'mailbox-unknown' },
    { id: 'throttled', match: 'requested action aborted', replyCode: 450, reason: 'rate-limited' },
    { id: 'connection-policy', match: 'connection rejected by policy', reason: 'policy' },
    { id: 'filtered', match: 'refer to the Troubleshooting page at', reason: 'spam-content' },
    { id: 'relay', match: 'as a relay but I have not been configured to let you', reason: 'relay-denied', anywhere: true },
    { id: 'unavailable', match: 'service temporarily unavailable', replyCode: 421, reason: 'server-busy' },
    { id: 'list', match: 'ipremoval.sms.symantec.com', reason: 'ip-blocklisted', anywhere: true },
  ],
}
