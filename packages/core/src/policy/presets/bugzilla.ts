// Bugzilla at Mozilla: five bounces disable mail; the person may turn it on again, a few times.

import type { Policy } from '../policy.ts'

export const BUGZILLA: Policy = {
  id: 'bugzilla',
  version: 1,
  title: 'Bugzilla (Mozilla)',
  tracks: [
    {
      id: 'any', title: 'bounce', meter: 'count', threshold: 5, actions: [{ do: 'suppress' }],
    },
  ],
  lift: { selfService: { max: 5 } },
  documented: {
    notes: [
      'Five bounces disable mail; a page tells why and lets the person turn it on again, ' +
        'capped.',
    ],
    source: 'https://github.com/mozilla-bteam/bmo/pull/1510',
  },
}
