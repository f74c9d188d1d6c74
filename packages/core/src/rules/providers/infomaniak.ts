// The replies of Infomaniak.

import type { ProviderRules } from '../types.ts'

export const infomaniak: ProviderRules = {
  id: 'infomaniak',
  name: 'Infomaniak',
  hosts: ['infomaniak.ch', 'infomaniak.com', 'ikmail.com'],
  fingerprints: ['infomaniak.ch'],
  sources: [
    'https://www.infomaniak.com/en/support/faq/admin2/e-mail-hosting',
  ],
  replies: [
    { id: 'dmarc', match: 'rejected by DMARC policy for', reason: 'auth-failure' },
    { id: 'sender-domain', match: 'sender address rejected domain not found', reason: 'sender-rejected' },
  ],
}
