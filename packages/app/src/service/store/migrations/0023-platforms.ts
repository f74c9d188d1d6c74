// An endpoint may be a sending system that is told in its own words: which one, what proves who
// asks, and the list whose suppressions it is told of ('' those that hold for every list).

import type { Migration } from '../migration.ts'

export const migration: Migration = {
  id: '0023-platforms',
  statements: () => [
    'ALTER TABLE endpoints ADD COLUMN platform TEXT',
    'ALTER TABLE endpoints ADD COLUMN credential TEXT',
    `ALTER TABLE endpoints ADD COLUMN list TEXT NOT NULL DEFAULT ''`,
  ],
}
