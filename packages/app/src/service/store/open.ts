// Opens the store that an address names: an SQLite file, or a PostgreSQL database.

import type { Log } from '../log.ts'
import { StoreError } from './errors.ts'
import { STORE_DEFAULTS } from './options.ts'
import type { StoreOptions } from './options.ts'
import { openSqlite } from './sqlite.ts'
import type { Store } from './types.ts'

export type StoreDeps = { readonly log: Log; readonly now: () => number }

/**
 * Opens `./carom.db`, `sqlite:path` or `postgres://user@host/database?schema=name` and brings it to
 * the present shape. `:memory:` is a store that is thrown away at `close`.
 * @throws StoreError when it cannot be opened, is damaged, foreign, or newer than this program
 */
export async function openStore(
  url: string, options: Partial<StoreOptions>, deps: StoreDeps,
): Promise<Store> {
  const complete = { ...STORE_DEFAULTS, ...options }
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(url)?.[1]?.toLowerCase()
  if (scheme === 'postgres' || scheme === 'postgresql') {
    const { openPostgres } = await import('./postgres.ts')
    return openPostgres(url, complete, deps)
  }
  const path = scheme === 'sqlite' ? url.slice('sqlite:'.length).replace(/^\/\/(?=\/)/, '') : url
  if (path === '' || path.includes('://')) {
    throw new StoreError('store-url',
      `store "${url}": write a path, sqlite:path or postgres://user@host/database`)
  }
  return openSqlite(path, complete, deps)
}
