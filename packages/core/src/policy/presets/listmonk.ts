// listmonk: a hard bounce or a complaint blocks, soft ones are only counted.

import type { Policy } from '../policy.ts'

export const LISTMONK: Policy = {
  id: 'listmonk',
  version: 1,
  title: 'listmonk',
  tracks: [
    {
      id: 'hard', title: 'hard bounce', when: { severity: ['hard'] },
      meter: 'count', threshold: 1, actions: [{ do: 'suppress' }],
    },
    {
      id: 'soft', title: 'soft bounce', when: { severity: ['soft'] },
      meter: 'count', threshold: 2, actions: [{ do: 'record' }],
    },
    {
      id: 'complaint', title: 'complaint', when: { kind: ['complaint'] },
      meter: 'count', threshold: 1, actions: [{ do: 'suppress' }],
    },
  ],
  documented: {
    notes: [
      'As delivered: soft 2 none, hard 1 blocklist, complaint 1 blocklist; each may be ' +
        'none, unsubscribe, blocklist or delete.',
    ],
    source: 'https://listmonk.app/docs/bounces/',
  },
}
