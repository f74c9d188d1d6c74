// Campaign Monitor: a hard bounce, or five soft bounces without an open or a click between.

import type { Policy } from '../policy.ts'

export const CAMPAIGNMONITOR: Policy = {
  id: 'campaignmonitor',
  version: 1,
  title: 'Campaign Monitor',
  tracks: [
    {
      id: 'hard', title: 'hard bounce', when: { severity: ['hard'] },
      meter: 'count', threshold: 1, actions: [{ do: 'suppress' }],
    },
    {
      id: 'soft', title: 'soft bounce', when: { severity: ['soft'] },
      meter: 'count', oncePer: 'campaign', threshold: 5, reset: { onEngaged: true },
      actions: [{ do: 'suppress' }],
    },
  ],
  documented: {
    notes: [
      'A hard bounce is suppressed at once; five soft bounces are, unless the person ' +
        'opens or clicks.',
    ],
    source: 'https://help.campaignmonitor.com/',
  },
}
