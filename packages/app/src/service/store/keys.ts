// API keys: `carom_<prefix>_<secret>`, of which the store keeps the prefix and a hash (T28).

import { hash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Store, Tx } from './types.ts'

/** A key as it may be shown. */
export type StoredKey = {
  /** Its public part, shown in lists and audits. */
  readonly prefix: string
  readonly tenant: string
  readonly name: string
  readonly scopes: readonly string[]
  readonly createdAt: number
  readonly expiresAt?: number
  readonly lastUsedAt?: number
  readonly revokedAt?: number
}

export type NewKey = {
  readonly name: string
  readonly scopes: readonly string[]
  readonly expiresAt?: number
}

export type KeyStore = {
  /** The key that a token belongs to, when it is valid now. */
  readonly verify: (token: string) => Promise<StoredKey | undefined>
  readonly list: (tenant: string) => Promise<readonly StoredKey[]>
  /** The token is told this once. */
  readonly create: (tenant: string, input: NewKey) => Promise<{
    readonly key: StoredKey; readonly token: string
  }>
  /** False where there is no such key, or it was revoked before. */
  readonly revoke: (tenant: string, prefix: string) => Promise<boolean>
}

type Row = {
  readonly prefix: string
  readonly tenant: string
  readonly hash: Uint8Array
  readonly name: string
  readonly scopes: string
  readonly created_at: number
  readonly expires_at: number | null
  readonly last_used_at: number | null
  readonly revoked_at: number | null
}

/** 192 random bits: nothing to be guessed, so that a fast hash is enough. */
const SECRET_BYTES = 24
/** 48 bits name a key; two of the same name are refused by the store. */
const PREFIX_BYTES = 6
const TOKEN = /^carom_([a-z0-9]{12})_([\w-]{32})$/
/** The last use is written down this often at most, so that requests cause few writes. */
const USE_MS = 60_000

export function createKeys(store: Store, now: () => number): KeyStore {
  const noted = new Map<string, number>()
  /** Nobody waits for it, and a store that is full or locked refuses no key for its sake. */
  const note = (prefix: string, at: number): void => {
    noted.set(prefix, at)
    store.write((tx) => noteUse(tx, prefix, at)).catch(() => noted.delete(prefix))
  }
  return {
    verify: async (token) => {
      const [, prefix = '', secret = ''] = TOKEN.exec(token) ?? []
      const row = await store.get<Row>('SELECT * FROM api_keys WHERE prefix = ?', [prefix])
      if (row === undefined || !timingSafeEqual(hashOf(secret), row.hash)) return undefined
      const key = toKey(row)
      const at = now()
      if (key.revokedAt !== undefined || (key.expiresAt ?? Infinity) <= at) return undefined
      const usedAt = Math.max(key.lastUsedAt ?? 0, noted.get(prefix) ?? 0)
      // Also where the clock was set back.
      if (Math.abs(at - usedAt) >= USE_MS) note(prefix, at)
      return key
    },
    list: async (tenant) => {
      const rows = await store.all<Row>(
        'SELECT * FROM api_keys WHERE tenant = ? ORDER BY created_at, prefix', [tenant])
      return rows.map(toKey)
    },
    create: async (tenant, input) => {
      const prefix = randomBytes(PREFIX_BYTES).toString('hex')
      const secret = randomBytes(SECRET_BYTES).toString('base64url')
      const key: StoredKey = { prefix, tenant, ...input, createdAt: now() }
      await store.write((tx) => insert(tx, key, hashOf(secret)))
      return { key, token: `carom_${prefix}_${secret}` }
    },
    revoke: async (tenant, prefix) => {
      const { changes } = await store.write((tx) => tx.run(
        `UPDATE api_keys SET revoked_at = ?
          WHERE tenant = ? AND prefix = ? AND revoked_at IS NULL`, [now(), tenant, prefix]))
      return changes > 0
    },
  }
}

async function insert(tx: Tx, key: StoredKey, secretHash: Uint8Array): Promise<void> {
  await tx.run(
    `INSERT INTO api_keys (prefix, tenant, hash, name, scopes, created_at, expires_at)
      VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [
      key.prefix, key.tenant, secretHash, key.name, JSON.stringify(key.scopes), key.createdAt,
      key.expiresAt ?? null,
    ])
}

async function noteUse(tx: Tx, prefix: string, at: number): Promise<void> {
  await tx.run('UPDATE api_keys SET last_used_at = ? WHERE prefix = ?', [at, prefix])
}

function hashOf(secret: string): Uint8Array {
  return hash('sha256', secret, 'buffer')
}

function toKey(row: Row): StoredKey {
  return {
    prefix: row.prefix, tenant: row.tenant, name: row.name, createdAt: row.created_at,
    scopes: JSON.parse(row.scopes) as string[],
    ...(row.expires_at === null ? {} : { expiresAt: row.expires_at }),
    ...(row.last_used_at === null ? {} : { lastUsedAt: row.last_used_at }),
    ...(row.revoked_at === null ? {} : { revokedAt: row.revoked_at }),
  }
}
