// The replies of Proton Mail.

import type { ProviderRules } from '../types.ts'

export const proton: ProviderRules = {
  id: 'proton',
  name: 'Proton Mail',
  hosts: ['protonmail.ch', 'protonmail.com', 'proton.me', 'pm.me'],
  fingerprints: ['mail.protonmail.ch'],
  sources: [
    'https://proton.me/support/smtp-submission',
  ],
  replies: [
    { id: 'spam-filter', match: 'rejected by spam filter', reason: 'spam-content' },
    { id: 'address-absent', match: 'address does not exist', reason: 'mailbox-unknown' },
  ],
}
