// Rows as the database gives them, and as the interface shows them.

import type { CaromEvent, Incident } from '@carom/core'
import type { IncidentRow } from '../../http/rows.ts'
import type { AuditRow, EventRow, SuppressionRow, Trust } from '../../store/types.ts'

export type EventDbRow = {
  readonly seq: number; readonly id: string; readonly tenant: string; readonly inbox_id: number
  readonly source: string; readonly address: string; readonly list: string
  readonly received_at: number; readonly occurred_at: number; readonly trust: number
  readonly counted: number; readonly incident: string | null; readonly event: string
}

export function toEventRow(row: EventDbRow): EventRow {
  return {
    seq: row.seq, id: row.id, tenant: row.tenant, inboxId: row.inbox_id, source: row.source,
    address: row.address, list: row.list, receivedAt: row.received_at, occurredAt: row.occurred_at,
    trust: row.trust as Trust, counted: row.counted === 1, incident: row.incident ?? undefined,
    event: JSON.parse(row.event) as CaromEvent,
  }
}

export type IncidentJsonRow = {
  readonly id: string; readonly address: string; readonly domain: string
  readonly incident: string
}

export function toIncidentRow(row: IncidentJsonRow): IncidentRow {
  return {
    id: row.id, address: row.address, domain: row.domain,
    incident: JSON.parse(row.incident) as Incident,
  }
}

export type SuppressionDbRow = {
  readonly tenant: string; readonly address: string; readonly list: string; readonly reason: string
  readonly origin: string; readonly created_at: number; readonly expires_at: number | null
  readonly proof: string | null; readonly actor: string; readonly note: string | null
}

export function toSuppressionRow(row: SuppressionDbRow): SuppressionRow {
  return {
    tenant: row.tenant, address: row.address, list: row.list, reason: row.reason,
    origin: row.origin, createdAt: row.created_at, actor: row.actor,
    ...(row.expires_at === null ? {} : { expiresAt: row.expires_at }),
    ...(row.proof === null ? {} : { proof: row.proof }),
    ...(row.note === null ? {} : { note: row.note }),
  }
}

export type AuditDbRow = Omit<AuditRow, 'previousHash'> & { readonly previous_hash: string }

export function toAuditRow({ previous_hash: previousHash, ...row }: AuditDbRow): AuditRow {
  return { ...row, previousHash }
}
