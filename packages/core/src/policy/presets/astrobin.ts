// AstroBin: three soft bounces in a week stop mail.

import type { Policy } from '../policy.ts'

export const ASTROBIN: Policy = {
  id: 'astrobin',
  version: 1,
  title: 'AstroBin',
  tracks: [
    {
      id: 'soft', title: 'soft bounce', when: { severity: ['soft'] },
      meter: 'count', window: '7d', threshold: 3, actions: [{ do: 'suppress' }],
    },
    {
      id: 'hard', title: 'hard bounce', when: { severity: ['hard'] },
      meter: 'count', threshold: 1, actions: [{ do: 'suppress' }],
    },
  ],
  documented: {
    notes: [
      'Three soft bounces within a week stop all mail; hard bounces and complaints do at ' +
        'once, as its provider does.',
    ],
    source: 'https://github.com/astrobin/astrobin/issues/543',
  },
}
