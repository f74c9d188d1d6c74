// Postmark: HardBounce, BadEmailAddress and SpamComplaint deactivate, for one message stream.

import type { Policy } from '../policy.ts'

export const POSTMARK: Policy = {
  id: 'postmark',
  version: 1,
  title: 'Postmark',
  scope: 'address+list',
  tracks: [
    {
      id: 'hard', title: 'hard bounce',
      when: {
        reason: ['mailbox-unknown', 'mailbox-disabled', 'address-syntax', 'domain-no-mail'],
        permanence: ['permanent', 'unknown'],
      },
      meter: 'count', threshold: 1, actions: [{ do: 'suppress' }],
    },
    {
      id: 'complaint', title: 'complaint', when: { kind: ['complaint'] },
      meter: 'count', threshold: 1, actions: [{ do: 'suppress' }],
    },
  ],
  documented: {
    notes: [
      'The types HardBounce, BadEmailAddress and SpamComplaint suppress for the stream ' +
        'until activated through the API; SoftBounce, DnsError, Blocked and the rest never.',
    ],
    source: 'https://postmarkapp.com/developer/api/bounce-api#bounce-types',
  },
}
