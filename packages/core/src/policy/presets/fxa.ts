// Firefox Accounts: a hard bounce pauses for a day, a second one for a year.

import type { Policy } from '../policy.ts'

export const FXA: Policy = {
  id: 'fxa',
  version: 1,
  title: 'Firefox Accounts',
  tracks: [
    {
      id: 'again', title: 'hard bounce', when: { severity: ['hard'] },
      meter: 'count', window: '1y', threshold: 2, actions: [{ do: 'pause', for: '1y' }],
    },
    {
      id: 'hard', title: 'hard bounce', when: { severity: ['hard'] },
      meter: 'count', window: '24h', threshold: 1, actions: [{ do: 'pause', for: '24h' }],
    },
  ],
  documented: {
    notes: [
      'One hard bounce within 24 hours blocks until they are over, two or more within a ' +
        'year for that year.',
    ],
    source: 'https://github.com/mozilla/fxa',
  },
}
