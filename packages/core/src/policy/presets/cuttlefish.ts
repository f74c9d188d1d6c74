// Cuttlefish: a hard bounce puts the address on the deny list for a week.

import type { Policy } from '../policy.ts'

export const CUTTLEFISH: Policy = {
  id: 'cuttlefish',
  version: 1,
  title: 'Cuttlefish',
  tracks: [
    {
      id: 'hard', title: 'hard bounce', when: { severity: ['hard'] },
      meter: 'count', threshold: 1, actions: [{ do: 'suppress', ttl: '7d' }],
    },
  ],
  documented: {
    notes: [
      'A hard bounce denies the address for 7 days; soft bounces never do.',
    ],
    source: 'https://github.com/mlandauer/cuttlefish',
  },
}
