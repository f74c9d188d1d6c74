// The replies of FireEye and Trellix Email Security.

import type { ProviderRules } from '../types.ts'

export const fireeye: ProviderRules = {
  id: 'fireeye',
  name: 'FireEye and Trellix Email Security',
  hosts: ['fireeyecloud.com', 'fireeyegov.com'],
  fingerprints: ['fireeyecloud.com'],
  sources: [
    'https://smtpfieldmanual.com/provider/fireeye',
  ],
  replies: [
    { id: 'dmarc', match: 'ETP205 DMARC failure for domain', reason: 'auth-failure', anywhere: true },
  ],
}
