// New incidents are counted by the one place that adds them, a batch at a time; triggers go on
// counting what becomes of them.

import type { Migration } from '../migration.ts'

export const migration: Migration = {
  id: '0015-new-tallies',
  statements: ({ name }) => name === 'sqlite' ? ['DROP TRIGGER incident_added'] : [
    'DROP TRIGGER incident_added ON incidents', 'DROP FUNCTION count_incident_added()',
  ],
}
