// phpList: five bounces in a row unconfirm a subscriber, fifty in all deny the address.

import type { Policy } from '../policy.ts'

export const PHPLIST: Policy = {
  id: 'phplist',
  version: 1,
  title: 'phpList',
  tracks: [
    {
      id: 'deny', title: 'bounce', meter: 'count', threshold: 50,
      actions: [{ do: 'suppress' }, { do: 'tag', name: 'denied' }],
    },
    {
      id: 'unconfirm', title: 'bounce', meter: 'consecutive', oncePer: 'message', threshold: 5,
      actions: [{ do: 'suppress' }, { do: 'tag', name: 'unconfirmed' }],
    },
  ],
  documented: {
    notes: [
      'bounce_unsubscribe_threshold is 5 consecutive bounces (3 in some versions); a ' +
        'delivered message breaks the row.',
      '50 bounces in all deny the address; rules can decrease the count.',
    ],
    source: 'https://www.phplist.org/manual/',
  },
}
