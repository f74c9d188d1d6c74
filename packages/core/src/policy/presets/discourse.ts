// Discourse: a score of four stops mail for 30 days; hard bounces count two, soft ones one.

import type { Policy } from '../policy.ts'

export const DISCOURSE: Policy = {
  id: 'discourse',
  version: 1,
  title: 'Discourse',
  tracks: [
    {
      id: 'score', title: 'bounce score', meter: 'score', weights: { permanent: 2, transient: 1 },
      threshold: 4, reset: { afterQuiet: '30d', erodePerDelivery: 0.1 },
      actions: [{ do: 'pause', for: '30d' }, { do: 'notify', who: 'recipient' }],
    },
  ],
  documented: {
    notes: [
      'A hard bounce adds 2, a soft one 1, every message that is sent takes 0.1 off, and ' +
        '30 days without a bounce reset the score.',
      'At 4 nothing but critical mail goes out and the person is told inside the forum.',
    ],
    source: 'https://github.com/discourse/discourse',
  },
}
