// Checks before anything is sent, as the service answers them: a domain, an address, a message, and
// what one's own bounces tell of typing mistakes.

import type { AddressEquivalence } from '@carom/core'
import { checkSyntax, createTypoFinder } from '@carom/core/prevent'
import type { AddressMask } from '../check/hashed-address.ts'
import type { Log } from '../log.ts'
import { gatherKept, listReportedDomains } from '../reports/gather.ts'
import type { OriginDeps } from '../reports/origin.ts'
import { createSenderMatch } from '../reports/sources.ts'
import { summarize } from '../reports/summarize.ts'
import { verifyReports } from '../reports/verify.ts'
import type { Store } from '../store/types.ts'
import { createAdviser } from './advice/advise.ts'
import { createKept } from './advice/kept.ts'
import { createDnsClient, DNS_CLIENT_DEFAULTS } from './dns/client.ts'
import { resolverOf } from './dns/resolver.ts'
import { checkDomain } from './domain/check.ts'
import { createReported } from './domain/reported.ts'
import { measureFrequency } from './habits/frequency.ts'
import { measureHabits } from './habits/measure.ts'
import { advisePacing, formatShaping } from './habits/pacing.ts'
import { measureVolume } from './habits/volume.ts'
import { planFor } from './habits/warm-up.ts'
import { createAddressChecker, type KnownAnswer } from './list/check-address.ts'
import { createKnownAnswers, type AskKnown } from './list/known-answers.ts'
import { loadKnownNames } from './list/known-names.ts'
import { createListDesk } from './lists/desk.ts'
import { checkMessage } from './message/check.ts'
import { createRspamd, createSpamd, readSpamdPlace } from './message/filters.ts'
import { readRefused } from './message/refused.ts'
import type { MessageCheckOptions } from './message/types.ts'
import type { PreventOptions } from './options.ts'
import { createReputation } from './reputation/reputation.ts'
import type { AddressAdvice, Prevent } from './types.ts'
import { readOwnDomains } from './own-domains.ts'
import { findTypos } from './typos.ts'

const DAY_MS = 86_400_000
/** How long own domains are taken to be as frequent as they were, and of how many tenants. */
const TYPOS_MS = 3_600_000
const TYPO_TENANTS_MAX = 20

export type PreventDeps = {
  readonly store: Store
  readonly now: () => number
  readonly equivalence: AddressEquivalence
  /** Where addresses are kept as hashes. */
  readonly mask?: AddressMask | undefined
  /** What the ledger says of an address. */
  readonly ask: (tenant: string, address: string) => Promise<KnownAnswer | undefined>
  /** The same of many, for one list. */
  readonly askMany: AskKnown
  readonly log: Log
  /** Own mail servers, whose word on who sent a mail counts. */
  readonly border: Pick<OriginDeps, 'authservIds' | 'receivedBy'>
  readonly newListId?: (() => string) | undefined
  /** Fetches a policy by https; undefined where it cannot be had. */
  readonly fetchText: (url: string) => Promise<string | undefined>
}

export function createPrevent(options: PreventOptions, deps: PreventDeps): Prevent {
  const dns = createDnsClient({
    ...DNS_CLIENT_DEFAULTS, servers: options.dnsServers, timeoutMs: options.dnsTimeoutMs,
    concurrency: options.dnsConcurrency,
  }, deps.now)
  const typos = createKept(async (tenant) =>
    createTypoFinder({ own: await readOwnDomains(deps.store, tenant) }),
  TYPOS_MS, deps.now, TYPO_TENANTS_MAX)
  const filter = filterOf(options)
  const { mailsPerWeekMax } = options
  const inactiveMs = options.inactiveDays * DAY_MS
  const isOwnSender = createSenderMatch(options.senders)

  async function advise(tenant: string, address: string): Promise<AddressAdvice> {
    const checker = createAddressChecker({
      dns, typos: await typos.get(tenant), names: await loadKnownNames(),
      equivalence: deps.equivalence, now: deps.now(), inactiveMs,
    })
    const prepared = checker.prepare({ address })
    const { syntax } = prepared
    const known = syntax.kind === 'valid' ? await deps.ask(tenant, syntax.address) : undefined
    const checked = await checker.check(prepared, known)
    return {
      address, ...checked,
      syntax: syntax.kind === 'valid' ? { valid: true, notes: syntax.notes }
        : { valid: false, problem: syntax.problem, notes: [] },
    }
  }

  return {
    readDomain,
    domain: (tenant, question) => checkDomain(question, {
      dns, fetchText: deps.fetchText,
      reported: createReported({ ...deps, isOwnSender }, tenant),
    }),
    address: advise,
    advise: createAdviser({ ...deps, dns, typos, inactiveMs, mailsPerWeekMax }),
    lists: createListDesk({
      bytesMax: options.listBytesMax, listsMax: options.listsMax,
      keepHours: options.listKeepHours,
    }, {
      ...deps, dns, inactiveDays: options.inactiveDays, newId: deps.newListId,
      ask: createKnownAnswers({ ...deps, ask: deps.askMany }),
    }),
    message: (tenant, bytes, asked) => checkMessage(bytes, {
      ...asked, now: deps.now(), dns, blocklists: options.blocklists,
      refused: (names) => readRefused(deps.store, tenant, names, deps.now()),
      ...filter === undefined ? {} : { filter },
    }),
    typos: async (tenant, limit) =>
      await findTypos(deps.store, tenant, await typos.get(tenant), limit),
    habits: async (tenant, time) =>
      await measureHabits(deps.store, tenant, time, await typos.get(tenant)),
    async reports(tenant, domain, time) {
      const gathered = await gatherKept(deps.store, { tenant, domain, ...time })
      return gathered === undefined ? undefined : summarize(gathered, isOwnSender)
    },
    verifyReports: () => verifyReports({ ...deps, ...deps.border, resolve: resolverOf(dns) }),
    reputation: createReputation(options, { ...deps, dns }),
    reportedDomains: (tenant, time) => listReportedDomains(deps.store, tenant, time),
    volume: (tenant, question) => measureVolume(deps.store, tenant, question),
    frequency: (tenant, time) =>
      measureFrequency(deps.store, tenant, { ...time, mailsPerWeekMax }),
    warmUp: (tenant, question) => planFor(deps.store, tenant, { ...question, now: deps.now() }),
    pacing: (tenant, receiver) => advisePacing(deps.store, tenant, deps.now(), receiver),
    formatShaping,
  }
}

function filterOf({ rspamd, spamd }: PreventOptions): MessageCheckOptions['filter'] {
  if (rspamd !== undefined) return createRspamd(rspamd)
  if (spamd === undefined) return undefined
  const { host, port } = readSpamdPlace(spamd)
  return createSpamd(host, port)
}

function readDomain(text: string): string | undefined {
  const result = checkSyntax(`a@${text.trim().toLowerCase()}`)
  return result.kind === 'valid' && !result.domain.startsWith('[') ? result.domain : undefined
}
