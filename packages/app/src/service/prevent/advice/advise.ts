// Advice on addresses that are about to be mailed: from memory and the store, and from the DNS as
// far as it was asked before, or is to be asked now within bounds. It never changes the answer
// whether one may send.

import { setImmediate as giveWay, setTimeout as sleep } from 'node:timers/promises'
import { receiverOfHost, type AddressEquivalence } from '@carom/core'
import { checkSyntax, type TypoFinder } from '@carom/core/prevent'
import type { AddressMask } from '../../check/hashed-address.ts'
import { createAddressReader } from '../../check/plain-address.ts'
import type { Reader } from '../../store/types.ts'
import { NOT_ASKED, type DnsClient } from '../dns/client.ts'
import { recordsOf } from '../dns/types.ts'
import { advisePacing, type PacingAdvice } from '../habits/pacing.ts'
import {
  conclude, createAddressChecker, type AddressChecker, type KnownAnswer,
} from '../list/check-address.ts'
import { checkDomainHealth } from '../list/domain-health.ts'
import { loadKnownNames } from '../list/known-names.ts'
import type { Seen } from '../list/seen.ts'
import type { ListFinding } from '../list/types.ts'
import { readAddressFacts, readListHabits } from './facts.ts'
import { createKept, type Kept } from './kept.ts'
import type { CheckAdvice, ListHabits, MailFacts, ReceiverPace } from './types.ts'

const KEEP_MS = 60_000
/** Addresses between two turns of other work: some ten milliseconds. */
const ADDRESSES_AT_ONCE = 500
/** Of one question: domains that are asked about, and how long all of them may take. */
const DOMAINS_ASKED_MAX = 1_000
const DNS_MS_MAX = 5_000

export type AdviserDeps = {
  readonly store: Reader
  readonly now: () => number
  readonly dns: DnsClient
  /** Of a tenant, who knows its own domains. */
  readonly typos: Kept<TypoFinder>
  readonly equivalence: AddressEquivalence
  readonly mask?: AddressMask | undefined
  readonly inactiveMs: number
  readonly mailsPerWeekMax: number
}

export type AdviceQuery = {
  readonly address: string
  /** Left out: the address as such. */
  readonly list?: string | undefined
  /** What the ledger answered. */
  readonly known: KnownAnswer
}

export type Advise = (
  tenant: string, queries: readonly AdviceQuery[], options: { readonly asksDns: boolean },
) => Promise<readonly CheckAdvice[]>

type Paces = ReadonlyMap<string, PacingAdvice>

export function createAdviser(deps: AdviserDeps): Advise {
  const { store, now } = deps
  const keys = createAddressReader(deps.equivalence, deps.mask)
  const paces = createKept<Paces>(async (tenant) => {
    const rows = await advisePacing(store, tenant, now())
    return new Map(rows.map((row) => [row.receiver, row]))
  }, KEEP_MS, now)
  const habits = createKept<ListHabits>((key) => {
    const [tenant, list] = JSON.parse(key) as [string, string]
    return readListHabits(store, tenant, list, now())
  }, KEEP_MS, now)

  return async (tenant, queries, { asksDns }) => {
    const checker = createAddressChecker({
      ...deps, now: now(), names: await loadKnownNames(), typos: await deps.typos.get(tenant),
      dns: undefined, seen: NEVER_SEEN,
    })
    if (asksDns) await askDomains(deps.dns, queries)
    const aids: Aids = {
      checker, dns: deps.dns, paces: await paces.get(tenant), healths: new Map(), now: now(),
    }
    const advice: CheckAdvice[] = []
    for (let from = 0; from < queries.length; from += ADDRESSES_AT_ONCE) {
      const part = queries.slice(from, from + ADDRESSES_AT_ONCE)
      const facts = await readFacts(deps, tenant, part, keys.read)
      for (const query of part) {
        const known = facts.get(factKey(query.list ?? '', keys.read(query.address))) ?? NO_FACTS
        const one = await adviseOne(query, known, aids)
        const { list } = query
        advice.push(list === undefined ? one
          : { ...one, list: await habits.get(JSON.stringify([tenant, list])) })
      }
      await giveWay()
    }
    return advice
  }
}

