// hitobito: three bounces of any kind block the address until an administrator lifts it.

import type { Policy } from '../policy.ts'

export const HITOBITO: Policy = {
  id: 'hitobito',
  version: 1,
  title: 'hitobito',
  tracks: [
    {
      id: 'any', title: 'bounce', meter: 'count', threshold: 3, actions: [{ do: 'suppress' }],
    },
  ],
  documented: {
    notes: [
      'Three failures (five before); that inbound mail and deliveries should lift is ' +
        'wished for and not there.',
    ],
    source: 'https://github.com/hitobito/hitobito/issues/3531',
  },
}
