// Chromium Dashboard (a wish): bounces on two days pause, longer each time, until a visit.

import type { Policy } from '../policy.ts'

export const CHROMIUM_DASHBOARD: Policy = {
  id: 'chromium-dashboard',
  version: 1,
  title: 'Chromium Dashboard (wish)',
  tracks: [
    {
      id: 'any', title: 'bounce', meter: 'count', oncePer: 'day', minDistinct: { days: 2 },
      threshold: 2, reset: { onEngaged: true },
      actions: [{ do: 'pause', for: '7d', growth: { factor: 2, max: '1y' } }],
    },
  ],
  lift: { engaged: 'pauses' },
  documented: {
    notes: [
      'Asked for, not built: failures on two distinct days pause for some days (7 here), ' +
        'doubling; a visit ends it.',
    ],
    source: 'https://github.com/GoogleChrome/chromium-dashboard/issues/5853',
  },
}
