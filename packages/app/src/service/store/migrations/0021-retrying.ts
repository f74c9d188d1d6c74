// Which deliveries an endpoint has refused so far is asked whenever endpoints are listed.

import type { Migration } from '../migration.ts'

export const migration: Migration = {
  id: '0021-retrying',
  statements: () => [
    `CREATE INDEX outbox_retrying ON outbox (endpoint, next_at)
      WHERE state = 'waiting' AND attempts > 0`,
  ],
}
