// What comes in before it is judged: raw inputs, the inbox, sources and cursors; keys, settings.

import type { Migration } from '../migration.ts'

export const migration: Migration = {
  id: '0001-intake',
  statements: ({ name, key, bytes }) => [
    // `attempts` counts how often an input was taken, `failures` how often that ended in an error.
    `CREATE TABLE inbox (
      id ${key}, tenant TEXT NOT NULL, source TEXT NOT NULL, kind TEXT NOT NULL,
      transport_key TEXT NOT NULL, received_at BIGINT NOT NULL, trust INTEGER NOT NULL,
      envelope TEXT NOT NULL, size INTEGER NOT NULL, state TEXT NOT NULL DEFAULT 'new',
      attempts INTEGER NOT NULL DEFAULT 0, failures INTEGER NOT NULL DEFAULT 0,
      lease_until BIGINT NOT NULL DEFAULT 0, owner TEXT, error TEXT, cluster TEXT,
      finished_at BIGINT)`,
    'CREATE UNIQUE INDEX inbox_by_key ON inbox (tenant, transport_key)',
    `CREATE INDEX inbox_new ON inbox (id) WHERE state = 'new'`,
    `CREATE INDEX inbox_unmatched ON inbox (tenant, cluster, id) WHERE state = 'unmatched'`,
    `CREATE INDEX inbox_poison ON inbox (id) WHERE state = 'poison'`,
    // A raw input lies under the id of its inbox row, apart so that the inbox stays small.
    // encoding: 0 as it came, 1 raw deflate (RFC 1951).
    `CREATE TABLE raws (
      id ${name === 'sqlite' ? 'INTEGER' : 'BIGINT'} PRIMARY KEY, received_at BIGINT NOT NULL,
      sha256 ${bytes} NOT NULL, encoding INTEGER NOT NULL, bytes ${bytes} NOT NULL)`,
    `CREATE TABLE sources (
      id TEXT PRIMARY KEY, tenant TEXT NOT NULL, type TEXT NOT NULL, name TEXT NOT NULL,
      vendor TEXT, settings TEXT NOT NULL, enabled INTEGER NOT NULL, created_at BIGINT NOT NULL,
      last_input_at BIGINT, last_error_at BIGINT, last_error TEXT,
      inputs BIGINT NOT NULL DEFAULT 0, events BIGINT NOT NULL DEFAULT 0)`,
    `CREATE TABLE cursors (
      source TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, updated_at BIGINT NOT NULL,
      PRIMARY KEY (source, name))`,
    `CREATE TABLE api_keys (
      prefix TEXT PRIMARY KEY, tenant TEXT NOT NULL, hash ${bytes} NOT NULL, name TEXT NOT NULL,
      scopes TEXT NOT NULL, created_at BIGINT NOT NULL, expires_at BIGINT, last_used_at BIGINT,
      revoked_at BIGINT)`,
    `CREATE TABLE idempotency (
      tenant TEXT NOT NULL, name TEXT NOT NULL, request_hash TEXT NOT NULL, status INTEGER,
      response TEXT, created_at BIGINT NOT NULL, expires_at BIGINT NOT NULL,
      PRIMARY KEY (tenant, name))`,
    'CREATE INDEX idempotency_expired ON idempotency (expires_at)',
    `CREATE TABLE settings (
      tenant TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, updated_at BIGINT NOT NULL,
      PRIMARY KEY (tenant, name))`,
  ],
}
