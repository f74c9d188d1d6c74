// How long receivers let messages wait that they put off, by what they waited for.

import type { Migration } from '../migration.ts'

export const migration: Migration = {
  id: '0019-waits',
  statements: ({ name }) => [
    `CREATE TABLE receiver_waits (
      tenant TEXT NOT NULL, receiver TEXT NOT NULL, cause TEXT NOT NULL, minutes INTEGER NOT NULL,
      n BIGINT NOT NULL, last_at BIGINT NOT NULL,
      PRIMARY KEY (tenant, receiver, cause, minutes)) ${name === 'sqlite' ? 'WITHOUT ROWID' : ''}`,
  ],
}
