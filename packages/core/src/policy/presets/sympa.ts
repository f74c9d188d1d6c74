// Sympa: the number of bounces times their regularity, notified from 45, removed from 75.

import type { Policy } from '../policy.ts'

export const SYMPA: Policy = {
  id: 'sympa',
  version: 1,
  title: 'Sympa',
  scope: 'address+list',
  tracks: [
    {
      id: 'level-2', title: 'bounces', meter: 'regularity',
      weights: { permanent: 1, transient: 0.5 }, minEvents: 10, minSpan: '10d', threshold: 75,
      reset: { afterQuiet: '10d' }, actions: [{ do: 'delete' }],
    },
    {
      id: 'level-1', title: 'bounces', meter: 'regularity',
      weights: { permanent: 1, transient: 0.5 }, minEvents: 10, minSpan: '10d', threshold: 45,
      reset: { afterQuiet: '10d' }, actions: [{ do: 'notify', who: 'recipient' }],
    },
  ],
  lift: { selfService: { max: 100 } },
  documented: {
    notes: [
      'Score = bounces × type (5.x 1, 4.x ½) × regularity; nothing below 10 bounces or 10 ' +
        'days.',
      'From 45 the member is notified, from 75 removed; bounces are forgotten when none ' +
        'came for 10 days.',
    ],
    source: 'http://www.sympa.org/manual/parameters-bounces',
  },
}
