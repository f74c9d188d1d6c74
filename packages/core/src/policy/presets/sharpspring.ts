// SharpSpring: seven bounces of any kind over at least seven days.

import type { Policy } from '../policy.ts'

export const SHARPSPRING: Policy = {
  id: 'sharpspring',
  version: 1,
  title: 'SharpSpring',
  tracks: [
    {
      id: 'any', title: 'bounce', meter: 'count', minSpan: '7d', threshold: 7,
      reset: { onDelivered: true }, actions: [{ do: 'suppress' }],
    },
  ],
  lift: { delivered: 'all' },
  documented: {
    notes: [
      'Seven failures within not less than seven days make the address invalid; a ' +
        'delivery makes it valid again.',
    ],
    source: 'https://help.sharpspring.com/',
  },
}
