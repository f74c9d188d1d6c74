// ActiveCampaign: a hard bounce, or soft bounces of three campaigns in a row.

import type { Policy } from '../policy.ts'

export const ACTIVECAMPAIGN: Policy = {
  id: 'activecampaign',
  version: 1,
  title: 'ActiveCampaign',
  tracks: [
    {
      id: 'hard', title: 'hard bounce', when: { severity: ['hard'] },
      meter: 'count', threshold: 1, actions: [{ do: 'suppress' }],
    },
    {
      id: 'soft', title: 'soft bounce', when: { severity: ['soft'] },
      meter: 'consecutive', oncePer: 'campaign', threshold: 3, actions: [{ do: 'suppress' }],
    },
  ],
  documented: {
    notes: [
      'A hard bounce marks the contact as bounced at once.',
      'Soft bounces do when three separate campaigns bounce in a row; a delivery breaks ' +
        'the row.',
      'ActiveCampaign counts failed authentication as a soft bounce; here it never ' +
        'counts.',
    ],
    source: 'https://help.activecampaign.com/hc/en-us/articles/115001349430',
  },
}
