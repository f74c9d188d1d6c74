// Salesforce Marketing Cloud: three bounces of any kind over at least 15 days are held.

import type { Policy } from '../policy.ts'

export const SFMC: Policy = {
  id: 'sfmc',
  version: 1,
  title: 'Salesforce Marketing Cloud',
  tracks: [
    {
      id: 'any', title: 'bounce', meter: 'count', minSpan: '15d', threshold: 3,
      reset: { onDelivered: true }, actions: [{ do: 'suppress' }],
    },
  ],
  lift: { engaged: 'all' },
  documented: {
    notes: [
      'Bounced at the first failure, held at the third once 15 days have passed since the ' +
        'first; a delivery clears the count; opens and clicks make the subscriber active ' +
        'again.',
      'It counts failures of every fault; here those of the sender, the content and the ' +
        'network stay out, unless guards.neverCount is emptied.',
    ],
    source: 'https://help.salesforce.com/',
  },
}
