// A small ledger in memory, so that the API can be tried by itself.

import type { Ledger } from '../../../src/service/http/ledger.ts'
import type { CheckAnswer, CheckQuery } from '../../../src/service/http/rows.ts'
import type { LedgerNote } from '../../../src/service/http/rows-of-work.ts'
import type { SuppressionRow } from '../../../src/service/store/types.ts'
import { createFakeViews } from './fake-views.ts'
import { AUDIT, EVENT, INCIDENT, NOW, SOURCE, TIMELINE, VIEW } from './fake-rows.ts'

export type FakeLedger = Ledger & {
  /** Every call: name and arguments. */
  readonly calls: (readonly [name: string, ...args: readonly unknown[]])[]
  readonly tell: (tenant: string, note: LedgerNote) => void
  readonly rows: Map<string, SuppressionRow>
  /** Thrown by every call while it is there. */
  trouble: Error | undefined
}

type Rows = Map<string, SuppressionRow>

export function createFakeLedger(): FakeLedger {
  const rows: Rows = new Map()
  const { notes, tell } = notesPart()
  const methods = {
    ...listPart(rows), ...changePart(rows), ...workPart(), ...readPart(), ...notes,
    ...createFakeViews(),
  }
  const fake: Pick<FakeLedger, 'calls' | 'tell' | 'rows' | 'trouble'> =
    { calls: [], rows, trouble: undefined, tell }
  const recorded = Object.entries(methods satisfies Ledger).map(([name, method]) => [
    name, (...args: unknown[]) => {
      fake.calls.push([name, ...args])
      if (fake.trouble !== undefined) throw fake.trouble
      return (method as (...args: unknown[]) => unknown)(...args)
    },
  ])
  return Object.assign(fake, Object.fromEntries(recorded) as Ledger)
}

const keyOf = (tenant: string, address: string, list = ''): string => `${tenant} ${address} ${list}`

function listPart(rows: Rows) {
  const answer = (tenant: string, { address, list }: CheckQuery): CheckAnswer => {
    const row = rows.get(keyOf(tenant, address)) ?? rows.get(keyOf(tenant, address, list))
    if (row === undefined) return { address, answer: 'send', status: 'active' }
    const { reason, createdAt: since } = row
    return { address, answer: 'do-not-send', status: 'suppressed', reason, since }
  }
  return {
    checkNow: (tenant, query) =>
      query.address.startsWith('slow') ? undefined : answer(tenant, query),
    check: async (tenant, queries) => queries.map((query) => answer(tenant, query)),
    async listSuppressions(tenant, { text = '' }, { limit, after }) {
      const sorted = [...rows.values()]
        .filter((row) => row.tenant === tenant && row.address.includes(text))
        .sort((a, b) => a.address < b.address ? -1 : 1)
        .filter(({ address }) => after === undefined || address > (after[0] as string))
      const page = sorted.slice(0, limit)
      const last = page.at(-1)
      const hasMore = sorted.length > limit && last !== undefined
      return { rows: page, ...hasMore ? { next: [last.address, last.list] } : {} }
    },
    countSuppressions: async (tenant, { text = '' }) => ({
      n: [...rows.values()].filter((row) => row.tenant === tenant && row.address.includes(text))
        .length,
      isMore: false,
    }),
  } satisfies Partial<Ledger>
}

function changePart(rows: Rows) {
  return {
    async suppress(tenant, actor, entries) {
      const refused = entries.flatMap(({ address }, index) =>
        address.includes('@') ? [] : [{ index, why: 'no address' }])
      let added = 0
      for (const { address, list = '', reason, origin, note } of entries) {
        if (!address.includes('@') || rows.has(keyOf(tenant, address, list))) continue
        added++
        rows.set(keyOf(tenant, address, list), {
          tenant, address, list, reason, origin, actor, createdAt: NOW,
          ...(note === undefined ? {} : { note }),
        })
      }
      return { added, changed: 0, unchanged: entries.length - added - refused.length, refused }
    },
    async lift(tenant, _actor, { address, list, force }) {
      const row = rows.get(keyOf(tenant, address, list))
      if (row === undefined) return { kind: 'not-suppressed' }
      if (row.reason === 'complaint' && force !== true) {
        return { kind: 'refused', why: 'A complaint stays.' }
      }
      rows.delete(keyOf(tenant, address, list))
      return { kind: 'lifted', row }
    },
    undoLift: async (_tenant, _actor, { address }) =>
      ({ kind: address.startsWith('ann') ? 'undone' : 'not-lifted' }),
    registerSends: async (_tenant, sends) => ({ registered: sends.length }),
    recordProofs: async (_tenant, _actor, proofs) => ({ recorded: proofs.length }),
  } satisfies Partial<Ledger>
}

