// Engaging Networks: bad mailboxes at once, full ones after three bounces, routes after four.

import type { Policy } from '../policy.ts'

export const ENGAGING_NETWORKS: Policy = {
  id: 'engaging-networks',
  version: 1,
  title: 'Engaging Networks',
  tracks: [
    {
      id: 'bad', title: 'bad or inactive mailbox',
      when: {
        reason: [
          'mailbox-unknown', 'mailbox-disabled', 'mailbox-moved', 'address-syntax',
          'domain-unknown', 'domain-no-mail',
        ],
      },
      meter: 'count', threshold: 1, actions: [{ do: 'suppress' }],
    },
    {
      id: 'full', title: 'full mailbox or silent host',
      when: { reason: ['mailbox-full', 'system-full', 'network-error'] },
      meter: 'count', threshold: 3, actions: [{ do: 'suppress' }],
    },
    {
      id: 'route', title: 'wrong route', when: { reason: ['routing-error', 'relay-denied'] },
      meter: 'count', threshold: 4, actions: [{ do: 'suppress' }],
    },
  ],
  documented: {
    notes: [
      'inactive-mailbox, bad-mailbox, bad-domain 1; quota-issues, no-answer-from-host 3; ' +
        'routing-errors, relaying-issues 4; all others never (99999).',
      'A silent host and refused relaying are faults of network and sender: here the ' +
        'guard keeps them out.',
    ],
    source: 'https://ensupportal.atlassian.net/wiki/pages/viewpage.action?pageId=408846337',
  },
}
