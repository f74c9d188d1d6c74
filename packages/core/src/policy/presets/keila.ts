// Keila: a hard bounce, or three soft ones among the last five messages.

import type { Policy } from '../policy.ts'

export const KEILA: Policy = {
  id: 'keila',
  version: 1,
  title: 'Keila',
  tracks: [
    {
      id: 'hard', title: 'hard bounce', when: { severity: ['hard'] },
      meter: 'count', threshold: 1, actions: [{ do: 'suppress' }],
    },
    {
      id: 'soft', title: 'soft bounce', when: { severity: ['soft'] },
      meter: 'lastN', lastN: 5, oncePer: 'message', threshold: 3, actions: [{ do: 'suppress' }],
    },
  ],
  documented: {
    notes: [
      'A hard bounce makes the contact unreachable; so do three soft bounces within its ' +
        'last five messages.',
    ],
    source: 'https://www.keila.io/',
  },
}
