// Signs of life of addresses of which nothing else is known. That is nearly all mail, so they are
// kept apart from the accounts: one short row for each address, and no event for each delivery.

import type { Proof } from '@carom/core'
import type { AddressKey, Reader, SqlValue, Tx } from '../store/types.ts'
import { insertRows, selectIn } from './rows.ts'

export type LifeDbRow = {
  readonly address: string; readonly list: string; readonly last_at: number
  readonly proofs: string
}

/** Signs of life that are kept of such an address: the newest. */
const LIFE_PROOFS_MAX = 10

export async function readLives(
  reader: Reader, tenant: string, addresses: readonly string[],
): Promise<LifeDbRow[]> {
  return await selectIn<LifeDbRow>(
    reader, 'SELECT address, list, last_at, proofs FROM lives WHERE tenant = ? AND address',
    [tenant], addresses)
}

export type Life = AddressKey & {
  readonly proofs: readonly Proof[]
}

export async function writeLives(
  tx: Tx, lives: readonly Life[],
): Promise<void> {
  const rows = lives.map(({ tenant, address, list, proofs }): SqlValue[] => [
    tenant, address, list, proofs.at(-1)?.at ?? 0, JSON.stringify(proofs.slice(-LIFE_PROOFS_MAX)),
  ])
  await insertRows(
    tx, 'lives (tenant, address, list, last_at, proofs)', rows, 'ON CONFLICT (tenant, address, ' +
      'list) DO UPDATE SET last_at = excluded.last_at, proofs = excluded.proofs')
}

/** Takes them out: they go on as accounts. */
export async function dropLives(tx: Tx, keys: readonly AddressKey[]): Promise<void> {
  for (const { tenant, address, list } of keys) {
    await tx.run('DELETE FROM lives WHERE tenant = ? AND address = ? AND list = ?',
      [tenant, address, list])
  }
}

/** When anybody at a domain showed life last, of these domains. */
export type DomainLives = ReadonlyMap<string, number>

export async function writeDomainLives(
  tx: Tx, tenant: string, domains: DomainLives,
): Promise<void> {
  await insertRows(
    tx, 'domain_lives (tenant, domain, last_at)',
    [...domains].map(([domain, at]) => [tenant, domain, at]),
    'ON CONFLICT (tenant, domain) DO UPDATE SET last_at = excluded.last_at ' +
      'WHERE excluded.last_at > domain_lives.last_at')
}

/** Adds a moment to the last ones of the domains. */
export function noteLife(domains: Map<string, number>, domain: string, at: number): void {
  if ((domains.get(domain) ?? Number.NEGATIVE_INFINITY) < at) domains.set(domain, at)
}

/**
 * What the list becomes with a further delivery; undefined where it has it already, or has room
 * only for later ones.
 */
export function withDelivery(proofs: readonly Proof[], proof: Proof): Proof[] | undefined {
  const last = proofs.at(-1)
  if (last === undefined || last.at < proof.at) return [...proofs, proof].slice(-LIFE_PROOFS_MAX)
  const isKnown = proofs.some(({ at, kind }) => at === proof.at && kind === proof.kind)
  const isTooOld = proofs.length >= LIFE_PROOFS_MAX && proof.at < (proofs[0] as Proof).at
  if (isKnown || isTooOld) return undefined
  return [...proofs, proof].sort((a, b) => a.at - b.at).slice(-LIFE_PROOFS_MAX)
}
