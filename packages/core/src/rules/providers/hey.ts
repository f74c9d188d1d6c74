// The replies of HEY.

import type { ProviderRules } from '../types.ts'

export const hey: ProviderRules = {
  id: 'hey',
  name: 'HEY',
  hosts: ['hey.com', 'app.hey.com'],
  sources: [
    'https://hey.com/how-it-works/',
  ],
  replies: [
    { id: 'user-unknown', match: 'recipient address rejected user unknown', reason: 'mailbox-unknown' },
  ],
}
