// The replies of Forward Email.

import type { ProviderRules } from '../types.ts'

export const forwardemail: ProviderRules = {
  id: 'forwardemail',
  name: 'Forward Email',
  hosts: ['forwardemail.net'],
  fingerprints: ['forwardemail.net'],
  sources: [
    'https://forwardemail.net/en/faq',
  ],
  replies: [
    { id: 'upgrade', match: 'requires an upgrade to Enhanced Protection', reason: 'mailbox-disabled', anywhere: true },
  ],
}
