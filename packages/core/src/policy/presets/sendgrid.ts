// SendGrid: bounces of the recipient are suppressed, blocks are not.

import type { Policy } from '../policy.ts'

export const SENDGRID: Policy = {
  id: 'sendgrid',
  version: 1,
  title: 'SendGrid',
  tracks: [
    {
      id: 'hard', title: 'hard bounce', when: { severity: ['hard'], permanence: ['permanent', 'unknown'] },
      meter: 'count', threshold: 1, actions: [{ do: 'suppress' }],
    },
    {
      id: 'complaint', title: 'complaint', when: { kind: ['complaint'] },
      meter: 'count', threshold: 1, actions: [{ do: 'suppress' }],
    },
  ],
  documented: {
    notes: [
      'Bounces and invalid addresses are suppressed, blocks (reputation, content) never.',
      'A purge after N days can be set; then give the track suppress a ttl.',
    ],
    source: 'https://www.twilio.com/docs/sendgrid/ui/sending-email/bounces',
  },
}
