// How many living addresses of one's own each domain has: what is frequent there is no typing
// mistake, and may be what others meant.

import { setImmediate as giveWay } from 'node:timers/promises'
import type { Reader } from '../store/types.ts'

/** Domains that are looked at: those with most addresses. */
const OWN_DOMAINS_MAX = 20_000
/** Rows of one turn, some milliseconds, and of all: more of them change no share. */
const ROWS_AT_ONCE = 2_000
const ROWS_MAX = 200_000

type DomainRow = { readonly domain: string; readonly n: number | string }
type LifeRow = { readonly address: string; readonly list: string }

/** By domain; one at which all addresses bounced has none, however many there were. */
export async function readOwnDomains(
  reader: Reader, tenant: string,
): Promise<ReadonlyMap<string, number>> {
  const counts = await countLives(reader, tenant)
  const known = await reader.all<DomainRow>(
    `SELECT domain, COUNT(*) AS n FROM addresses WHERE tenant = ?
      GROUP BY domain ORDER BY 2 DESC, domain LIMIT ?`, [tenant, OWN_DOMAINS_MAX])
  for (const { domain, n } of known) counts.set(domain, (counts.get(domain) ?? 0) + Number(n))
  for (const { domain, n } of await readBouncedDomains(reader, tenant)) {
    const left = (counts.get(domain) ?? 0) - n
    if (left > 0) counts.set(domain, left)
    else counts.delete(domain)
  }
  return counts
}

/** Addresses that bounced, by domain, those with most first. */
export async function readBouncedDomains(
  reader: Reader, tenant: string,
): Promise<readonly { readonly domain: string; readonly n: number }[]> {
  const rows = await reader.all<DomainRow>(
    `SELECT domain, COUNT(DISTINCT address) AS n FROM incidents
      WHERE tenant = ? AND kind = 'failed'
      GROUP BY domain ORDER BY 2 DESC, domain LIMIT ?`, [tenant, OWN_DOMAINS_MAX])
  return rows.map(({ domain, n }) => ({ domain, n: Number(n) }))
}

/** Addresses that a log told of and nothing else, in the order of their names. */
async function countLives(reader: Reader, tenant: string): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  let last: LifeRow = { address: '', list: '' }
  for (let read = 0; read < ROWS_MAX; read += ROWS_AT_ONCE) {
    const rows = await reader.all<LifeRow>(
      `SELECT address, list FROM lives WHERE tenant = ? AND (address, list) > (?, ?)
        ORDER BY address, list LIMIT ?`, [tenant, last.address, last.list, ROWS_AT_ONCE])
    for (const { address } of rows) {
      if (address === last.address) continue
      const domain = address.slice(address.lastIndexOf('@') + 1)
      counts.set(domain, (counts.get(domain) ?? 0) + 1)
    }
    if (rows.length < ROWS_AT_ONCE) break
    last = rows.at(-1) as LifeRow
    await giveWay()
  }
  return counts
}
