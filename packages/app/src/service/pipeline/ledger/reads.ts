// What the ledger shows: lists in pages, one address, one incident.

import { addressKey, type AddressEquivalence, type AddressState } from '@carom/core'
import type {
  AddressStateView, AddressView, CheckAnswer, Cursor, IncidentRow, Page, PageQuery,
  SuppressionFilter, TimelineEntry, TimeRange,
} from '../../http/rows.ts'
import type { MatchCount } from '../../http/rows-of-views.ts'
import { readRaw, type RawInput } from '../../store/raws.ts'
import type { AuditRow, EventRow, Reader, SqlValue, SuppressionRow } from '../../store/types.ts'
import type { AddressDbRow } from '../accounts.ts'
import { QUIET } from '../decide.ts'
import { readLives, type LifeDbRow } from '../lives.ts'
import { nextSteps, readSpellings, readSuggestion } from './address-extras.ts'
import {
  toAuditRow, toEventRow, toIncidentRow, toSuppressionRow, type AuditDbRow, type EventDbRow,
  type IncidentJsonRow, type SuppressionDbRow,
} from './db-rows.ts'
import { anywhere, Conditions } from './filters.ts'
import { listIncidents } from './incidents.ts'
import { readNotes } from './notes.ts'
import { page } from './page.ts'

/** Incidents that the view of an address shows. */
const VIEW_INCIDENTS = 100
/** More suppressions than these are only called more: counting them would hold up all others. */
const SUPPRESSIONS_COUNT_MAX = 100_000

export async function readEvent(
  reader: Reader, tenant: string, id: string,
): Promise<EventRow | undefined> {
  const row = await reader.get<EventDbRow>(
    'SELECT * FROM events WHERE tenant = ? AND id = ?', [tenant, id])
  return row === undefined ? undefined : toEventRow(row)
}

/** The raw input of an inbox row; undefined where it is no longer kept or was damaged (F24). */
export async function readWhole(
  reader: Reader, tenant: string, inboxId: number,
): Promise<RawInput | undefined> {
  const raw = await readRaw(reader, tenant, inboxId)
  return raw === 'damaged' ? undefined : raw
}

export async function readIncident(
  reader: Reader, tenant: string, id: string,
): Promise<{ readonly row: IncidentRow; readonly events: readonly EventRow[] } | undefined> {
  const row = await reader.get<IncidentJsonRow>(
    'SELECT id, address, domain, incident FROM incidents WHERE tenant = ? AND id = ?', [tenant, id])
  if (row === undefined) return undefined
  const events = await reader.all<EventDbRow>(
    'SELECT * FROM events WHERE tenant = ? AND address = ? AND incident = ? ' +
    'ORDER BY seq LIMIT 1000', [tenant, row.address, id])
  return { row: toIncidentRow(row), events: events.map(toEventRow) }
}

export async function listAudit(
  reader: Reader, tenant: string,
  filter: { readonly address?: string; readonly action?: string; readonly time?: TimeRange },
  { limit, after }: PageQuery,
): Promise<Page<AuditRow>> {
  const where = new Conditions().add('tenant = ?', tenant)
    .addIf(filter.address, 'address = ?').addIf(filter.action, 'action = ?')
    .addTime('at', filter.time)
  if (after !== undefined) where.add('seq < ?', after[0] as number)
  const rows = await reader.all<AuditDbRow>(
    `SELECT * FROM audit WHERE ${where.sql} ORDER BY seq DESC LIMIT ?`,
    [...where.values, limit + 1])
  return page(rows.map(toAuditRow), limit, ({ seq }) => [seq])
}

