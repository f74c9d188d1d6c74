// The reputation of sending domains and addresses, a row for each day.

import type { Migration } from '../migration.ts'

export const migration: Migration = {
  id: '0013-reputation',
  statements: () => [
    // `day` counts from 1970; `parts` is JSON; without a score too little was known.
    `CREATE TABLE reputation (
      tenant TEXT NOT NULL, subject TEXT NOT NULL, day INTEGER NOT NULL, kind TEXT NOT NULL,
      score INTEGER, parts TEXT NOT NULL, PRIMARY KEY (tenant, subject, day))`,
    'CREATE INDEX reputation_by_day ON reputation (tenant, day)',
  ],
}
