// What is pushed to others: endpoints of outgoing webhooks and the outbox of their deliveries.

import type { Migration } from '../migration.ts'

export const migration: Migration = {
  id: '0003-deliver',
  statements: ({ key }) => [
    // Two secrets while one replaces the other: both sign until `previous_until`.
    `CREATE TABLE endpoints (
      id TEXT PRIMARY KEY, tenant TEXT NOT NULL, url TEXT NOT NULL, description TEXT NOT NULL,
      types TEXT NOT NULL, secret TEXT NOT NULL, previous_secret TEXT, previous_until BIGINT,
      enabled INTEGER NOT NULL, disabled_why TEXT, created_at BIGINT NOT NULL,
      updated_at BIGINT NOT NULL)`,
    'CREATE INDEX endpoints_by_tenant ON endpoints (tenant, id)',
    `CREATE TABLE outbox (
      id ${key}, tenant TEXT NOT NULL, endpoint TEXT NOT NULL, notification TEXT NOT NULL,
      ordering_key TEXT NOT NULL, type TEXT NOT NULL, payload TEXT NOT NULL,
      created_at BIGINT NOT NULL, next_at BIGINT NOT NULL, lease_until BIGINT NOT NULL,
      attempts INTEGER NOT NULL, state TEXT NOT NULL, finished_at BIGINT, last_status INTEGER,
      last_error TEXT)`,
    'CREATE UNIQUE INDEX outbox_once ON outbox (endpoint, notification)',
    `CREATE INDEX outbox_due ON outbox (endpoint, next_at, id) WHERE state = 'waiting'`,
    `CREATE INDEX outbox_in_order ON outbox (endpoint, ordering_key, id) WHERE state = 'waiting'`,
    `CREATE INDEX outbox_finished ON outbox (state, finished_at) WHERE state <> 'waiting'`,
  ],
}