function readPart() {
  return {
    addressView: async (_tenant, address) => address === VIEW.address ? VIEW : undefined,
    timeline: async () => ({ rows: TIMELINE }),
    listEvents: async (_tenant, _filter, { after }) =>
      after === undefined ? { rows: [EVENT], next: [7] } : { rows: [] },
    event: async (_tenant, id) => id === 'e1' ? EVENT : undefined,
    rawOfEvent: async (_tenant, id) =>
      id === 'e1' ? { bytes: Buffer.from('<script>'), kind: 'message' } : undefined,
    listIncidents: async () => ({ rows: [INCIDENT] }),
    incident: async (_tenant, id) => id === 'i1' ? { row: INCIDENT, events: [EVENT] } : undefined,
    listAudit: async () => ({ rows: [AUDIT] }),
    stats: async (_tenant, { by }) => ({
      rows: [{ key: by.map(String), incidents: 2, addresses: 1 }], other: { incidents: 0 },
      total: { incidents: 2, addresses: 1, sends: 0, suppressed: 1, lifted: 0 },
    }),
    listSources: async (tenant) => [{ ...SOURCE, tenant }],
    unmatched: async () => ({ rows: [{
      id: 'c1', n: 2, firstAt: NOW, lastAt: NOW, sources: ['s1'], text: 'words',
      samples: [{ inboxId: 1, source: 's1', receivedAt: NOW, excerpt: 'words' }],
    }] }),
    listOutages: async () => [{ id: 'o1', receiver: 'google', fromAt: NOW, held: 4, detail: {} }],
    exportPerson: async (_tenant, address) => ({
      address, events: [EVENT], incidents: [], suppressions: [], audit: [], sends: [],
      inputs: [{ receivedAt: NOW, source: 's1', bytes: Buffer.from('mail') }], optins: [],
    }),
    backlog: async () => ({ inputs: 0 }),
  } satisfies Partial<Ledger>
}

function workPart() {
  const stored = { id: 'recommended', version: 2, body: { at: 5 }, createdAt: NOW, actor: 'start' }
  return {
    settleOutage: async (_tenant, _actor, id) => id === 'o1',
    presets: () => [{ name: 'recommended', title: 'Recommended', body: { id: 'recommended' } }],
    listPolicies: async () => [],
    activePolicy: async () => ({ ...stored, active: true }),
    putPolicy: async (_tenant, actor, { policy, dryRun }) => policy === 'recommended'
      ? { kind: dryRun ? 'checked' : 'saved', row: { ...stored, actor, active: false } }
      : { kind: 'refused', problems: [{ path: 'tracks', message: 'is missing' }] },
    applyPolicy: async () => ({ addresses: 3 }),
    simulate: async (_tenant, { policy }) => policy === 'x' ? { kind: 'refused', problems: [] } : {
      kind: 'simulated', result: {
        addresses: 1, same: 0, differing: 1, moves: [{ from: 'active', to: 'suppressed', n: 1 }],
        rows: [{
          address: 'ann@example.org', list: '', policy: { status: 'active' },
          against: { status: 'suppressed', since: NOW },
        }],
      },
    },
    undo: async (_tenant, _actor, { dryRun }) =>
      ({ dryRun, incidents: 1, addresses: 1, lifted: 1, samples: [] }),
    reclassify: async (_tenant, _actor, { dryRun }) =>
      ({
        dryRun, inputs: 1, changed: 0, addressesChanged: 0, countNow: 0, countNoMore: 0, moves: [],
        samples: [],
      }),
    erase: async (_tenant, _actor, { dryRun, keepSuppressed }) => ({
      dryRun, events: 1, incidents: 1, inputs: 1, sends: 0, suppressions: 1,
      keptSuppressed: keepSuppressed,
    }),
  } satisfies Partial<Ledger>
}

function notesPart() {
  const wakes = new Set<() => void>()
  const told: { readonly tenant: string; readonly note: LedgerNote }[] = []
  const notes = {
    async *follow(tenant, after, signal) {
      let at = after === undefined ? told.length
        : told.findIndex(({ note }) => note.id === after) + 1
      yield { id: after ?? '0.0', isReset: after === '0.0', notes: [] }
      while (!signal.aborted) {
        const fresh = told.slice(at).filter((one) => one.tenant === tenant).map(({ note }) => note)
        at = told.length
        const last = fresh.at(-1)
        if (last !== undefined) yield { id: last.id, isReset: false, notes: fresh }
        await new Promise<void>((resolve) => {
          if (at < told.length) resolve()
          wakes.add(resolve)
          signal.addEventListener('abort', () => resolve())
        })
      }
    },
  } satisfies Partial<Ledger>
  return { notes, tell(tenant: string, note: LedgerNote) {
    told.push({ tenant, note })
    for (const wake of wakes) wake()
    wakes.clear()
  } }
}
