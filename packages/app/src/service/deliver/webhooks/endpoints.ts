// Endpoints: where notifications of a tenant are delivered to, as webhooks under which secrets, or
// as a sending system under which credential.

import { randomBytes } from 'node:crypto'
import type { Reader, SqlValue, Tx } from '../../store/types.ts'
import type { PlatformId } from '../platforms/platforms.ts'
import { typesOf, type PlatformAccess } from '../platforms/request.ts'
import { newSecret } from './signature.ts'

export type Endpoint = {
  readonly id: string
  readonly tenant: string
  readonly url: string
  readonly description: string
  /** Types it wants: `suppression.added`, or `recipient.*`; empty: all. */
  readonly types: readonly string[]
  /** The sending system that it is; absent: it takes webhooks. */
  readonly platform?: PlatformId
  /** Of a sending system: of which list it is told; '': of what holds for every list. */
  readonly list?: string
  readonly enabled: boolean
  /** Why it was switched off by itself. */
  readonly disabledWhy?: string
  readonly createdAt: number
  readonly updatedAt: number
}

/** With what signs: never shown again after it was made. */
export type EndpointWithSecrets = Endpoint & {
  readonly secrets: readonly string[]
  /** What a sending system wants as proof. */
  readonly credential?: string
}

export type EndpointInput = {
  readonly url: string
  readonly description?: string
  readonly types?: readonly string[]
}

/** A sending system; what it is told of is fixed. */
export type PlatformInput = Omit<EndpointInput, 'types'> & {
  readonly platform: PlatformId
  readonly credential: string
  readonly list?: string
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
  readonly platform: PlatformId | null
  readonly credential: string | null
  readonly list: string
  readonly enabled: number
  readonly disabled_why: string | null
  readonly created_at: number
  readonly updated_at: number
}

/** Makes an endpoint; the caller has checked its URL (`SafeFetch.checkUrl`). */
export async function addEndpoint(
  tx: Tx, tenant: string, input: EndpointInput | PlatformInput, now: number,
): Promise<EndpointWithSecrets> {
  const id = `ep_${randomBytes(12).toString('hex')}`
  const platform = 'platform' in input ? input : undefined
  const secrets = platform === undefined ? [newSecret()] : []
  const { url, description = '' } = input
  const types = 'platform' in input ? typesOf(input.platform) : input.types ?? []
  await tx.run(
    'INSERT INTO endpoints (id, tenant, url, description, types, secret, platform, credential, ' +
      'list, enabled, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)',
    [
      id, tenant, url, description, JSON.stringify(types), secrets[0] ?? '',
      platform?.platform ?? null, platform?.credential ?? null, platform?.list ?? '', now, now,
    ])
  return {
    id, tenant, url, description, types, enabled: true, createdAt: now, updatedAt: now, secrets,
    ...(platform === undefined ? {} : {
      platform: platform.platform, list: platform.list ?? '', credential: platform.credential,
    }),
  }
}

/** Endpoints of one tenant, oldest first. */
export async function listEndpoints(store: Reader, tenant: string): Promise<Endpoint[]> {
  const rows = await store.all<EndpointRecord>(
    'SELECT * FROM endpoints WHERE tenant = ? ORDER BY created_at, id', [tenant])
  return rows.map(toEndpoint)
}

/** With what a sending system is reached; undefined where the endpoint is none. */
export async function readAccess(
  store: Reader, tenant: string, id: string,
): Promise<PlatformAccess | undefined> {
  const row = await store.get<Pick<EndpointRecord, 'platform' | 'url' | 'credential'>>(
    'SELECT platform, url, credential FROM endpoints WHERE tenant = ? AND id = ?', [tenant, id])
  if (row === undefined || row.platform === null) return undefined
  return { platform: row.platform, url: row.url, credential: row.credential ?? '' }
}

/** All that deliveries may be made to. */
export async function readEnabledEndpoints(
  store: Reader, now: number,
): Promise<EndpointWithSecrets[]> {
  const rows = await store.all<EndpointRecord>('SELECT * FROM endpoints WHERE enabled = 1')
  return rows.map((row) => ({
    ...toEndpoint(row), secrets: secretsOf(row, now),
    ...(row.credential === null ? {} : { credential: row.credential }),
  }))
}

export type EndpointChange = Partial<EndpointInput> & Partial<Pick<PlatformInput, 'credential'>> & {
  readonly enabled?: boolean
}

/** Changes what is given; switching it on again forgets why it was off. False: no such endpoint. */
export async function changeEndpoint(
  tx: Tx, tenant: string, id: string, change: EndpointChange & { readonly now: number },
): Promise<boolean> {
  const columns: [string, SqlValue][] = [['updated_at', change.now]]
  if (change.url !== undefined) columns.push(['url', change.url])
  if (change.description !== undefined) columns.push(['description', change.description])
  if (change.types !== undefined) columns.push(['types', JSON.stringify(change.types)])
  if (change.credential !== undefined) columns.push(['credential', change.credential])
  if (change.enabled !== undefined) {
    columns.push(['enabled', change.enabled ? 1 : 0], ['disabled_why', null])
  }
  const { changes } = await tx.run(
    `UPDATE endpoints SET ${columns.map(([name]) => `${name} = ?`).join(', ')} ` +
      'WHERE tenant = ? AND id = ?',
    [...columns.map(([, value]) => value), tenant, id])
  return changes > 0
}

/** A new secret; the old one signs beside it for a day. Undefined: no such webhook. */
export async function rotateSecret(
  tx: Tx, tenant: string, id: string, now: number,
): Promise<string | undefined> {
  const secret = newSecret()
  const { changes } = await tx.run(
    'UPDATE endpoints SET previous_secret = secret, previous_until = ?, secret = ?, ' +
      'updated_at = ? WHERE tenant = ? AND id = ? AND platform IS NULL',
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
  if (row.platform !== null) return []
  const isRotating = row.previous_secret !== null && Number(row.previous_until) > now
  return isRotating ? [row.secret, row.previous_secret as string] : [row.secret]
}

function toEndpoint(row: EndpointRecord): Endpoint {
  return {
    id: row.id, tenant: row.tenant, url: row.url, description: row.description,
    types: JSON.parse(row.types) as string[], enabled: Number(row.enabled) === 1,
    ...(row.platform === null ? {} : { platform: row.platform, list: row.list }),
    ...(row.disabled_why === null ? {} : { disabledWhy: row.disabled_why }),
    createdAt: Number(row.created_at), updatedAt: Number(row.updated_at),
  }
}
