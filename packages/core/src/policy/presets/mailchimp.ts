// Mailchimp: hard bounces at once, soft ones after 7, or after 15 where the person was active.

import type { Policy } from '../policy.ts'

export const MAILCHIMP: Policy = {
  id: 'mailchimp',
  version: 1,
  title: 'Mailchimp',
  tracks: [
    {
      id: 'hard', title: 'hard bounce', when: { severity: ['hard'] },
      meter: 'count', threshold: 1, actions: [{ do: 'suppress' }],
    },
    {
      id: 'soft', title: 'soft bounce', when: { severity: ['soft'] },
      meter: 'count', oncePer: 'campaign', threshold: { inactive: 7, active: 15 },
      actions: [{ do: 'suppress' }],
    },
    {
      id: 'complaint', title: 'complaint', when: { kind: ['complaint'] },
      meter: 'count', threshold: 1, actions: [{ do: 'suppress' }],
    },
  ],
  documented: {
    notes: [
      'A hard bounce is cleaned at once.',
      'Soft bounces are tried for three days, then count one for the campaign: 7 for an ' +
        'address without activity, 15 with.',
      'Mailchimp also counts soft bounces of content and authentication; here they never ' +
        'count.',
    ],
    source: 'https://mailchimp.com/help/soft-vs-hard-bounces/',
  },
}
