// Reports have to prove who sent them before they count. `name` is what reporters call a report;
// several that claim one name are told apart by `id` until one of them has proven its origin.

import type { Migration } from '../migration.ts'

export const migration: Migration = {
  id: '0014-report-origins',
  statements: () => [
    `ALTER TABLE reports ADD COLUMN name TEXT NOT NULL DEFAULT ''`,
    'ALTER TABLE reports ADD COLUMN verified INTEGER NOT NULL DEFAULT 0',
    // The domain that its mail proved, and why it does not count; both empty: it was handed in.
    `ALTER TABLE reports ADD COLUMN sender TEXT NOT NULL DEFAULT ''`,
    `ALTER TABLE reports ADD COLUMN origin_problem TEXT NOT NULL DEFAULT ''`,
    // When its mail is to be looked at (again); NULL: no more.
    'ALTER TABLE reports ADD COLUMN check_at BIGINT',
    'ALTER TABLE reports ADD COLUMN checks INTEGER NOT NULL DEFAULT 0',
    // What came by an authenticated way counts on; the other is looked at as far as it is kept.
    `UPDATE reports SET name = id, verified = CASE WHEN trust > 0 THEN 1 ELSE 0 END,
      check_at = CASE WHEN trust > 0 OR kind = 'unread' THEN NULL ELSE 0 END`,
    'CREATE INDEX reports_by_name ON reports (tenant, name)',
    'CREATE INDEX reports_to_check ON reports (check_at) WHERE check_at IS NOT NULL',
  ],
}