const NO_FACTS: MailFacts = { sentInWeek: 0 }

/** Who asks twice about an address has not put it twice on a list. */
const NEVER_SEEN: Seen = { add: () => true }

function factKey(list: string, address: string): string {
  return `${list}\n${address}`
}

/** By list and address. */
async function readFacts(
  { store, now, mailsPerWeekMax }: AdviserDeps, tenant: string, queries: readonly AdviceQuery[],
  read: (address: string) => string,
): Promise<ReadonlyMap<string, MailFacts>> {
  const all = new Map<string, MailFacts>()
  for (const [list, part] of Map.groupBy(queries, (query) => query.list ?? '')) {
    const addresses = [...new Set(part.map(({ address }) => read(address)))]
    const facts = await readAddressFacts(
      store, { tenant, addresses, list, now: now(), mailsPerWeekMax })
    for (const [address, fact] of facts) all.set(factKey(list, address), fact)
  }
  return all
}

/** What is answered in time is kept, and read from there. */
async function askDomains(dns: DnsClient, queries: readonly AdviceQuery[]): Promise<void> {
  const domains = new Set(queries.map(({ address }) => checkSyntax(address))
    .flatMap((syntax) => syntax.kind === 'valid' ? [syntax.domain] : []))
  const over = new AbortController()
  const asked = [...domains].slice(0, DOMAINS_ASKED_MAX)
    .map((domain) => checkDomainHealth(dns, domain))
  const timeOut = sleep(DNS_MS_MAX, undefined, { signal: over.signal }).catch(() => undefined)
  await Promise.race([Promise.all(asked), timeOut])
  over.abort()
}

/** What the advice on each address of one question is made with. */
type Aids = {
  readonly checker: AddressChecker
  readonly dns: DnsClient
  readonly paces: Paces
  readonly healths: Map<string, Promise<readonly ListFinding[]>>
  readonly now: number
}

async function adviseOne(
  { address, known }: AdviceQuery, mail: MailFacts, aids: Aids,
): Promise<CheckAdvice> {
  const prepared = aids.checker.prepare({ address })
  const { syntax } = prepared
  const checked = await aids.checker.check(prepared, { ...known, ...mail })
  if (syntax.kind === 'invalid') return { ...checked, dns: 'not-asked', mail }
  const { domain } = syntax
  const pacing = await paceOf(domain, aids)
  const more = { mail, ...pacing === undefined ? {} : { pacing } }
  const health = domain.startsWith('[') ? UNASKED : await healthOf(domain, aids)
  if (isUnasked(health)) return { ...checked, dns: 'not-asked', ...more }
  const isTold = health.every(({ reason }) => reason !== 'dns-unknown')
  return {
    ...conclude([...health, ...checked.findings], checked.suggestion),
    dns: isTold ? 'answered' : 'unanswered', ...more,
  }
}

const UNASKED: readonly ListFinding[] =
  [{ reason: 'dns-unknown', about: NOT_ASKED, confidence: 1 }]

function isUnasked(health: readonly ListFinding[]): boolean {
  return health.some(({ about }) => about === NOT_ASKED)
}

function healthOf(domain: string, { dns, healths }: Aids): Promise<readonly ListFinding[]> {
  const known = healths.get(domain)
  if (known !== undefined) return known
  const health = checkDomainHealth(dns.kept, domain)
  healths.set(domain, health)
  return health
}

/** A domain of one's own may be kept by a large receiver: its mail hosts tell, where known. */
async function paceOf(
  domain: string, { dns, paces, now }: Aids,
): Promise<ReceiverPace | undefined> {
  if (paces.size === 0) return undefined
  const [mx] = recordsOf(await dns.kept.lookup(domain, 'MX'))
  const receiver = receiverOfHost(domain) ??
    (mx === undefined ? undefined : receiverOfHost(mx.exchange)) ?? domain
  const found = paces.get(receiver)
  if (found === undefined) return undefined
  const { waves, perMinute, resumeAt } = found
  return {
    receiver, lastAt: waves[0]?.untilAt ?? 0,
    ...perMinute === undefined ? {} : { perMinute },
    ...resumeAt === undefined || resumeAt <= now ? {} : { resumeAt },
  }
}
