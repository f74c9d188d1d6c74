// Amazon SES: the account's suppression list takes permanent bounces and complaints.

import type { Policy } from '../policy.ts'

export const SES: Policy = {
  id: 'ses',
  version: 1,
  title: 'Amazon SES',
  tracks: [
    {
      id: 'hard', title: 'permanent bounce', when: { severity: ['hard'], permanence: ['permanent', 'unknown'] },
      meter: 'count', threshold: 1, actions: [{ do: 'suppress' }],
    },
    {
      id: 'complaint', title: 'complaint', when: { kind: ['complaint'] },
      meter: 'count', threshold: 1, actions: [{ do: 'suppress' }],
    },
  ],
  documented: {
    notes: [
      'bounceType Permanent and complaints enter the suppression list until the API ' +
        'removes them.',
      'A bounce of subtype OnAccountSuppressionList is an echo and never counts.',
    ],
    source: 'https://docs.aws.amazon.com/ses/latest/dg/sending-email-suppression-list.html',
  },
}
