// The ledger as the HTTP API and the commands see it: every operation, put together.

import { addressKey } from '@carom/core'
import type { Ledger } from '../../http/ledger.ts'
import type { SourceView } from '../../http/rows.ts'
import type { AddressKey, SourceRow, Store } from '../../store/types.ts'
import { applyPolicy } from './apply-policy.ts'
import { recordProofs, registerSends, suppress, type Made } from './changes.ts'
import type { Feed } from './feed.ts'
import { lift, undoLift } from './lifts.ts'
import { listIncidents } from './incidents.ts'
import { erase, exportPerson } from './person.ts'
import { presets, type Policies } from './policies.ts'
import {
  addressView, countSuppressions, listAudit, listSuppressions, readEvent, readIncident,
  readWhole, timeline,
} from './reads.ts'
import { reclassify, type ReclassifyDeps } from './reclassify.ts'
import { adviseOn } from './retry.ts'
import type { Rules } from './rules.ts'
import { searchEvents } from './search.ts'
import { simulate } from './simulate.ts'
import { readStats } from './stats.ts'
import { setIncidents, undo } from './undo.ts'
import { listOutages, unmatched } from './unmatched.ts'
import { createViews } from './views.ts'

export type LedgerDeps = ReclassifyDeps & {
  readonly policies: Policies
  readonly rules: Rules
  readonly feed: Feed
  readonly check: Pick<Ledger, 'check' | 'checkNow'>
  /** Called after the commit of any change of these addresses. */
  readonly changed: (keys: readonly AddressKey[]) => void
  readonly healthOf: (source: SourceRow) => SourceView['health']
  /** Keyed hash of an address that is erased. */
  readonly hash: (address: string) => string
}

export function createLedger(deps: LedgerDeps): Ledger {
  const { store, policies, feed, options, now } = deps
  const keyOf = (address: string): string => addressKey(address, options.equivalence)
  const told = <Result>(tenant: string, { result, applied }: Made<Result>): Result => {
    deps.applied(tenant, applied)
    return result
  }
  const view: Ledger['addressView'] = (tenant, address) =>
    addressView(store, tenant, address, options.equivalence, async (key) => {
      const [answer] = await deps.check.check(tenant, [{ address: key }])
      if (answer === undefined) throw new Error('a check gave no answer')
      return answer
    })
  const sources: Ledger['listSources'] = (tenant) => listSources(store, tenant, deps.healthOf)
  return {
    ...deps.check, ...createViews({ ...deps, listSources: sources }),
    suppress: async (tenant, actor, entries) =>
      told(tenant, await suppress(deps, tenant, actor, entries)),
    lift: async (tenant, actor, input) => told(tenant, await lift(deps, tenant, actor, input)),
    undoLift: async (tenant, actor, input) =>
      told(tenant, await undoLift(deps, tenant, actor, input)),
    listSuppressions: (tenant, filter, page) =>
      listSuppressions(store, tenant, filter, page, now()),
    countSuppressions: (tenant, filter) => countSuppressions(store, tenant, filter, now()),
    addressView: view,
    timeline: (tenant, address, page) => timeline(store, tenant, keyOf(address), page),
    listEvents: (tenant, filter, page) => searchEvents(store, tenant, filter, page),
    async event(tenant, id) {
      const row = await readEvent(store, tenant, id)
      if (row === undefined) return undefined
      const retry = await adviseOn(store, tenant, row)
      return { ...row, ...retry === undefined ? {} : { retry } }
    },
    rawOfEvent: async (tenant, id) => {
      const event = await readEvent(store, tenant, id)
      return event === undefined ? undefined : await readWhole(store, tenant, event.inboxId)
    },
    listIncidents: (tenant, filter, page) => listIncidents(store, tenant, filter, page),
    incident: (tenant, id) => readIncident(store, tenant, id),
    listAudit: (tenant, filter, page) => listAudit(store, tenant, filter, page),
    stats: (tenant, query) => readStats(store, tenant, query),
    listSources: sources,
    unmatched: (tenant, page) => unmatched(store, tenant, page),
    listOutages: (tenant) => listOutages(store, tenant),
    settleOutage: (tenant, actor, id, how) => settleOutage(deps, tenant, actor, id, how),
    presets,
    listPolicies: (tenant) => policies.list(tenant),
    activePolicy: (tenant) => policies.activeRow(tenant),
    putPolicy: (tenant, actor, input) => policies.put(tenant, actor, input),
    applyPolicy: (tenant, actor) => applyPolicy(deps, tenant, actor),
    simulate: (tenant, input) => simulate(deps, policies, tenant, input),
    undo: async (tenant, actor, input) => told(tenant, await undo(deps, tenant, actor, input)),
    reclassify: (tenant, _actor, input) => reclassify(deps, tenant, input),
    registerSends: (tenant, sends) => registerSends(deps, tenant, sends),
    recordProofs: async (tenant, actor, proofs) =>
      told(tenant, await recordProofs(deps, tenant, actor, proofs)),
    exportPerson: async (tenant, address) =>
      await exportPerson(store, tenant, keyOf(address), await view(tenant, address)),
    erase: async (tenant, actor, input) => {
      const { result, kept } = await erase(deps, tenant, actor, input, deps.hash)
      deps.changed(kept)
      return result
    },
    follow: (tenant, after, signal) => feed.follow(tenant, after, signal),
    backlog: () => readBacklog(store),
  }
}

