// Writes what a batch or a person changed.

import type { Incident } from '@carom/core'
import type { Tx } from '../store/types.ts'
import type { Accounts } from './accounts.ts'
import { appendAudit, type AuditEntry } from './audit.ts'
import { writeAccounts, writeSuppressions } from './decide.ts'
import { fit } from './evidence.ts'
import type { IncidentWrites } from './incidents.ts'
import { noteLife, writeDomainLives, type DomainLives } from './lives.ts'
import { insertRows } from './rows.ts'
import { indexEvents } from './search-index.ts'
import { subjectOf } from './subject.ts'
import { tallyIncidents } from './tallies.ts'
import type { ActivePolicy, Change, EventFate } from './types.ts'

/** What signs of life that went past the accounts have changed. */
export type LifeWrites = {
  /** How many addresses more may be mailed. */
  readonly more: number
  readonly domains: DomainLives
}

/** What every change of the ledger ends with, whoever made it. */
export async function writeAll(
  tx: Tx, tenant: string, lastHash: string, what: {
    readonly accounts: Accounts; readonly changes: readonly Change[]
    readonly audit: readonly AuditEntry[]; readonly active: ActivePolicy
    readonly now: number; readonly actor: string; readonly lives?: LifeWrites
  },
): Promise<void> {
  const domains = new Map(what.lives?.domains)
  for (const { alive, domain, proofs } of what.accounts.all()) {
    if (alive) noteLife(domains, domain, proofs.at(-1)?.at ?? 0)
  }
  await writeDomainLives(tx, tenant, domains)
  const more = (what.lives?.more ?? 0)
    + await writeAccounts(tx, what.accounts.all(), what.active.label, what.now)
  await writeSuppressions(tx, what.changes, what.now, what.actor)
  await appendAudit(tx, tenant, lastHash, what.audit)
  if (more === 0) return
  await tx.run('UPDATE tenants SET mailable = mailable + ? WHERE tenant = ?', [more, tenant])
}

/** Events of the batch; one that is known already becomes what the better proof says. */
export async function writeEvents(tx: Tx, fates: readonly EventFate[]): Promise<void> {
  const isAgain = ({ before }: EventFate): boolean => before !== undefined
  await insertRows(tx, EVENT_COLUMNS, fates.filter((fate) => !isAgain(fate)).map(eventRow))
  for (const { evidence, counted, incident } of fates.filter(isAgain)) {
    const { address, domain, list, trust, at, event, item: { tenant } } = evidence
    const row = [tenant, event.id]
    await tx.run(
      'UPDATE events SET occurred_at = ? WHERE tenant = ? AND id = ? AND occurred_at > ?',
      [at, ...row, at])
    await tx.run(
      'UPDATE events SET address = ?, domain = ?, list = ?, trust = ?, counted = ?, incident = ? ' +
      'WHERE tenant = ? AND id = ? AND trust < ?',
      [address, domain, list, trust, counted ? 1 : 0, incident ?? null, ...row, trust])
  }
  await indexEvents(tx, fates)
}

const EVENT_COLUMNS = 'events (id, tenant, inbox_id, source, source_type, kind, reason, remedy, ' +
  'fault, receiver, domain, address, list, campaign, received_at, occurred_at, trust, counted, ' +
  'incident, blocklist, subject, event)'

function eventRow({ evidence, counted, incident }: EventFate): (string | number | null)[] {
  const { event, item } = evidence
  return [
    event.id, item.tenant, item.id, item.source, event.source.type, event.kind, event.reason,
    event.remedy, evidence.fault, evidence.receiver, evidence.domain, evidence.address,
    evidence.list, evidence.campaign, item.receivedAt, evidence.at, evidence.trust,
    counted ? 1 : 0, incident ?? null, fit(event.blocklist?.name ?? ''), subjectOf(event),
    evidence.written.text,
  ]
}

export async function writeIncidents(
  tx: Tx, tenant: string, { changed, fresh, merged, namesOf }: IncidentWrites,
): Promise<void> {
  for (const [from, { to, address }] of merged) {
    await tx.run('DELETE FROM incidents WHERE tenant = ? AND address = ? AND id = ?',
      [tenant, address, from])
    await tx.run('UPDATE events SET incident = ? WHERE tenant = ? AND address = ? AND incident = ?',
      [to, tenant, address, from])
  }
  const names = namesOf(new Set(changed.keys()))
  const rows = [...changed].map(([id, { account, domain }]) => {
    const incident = account.incidents.get(id)
    if (incident === undefined) throw new Error(`incident ${id} is in no account`)
    return { incident, row: [
      tenant, account.key.address, id, incident.list ?? '', incident.at, incident.kind,
      incident.reason, incident.fault, incident.receiver, domain, incident.held === true ? 1 : 0,
      incident.voided === true ? 1 : 0, (names.get(id) ?? []).join(' '), JSON.stringify(incident),
      incident.cause ?? '',
    ] }
  })
  const isFresh = ({ incident }: { readonly incident: Incident }): boolean => fresh.has(incident.id)
  const [added, known] = [rows.filter(isFresh), rows.filter((one) => !isFresh(one))]
  await insertRows(tx, INCIDENT_COLUMNS, added.map(({ row }) => row))
  await tallyIncidents(tx, tenant, added.map(({ incident }) => incident))
  await insertRows(tx, INCIDENT_COLUMNS, known.map(({ row }) => row), INCIDENT_CONFLICT)
}

const INCIDENT_COLUMNS = 'incidents (tenant, address, id, list, at, kind, reason, fault, ' +
  'receiver, domain, held, voided, names, incident, cause)'
const INCIDENT_CONFLICT = 'ON CONFLICT (tenant, address, id) DO UPDATE SET at = excluded.at, ' +
  'kind = excluded.kind, reason = excluded.reason, fault = excluded.fault, ' +
  'receiver = excluded.receiver, held = excluded.held, voided = excluded.voided, ' +
  'names = excluded.names, incident = excluded.incident, cause = excluded.cause'
