// Mailgun: permanent failures and complaints enter the suppression lists.

import type { Policy } from '../policy.ts'

export const MAILGUN: Policy = {
  id: 'mailgun',
  version: 1,
  title: 'Mailgun',
  tracks: [
    {
      id: 'hard', title: 'permanent failure', when: { severity: ['hard'], permanence: ['permanent', 'unknown'] },
      meter: 'count', threshold: 1, actions: [{ do: 'suppress' }],
    },
    {
      id: 'complaint', title: 'complaint', when: { kind: ['complaint'] },
      meter: 'count', threshold: 1, actions: [{ do: 'suppress' }],
    },
  ],
  documented: {
    notes: [
      'A permanent failure of the recipient enters the bounce list until the API removes ' +
        'it; temporary ones never.',
    ],
    source: 'https://documentation.mailgun.com/',
  },
}
