// mox: listed codes suppress at once, every third failure in a row too.

import type { Policy } from '../policy.ts'

export const MOX: Policy = {
  id: 'mox',
  version: 1,
  title: 'mox',
  tracks: [
    {
      id: 'reply', title: 'refusal for good',
      when: { replyCode: [521, 550, 551, 553, 556] },
      meter: 'count', threshold: 1, actions: [{ do: 'suppress' }],
    },
    {
      id: 'code', title: 'refusal for good',
      when: { enhancedCode: ['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.2.1', '5.7.1'] },
      meter: 'count', threshold: 1, actions: [{ do: 'suppress' }],
    },
    {
      id: 'any', title: 'failure', meter: 'consecutive', oncePer: 'message', threshold: 3,
      actions: [{ do: 'suppress' }],
    },
  ],
  documented: {
    notes: [
      'Any 550 and 5.7.1 suppress at once, so a mistake of the sender could empty a list; ' +
        'here the guard keeps faults of the sender out.',
    ],
    source: 'https://github.com/mjl-/mox/blob/main/queue/suppression.go',
  },
}
