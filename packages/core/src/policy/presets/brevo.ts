// Brevo: a hard bounce, or 5 soft bounces in a row.

import type { Policy } from '../policy.ts'

export const BREVO: Policy = {
  id: 'brevo',
  version: 1,
  title: 'Brevo',
  tracks: [
    {
      id: 'hard', title: 'hard bounce', when: { severity: ['hard'] },
      meter: 'count', threshold: 1, actions: [{ do: 'suppress' }],
    },
    {
      id: 'soft', title: 'soft bounce', when: { severity: ['soft'] },
      meter: 'consecutive', oncePer: 'campaign', threshold: 5, actions: [{ do: 'suppress' }],
    },
  ],
  documented: {
    notes: [
      'A hard bounce, or 5 consecutive soft bounces, block the contact; a delivery breaks ' +
        'the row.',
      'Brevo counts campaigns only, not transactional messages.',
    ],
    source: 'https://help.brevo.com/hc/en-us/articles/209435165',
  },
}
