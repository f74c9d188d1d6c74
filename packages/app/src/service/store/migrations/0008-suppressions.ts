// Suppressions in the order of their key on SQLite: a look-up takes one page of the disk, not two.

import type { Migration } from '../migration.ts'

export const migration: Migration = {
  id: '0008-suppressions',
  statements: ({ name }) => name !== 'sqlite' ? [] : [
    `CREATE TABLE suppressions_by_key (
      tenant TEXT NOT NULL, address TEXT NOT NULL, list TEXT NOT NULL, reason TEXT NOT NULL,
      origin TEXT NOT NULL, created_at BIGINT NOT NULL, expires_at BIGINT, proof TEXT,
      actor TEXT NOT NULL, note TEXT, PRIMARY KEY (tenant, address, list)) WITHOUT ROWID`,
    `INSERT INTO suppressions_by_key
      SELECT tenant, address, list, reason, origin, created_at, expires_at, proof, actor, note
      FROM suppressions ORDER BY tenant, address, list`,
    'DROP TABLE suppressions',
    'ALTER TABLE suppressions_by_key RENAME TO suppressions',
  ],
}
