// Signs of life apart from the accounts: nearly every address that is mailed has nothing else.

import type { Migration } from '../migration.ts'

export const migration: Migration = {
  id: '0007-lives',
  statements: ({ name }) => {
    const keyedByKey = name === 'sqlite' ? 'WITHOUT ROWID' : ''
    return [
      // `proofs` as in addresses; an address has a row here or there, never both.
      `CREATE TABLE lives (
        tenant TEXT NOT NULL, address TEXT NOT NULL, list TEXT NOT NULL, last_at BIGINT NOT NULL,
        proofs TEXT NOT NULL, PRIMARY KEY (tenant, address, list)) ${keyedByKey}`,
      // When anybody at a domain showed life last.
      `CREATE TABLE domain_lives (
        tenant TEXT NOT NULL, domain TEXT NOT NULL, last_at BIGINT NOT NULL,
        PRIMARY KEY (tenant, domain)) ${keyedByKey}`,
      `INSERT INTO domain_lives (tenant, domain, last_at)
        SELECT tenant, domain, MAX(last_proof_at) FROM addresses
        WHERE last_proof_at IS NOT NULL GROUP BY tenant, domain`,
      'DROP INDEX addresses_by_domain',
    ]
  },
}
