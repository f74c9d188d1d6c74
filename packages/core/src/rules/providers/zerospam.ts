// The replies of ZEROSPAM (Hornetsecurity).

import type { ProviderRules } from '../types.ts'

export const zerospam: ProviderRules = {
  id: 'zerospam',
  name: 'ZEROSPAM (Hornetsecurity)',
  hosts: ['zerospam.ca', 'cumulussmtp.com'],
  fingerprints: ['zerospam.ca', 'by ZEROSPAM'],
  sources: [
    'https://help.cumulussmtp.com/article/21-managing-filtering-parameters',
  ],
  replies: [
    { id: 'greylisted', match: 'seconds by ZEROSPAM', reason: 'greylisted', anywhere: true },
    { id: 'not-in-list', match: 'not in recipient list', reason: 'mailbox-unknown', anywhere: true },
  ],
}
