// A store for one test, thrown away by `cleanup`.

import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SILENT_LOG } from '../../src/service/log.ts'
import { openStore } from '../../src/service/store/open.ts'
import type { StoreOptions } from '../../src/service/store/options.ts'
import type { Store } from '../../src/service/store/types.ts'

export type TemporaryStore = {
  readonly store: Store
  /** For `openStore`, to open it again or a second time. */
  readonly url: string
  readonly cleanup: () => Promise<void>
}

export const TEST_POSTGRES = process.env['CAROM_TEST_POSTGRES'] ??
  'postgres://root@127.0.0.1:5432/test'

/** An SQLite file of its own, or on `kind: 'postgres'` a schema of its own. */
export async function openTemporaryStore({ kind = 'sqlite', now = Date.now, options = {} }: {
  readonly kind?: Store['kind']
  readonly now?: () => number
  readonly options?: Partial<StoreOptions>
} = {}): Promise<TemporaryStore> {
  const place = kind === 'sqlite' ? await reserveFile() : reserveSchema()
  const store = await openStore(place.url, options, { log: SILENT_LOG, now })
  const cleanup = async (): Promise<void> => {
    await store.close()
    await place.remove()
  }
  return { store, url: place.url, cleanup }
}

type Place = { readonly url: string; readonly remove: () => Promise<void> }

/** Where an SQLite store can be made. */
export async function reserveFile(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'carom-store-'))
  return {
    url: join(folder, 'carom.db'), remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** Where a PostgreSQL store can be made. */
export function reserveSchema(): Place {
  const schema = `carom_test_${randomBytes(8).toString('hex')}`
  const url = new URL(TEST_POSTGRES)
  url.searchParams.set('schema', schema)
  return { url: url.href, remove: () => dropSchema(schema) }
}

async function dropSchema(schema: string): Promise<void> {
  const { Client } = await import('pg')
  const client = new Client({ connectionString: TEST_POSTGRES })
  await client.connect()
  try {
    await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`)
  } finally {
    await client.end()
  }
}
