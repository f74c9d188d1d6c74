// Opens the store that an address names: an SQLite file, or a PostgreSQL database.

import { existsSync } from 'node:fs'
import type { Log } from '../log.ts'
import { StoreError } from './errors.ts'
import { STORE_DEFAULTS } from './options.ts'
import type { StoreOptions } from './options.ts'
import { openSqlite } from './sqlite.ts'
import type { Store } from './types.ts'

export type StoreDeps = { readonly log: Log; readonly now: () => number }

/** A store that is thrown away at `close`. */
const MEMORY = ':memory:'

/**
 * Opens `./carom.db`, `sqlite:path` or `postgres://user@host/database?schema=name` and brings it to
 * the present shape. `:memory:` is a store that is thrown away at `close`.
 * @throws StoreError when it cannot be opened, is damaged, foreign, or newer than this program
 */
export async function openStore(
  url: string, options: Partial<StoreOptions>, deps: StoreDeps,
): Promise<Store> {
  const complete = { ...STORE_DEFAULTS, ...options }
  const path = sqlitePathOf(url)
  if (path !== undefined) return openSqlite(path, complete, deps)
  const { openPostgres } = await import('./postgres.ts')
  return openPostgres(url, complete, deps)
}

/**
 * The address to open for work that, where there is no store, is to `refuse`, `make` one, or do
 * with an `empty` one that is thrown away: a mistyped name must not become a store that knows
 * nothing. Of a database on a server only opening can tell.
 * @throws StoreError `store-missing`, `store-url`
 */
export function storeToUse(url: string, missing: 'refuse' | 'make' | 'empty'): string {
  const path = sqlitePathOf(url)
  if (missing === 'make' || path === undefined || path === MEMORY || existsSync(path)) return url
  if (missing === 'empty') return MEMORY
  throw new StoreError('store-missing',
    `there is no store ${path}; work in the folder of carom.yaml, or name it with --store`)
}

/** Undefined when the address names a PostgreSQL database. */
function sqlitePathOf(url: string): string | undefined {
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(url)?.[1]?.toLowerCase()
  if (scheme === 'postgres' || scheme === 'postgresql') return undefined
  const path = scheme === 'sqlite' ? url.slice('sqlite:'.length).replace(/^\/\/(?=\/)/, '') : url
  if (path !== '' && !path.includes('://')) return path
  throw new StoreError('store-url',
    `store "${url}": write a path, sqlite:path or postgres://user@host/database`)
}
