// Reports of receivers as they are kept, and what is told of them.

import type { Disposition, PublishedPolicy } from '@carom/core/reports'
import type { Severity } from '../prevent/severity.ts'

/** Messages from one source that fared alike; texts are empty where nothing is told. */
export type DmarcLine = {
  /** Empty for what was summed up. */
  readonly ip: string
  readonly messages: number
  readonly disposition: Disposition
  readonly dkim: boolean
  readonly spf: boolean
  readonly override: string
  readonly headerFrom: string
  readonly spfDomain: string
  readonly spfResult: string
  readonly dkimDomain: string
  readonly dkimSelector: string
  readonly dkimResult: string
}

/** Sessions that ended alike. */
export type TlsLine = {
  readonly policyType: string
  readonly mode: string
  /** Empty: they succeeded. */
  readonly result: string
  readonly sessions: number
  readonly mxHost: string
  readonly sendingIp: string
  readonly detail: string
}

/** Who sent a report, as far as its mail proves it. */
export type Origin = {
  /** The domain that the mail proved; empty where it proved none. */
  readonly sender: string
  /** Why the report counts for nothing; empty: it is proven. */
  readonly problem: string
}

export type KeptReport = {
  /** `unread`: meant as a report, and damaged. */
  readonly kind: 'dmarc' | 'tls' | 'unread'
  readonly reporter: string
  readonly contact: string
  readonly reportId: string
  readonly domain: string
  readonly from: number
  readonly until: number
  readonly policy?: PublishedPolicy
  /** What the reporter found wrong with the DMARC record. */
  readonly errors: readonly string[]
  /** What was damaged in the report. */
  readonly problems: readonly string[]
  readonly dmarc: readonly DmarcLine[]
  readonly tls: readonly TlsLine[]
  /** Absent: somebody who may do so handed it in. */
  readonly origin?: Origin
}

/** Everything that a summary is made of, whatever it was read from. */
export type Gathered = {
  readonly domain: string
  readonly from: number
  readonly until: number
  readonly reporters: readonly ReporterCounts[]
  readonly days: readonly DayCounts[]
  /** The latest of each reporter, the latest first. */
  readonly policies: readonly { readonly reporter: string; readonly policy: PublishedPolicy }[]
  readonly errors: readonly string[]
  readonly dmarc: readonly DmarcLine[]
  readonly tls: readonly TlsLine[]
  readonly unread: number
  readonly unverified: readonly UnverifiedCounts[]
}

type Counts = {
  readonly kind: KeptReport['kind']
  /** Messages that passed, or sessions that were encrypted as they should. */
  readonly passed: number
  readonly failed: number
}

export type ReporterCounts = Counts & { readonly reporter: string; readonly reports: number }
/** What claims to be of a reporter and is not proven to be: told, and counted nowhere else. */
export type UnverifiedCounts = ReporterCounts & Origin
export type DayCounts = Counts & { readonly day: string }

/**
 * - `known`: it is named in the configuration, or SPF of the domain names it.
 * - `signed`: its mail carries a signature of the domain: a service that sends for it, or a
 *   forwarder. `forwarder`: receivers say that it passes mail on. `unknown`: neither.
 */
export type Standing = 'known' | 'signed' | 'forwarder' | 'unknown'

export type SourceSummary = {
  readonly ip: string
  readonly standing: Standing
  readonly messages: number
  /** Of them, those that passed DMARC, and by what. */
  readonly aligned: number
  readonly byDkim: number
  readonly bySpf: number
  /** Quarantined or rejected. */
  readonly refused: number
  /** Why what failed did, the most frequent first. */
  readonly causes: readonly string[]
}

export type ReportFinding = {
  readonly id: string
  readonly area: ReportArea
  readonly severity: Severity
  readonly text: string
  readonly advice?: string
  readonly source?: string
}

export const REPORT_AREAS = ['dmarc', 'tls'] as const
export type ReportArea = (typeof REPORT_AREAS)[number]

export type DmarcSummary = {
  readonly reports: number
  readonly messages: number
  readonly aligned: number
  readonly policy?: PublishedPolicy
  /** What receivers found wrong with the DMARC record. */
  readonly errors: readonly string[]
  readonly applied: Readonly<Record<Disposition, number>>
  readonly overrides: readonly { readonly type: string; readonly messages: number }[]
  readonly sources: readonly SourceSummary[]
  readonly sourceCount: number
}

export type TlsFailureSummary = {
  readonly policyType: string
  readonly result: string
  readonly sessions: number
  readonly mxHosts: readonly string[]
  readonly meaning: string
  readonly remedy: string
}

export type TlsSummary = {
  readonly reports: number
  readonly succeeded: number
  readonly failed: number
  readonly policies: readonly {
    readonly type: string; readonly succeeded: number; readonly failed: number
  }[]
  readonly failures: readonly TlsFailureSummary[]
}

export type ReportSummary = {
  readonly domain: string
  readonly from: number
  readonly until: number
  readonly dmarc?: DmarcSummary
  readonly tls?: TlsSummary
  readonly reporters: readonly ReporterCounts[]
  readonly days: readonly DayCounts[]
  readonly areas: readonly { readonly area: ReportArea; readonly severity: Severity }[]
  readonly findings: readonly ReportFinding[]
  /** Meant as reports, and damaged. */
  readonly unread: number
  readonly unverified: readonly UnverifiedCounts[]
}
