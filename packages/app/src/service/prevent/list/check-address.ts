// One address of a list, as far as can be said without sending anything.

import type { AddressEquivalence } from '@carom/core'
import { checkSyntax, type SyntaxResult, type TypoFinder } from '@carom/core/prevent'
import { detached } from '../../../csv/read-row.ts'
import { createAddressReader } from '../../check/plain-address.ts'
import type { Dns } from '../dns/types.ts'
import { checkDomainHealth } from './domain-health.ts'
import { chanceOf, statusOf } from './estimate.ts'
import type { KnownNames } from './known-names.ts'
import { createSeen, type Seen } from './seen.ts'
import type { CheckedAddress, LifeFacts, ListFinding } from './types.ts'

export type AddressRow = {
  readonly address: string
  /** When it was confirmed: a time, or a word of yes and no; undefined where no column tells. */
  readonly confirmed?: string | undefined
  /** When its owner last did something. */
  readonly active?: string | undefined
}

/** What the service knows: whether mail to it is held back, and what of its owner. */
export type KnownAnswer = LifeFacts & {
  readonly answer: 'send' | 'hold' | 'do-not-send'
  readonly reason?: string
}

export type AddressCheckerOptions = {
  readonly names: KnownNames
  readonly typos: TypoFinder
  readonly equivalence: AddressEquivalence
  /** Longer without a sign of life than this is inactive, in ms. @default 365 days */
  readonly inactiveMs: number
  readonly now: number
  /** Left out: domains are not looked up. */
  readonly dns?: Dns | undefined
  /** Which addresses came before. @default those that this checker has prepared */
  readonly seen?: Seen
}

/** A row as it was read: what can be said of it at once. */
export type PreparedRow = {
  readonly row: AddressRow
  readonly syntax: SyntaxResult
  readonly isRepeated: boolean
}

export type AddressChecker = {
  /** In the order of the rows: the first of two equal addresses is kept. */
  readonly prepare: (row: AddressRow) => PreparedRow
  readonly check: (
    prepared: PreparedRow, known: KnownAnswer | undefined,
  ) => CheckedAddress | Promise<CheckedAddress>
}

export function createAddressChecker(options: AddressCheckerOptions): AddressChecker {
  const domains = new Map<string, Promise<readonly ListFinding[]>>()
  const facts = new Map<string, DomainFacts>()
  const seen = options.seen ?? createSeen()
  const keys = createAddressReader(options.equivalence)

  function healthOf(domain: string, dns: Dns): Promise<readonly ListFinding[]> {
    const kept = domains.get(domain)
    if (kept !== undefined) return kept
    const health = checkDomainHealth(dns, domain)
    domains.set(domain, health)
    return health
  }

  function factsOf(domain: string): DomainFacts {
    const kept = facts.get(domain)
    if (kept !== undefined) return kept
    const typo = options.typos.suggest(domain)
    const made = { typo, isDisposable: options.names.isDisposable(domain) }
    if (facts.size >= DOMAINS_KEPT_MAX) facts.clear()
    facts.set(detached(domain), made)
    return made
  }

  return {
    prepare(row) {
      const syntax = checkSyntax(row.address)
      const isRepeated = syntax.kind === 'valid' &&
        !seen.add(keys.read(syntax.address))
      return { row, syntax, isRepeated }
    },
    check({ row, syntax, isRepeated }, known) {
      if (syntax.kind === 'invalid') {
        return conclude([{ reason: 'syntax', about: syntax.problem, confidence: 1 }])
      }
      const { local, domain, notes } = syntax
      const { typo, isDisposable } = factsOf(domain)
      const findings = [
        ...knownFindings(known),
        ...isRepeated ? REPEATED : NONE,
        ...typo === undefined ? NONE : [{
          reason: 'typo', about: domain, confidence: typo.confidence,
        } as const],
        ...isDisposable ? DISPOSABLE : NONE,
        ...options.names.isRole(local)
          ? [{ reason: 'role', about: local, confidence: 0.9 } as const] : NONE,
        ...lifeFindings(row, known, options),
        ...notes.length === 0 ? NONE : [{
          reason: 'unusual', about: notes.join(' '), confidence: 0.5,
        } as const],
      ]
      const suggestion = typo === undefined ? undefined : `${local}@${typo.domain}`
      const { dns } = options
      return dns === undefined || domain.startsWith('[') ? conclude(findings, suggestion)
        : concludeWith(healthOf(domain, dns), findings, suggestion)
    },
  }
}

/** What a domain says against all its addresses. */
type DomainFacts = {
  readonly typo: ReturnType<TypoFinder['suggest']>
  readonly isDisposable: boolean
}

/** Of more domains it is found out anew. */
const DOMAINS_KEPT_MAX = 200_000

const NONE: readonly ListFinding[] = []
const REPEATED: readonly ListFinding[] = [{ reason: 'duplicate', confidence: 1 }]
const DISPOSABLE: readonly ListFinding[] = [{ reason: 'disposable', confidence: 0.95 }]

async function concludeWith(
  health: Promise<readonly ListFinding[]>, findings: readonly ListFinding[],
  suggestion: string | undefined,
): Promise<CheckedAddress> {
  return conclude([...await health, ...findings], suggestion)
}

/** Nearly all addresses of a sound list. */
const GOOD: CheckedAddress =
  { status: 'good', findings: [], bounceChance: chanceOf([]) }

/** What all findings together say of an address. */
export function conclude(
  findings: readonly ListFinding[], suggestion?: string | undefined,
): CheckedAddress {
  if (findings.length === 0) return GOOD
  return {
    status: statusOf(findings), findings, bounceChance: chanceOf(findings),
    ...(suggestion === undefined ? {} : { suggestion }),
  }
}

function knownFindings(known: KnownAnswer | undefined): readonly ListFinding[] {
  if (known === undefined || known.answer === 'send') return NONE
  const reason = known.answer === 'hold' ? 'held' : 'suppressed'
  return [{ reason, confidence: 1, ...known.reason === undefined ? {} : { about: known.reason } }]
}

const NO: ReadonlySet<string> = new Set([
  '', '0', 'false', 'no', 'n', 'none', 'null', 'pending', 'unconfirmed', '0000-00-00 00:00:00',
])

/** The ledger and the columns add to each other: one of them may know what the other missed. */
function lifeFindings(
  { confirmed, active }: AddressRow, known: LifeFacts | undefined,
  { inactiveMs, now }: AddressCheckerOptions,
): readonly ListFinding[] {
  const { lastLifeAt, askedAt, confirmedAt } = known ?? NO_LIFE
  if ((confirmed ?? active ?? lastLifeAt ?? askedAt) === undefined) return NONE
  const findings: ListFinding[] = []
  const isDenied = confirmed !== undefined && NO.has(confirmed.trim().toLowerCase())
  const isConfirmed = confirmedAt !== undefined || (confirmed !== undefined && !isDenied)
  if ((isDenied || askedAt !== undefined) && !isConfirmed) {
    findings.push({ reason: 'unconfirmed', confidence: 1 })
  }
  const told = active === undefined ? Number.NaN : Date.parse(active)
  const at = Number.isNaN(told) ? lastLifeAt : Math.max(told, lastLifeAt ?? told)
  if (at !== undefined && now - at > inactiveMs) {
    const days = Math.floor((now - at) / 86_400_000)
    findings.push({ reason: 'inactive', about: `${days} days`, confidence: 1 })
  }
  return findings
}

const NO_LIFE: LifeFacts = {}
