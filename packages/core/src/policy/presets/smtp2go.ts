// SMTP2GO: a hard bounce blocks for seven days, a soft one never.

import type { Policy } from '../policy.ts'

export const SMTP2GO: Policy = {
  id: 'smtp2go',
  version: 1,
  title: 'SMTP2GO',
  tracks: [
    {
      id: 'hard', title: 'hard bounce', when: { severity: ['hard'] },
      meter: 'count', threshold: 1, actions: [{ do: 'suppress', ttl: '7d' }],
    },
    {
      id: 'complaint', title: 'complaint', when: { kind: ['complaint'] },
      meter: 'count', threshold: 1, actions: [{ do: 'suppress' }],
    },
  ],
  documented: {
    notes: [
      'A hard bounce blocks the address for 7 days, then it is tried again; soft bounces ' +
        'are not blocked.',
      'Complaints, unsubscriptions and manual entries stay until they are removed.',
    ],
    source: 'https://support.smtp2go.com/hc/en-gb/articles/223087687-Hard-bounces-and-soft-bounces',
  },
}
