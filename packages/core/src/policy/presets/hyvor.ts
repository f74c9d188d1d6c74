// Hyvor Relay: four enhanced codes suppress at once, nothing else does.

import type { Policy } from '../policy.ts'

export const HYVOR: Policy = {
  id: 'hyvor',
  version: 1,
  title: 'Hyvor Relay',
  tracks: [
    {
      id: 'code', title: 'unknown recipient',
      when: { enhancedCode: ['5.1.1', '5.1.2', '5.1.3', '5.5.0'] },
      meter: 'count', threshold: 1, actions: [{ do: 'suppress' }],
    },
    {
      id: 'complaint', title: 'complaint', when: { kind: ['complaint'] },
      meter: 'count', threshold: 1, actions: [{ do: 'suppress' }],
    },
  ],
  documented: {
    notes: [
      '5.1.1, 5.1.2, 5.1.3 and 5.5.0 suppress until the API removes the entry.',
    ],
    source: 'https://github.com/hyvor/relay',
  },
}
