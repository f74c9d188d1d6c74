// Mailman 2: five points disable delivery; a hard bounce is one, a soft one half a point a day.

import type { Policy } from '../policy.ts'

export const MAILMAN2: Policy = {
  id: 'mailman2',
  version: 1,
  title: 'Mailman 2',
  scope: 'address+list',
  tracks: [
    {
      id: 'score', title: 'bounce', meter: 'score', weights: { permanent: 1, transient: 0.5 },
      oncePer: 'day', threshold: 5, reset: { afterQuiet: '7d' },
      actions: [{ do: 'suppress', warn: { times: 3, every: '7d' } }],
    },
  ],
  lift: { selfService: { max: 100 } },
  documented: {
    notes: [
      'Hard bounces count 1, soft ones 0.5, once a day; a score of 5.0 disables, then ' +
        'three warnings 7 days apart, then removal.',
      'Scores older than 7 days are stale and dropped.',
    ],
    source: 'https://www.gnu.org/software/mailman/mailman-admin/node25.html',
  },
}
