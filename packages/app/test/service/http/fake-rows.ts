// Rows that the small ledger answers with.

import type {
  AddressView, IncidentRow, SourceView, TimelineEntry,
} from '../../../src/service/http/rows.ts'
import type { AuditRow, EventRow } from '../../../src/service/store/types.ts'

export const NOW: number = Date.parse('2026-11-27T13:00:00Z')

export const EVENT: EventRow = {
  seq: 7, id: 'e1', tenant: 'default', inboxId: 1, source: 'smtp', address: 'ann@example.org',
  list: '', receivedAt: NOW, occurredAt: NOW - 1000, trust: 3, counted: true, incident: 'i1',
  event: {
    schema: 'carom/1', id: 'e1', kind: 'failed', recipient: 'ann@example.org',
    reason: 'mailbox-unknown', permanence: 'permanent', remedy: 'suppress', scope: 'address',
    bounceType: 'hard', confidence: 0.97, because: [], source: { type: 'smtp' },
    diagnostic: '<script>alert(1)</script>',
  },
}

export const INCIDENT: IncidentRow = {
  id: 'i1', address: 'ann@example.org', domain: 'example.org',
  incident: {
    id: 'i1', at: NOW - 1000, kind: 'failed', reason: 'mailbox-unknown', permanence: 'permanent',
    remedy: 'suppress', scope: 'address', fault: 'recipient', confidence: 0.97, trust: 3,
    receiver: 'example.org', sources: ['smtp'],
  },
}

export const AUDIT: AuditRow = {
  seq: 3, tenant: 'default', at: NOW, actor: 'policy', action: 'suppressed',
  address: 'ann@example.org', list: '', detail: '{"policy":"recommended"}',
  previousHash: '0', hash: '1',
}

export const VIEW: AddressView = {
  address: 'ann@example.org', answer: { answer: 'send', status: 'active' },
  incidents: [INCIDENT], counts: { events: 1, incidents: 1 }, spellings: [], next: [], notes: [],
  states: [{
    list: '', policy: 'recommended', sent: 3, updatedAt: NOW, proofs: [], entries: [],
    state: {
      status: 'watch', since: NOW, complained: false, unsubscribed: false, manualBlock: false,
      meters: [], steps: [],
    },
  }],
}

export const TIMELINE: readonly TimelineEntry[] = [
  { kind: 'event', at: NOW, event: EVENT }, { kind: 'audit', at: NOW, audit: AUDIT },
  { kind: 'sent', at: NOW, messageId: 'm@example.com', list: '' },
]

export const SOURCE: SourceView = {
  id: 's1', tenant: 'default', type: 'smtp', name: 'smtp', settings: '{"port":25}', enabled: true,
  createdAt: NOW, inputs: 1, events: 1, health: 'running', backlog: 0, unmatched: 0,
}
