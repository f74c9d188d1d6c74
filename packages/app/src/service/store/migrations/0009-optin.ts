// Double opt-in: who was asked to confirm, the links that were sent, and how many mails that were.

import type { Migration } from '../migration.ts'

export const migration: Migration = {
  id: '0009-optin',
  statements: () => [
    // `address` is the key of the ledger, `mail_to` the spelling that was typed. `replaces` is the
    // address that this one takes the place of once it is confirmed; empty in a plain opt-in.
    `CREATE TABLE optins (
      id TEXT PRIMARY KEY, tenant TEXT NOT NULL, address TEXT NOT NULL, list TEXT NOT NULL,
      replaces TEXT NOT NULL, mail_to TEXT NOT NULL, status TEXT NOT NULL, source TEXT NOT NULL,
      language TEXT NOT NULL, redirect TEXT, actor TEXT NOT NULL, created_at BIGINT NOT NULL,
      asked_at BIGINT NOT NULL, expires_at BIGINT NOT NULL, confirmed_at BIGINT,
      mails INTEGER NOT NULL, mail_state TEXT NOT NULL, mail_next_at BIGINT NOT NULL,
      mail_tries INTEGER NOT NULL, mail_answer TEXT)`,
    'CREATE UNIQUE INDEX optins_by_address ON optins (tenant, address, list, replaces)',
    'CREATE INDEX optins_by_list ON optins (tenant, list, asked_at)',
    'CREATE INDEX optins_by_replaced ON optins (tenant, replaces)',
    `CREATE INDEX optins_to_mail ON optins (mail_next_at) WHERE mail_state = 'waiting'`,
    // The hash is that of the token. `optin` is empty in links to the page that mends an address.
    `CREATE TABLE optin_links (
      hash TEXT PRIMARY KEY, tenant TEXT NOT NULL, optin TEXT NOT NULL, address TEXT NOT NULL,
      list TEXT NOT NULL, language TEXT NOT NULL, expires_at BIGINT NOT NULL,
      uses INTEGER NOT NULL)`,
    'CREATE INDEX optin_links_by_optin ON optin_links (optin)',
    'CREATE INDEX optin_links_by_address ON optin_links (tenant, address)',
    'CREATE INDEX optin_links_expired ON optin_links (expires_at)',
    // `mailbox` is the address without tags and dots: what arrives in one mailbox counts together.
    `CREATE TABLE optin_mails (
      tenant TEXT NOT NULL, mailbox TEXT NOT NULL, list TEXT NOT NULL, at BIGINT NOT NULL)`,
    'CREATE INDEX optin_mails_by_mailbox ON optin_mails (tenant, mailbox, at)',
    'CREATE INDEX optin_mails_by_list ON optin_mails (tenant, list, at)',
    'CREATE INDEX optin_mails_by_time ON optin_mails (at)',
  ],
}