export async function listSuppressions(
  reader: Reader, tenant: string, filter: SuppressionFilter, { limit, after }: PageQuery,
  now: number,
): Promise<Page<SuppressionRow>> {
  const where = suppressionConditions(tenant, filter, now)
  if (after !== undefined) {
    const [address, list] = after as [string, string]
    // Two conditions, so that the index leads to the place: it reads all before it for one with OR.
    where.add('address >= ?', address).add('address > ? OR list > ?', address, list)
  }
  const rows = await reader.all<SuppressionDbRow>(
    `SELECT * FROM suppressions WHERE ${where.sql} ORDER BY address, list LIMIT ?`,
    [...where.values, limit + 1])
  return page(rows.map(toSuppressionRow), limit, (row) => [row.address, row.list])
}

export async function countSuppressions(
  reader: Reader, tenant: string, filter: SuppressionFilter, now: number,
): Promise<MatchCount> {
  const where = suppressionConditions(tenant, filter, now)
  const row = await reader.get<{ n: number }>(
    `SELECT COUNT(*) AS n FROM (SELECT 1 FROM suppressions WHERE ${where.sql} ` +
    `LIMIT ${SUPPRESSIONS_COUNT_MAX + 1}) AS m`, where.values)
  const n = Number(row?.n ?? 0)
  return { n: Math.min(n, SUPPRESSIONS_COUNT_MAX), isMore: n > SUPPRESSIONS_COUNT_MAX }
}

function suppressionConditions(
  tenant: string, filter: SuppressionFilter, now: number,
): Conditions {
  const where = new Conditions().add('tenant = ?', tenant)
    .addIf(filter.list, 'list = ?').addIf(filter.reason, 'reason = ?')
    .addIf(filter.origin, 'origin = ?').addTime('created_at', filter.created)
  if (filter.text !== undefined) where.add(`address LIKE ? ESCAPE '\\'`, anywhere(filter.text))
  if (filter.domain !== undefined) {
    where.add(`address LIKE ? ESCAPE '\\'`, anywhere(`@${filter.domain}`).slice(0, -1))
  }
  return filter.expired === true
    ? where : where.add('expires_at IS NULL OR expires_at > ?', now)
}

export async function addressView(
  reader: Reader, tenant: string, text: string, equivalence: AddressEquivalence,
  check: (address: string) => Promise<CheckAnswer>,
): Promise<AddressView | undefined> {
  const address = addressKey(text, equivalence)
  const key = [tenant, address]
  const rows = await reader.all<AddressDbRow>(
    'SELECT * FROM addresses WHERE tenant = ? AND address = ? ORDER BY list', key)
  const suppressions = await reader.all<SuppressionDbRow>(
    'SELECT * FROM suppressions WHERE tenant = ? AND address = ?', key)
  const counts = await reader.get<{ events: number; incidents: number }>(
    'SELECT (SELECT COUNT(*) FROM events WHERE tenant = ? AND address = ?) AS events, ' +
    '(SELECT COUNT(*) FROM incidents WHERE tenant = ? AND address = ?) AS incidents',
    [...key, ...key])
  const { events = 0, incidents = 0 } = counts ?? {}
  const lives = await readLives(reader, tenant, [address])
  const isKnown = rows.length + lives.length + suppressions.length + events > 0
  if (!isKnown) return undefined
  const newest = await listIncidents(reader, tenant, { address }, { limit: VIEW_INCIDENTS })
  const sentTo = await countSends(reader, tenant, address)
  const states = [
    ...rows.map((row) => stateView(row, suppressions.map(toSuppressionRow), sentTo)),
    ...lives.map((row) => lifeView(row, sentTo)),
  ]
  const answer = await check(address)
  const suggestion = await readSuggestion(reader, tenant, address)
  return {
    address, counts: { events, incidents }, answer, states, incidents: newest.rows,
    spellings: await readSpellings(reader, tenant, address), next: nextSteps(states, answer),
    notes: await readNotes(reader, tenant, address),
    ...(suggestion === undefined ? {} : { suggestion }),
  }
}

/** How many registered messages went to an address, of a list or of all of them. */
type SentTo = (list: string) => number

