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
      reset: { afterQuiet: '5d' }, actions: [{ do: 'suppress' }],
    },
  ],
  lift: { selfService: { max: 100 } },
  documented: {
    notes: [
      'For a daily list: five days with a bounce hold the member, five days without one clear the ' +
        'count; for a list that writes less often both numbers are other settings.',
      'A held member may write to the unhold address.',
      'It counts failures of every fault; here those of the sender, the content and the ' +
        'network stay out, unless guards.neverCount is emptied.',
    ],
    source: 'http://lunar.lyris.com/help/Content/automaintainerror.html',
  },
}
