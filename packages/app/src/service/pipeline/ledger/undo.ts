// Undo: incidents that shall never have counted, and what follows from that. The past stays in the
// audit; states are decided anew and compensating entries say so (G3).

import type { Incident } from '@carom/core'
import type { UndoInput, UndoResult } from '../../http/rows-of-work.ts'
import type { Tx } from '../../store/types.ts'
import { Accounts, domainAccount } from '../accounts.ts'
import { changeNote } from '../notes.ts'
import type { Applied, ApplyDeps } from '../types.ts'
import { writeAll } from '../write.ts'
import { lockTenant, type AuditEntry } from '../audit.ts'
import { decide, isBlocked } from '../decide.ts'
import type { Change } from '../types.ts'
import { insertRows, selectIn } from '../rows.ts'
import { DryRunDone } from './dry-run.ts'
import { incidentConditions } from './filters.ts'

/** Incidents that one undo takes back; more are taken back by calling it again. */
const INCIDENTS_MAX = 100_000

type Mark = { readonly voided?: boolean; readonly held?: boolean }

/** How incidents are marked, and what the audit calls it. */
type Marking = { readonly mark: Mark; readonly action: string }

type FoundRow = {
  readonly id: string; readonly address: string; readonly list: string; readonly domain: string
  readonly incident: string
}

/** Voids incidents; a dry run does the same and rolls it back. */
export async function undo(
  deps: ApplyDeps, tenant: string, actor: string, input: UndoInput,
): Promise<{ readonly result: UndoResult; readonly applied: Applied }> {
  try {
    return await setIncidents(
      deps, tenant, actor, input, { mark: { voided: true }, action: 'undone' })
  } catch (error) {
    if (error instanceof DryRunDone) {
      const applied = { events: [], changes: [], outages: [] }
      return { result: error.result as UndoResult, applied }
    }
    throw error
  }
}

/** Marks incidents and decides anew about their accounts, in one transaction. */
export async function setIncidents(
  deps: ApplyDeps, tenant: string, actor: string, input: UndoInput, { mark, action }: Marking,
): Promise<{ readonly result: UndoResult; readonly applied: Applied }> {
  const active = await deps.policyOf(tenant)
  return await deps.store.write(async (tx) => {
    const lastHash = await lockTenant(tx, tenant)
    const found = await findIncidents(tx, tenant, input)
    await markIncidents(tx, tenant, found, mark)
    const domains = [...new Set(found.map(({ domain }) => domainAccount(domain)))]
    const accounts = await Accounts.load(
      tx, tenant, [...found.map(({ address }) => address), ...domains],
      active.policy.scope === 'address+list')
    for (const { address, list } of found) accounts.of(address, list).touched = true
    for (const domain of domains) {
      if (accounts.has(domain, '')) accounts.exact(domain, '').touched = true
    }
    const now = deps.now()
    const { changes, audit } = decide(
      accounts.all(), active, now, { left: Number.POSITIVE_INFINITY }, actor)
    const result = resultOf(input, found, changes)
    if (input.dryRun) throw new DryRunDone(result)
    const marked: AuditEntry = {
      at: now, actor, action, address: '', list: '',
      detail: { filter: input.filter, note: input.note, incidents: found.length },
    }
    await writeAll(tx, tenant, lastHash, {
      accounts, changes, audit: [marked, ...audit], active, now, actor,
    })
    await deps.notify(tx, tenant, changes.map(changeNote))
    return { result, applied: { events: [], changes, outages: [] } }
  })
}

async function findIncidents(
  tx: Tx, tenant: string, { filter }: UndoInput,
): Promise<readonly FoundRow[]> {
  const { incidents, ...rest } = filter
  const where = incidentConditions(tenant, rest).add('voided = 0')
  if (incidents === undefined) {
    // The incidents of one address are not looked for among those of all times.
    const order = rest.address === undefined ? 'at' : 'at + 0'
    return await tx.all<FoundRow>(
      `SELECT id, address, list, domain, incident FROM incidents WHERE ${where.sql} ` +
      `ORDER BY ${order} LIMIT ?`,
      [...where.values, INCIDENTS_MAX])
  }
  return await selectIn<FoundRow>(
    tx, `SELECT id, address, list, domain, incident FROM incidents WHERE ${where.sql} AND id`,
    where.values, incidents)
}

async function markIncidents(
  tx: Tx, tenant: string, found: readonly FoundRow[], mark: Mark,
): Promise<void> {
  const rows = found.map(({ id, address, incident }) => {
    const marked: Incident = { ...JSON.parse(incident) as Incident, ...mark }
    return [
      tenant, address, id, '', 0, '', '', '', '', '', marked.held === true ? 1 : 0,
      marked.voided === true ? 1 : 0, '', JSON.stringify(marked),
    ]
  })
  await insertRows(
    tx, 'incidents (tenant, address, id, list, at, kind, reason, fault, receiver, domain, held, ' +
      'voided, names, incident)', rows,
    'ON CONFLICT (tenant, address, id) DO UPDATE SET held = excluded.held, ' +
      'voided = excluded.voided, incident = excluded.incident')
}

function resultOf(
  input: UndoInput, found: readonly FoundRow[], changes: readonly Change[],
): UndoResult {
  const byAddress = Map.groupBy(found, ({ address }) => address)
  return {
    dryRun: input.dryRun, incidents: found.length, addresses: byAddress.size,
    lifted: changes.filter(({ before, after }) => isBlocked(before) && !isBlocked(after)).length,
    samples: changes.slice(0, input.sampleLimit).map(({ account: { key }, before, after }) => ({
      address: key.address, list: key.list, before: before?.status ?? 'active',
      after: after.status, incidents: (byAddress.get(key.address) ?? []).map(({ id }) => id),
    })),
  }
}
