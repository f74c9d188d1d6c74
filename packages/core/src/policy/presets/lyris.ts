// Lyris ListManager: five days with a bounce of any kind hold a member of a daily list.

import type { Policy } from '../policy.ts'

export const LYRIS: Policy = {
  id: 'lyris',
  version: 1,
  title: 'Lyris ListManager',
  scope: 'address+list',
  tracks: [
    {
      id: 'any', title: 'day with a bounce', meter: 'count', oncePer: 'day', threshold: 5,
      reset: { afterQuiet: '14d' }, actions: [{ do: 'suppress' }],
    },
  ],
  documented: {
    notes: [
      'Five days with a failure hold the member of a daily list; the number of quiet days ' +
        'that clear it is a setting, 14 here.',
      'It counts failures of every fault; here those of the sender, the content and the ' +
        'network stay out, unless guards.neverCount is emptied.',
    ],
    source: 'https://lyris.com/help/lm_help/12.0/',
  },
}
