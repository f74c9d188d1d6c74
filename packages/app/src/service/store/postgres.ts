// The store in PostgreSQL.

import type { StoreOptions } from './options.ts'
import { StoreError } from './errors.ts'
import type { Store } from './types.ts'

export async function openPostgres(url: string, _options: StoreOptions): Promise<Store> {
  throw new StoreError('store-url', `store ${url}: this version keeps its data in SQLite only`)
}
