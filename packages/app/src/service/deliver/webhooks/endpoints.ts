// Endpoints of outgoing webhooks: where notifications of a tenant are delivered to, and under which
// secrets.

import { randomBytes } from 'node:crypto'
import type { Reader, SqlValue, Tx } from '../../store/types.ts'
import { newSecret } from './signature.ts'

export type Endpoint = {
  readonly id: string
  readonly tenant: string
  readonly url: string
  readonly description: string
  /** Types it wants: `suppression.added`, or `recipient.*`; empty: all. */
  readonly types: readonly string[]
  readonly enabled: boolean
  /** Why it was switched off by itself. */
  readonly disabledWhy?: string
  readonly createdAt: number
  readonly updatedAt: number
}

/** With what signs: never shown again after it was made. */
export type EndpointWithSecrets = Endpoint & { readonly secrets: readonly string[] }

export type EndpointInput = {
  readonly url: string
  readonly description?: string
  readonly types?: readonly string[]
}

/** How long the old secret signs beside the new one, so that receivers have time to take it. */
export const SECRET_OVERLAP_MS: number = 24 * 3_600_000

type EndpointRecord = {
  readonly id: string
  readonly tenant: string
  readonly url: string
  readonly description: string
  readonly types: string
  readonly secret: string
  readonly previous_secret: string | null
  readonly previous_until: number | null
  readonly enabled: number
  readonly disabled_why: string | null
  readonly created_at: number
  readonly updated_at: number
}

/** Makes an endpoint; the caller has checked its URL (`SafeFetch.checkUrl`). */
export async function addEndpoint(
  tx: Tx, tenant: string, input: EndpointInput, now: number,
): Promise<EndpointWithSecrets> {
  const id = `ep_${randomBytes(12).toString('hex')}`
  const secret = newSecret()
  const { url, description = '', types = [] } = input
  await tx.run(
    'INSERT INTO endpoints (id, tenant, url, description, types, secret, enabled, created_at, ' +
      'updated_at) VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?)',
    [id, tenant, url, description, JSON.stringify(types), secret, now, now])
  return {
    id, tenant, url, description, types, enabled: true, createdAt: now, updatedAt: now,
    secrets: [secret],
  }
}

/** Endpoints of one tenant, oldest first. */
export async function listEndpoints(store: Reader, tenant: string): Promise<Endpoint[]> {
  const rows = await store.all<EndpointRecord>(
    'SELECT * FROM endpoints WHERE tenant = ? ORDER BY created_at, id', [tenant])
  return rows.map(toEndpoint)
}

/** All that deliveries may be made to. */
export async function readEnabledEndpoints(
  store: Reader, now: number,
): Promise<EndpointWithSecrets[]> {
  const rows = await store.all<EndpointRecord>('SELECT * FROM endpoints WHERE enabled = 1')
  return rows.map((row) => ({ ...toEndpoint(row), secrets: secretsOf(row, now) }))
}

/** Changes what is given; switching it on again forgets why it was off. False: no such endpoint. */
export async function changeEndpoint(
  tx: Tx, tenant: string, id: string,
  change: Partial<EndpointInput> & { readonly enabled?: boolean; readonly now: number },
): Promise<boolean> {
  const columns: [string, SqlValue][] = [['updated_at', change.now]]
  if (change.url !== undefined) columns.push(['url', change.url])
  if (change.description !== undefined) columns.push(['description', change.description])
  if (change.types !== undefined) columns.push(['types', JSON.stringify(change.types)])
  if (change.enabled !== undefined) {
    columns.push(['enabled', change.enabled ? 1 : 0], ['disabled_why', null])
  }
  const { changes } = await tx.run(
    `UPDATE endpoints SET ${columns.map(([name]) => `${name} = ?`).join(', ')} ` +
      'WHERE tenant = ? AND id = ?',
    [...columns.map(([, value]) => value), tenant, id])
  return changes > 0
}

/** A new secret; the old one signs beside it for a day. Undefined: no such endpoint. */
export async function rotateSecret(
  tx: Tx, tenant: string, id: string, now: number,
): Promise<string | undefined> {
  const secret = newSecret()
  const { changes } = await tx.run(
    'UPDATE endpoints SET previous_secret = secret, previous_until = ?, secret = ?, ' +
      'updated_at = ? WHERE tenant = ? AND id = ?',
    [now + SECRET_OVERLAP_MS, secret, now, tenant, id])
  return changes > 0 ? secret : undefined
}

/** Removes an endpoint with all its deliveries. False: no such endpoint. */
export async function removeEndpoint(tx: Tx, tenant: string, id: string): Promise<boolean> {
  const { changes } = await tx.run(
    'DELETE FROM endpoints WHERE tenant = ? AND id = ?', [tenant, id])
  if (changes > 0) await tx.run('DELETE FROM outbox WHERE endpoint = ?', [id])
  return changes > 0
}

/** Whether an endpoint wants notifications of this type. */
export function wantsType(types: readonly string[], type: string): boolean {
  return types.length === 0 || types.some((wanted) =>
    wanted === type || (wanted.endsWith('.*') && type.startsWith(wanted.slice(0, -1))))
}

function secretsOf(row: EndpointRecord, now: number): string[] {
  const isRotating = row.previous_secret !== null && Number(row.previous_until) > now
  return isRotating ? [row.secret, row.previous_secret as string] : [row.secret]
}

function toEndpoint(row: EndpointRecord): Endpoint {
  return {
    id: row.id, tenant: row.tenant, url: row.url, description: row.description,
    types: JSON.parse(row.types) as string[], enabled: Number(row.enabled) === 1,
    ...(row.disabled_why === null ? {} : { disabledWhy: row.disabled_why }),
    createdAt: Number(row.created_at), updatedAt: Number(row.updated_at),
  }
}
