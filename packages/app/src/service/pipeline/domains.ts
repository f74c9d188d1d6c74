// Domains that do not exist or take no mail: one state for all their addresses (G9), and none at
// all for a domain that took mail lately, whatever one lookup said.

import { decideDomain, type AddressState, type DomainSight, type Step } from '@carom/core'
import type { Reader } from '../store/types.ts'
import { addProof, isDomainAccount, type Account, type Accounts } from './accounts.ts'
import type { EventFate } from './types.ts'
import type { IncidentBook } from './incidents.ts'
import type { DomainLives } from './lives.ts'

/** A domain that showed life within this time before is not gone. */
const ALIVE_MS = 30 * 86_400_000
/** After a first fault mail waits so long; a second fault after that decides. */
const SUSPECT_MS = 86_400_000

export function isDomain({ key, entries }: Account): boolean {
  return isDomainAccount(key.address) && entries.length === 0
}

/** Marks the domains whose faults are in this batch. */
export async function touchDomains(
  reader: Reader, tenant: string,
  { fates, domains }: { readonly fates: readonly EventFate[]; readonly domains: DomainLives },
  accounts: Accounts, book: IncidentBook,
): Promise<void> {
  const faults = fates.filter(({ counted, evidence: { event } }) =>
    counted && event.kind === 'failed' && event.scope === 'domain'
    && (event.reason === 'domain-unknown' || event.reason === 'domain-no-mail'))
  for (const [domain, ofDomain] of Map.groupBy(faults, ({ evidence }) => evidence.domain)) {
    const row = await reader.get<{ at: number }>(
      'SELECT last_at AS at FROM domain_lives WHERE tenant = ? AND domain = ?', [tenant, domain])
    const aliveAt = Math.max(
      row?.at ?? Number.NEGATIVE_INFINITY, domains.get(domain) ?? Number.NEGATIVE_INFINITY)
    const at = Math.max(...ofDomain.map(({ evidence }) => evidence.at))
    if (aliveAt > at - ALIVE_MS) continue
    const account = await accounts.ofDomain(reader, domain)
    if (Number.isFinite(aliveAt)) addProof(account, { at: aliveAt, kind: 'delivered' })
    for (const { incident: id = '' } of ofDomain) {
      const incident = book.writes.changed.get(id)?.account.incidents.get(id)
      if (incident !== undefined) account.incidents.set(id, incident)
    }
    account.touched = true
  }
}

/** What the faults and signs of life of a domain make of it. */
export function domainState(
  { incidents, proofs, state: before }: Account, now: number,
): AddressState {
  const faults = [...incidents.values()].filter(({ held, voided }) => !held && !voided)
  const sights: DomainSight[] = [
    ...faults.map(({ at, reason }): DomainSight => ({
      at, what: reason === 'domain-no-mail' ? 'no-mail' : 'missing',
    })),
    ...proofs.map(({ at }): DomainSight => ({ at, what: 'fine' })),
  ]
  const { status, since, until, why } = decideDomain(sights, now)
  const waitUntil = (since ?? now) + SUSPECT_MS
  const state = status === 'dead' ? 'suppressed'
    : status === 'suspect' ? (waitUntil > now ? 'paused' : 'watch') : 'active'
  const end = state === 'paused' ? waitUntil : until
  const reason = faults.at(-1)?.reason
  const step: Step = {
    at: now, from: before?.status ?? 'active', to: state, why, track: 'domain',
    incidents: faults.slice(-10).map(({ id }) => id),
  }
  const isChanged = (before?.status ?? 'active') !== state
  return {
    status: state, complained: false, unsubscribed: false, manualBlock: false, meters: [],
    track: 'domain', steps: [...before?.steps ?? [], ...isChanged ? [step] : []].slice(-20),
    ...(since === undefined ? {} : { since }), ...(reason === undefined ? {} : { reason }),
    ...(end === undefined ? {} : { until: end, nextAt: end }),
  }
}
