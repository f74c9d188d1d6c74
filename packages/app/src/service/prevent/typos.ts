// Domains at which addresses bounced and that look mistyped: "312 addresses at gmial.com".

import type { TypoFinder } from '@carom/core/prevent'
import type { Reader } from '../store/types.ts'
import { readBouncedDomains } from './own-domains.ts'
import type { TypoGroup } from './types.ts'

const SAMPLES_MAX = 5

export async function findTypos(
  reader: Reader, tenant: string, { suggest }: TypoFinder, limit: number,
): Promise<readonly TypoGroup[]> {
  const groups: TypoGroup[] = []
  for (const { domain, n } of await readBouncedDomains(reader, tenant)) {
    const typo = suggest(domain)
    if (typo === undefined) continue
    groups.push({
      domain, suggestion: typo.domain, confidence: typo.confidence, addresses: n,
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
