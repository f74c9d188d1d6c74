// Addresses that are held back in the order in which they came, on SQLite: their index is read as a
// whole, at a start, and nobody asks it for one address.

import type { Migration } from '../migration.ts'

export const migration: Migration = {
  id: '0020-held-in-turn',
  statements: ({ name }) => name !== 'sqlite' ? [] : [
    'DROP INDEX addresses_held',
    // Behind them stands the number of the row, by itself.
    `CREATE INDEX addresses_held ON addresses (tenant, status)
      WHERE status IN ('paused', 'probing', 'watch')`,
  ],
}
