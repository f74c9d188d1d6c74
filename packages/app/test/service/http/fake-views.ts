// What the small ledger shows on screens.

import type { LedgerViews } from '../../../src/service/http/ledger-views.ts'
import type { Counts, Trouble } from '../../../src/service/http/rows-of-views.ts'
import { EVENT, NOW, SOURCE } from './fake-rows.ts'

const COUNTS: Counts = {
  sent: 10, delivered: 8, bounced: 2, delayed: 0, complaints: 0, unsubscribed: 0, held: 0,
}

const TROUBLE: Trouble = {
  id: 't1', state: 'open', reason: 'ip-blocklisted', title: 'IP address on a block list',
  fault: 'sender', receiver: 'google', openedAt: NOW - 1000, lastAt: NOW,
  earlierEpisodes: 0, addresses: 2, messages: 2, deliveredSince: 0, sample: { event: 'e1', address: 'ann@example.org' },
  playbook: { summary: 'Listed.', steps: ['Ask.'], links: [], records: [] },
}

const RULE = { id: 'mine', match: { words: ['no such user'] }, reason: 'mailbox-unknown' } as const

export function createFakeViews(): LedgerViews {
  return {
    overview: async (_tenant, { time }) => ({
      ...time, bucket: 'day', sentFrom: 'sends', rates: { bounce: 0.2 },
      buckets: [{ ...COUNTS, at: NOW, faults: {
        recipient: 2, sender: 0, content: 0, network: 0, unknown: 0,
      } }],
      totals: { ...COUNTS, suppressed: 1, lifted: 0 }, before: { totals: COUNTS, rates: {} },
      faults: [{ fault: 'recipient', bounced: 2 }], reasons: [], receivers: [], lists: [],
      limits: [], sources: [], holds: [], troubles: { open: 1, rows: [TROUBLE] },
    }),
    troubles: async () => [TROUBLE],
    troubleOf: async (_tenant, id) => id === 't1' ? TROUBLE : undefined,
    eventMessage: async (_tenant, id) => id !== 'e1' ? undefined : {
      event: EVENT, kind: 'message', isKept: true, size: 8, headers: [], parts: [],
      raw: { text: '<script>', isCut: false }, marks: [], evidences: [EVENT], trail: [],
    },
    judgeAgain: async (_tenant, id) => id !== 'e1' ? undefined : {
      kind: 'judged', isChanged: false, before: EVENT.event, after: EVENT.event, candidates: [],
    },
    rules: async () => ({ version: 1, rules: [RULE], updatedAt: NOW, actor: 'start' }),
    ruleVersions: async () => [{ version: 1, rules: [RULE] }],
    putRules: async (_tenant, actor, rules) => (rules as readonly object[])
      .some((rule) => 'bad' in rule)
      ? { kind: 'refused', problems: [{ path: '[0].bad', message: 'is no field' }] }
      : { kind: 'saved', set: { version: 2, rules: [RULE], updatedAt: NOW, actor } },
    draftRule: async (_tenant, id) =>
      id === 'c1' ? { rule: RULE, candidates: [], samples: [] } : undefined,
    testRule: async () => ({ kind: 'tested', test: {
      scanned: 1, met: 0, changed: 0, moves: [], conflicts: 0, rows: [], scannedUntil: NOW,
      unread: { scanned: 2, met: 1, isCut: false, rows: [
        { inboxId: 1, address: 'ann@example.org', diagnostic: 'blorfed', after: 'mailbox-full' },
      ] },
    } }),
    sourceSights: async () => [],
    sourceActivity: async (tenant, id) => id !== 'smtp' ? undefined : {
      source: { ...SOURCE, tenant }, events: [EVENT], errors: [{ at: NOW, text: 'no route' }],
    },
    addNote: async (_tenant, actor, _address, text) => ({ id: 7, at: NOW, actor, text }),
    takeNoteBack: async (_tenant, _actor, _address, id) => id === 7,
    previewSuppress: async (_tenant, entries) =>
      entries.map(({ address }) => address.includes('@') ? 'added' : 'refused'),
  }
}