type SourceDbRow = {
  readonly id: string; readonly tenant: string; readonly type: SourceRow['type']
  readonly name: string; readonly vendor: string | null; readonly settings: string
  readonly enabled: number; readonly created_at: number; readonly last_input_at: number | null
  readonly last_error_at: number | null; readonly last_error: string | null
  readonly inputs: number; readonly events: number
  readonly backlog: number; readonly unmatched: number
}

async function listSources(
  store: Store, tenant: string, healthOf: LedgerDeps['healthOf'],
): Promise<SourceView[]> {
  const rows = await store.all<SourceDbRow>(
    `SELECT sources.*, (SELECT COUNT(*) FROM inbox WHERE inbox.source = sources.id ` +
    `AND state = 'new') AS backlog, (SELECT COUNT(*) FROM inbox WHERE inbox.source = sources.id ` +
    `AND state = 'unmatched') AS unmatched FROM sources WHERE tenant = ? ORDER BY id`, [tenant])
  return rows.map((row) => {
    const source: SourceRow = {
      id: row.id, tenant: row.tenant, type: row.type, name: row.name, settings: row.settings,
      enabled: row.enabled === 1, createdAt: row.created_at, inputs: row.inputs,
      events: row.events,
      ...(row.vendor === null ? {} : { vendor: row.vendor }),
      ...(row.last_input_at === null ? {} : { lastInputAt: row.last_input_at }),
      ...(row.last_error_at === null ? {} : { lastErrorAt: row.last_error_at }),
      ...(row.last_error === null ? {} : { lastError: row.last_error }),
    }
    return { ...source, health: healthOf(source), backlog: row.backlog, unmatched: row.unmatched }
  })
}

async function settleOutage(
  deps: LedgerDeps, tenant: string, actor: string, id: string, how: 'count' | 'void',
): Promise<boolean> {
  const outage = (await listOutages(deps.store, tenant)).find((row) => row.id === id)
  if (outage === undefined) return false
  await deps.store.write((tx) => tx.run(
    'UPDATE outages SET until_at = COALESCE(until_at, ?), released_at = ? WHERE id = ?',
    [deps.now(), deps.now(), id]))
  const { applied } = await setIncidents(deps, tenant, actor, {
    dryRun: false, sampleLimit: 0, note: `outage of ${outage.receiver} settled: ${how}`,
    filter: {
      receiver: outage.receiver,
      time: { from: outage.fromAt, ...(outage.untilAt === undefined ? {} : {
        until: outage.untilAt,
      }) },
    },
  }, { mark: how === 'count' ? { held: false } : { voided: true }, action: 'outage-settled' })
  deps.applied(tenant, applied)
  return true
}

async function readBacklog(
  store: Store,
): Promise<{ readonly inputs: number; readonly oldestAt?: number }> {
  const row = await store.get<{ inputs: number; oldest: number | null }>(
    `SELECT COUNT(*) AS inputs, MIN(received_at) AS oldest FROM inbox WHERE state = 'new'`)
  return {
    inputs: row?.inputs ?? 0,
    ...(row?.oldest === null || row?.oldest === undefined ? {} : { oldestAt: row.oldest }),
  }
}
