// Whether there is a PostgreSQL to test with. Where CI says that there has to be one, its absence
// fails instead of skipping.

import { Client } from 'pg'
import { TEST_POSTGRES } from '../temporary-store.ts'

/** Why tests with PostgreSQL are skipped, or false. */
export async function findPostgres(): Promise<string | false> {
  const client = new Client({ connectionString: TEST_POSTGRES, connectionTimeoutMillis: 3000 })
  try {
    await client.connect()
    await client.end()
    return false
  } catch (error) {
    if (process.env['CI'] === 'true') throw error
    return `no PostgreSQL at ${TEST_POSTGRES}; CAROM_TEST_POSTGRES names another`
  }
}
