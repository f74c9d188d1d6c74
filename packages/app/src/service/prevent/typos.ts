// Domains at which addresses bounced and that look mistyped: "312 addresses at gmial.com".

import { createTypoFinder } from '@carom/core/prevent'
import type { Reader } from '../store/types.ts'
import type { TypoGroup } from './types.ts'

/** Domains that are looked at: those where most addresses bounced. */
const DOMAINS_MAX = 20_000
const SAMPLES_MAX = 5

type DomainRow = { readonly domain: string; readonly n: number }

export async function findTypos(
  reader: Reader, tenant: string, limit: number,
): Promise<readonly TypoGroup[]> {
  const bounced = await reader.all<DomainRow>(
    `SELECT domain, COUNT(DISTINCT address) AS n FROM incidents
      WHERE tenant = ? AND kind = 'failed'
      GROUP BY domain ORDER BY 2 DESC, domain LIMIT ?`, [tenant, DOMAINS_MAX])
  const known = await reader.all<DomainRow>(
    `SELECT domain, COUNT(*) AS n FROM addresses WHERE tenant = ?
      GROUP BY domain ORDER BY 2 DESC, domain LIMIT ?`, [tenant, DOMAINS_MAX])
  // Where nearly all addresses of a domain bounce, their number says nothing for it.
  const failed = new Map(bounced.map(({ domain, n }) => [domain, Number(n)]))
  const own = new Map(known.map(({ domain, n }) =>
    [domain, Math.max(0, Number(n) - (failed.get(domain) ?? 0))]))
  const { suggest } = createTypoFinder({ own })
  const groups: TypoGroup[] = []
  for (const { domain, n } of bounced) {
    const typo = suggest(domain)
    if (typo === undefined) continue
    groups.push({
      domain, suggestion: typo.domain, confidence: typo.confidence, addresses: Number(n),
      samples: await readSamples(reader, tenant, domain),
    })
    if (groups.length >= limit) break
  }
  return groups
}

async function readSamples(reader: Reader, tenant: string, domain: string): Promise<string[]> {
  const rows = await reader.all<{ readonly address: string }>(
    `SELECT DISTINCT address FROM incidents WHERE tenant = ? AND domain = ?
      AND kind = 'failed' ORDER BY address LIMIT ?`, [tenant, domain, SAMPLES_MAX])
  return rows.map(({ address }) => address)
}
