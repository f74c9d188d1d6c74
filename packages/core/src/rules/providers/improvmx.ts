// The replies of ImprovMX.

import type { ProviderRules } from '../types.ts'

export const improvmx: ProviderRules = {
  id: 'improvmx',
  name: 'ImprovMX',
  hosts: ['improvmx.com'],
  fingerprints: ['improvmx.com'],
  sources: [
    'https://improvmx.com/guides/improvmx-error-codes/',
  ],
  replies: [
    { id: 'loop', match: 'email is sent and forwarded from/to', reason: 'routing-error', anywhere: true },
    { id: 'domain', match: 'domain not found (#id', reason: 'relay-denied', anywhere: true },
    { id: 'invalid-database', match: 'database returned invalid pieces of information', reason: 'server-error', anywhere: true },
    { id: 'later', match: 'please try again later', replyCode: 450, reason: 'server-busy' },
    { id: 'forwarding-recipient', match: 'unable to correctly read the forwarding recipient', reason: 'server-error', anywhere: true },
    { id: 'spam', match: 'message considered as spam', reason: 'spam-content' },
    { id: 'domain-reputation', match: 'low reputation of the sending domain this message has been blocked', reason: 'domain-reputation' },
  ],
}
