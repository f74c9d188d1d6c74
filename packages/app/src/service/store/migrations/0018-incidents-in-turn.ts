// Incidents in the order in which they came, on SQLite: a row of half a kilobyte is written beside
// the last one, and only its short key goes where the address stands.

import type { Migration } from '../migration.ts'
import { sqliteIncidentTriggers } from './0006-search.ts'

const COLUMNS = 'tenant, address, id, list, at, kind, reason, fault, receiver, domain, held, ' +
  'voided, names, incident, cause'

export const migration: Migration = {
  id: '0018-incidents-in-turn',
  statements: ({ name }) => name !== 'sqlite' ? [] : [
    `CREATE TABLE incidents_in_turn (
      tenant TEXT NOT NULL, address TEXT NOT NULL, id TEXT NOT NULL, list TEXT NOT NULL,
      at BIGINT NOT NULL, kind TEXT NOT NULL, reason TEXT NOT NULL, fault TEXT NOT NULL,
      receiver TEXT NOT NULL, domain TEXT NOT NULL, held INTEGER NOT NULL, voided INTEGER NOT NULL,
      names TEXT NOT NULL, incident TEXT NOT NULL, cause TEXT NOT NULL DEFAULT '',
      PRIMARY KEY (tenant, address, id))`,
    // In the order in which they stand: sorting them would take as much memory as there are rows.
    `INSERT INTO incidents_in_turn (${COLUMNS}) SELECT ${COLUMNS} FROM incidents`,
    // With its indexes and triggers, which counted what is in it: nothing is counted now.
    'DROP TABLE incidents',
    'ALTER TABLE incidents_in_turn RENAME TO incidents',
    'CREATE INDEX incidents_by_id ON incidents (tenant, id)',
    `CREATE INDEX incidents_by_domain ON incidents (tenant, domain, at)
      WHERE reason IN ('domain-unknown', 'domain-no-mail')`,
    'CREATE INDEX incidents_voided ON incidents (tenant, fault, id) WHERE voided = 1',
    // The address as well, which was in every index as long as it was the key of the rows.
    `CREATE INDEX incidents_by_time ON incidents (tenant, at, id, reason, fault, receiver, domain,
      kind, held, voided, list, address)`,
    ...sqliteIncidentTriggers(),
  ],
}
