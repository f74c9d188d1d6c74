// Waiting inputs in two rows: what peers hand over one by one, and what a log told, which may be
// thousands at once and goes after all else.

import type { Migration } from '../migration.ts'

export const migration: Migration = {
  id: '0012-logs-last',
  statements: () => [
    'DROP INDEX inbox_new',
    `CREATE INDEX inbox_new ON inbox ((CASE WHEN kind = 'log' THEN 1 ELSE 0 END), id)
      WHERE state = 'new'`,
  ],
}