async function countSends(reader: Reader, tenant: string, address: string): Promise<SentTo> {
  const rows = await reader.all<{ list: string; n: number }>(
    'SELECT list, COUNT(*) AS n FROM sends WHERE tenant = ? AND recipient = ? GROUP BY list',
    [tenant, address])
  return (list) => rows.filter((row) => list === '' || row.list === list)
    .reduce((sum, { n }) => sum + Number(n), 0)
}

function stateView(
  row: AddressDbRow, suppressions: readonly SuppressionRow[], sentTo: SentTo,
): AddressStateView {
  const suppression = suppressions.find(({ list }) => list === row.list)
  return {
    list: row.list, state: JSON.parse(row.state) as AddressState, policy: row.policy,
    proofs: JSON.parse(row.proofs) as AddressStateView['proofs'],
    entries: JSON.parse(row.entries) as AddressStateView['entries'],
    sent: sentTo(row.list), updatedAt: row.updated_at,
    ...(suppression === undefined ? {} : { suppression }),
  }
}

/** An address that was mailed with success and never anything else. */
function lifeView(
  { list, last_at: lastAt, proofs }: LifeDbRow, sentTo: SentTo,
): AddressStateView {
  return {
    list, state: QUIET, policy: '', proofs: JSON.parse(proofs) as AddressStateView['proofs'],
    entries: [], sent: sentTo(list), updatedAt: lastAt,
  }
}

type SentRow = { readonly message_id: string; readonly list: string; readonly sent_at: number }

/** Three lists, each in its own order, merged: newest first. */
export async function timeline(
  reader: Reader, tenant: string, address: string, { limit, after }: PageQuery,
): Promise<Page<TimelineEntry>> {
  const before = (after?.[0] as number | undefined) ?? Number.MAX_SAFE_INTEGER
  const key: SqlValue[] = [tenant, address, before, limit + 1]
  const events = await reader.all<EventDbRow>(
    'SELECT * FROM events WHERE tenant = ? AND address = ? AND occurred_at <= ? ' +
    'ORDER BY occurred_at DESC, seq DESC LIMIT ?', key)
  const audit = await reader.all<AuditDbRow>(
    'SELECT * FROM audit WHERE tenant = ? AND address = ? AND at <= ? ' +
    'ORDER BY at DESC, seq DESC LIMIT ?', key)
  const sends = await reader.all<SentRow>(
    'SELECT message_id, list, sent_at FROM sends WHERE tenant = ? AND recipient = ? ' +
    'AND sent_at <= ? ORDER BY sent_at DESC LIMIT ?', key)
  const entries: TimelineEntry[] = [
    ...events.map((row): TimelineEntry =>
      ({ kind: 'event', at: row.occurred_at, event: toEventRow(row) })),
    ...audit.map((row): TimelineEntry => ({ kind: 'audit', at: row.at, audit: toAuditRow(row) })),
    ...sends.map((row): TimelineEntry => ({
      kind: 'sent', at: row.sent_at, messageId: row.message_id, list: row.list,
    })),
  ].sort((a, b) => b.at - a.at || compare(cursorOf(b), cursorOf(a)))
  const from = after === undefined ? 0
    : entries.findIndex((entry) => isAfter(cursorOf(entry), after))
  return page(from < 0 ? [] : entries.slice(from), limit, cursorOf)
}

function cursorOf(entry: TimelineEntry): Cursor {
  if (entry.kind === 'event') return [entry.at, 'event', String(entry.event.seq).padStart(16, '0')]
  if (entry.kind === 'audit') return [entry.at, 'audit', String(entry.audit.seq).padStart(16, '0')]
  return [entry.at, 'sent', entry.messageId]
}

function compare(one: Cursor, two: Cursor): number {
  const a = `${one[1]} ${one[2]}`
  const b = `${two[1]} ${two[2]}`
  return a < b ? -1 : a > b ? 1 : 0
}

/** Comes later in a list that shows the newest first. */
function isAfter(cursor: Cursor, after: Cursor): boolean {
  const at = cursor[0] as number
  const than = after[0] as number
  return at < than || (at === than && compare(cursor, after) < 0)
}
