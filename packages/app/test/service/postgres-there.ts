// Whether tests on PostgreSQL can run here. Under CI they must.

import { Client } from 'pg'
import { TEST_POSTGRES } from './temporary-store.ts'

/** True where it cannot be reached and nobody insists. */
export async function isPostgresMissing(): Promise<boolean> {
  if (process.env['CI'] !== undefined) return false
  const client = new Client({ connectionString: TEST_POSTGRES, connectionTimeoutMillis: 2_000 })
  try {
    await client.connect()
    await client.end()
    return false
  } catch {
    return true
  }
}
