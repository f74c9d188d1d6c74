// Inputs of a cluster are found by it, also replies that were read and whose reason nobody knows.

import type { Migration } from '../migration.ts'

export const migration: Migration = {
  id: '0022-clustered',
  statements: () => [
    'DROP INDEX inbox_unmatched',
    `CREATE INDEX inbox_unmatched ON inbox (source) WHERE state = 'unmatched'`,
    'CREATE INDEX inbox_clustered ON inbox (tenant, cluster, id) WHERE cluster IS NOT NULL',
  ],
}
