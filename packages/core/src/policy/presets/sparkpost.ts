// SparkPost: bounce classes 10 (invalid recipient), 30 (no RCPT) and 90 (unsubscribe).

import type { Policy } from '../policy.ts'

export const SPARKPOST: Policy = {
  id: 'sparkpost',
  version: 1,
  title: 'SparkPost',
  tracks: [
    {
      id: 'invalid', title: 'invalid recipient',
      when: {
        reason: [
          'mailbox-unknown', 'mailbox-disabled', 'mailbox-moved', 'address-syntax',
          'domain-unknown', 'domain-no-mail',
        ],
        permanence: ['permanent', 'unknown'],
      },
      meter: 'count', threshold: 1, actions: [{ do: 'suppress' }],
    },
    {
      id: 'complaint', title: 'complaint', when: { kind: ['complaint'] },
      meter: 'count', threshold: 1, actions: [{ do: 'suppress' }],
    },
    {
      id: 'unsubscribe', title: 'unsubscription', when: { kind: ['unsubscribe'] },
      meter: 'count', threshold: 1, actions: [{ do: 'unsubscribe' }],
    },
  ],
  documented: {
    notes: [
      'Classes 10, 30 and 90 enter the suppression list; 20 to 26, 40 to 60 and 70 never.',
    ],
    source: 'https://support.sparkpost.com/docs/deliverability/bounce-classification-codes',
  },
}
