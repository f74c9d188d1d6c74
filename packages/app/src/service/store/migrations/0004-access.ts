// People who log in: users, their sessions, second factors, one-time links, and what is asked of a
// browser between two requests.

import type { Migration } from '../migration.ts'

export const migration: Migration = {
  id: '0004-access',
  statements: ({ bytes }) => [
    // `totp_pending` counts once a code of it is confirmed; a code of `totp_step` or before it was
    // used. Names are of the whole store: who logs in does not name a tenant.
    `CREATE TABLE users (
      id TEXT PRIMARY KEY, tenant TEXT NOT NULL, name TEXT NOT NULL, role TEXT NOT NULL,
      disabled INTEGER NOT NULL DEFAULT 0, password TEXT, oidc_issuer TEXT, oidc_subject TEXT,
      totp_secret TEXT, totp_pending TEXT, totp_step BIGINT, created_at BIGINT NOT NULL,
      last_login_at BIGINT)`,
    'CREATE UNIQUE INDEX users_by_name ON users (name)',
    `CREATE UNIQUE INDEX users_by_subject ON users (oidc_issuer, oidc_subject)
      WHERE oidc_subject IS NOT NULL`,
    // The hash is that of the cookie. `proved_at`: when all factors were last shown.
    `CREATE TABLE sessions (
      hash TEXT PRIMARY KEY, id TEXT NOT NULL, user_id TEXT NOT NULL, method TEXT NOT NULL,
      created_at BIGINT NOT NULL, proved_at BIGINT NOT NULL, seen_at BIGINT NOT NULL,
      expires_at BIGINT NOT NULL, ip TEXT NOT NULL, agent TEXT NOT NULL)`,
    'CREATE INDEX sessions_by_user ON sessions (user_id)',
    `CREATE TABLE passkeys (
      id TEXT PRIMARY KEY, user_id TEXT NOT NULL, name TEXT NOT NULL, public_key ${bytes} NOT NULL,
      counter BIGINT NOT NULL, transports TEXT NOT NULL, backed_up INTEGER NOT NULL,
      created_at BIGINT NOT NULL, last_used_at BIGINT)`,
    'CREATE INDEX passkeys_by_user ON passkeys (user_id)',
    `CREATE TABLE recovery_codes (
      user_id TEXT NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (user_id, hash))`,
    // `user_id` is empty in links for the first account.
    `CREATE TABLE one_time_links (
      hash TEXT PRIMARY KEY, kind TEXT NOT NULL, user_id TEXT NOT NULL, created_at BIGINT NOT NULL,
      expires_at BIGINT NOT NULL)`,
    `CREATE TABLE challenges (
      id TEXT PRIMARY KEY, kind TEXT NOT NULL, detail TEXT NOT NULL, expires_at BIGINT NOT NULL)`,
    'CREATE INDEX challenges_expired ON challenges (expires_at)',
  ],
}
