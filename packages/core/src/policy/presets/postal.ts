// Postal: two hard failures within a day hold the address for 30 days.

import type { Policy } from '../policy.ts'

export const POSTAL: Policy = {
  id: 'postal',
  version: 1,
  title: 'Postal',
  tracks: [
    {
      id: 'hard', title: 'hard failure', when: { severity: ['hard'] },
      meter: 'count', window: '24h', threshold: 2, actions: [{ do: 'suppress', ttl: '30d' }],
    },
  ],
  lift: { delivered: 'all' },
  documented: {
    notes: [
      'The second hard failure within 24 hours enters the suppression list for 30 days; a ' +
        'delivery takes it off.',
    ],
    source: 'https://github.com/postalserver/postal',
  },
}
