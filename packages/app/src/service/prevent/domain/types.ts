// What a check of a domain asks and finds.

import type { Dns } from '../dns/types.ts'
import type { Severity } from '../severity.ts'

/** Parts of a domain's set-up, in the order in which they are shown. */
export const AREAS = [
  'spf', 'dkim', 'dmarc', 'return-path', 'sending-host', 'mx', 'mta-sts', 'tls-rpt', 'dane', 'bimi',
  'blocklists',
] as const

export type Area = (typeof AREAS)[number]

/** What to change. */
export type Fix =
  | { readonly kind: 'publish' | 'replace' | 'remove'; readonly record: DnsRecordText }
  | { readonly kind: 'do'; readonly text: string }

/** A record as it is typed into a zone or a form. */
export type DnsRecordText = {
  readonly name: string
  readonly type: 'TXT' | 'MX' | 'A' | 'PTR' | 'TLSA'
  readonly value: string
}

export type Finding = {
  /** Path of what was found: `spf/too-many-lookups`. */
  readonly id: string
  readonly area: Area
  readonly severity: Severity
  /** A sentence for people. */
  readonly text: string
  readonly fix?: Fix
  /** The record it was found in. */
  readonly record?: string
  /** RFC and section it stands on. */
  readonly source?: string
}

export type DomainQuestion = {
  /** Domain of the From field. */
  readonly domain: string
  /** Domain of the envelope sender; the same where it is left out. */
  readonly returnPath?: string | undefined
  /** DKIM selectors; common ones are tried where there are none. */
  readonly selectors?: readonly string[] | undefined
  /** Addresses that mail is sent from. */
  readonly ips?: readonly string[] | undefined
  /** Zones of block lists to ask about the addresses and the domain; none where it is left out. */
  readonly blocklists?: readonly string[] | undefined
  /** Name that the sending host says in HELO. */
  readonly helo?: string | undefined
}

export type AreaReport = { readonly area: Area; readonly severity: Severity }

export type DomainReport = {
  readonly domain: string
  /**
   * A to F: the worst of what keeps mail from arriving counts most. `unknown` where nothing bad was
   * found, and the DNS did not answer all that counts.
   */
  readonly grade: 'A' | 'B' | 'C' | 'D' | 'F' | 'unknown'
  readonly areas: readonly AreaReport[]
  /** Worst first within each area. */
  readonly findings: readonly Finding[]
}

export type DomainDeps = {
  readonly dns: Dns
  /**
   * Fetches a policy by https; undefined where it cannot be had.
   * Left out: policies are not looked at.
   */
  readonly fetchText?: ((url: string) => Promise<string | undefined>) | undefined
  /** What receivers reported, as notes; left out: nobody knows. */
  readonly reported?: ((domain: string) => Promise<readonly Finding[]>) | undefined
}
