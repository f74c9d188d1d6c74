// All that troubles are told from stands in their indexes, so that no row of an event is read for
// them: with a million events that took seconds, in which nobody else was answered.

import type { Migration } from '../migration.ts'

export const migration: Migration = {
  id: '0016-troubles',
  statements: () => [
    'DROP INDEX events_of_sender',
    'DROP INDEX events_of_trouble',
    `CREATE INDEX events_of_sender ON events (tenant, occurred_at, reason, receiver, blocklist,
      subject, incident, seq, fault) WHERE fault IN ('sender', 'content') AND incident IS NOT NULL`,
    `CREATE INDEX events_of_trouble ON events (tenant, reason, receiver, blocklist, subject,
      occurred_at, incident, address, seq, fault)
      WHERE fault IN ('sender', 'content') AND incident IS NOT NULL`,
  ],
}
