// Sources: where inputs come from, and how they are doing.

import type { Reader, SourceRow, SourceType, Tx } from './types.ts'

/** What the configuration says of a source; its counters go on where it was known. */
export type SourceInput = Pick<
  SourceRow, 'id' | 'tenant' | 'type' | 'name' | 'vendor' | 'settings' | 'enabled'
>

/** What happened at a source since it was told of last. */
export type SourceNews = {
  readonly inputs?: number
  readonly events?: number
  readonly lastInputAt?: number
  readonly error?: { readonly at: number; readonly text: string }
}

type Row = {
  readonly id: string
  readonly tenant: string
  readonly type: SourceType
  readonly name: string
  readonly vendor: string | null
  readonly settings: string
  readonly enabled: number
  readonly created_at: number
  readonly last_input_at: number | null
  readonly last_error_at: number | null
  readonly last_error: string | null
  readonly inputs: number
  readonly events: number
}

/** A longer one would fill the list of sources. */
const ERROR_CHARS_MAX = 1000

export async function putSource(tx: Tx, source: SourceInput, now: number): Promise<void> {
  await tx.run(
    `INSERT INTO sources (id, tenant, type, name, vendor, settings, enabled, created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET tenant = excluded.tenant, type = excluded.type,
        name = excluded.name, vendor = excluded.vendor, settings = excluded.settings,
        enabled = excluded.enabled`,
    [
      source.id, source.tenant, source.type, source.name, source.vendor ?? null, source.settings,
      source.enabled ? 1 : 0, now,
    ])
}

/** All sources, or those of one tenant, by id. */
export async function listSources(reader: Reader, tenant?: string): Promise<SourceRow[]> {
  const rows = tenant === undefined
    ? await reader.all<Row>('SELECT * FROM sources ORDER BY id')
    : await reader.all<Row>('SELECT * FROM sources WHERE tenant = ? ORDER BY id', [tenant])
  return rows.map(toSource)
}

/** Adds to the counters of a source; call it now and then, not for each input. */
export async function touchSource(tx: Tx, id: string, news: SourceNews): Promise<void> {
  await tx.run(
    `UPDATE sources SET inputs = inputs + ?, events = events + ?,
      last_input_at = COALESCE(?, last_input_at), last_error_at = COALESCE(?, last_error_at),
      last_error = COALESCE(?, last_error) WHERE id = ?`,
    [
      news.inputs ?? 0, news.events ?? 0, news.lastInputAt ?? null, news.error?.at ?? null,
      news.error?.text.slice(0, ERROR_CHARS_MAX) ?? null, id,
    ])
}

function toSource(row: Row): SourceRow {
  return {
    id: row.id, tenant: row.tenant, type: row.type, name: row.name, settings: row.settings,
    enabled: row.enabled === 1, createdAt: row.created_at, inputs: row.inputs, events: row.events,
    ...(row.vendor === null ? {} : { vendor: row.vendor }),
    ...(row.last_input_at === null ? {} : { lastInputAt: row.last_input_at }),
    ...(row.last_error_at === null ? {} : { lastErrorAt: row.last_error_at }),
    ...(row.last_error === null ? {} : { lastError: row.last_error }),
  }
}
