// The replies of Hostpoint.

import type { ProviderRules } from '../types.ts'

export const hostpoint: ProviderRules = {
  id: 'hostpoint',
  name: 'Hostpoint',
  hosts: ['hostpoint.ch'],
  fingerprints: ['hostpoint.ch'],
  sources: [
    'https://support.hostpoint.ch/en/technical/e-mail',
  ],
  replies: [
    { id: 'spf', match: 'SPF-check failed', reason: 'auth-failure' },
    { id: 'spf-sending', match: 'doesn\'t allow sending mails from', reason: 'auth-failure', anywhere: true },
  ],
}
