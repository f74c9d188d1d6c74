// Mailman 3: a score of five days of permanent failures asks for a probe; its failure disables.

import type { Policy } from '../policy.ts'

export const MAILMAN3: Policy = {
  id: 'mailman3',
  version: 1,
  title: 'Mailman 3',
  scope: 'address+list',
  tracks: [
    {
      id: 'score', title: 'permanent failure', when: { permanence: ['permanent'] },
      meter: 'score', oncePer: 'day', threshold: 5, reset: { afterQuiet: '7d' },
      actions: [{
        do: 'probe', wait: '7d', onSilence: [],
        onBounce: [{ do: 'suppress', warn: { times: 3, every: '7d' } }],
      }],
    },
  ],
  lift: { selfService: { max: 100 } },
  documented: {
    notes: [
      'One point a day at most; after 7 days without a bounce the score starts afresh at ' +
        '1; at 5.0 a probe is sent.',
      'When the probe bounces, delivery is disabled, the member is warned three times, 7 ' +
        'days apart, and then removed; user or owner may enable delivery.',
    ],
    source: 'https://docs.mailman3.org/',
  },
}
