// Klaviyo: a hard bounce, or 7 soft bounces in a row.

import type { Policy } from '../policy.ts'

export const KLAVIYO: Policy = {
  id: 'klaviyo',
  version: 1,
  title: 'Klaviyo',
  tracks: [
    {
      id: 'hard', title: 'hard bounce', when: { severity: ['hard'] },
      meter: 'count', threshold: 1, actions: [{ do: 'suppress' }],
    },
    {
      id: 'soft', title: 'soft bounce', when: { severity: ['soft'] },
      meter: 'consecutive', oncePer: 'message', threshold: 7, actions: [{ do: 'suppress' }],
    },
  ],
  documented: {
    notes: [
      'A hard bounce, or 7 consecutive soft bounces, block the contact; a delivery breaks ' +
        'the row.',
    ],
    source: 'https://help.klaviyo.com/hc/en-us/articles/115005250408',
  },
}
