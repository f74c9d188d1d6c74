// Mail that people look through and return: mailboxes, marks, what was sent, refused senders.

import type { Migration } from '../migration.ts'

export const migration: Migration = {
  id: '0005-bounces',
  statements: ({ key, bytes }) => [
    // `settings` is JSON without secrets; `secret` is encrypted with the key beside the store.
    `CREATE TABLE mailboxes (
      id TEXT PRIMARY KEY, tenant TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
      settings TEXT NOT NULL, secret ${bytes}, created_at BIGINT NOT NULL)`,
    `CREATE TABLE mailbox_marks (
      tenant TEXT NOT NULL, mailbox TEXT NOT NULL, message_key TEXT NOT NULL, mark TEXT NOT NULL,
      created_at BIGINT NOT NULL, actor TEXT NOT NULL,
      PRIMARY KEY (tenant, mailbox, message_key))`,
    // A row is written before anything is sent. `run` names the process that does it: a row without
    // an outcome whose process is gone may or may not have been sent, and never is again.
    `CREATE TABLE bounces (
      seq ${key}, tenant TEXT NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, at BIGINT NOT NULL,
      actor TEXT NOT NULL, run TEXT NOT NULL, recipient TEXT NOT NULL, domain TEXT NOT NULL,
      message_id TEXT NOT NULL, original_key TEXT NOT NULL, original_id TEXT, mailbox TEXT,
      message_key TEXT, sha256 TEXT NOT NULL, state TEXT NOT NULL, answer TEXT,
      finished_at BIGINT)`,
    'CREATE UNIQUE INDEX bounces_once ON bounces (tenant, kind, original_key)',
    'CREATE INDEX bounces_by_recipient ON bounces (tenant, recipient, at)',
    'CREATE INDEX bounces_by_domain ON bounces (tenant, domain, at)',
    'CREATE INDEX bounces_by_time ON bounces (tenant, at)',
    `CREATE TABLE refused_senders (
      tenant TEXT NOT NULL, sender TEXT NOT NULL, created_at BIGINT NOT NULL, actor TEXT NOT NULL,
      note TEXT, PRIMARY KEY (tenant, sender))`,
  ],
}
