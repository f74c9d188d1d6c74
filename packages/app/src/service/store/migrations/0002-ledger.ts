// What became of bounces: events, incidents, the ledger of addresses, suppressions, the audit
// chain, sends, outages and policies.

import type { Dialect, Migration } from '../migration.ts'

export const migration: Migration = {
  id: '0002-ledger',
  statements: (dialect) => [
    ...events(dialect), ...accounts(dialect.key), ...surroundings(keyed(dialect)),
  ],
}

/** What makes SQLite keep rows in the order of their key, instead of a second tree for the key. */
function keyed({ name }: Dialect): string {
  return name === 'sqlite' ? 'WITHOUT ROWID' : ''
}

// Every index whose order is not that of arrival costs a page of the disk per row once the store
// outgrows its memory: there are as few of them as the questions allow.
function events(dialect: Dialect): readonly string[] {
  return [
    // Whoever applies takes the row of the tenant first: one at a time, on every store.
    // `mailable` counts the rows of addresses that are not suppressed: counting them anew takes a
    // look at every one.
    `CREATE TABLE tenants (
      tenant TEXT PRIMARY KEY, applied BIGINT NOT NULL, audit_hash TEXT NOT NULL,
      mailable BIGINT NOT NULL DEFAULT 0)`,
    `CREATE TABLE events (
      seq ${dialect.key}, id TEXT NOT NULL, tenant TEXT NOT NULL, inbox_id BIGINT NOT NULL,
      source TEXT NOT NULL, source_type TEXT NOT NULL, kind TEXT NOT NULL, reason TEXT NOT NULL,
      remedy TEXT NOT NULL, fault TEXT NOT NULL, receiver TEXT NOT NULL, domain TEXT NOT NULL,
      address TEXT NOT NULL, list TEXT NOT NULL, campaign TEXT NOT NULL,
      received_at BIGINT NOT NULL, occurred_at BIGINT NOT NULL, trust INTEGER NOT NULL,
      counted INTEGER NOT NULL, incident TEXT, event TEXT NOT NULL)`,
    'CREATE UNIQUE INDEX events_by_id ON events (tenant, id)',
    'CREATE INDEX events_by_address ON events (tenant, address, seq)',
    'CREATE INDEX events_by_inbox ON events (inbox_id)',
    // An incident, and all names under which evidence of it may come, with blanks between them:
    // the address is part of every name, and all incidents of an address are read at once.
    `CREATE TABLE incidents (
      tenant TEXT NOT NULL, address TEXT NOT NULL, id TEXT NOT NULL, list TEXT NOT NULL,
      at BIGINT NOT NULL, kind TEXT NOT NULL, reason TEXT NOT NULL, fault TEXT NOT NULL,
      receiver TEXT NOT NULL, domain TEXT NOT NULL, held INTEGER NOT NULL, voided INTEGER NOT NULL,
      names TEXT NOT NULL, incident TEXT NOT NULL,
      PRIMARY KEY (tenant, address, id)) ${keyed(dialect)}`,
    'CREATE INDEX incidents_by_id ON incidents (tenant, id)',
    'CREATE INDEX incidents_by_time ON incidents (tenant, at)',
    `CREATE INDEX incidents_by_domain ON incidents (tenant, domain, at)
      WHERE reason IN ('domain-unknown', 'domain-no-mail')`,
  ]
}

function accounts(key: string): readonly string[] {
  return [
    `CREATE TABLE addresses (
      tenant TEXT NOT NULL, address TEXT NOT NULL, list TEXT NOT NULL, domain TEXT NOT NULL,
      status TEXT NOT NULL, until_at BIGINT, next_at BIGINT, reason TEXT, policy TEXT NOT NULL,
      state TEXT NOT NULL, proofs TEXT NOT NULL, entries TEXT NOT NULL, sent INTEGER NOT NULL,
      last_proof_at BIGINT, updated_at BIGINT NOT NULL, PRIMARY KEY (tenant, address, list))`,
    'CREATE INDEX addresses_due ON addresses (next_at) WHERE next_at IS NOT NULL',
    `CREATE INDEX addresses_held ON addresses (tenant, status, address)
      WHERE status IN ('paused', 'probing', 'watch')`,
    `CREATE INDEX addresses_by_domain ON addresses (tenant, domain, last_proof_at)
      WHERE last_proof_at IS NOT NULL`,
    `CREATE TABLE suppressions (
      tenant TEXT NOT NULL, address TEXT NOT NULL, list TEXT NOT NULL, reason TEXT NOT NULL,
      origin TEXT NOT NULL, created_at BIGINT NOT NULL, expires_at BIGINT, proof TEXT,
      actor TEXT NOT NULL, note TEXT, PRIMARY KEY (tenant, address, list))`,
    `CREATE TABLE audit (
      seq ${key}, tenant TEXT NOT NULL, at BIGINT NOT NULL, actor TEXT NOT NULL,
      action TEXT NOT NULL, address TEXT NOT NULL, list TEXT NOT NULL, detail TEXT NOT NULL,
      previous_hash TEXT NOT NULL, hash TEXT NOT NULL)`,
    'CREATE INDEX audit_by_address ON audit (tenant, address, seq)',
    `CREATE INDEX audit_by_action ON audit (tenant, action, at)
      WHERE action IN ('suppressed', 'lifted')`,
  ]
}

function surroundings(keyedByKey: string): readonly string[] {
  return [
    `CREATE TABLE sends (
      tenant TEXT NOT NULL, message_id TEXT NOT NULL, recipient TEXT NOT NULL,
      envelope_id TEXT NOT NULL, sent_at BIGINT NOT NULL, list TEXT NOT NULL,
      campaign TEXT NOT NULL, from_domain TEXT NOT NULL,
      PRIMARY KEY (tenant, message_id, recipient))`,
    `CREATE INDEX sends_by_envelope ON sends (tenant, envelope_id)
      WHERE envelope_id <> ''`,
    'CREATE INDEX sends_by_recipient ON sends (tenant, recipient, sent_at)',
    `CREATE TABLE outages (
      id TEXT PRIMARY KEY, tenant TEXT NOT NULL, receiver TEXT NOT NULL, from_at BIGINT NOT NULL,
      until_at BIGINT, released_at BIGINT, detail TEXT NOT NULL)`,
    `CREATE TABLE policies (
      tenant TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL,
      created_at BIGINT NOT NULL, actor TEXT NOT NULL, active INTEGER NOT NULL,
      PRIMARY KEY (tenant, id, version))`,
    // What a receiver did in a minute: what the outage guard looks at.
    `CREATE TABLE receiver_minutes (
      tenant TEXT NOT NULL, receiver TEXT NOT NULL, minute BIGINT NOT NULL,
      unknown_users INTEGER NOT NULL, alive INTEGER NOT NULL, delivered INTEGER NOT NULL,
      failed INTEGER NOT NULL, PRIMARY KEY (tenant, receiver, minute)) ${keyedByKey}`,
    // Texts that nobody could read, alike ones together.
    `CREATE TABLE clusters (
      tenant TEXT NOT NULL, cluster TEXT NOT NULL, title TEXT NOT NULL,
      sample_inbox BIGINT NOT NULL, first_at BIGINT NOT NULL, last_at BIGINT NOT NULL,
      n BIGINT NOT NULL,
      PRIMARY KEY (tenant, cluster))`,
  ]
}
