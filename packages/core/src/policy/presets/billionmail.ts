// BillionMail: three bounces of any kind, and the address is skipped.

import type { Policy } from '../policy.ts'

export const BILLIONMAIL: Policy = {
  id: 'billionmail',
  version: 1,
  title: 'BillionMail',
  tracks: [
    {
      id: 'any', title: 'bounce', meter: 'count', threshold: 3, actions: [{ do: 'suppress' }],
    },
  ],
  documented: {
    notes: [
      'Three failures of any kind; nothing resets them.',
    ],
    source: 'https://github.com/aaPanel/BillionMail',
  },
}
