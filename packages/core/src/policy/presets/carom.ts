// The recommended policy: two strikes, patience with full mailboxes, and proof of life wins.

import type { Policy, Reset, When } from '../policy.ts'

/** A delivery, an opened message or mail from the address voids what was counted (G4). */
const ALIVE: Reset = { onDelivered: true, onEngaged: true, onInbound: true }

const GONE = ['mailbox-unknown', 'address-syntax', 'mailbox-moved'] as const
const DOMAIN = ['domain-unknown', 'domain-no-mail'] as const
const CLOSED = ['recipient-refused', 'recipient-restricted'] as const
/** The verdict is sure enough to stop mail, and the server did not call it temporary. */
const SURE = { severity: ['hard'], permanence: ['permanent', 'unknown'] } satisfies When
/** Sure enough, but for now. */
const FOR_NOW = { severity: ['hard'], permanence: ['transient'] } satisfies When

export const CAROM: Policy = {
  id: 'carom',
  version: 1,
  title: 'Carom: careful with good addresses, firm with dead ones',
  scope: 'address',
  tracks: [
    {
      id: 'complaint', title: 'complaint', when: { kind: ['complaint'] },
      meter: 'count', threshold: 1, actions: [{ do: 'suppress' }],
    },
    {
      // G1: immediate only where the address never worked and the report proves itself (V3).
      id: 'never-existed', title: 'unknown mailbox at an address that never worked',
      when: {
        ...SURE, reason: GONE, minConfidence: 0.9, minTrust: 3, neverAlive: true,
      },
      meter: 'count', threshold: 1, actions: [{ do: 'suppress' }],
    },
    {
      id: 'gone', title: 'unknown mailbox',
      when: { ...SURE, reason: GONE },
      meter: 'count', oncePer: 'message', minSpan: '24h', threshold: 2, reset: ALIVE,
      actions: [{ do: 'suppress' }],
    },
    {
      id: 'gone-pending', title: 'unknown mailbox',
      when: { ...SURE, reason: GONE },
      meter: 'count', oncePer: 'message', threshold: 1, reset: ALIVE,
      actions: [{ do: 'pause', for: '7d' }],
    },
    {
      // G9: a DNS fault looks the same, so the second strike is far from the first.
      id: 'domain', title: 'domain without mail',
      when: { ...SURE, reason: DOMAIN },
      meter: 'count', oncePer: 'message', minSpan: '24h', threshold: 2, reset: ALIVE,
      actions: [{ do: 'suppress', ttl: '90d' }],
    },
    {
      id: 'domain-pending', title: 'domain without mail',
      when: { ...SURE, reason: DOMAIN },
      meter: 'count', oncePer: 'message', threshold: 1, reset: ALIVE,
      actions: [{ do: 'pause', for: '3d' }],
    },
    {
      // G10: a 4xx may be a directory that is away for a while; no count of less than a week.
      id: 'gone-for-now', title: 'unknown mailbox or domain, said for now',
      when: { ...FOR_NOW, reason: [...GONE, ...DOMAIN] },
      meter: 'count', oncePer: 'message', minSpan: '7d', threshold: 3, reset: ALIVE,
      actions: [{ do: 'suppress', ttl: '90d' }],
    },
    {
      // G8: a closed mailbox may open again; transient ones are soft.
      id: 'disabled', title: 'disabled mailbox',
      when: { ...SURE, reason: ['mailbox-disabled'] },
      meter: 'count', oncePer: 'message', minSpan: '30d', threshold: 2, reset: ALIVE,
      actions: [{ do: 'suppress' }],
    },
    {
      id: 'disabled-pending', title: 'disabled mailbox',
      when: { ...SURE, reason: ['mailbox-disabled'] },
      meter: 'count', oncePer: 'message', threshold: 1, reset: ALIVE,
      actions: [{ do: 'pause', for: '30d' }],
    },
    {
      // The person is there and does not want this sender: no verdict on the address for long.
      id: 'refused', title: 'refusal by the recipient', when: { severity: ['hard'], reason: CLOSED },
      meter: 'count', oncePer: 'message', minSpan: '14d', threshold: 3, reset: ALIVE,
      actions: [{ do: 'suppress', ttl: '90d' }],
    },
    {
      id: 'refused-pending', title: 'refusal by the recipient', when: { severity: ['hard'], reason: CLOSED },
      meter: 'count', oncePer: 'message', threshold: 1, reset: ALIVE,
      actions: [{ do: 'pause', for: '7d', growth: { factor: 2, max: '30d' } }],
    },
    {
      // G7: Gmail says 552 5.2.2 only of accounts that are full and inactive.
      id: 'abandoned', title: 'full and abandoned mailbox',
      when: {
        reason: ['mailbox-full'], receiver: ['google'], replyCode: [552], permanence: ['permanent'],
      },
      meter: 'count', oncePer: 'message', minSpan: '14d', threshold: 2, reset: ALIVE,
      actions: [{ do: 'suppress', ttl: '90d' }],
    },
    {
      // G7: full is soft, whatever its code; five campaigns over a month without a sign of life.
      id: 'full', title: 'full mailbox', when: { reason: ['mailbox-full'] },
      meter: 'count', oncePer: 'campaign', minSpan: '30d', minDistinct: { campaigns: 5 },
      threshold: 5, reset: ALIVE,
      actions: [{ do: 'suppress', ttl: '90d' }],
    },
    {
      id: 'full-pending', title: 'full mailbox', when: { reason: ['mailbox-full'] },
      meter: 'count', oncePer: 'campaign', threshold: 1, reset: ALIVE,
      actions: [{ do: 'pause', for: '1d', growth: { factor: 3, max: '7d' } }],
    },
    {
      id: 'disabled-for-now', title: 'disabled mailbox, said for now',
      when: { ...FOR_NOW, reason: ['mailbox-disabled'] },
      meter: 'consecutive', oncePer: 'message', window: '90d', minSpan: '14d', threshold: 5,
      reset: ALIVE,
      actions: [{ do: 'pause', for: '7d', growth: { factor: 2, max: '30d' } }],
    },
    {
      // G10 and G18: what is unclear or transient never suppresses; after a while it slows down.
      id: 'unclear', title: 'failure without a clear cause',
      when: { severity: ['soft'], notReason: ['mailbox-full'], fault: ['recipient', 'unknown'] },
      meter: 'consecutive', oncePer: 'message', window: '90d', minSpan: '14d', threshold: 5,
      reset: ALIVE,
      actions: [
        { do: 'pause', for: '7d', growth: { factor: 2, max: '30d' } },
        { do: 'notify', who: 'operator' },
      ],
    },
  ],
  lift: {
    delivered: 'pauses', engaged: 'pauses', inbound: 'all', selfService: { max: 3 },
    never: ['complaint'],
  },
  guards: { proofBefore: '72h' },
  documented: {
    notes: [
      'Two strikes at least a day apart before an address counts as dead; at once only where it ' +
        'never worked and the report proves itself.',
      'Dead addresses come back by proof of life only (mail from them, a confirmed link), never ' +
        'by time: forgotten ones are turned into spam traps.',
      'Full mailboxes are paused for 1, 3, 7 days and stopped for 90 days after five campaigns ' +
        'in a month.',
      'Faults of the sender, the content and the network never count.',
    ],
    source: 'docs/policies.md',
  },
}
