// Faults of a whole domain (G9): a name that does not exist, a null MX (RFC 7505), no route. One
// state per domain with an end, asked of the DNS again, rather than a row for each address.

import { formatMoment } from '../duration.ts'

/** What one look at a domain showed, by a bounce or by our own lookup. */
export type DomainSight = {
  readonly at: number
  /** `unsure`: SERVFAIL or a time-out; it says nothing either way. */
  readonly what: 'missing' | 'no-mail' | 'unsure' | 'fine'
}

export type DomainState = {
  /** `suspect`: hold mail and look again; `dead`: mail no address of it until then. */
  readonly status: 'fine' | 'suspect' | 'dead'
  readonly since?: number
  readonly until?: number
  /** When to ask the DNS again. */
  readonly lookAt?: number
  readonly why: string
}

const HOUR_MS = 3_600_000
/** After a first fault the DNS is asked again so long after it. */
const DOMAIN_LOOKS_MS = [HOUR_MS, 6 * HOUR_MS, 24 * HOUR_MS]
/** Two faults this far apart, and nothing good between: no passing fault of the DNS. */
const CONFIRMED_AFTER_MS = 24 * HOUR_MS
/** Domains come back to life, with new owners: a dead one is looked at again after this. */
export const DOMAIN_TTL_MS: number = 30 * 24 * HOUR_MS

/** Pure; the sights may come in any order. */
export function decideDomain(sights: readonly DomainSight[], now: number): DomainState {
  const past = sights.filter(({ at, what }) => at <= now && what !== 'unsure')
    .sort((a, b) => a.at - b.at || order(a) - order(b))
  const lastFine = past.findLastIndex(({ what }) => what === 'fine')
  const faults = past.slice(lastFine + 1)
  const first = faults[0]
  const last = faults.at(-1)
  if (first === undefined || last === undefined) return { status: 'fine', why: 'No fault is known' }
  const what = last.what === 'missing' ? 'The domain does not exist' : 'The domain takes no mail'
  if (last.at - first.at < CONFIRMED_AFTER_MS) return suspect(first, now, what)
  const until = last.at + DOMAIN_TTL_MS
  if (until <= now) {
    return {
      status: 'suspect', since: until, lookAt: daily(until, now),
      why: `${what}, last seen ${formatMoment(last.at)}: look again`,
    }
  }
  return {
    status: 'dead', since: last.at, until, lookAt: until,
    why: `${what}: seen ${formatMoment(first.at)} and again ${formatMoment(last.at)}`,
  }
}

function suspect({ at }: DomainSight, now: number, what: string): DomainState {
  const next = DOMAIN_LOOKS_MS.map((ms) => at + ms).find((look) => look > now)
  return {
    status: 'suspect', since: at, lookAt: next ?? daily(at, now + 1),
    why: `${what}, since ${formatMoment(at)}: may be a passing fault, look again`,
  }
}

/** The first whole day after `from` that is not before `now`: a DNS that is silent is not urged. */
function daily(from: number, now: number): number {
  const dayMs = 24 * HOUR_MS
  return from + Math.ceil((now - from) / dayMs) * dayMs
}

/** Of what was seen at once the good news counts last. */
function order({ what }: DomainSight): number {
  return what === 'fine' ? 1 : 0
}
