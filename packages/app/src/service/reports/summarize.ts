// Makes a summary for people of what was gathered of a domain's reports.

import { sortFindings, worstIn } from '../prevent/severity.ts'
import { dmarcFindings, tlsFindings } from './findings.ts'
import { LISTED_MAX } from './limits.ts'
import { summarizeSources, type IsKnownSender } from './sources.ts'
import { tlsResult } from './tls-results.ts'
import {
  REPORT_AREAS, type DmarcLine, type DmarcSummary, type Gathered, type ReporterCounts,
  type ReportSummary, type SourceSummary, type TlsFailureSummary, type TlsLine, type TlsSummary,
} from './types.ts'

export function summarize(gathered: Gathered, isKnown: IsKnownSender): ReportSummary {
  const { domain, from, until, reporters, days, unread, unverified } = gathered
  const sources = summarizeSources(gathered.dmarc, isKnown)
  const dmarc = summarizeDmarc(gathered, sources)
  const tls = summarizeTls(gathered)
  const findings = sortFindings([
    ...dmarc === undefined ? [] : dmarcFindings(domain, dmarc, sources),
    ...tls === undefined ? [] : tlsFindings(domain, tls),
  ], REPORT_AREAS)
  return {
    domain, from, until, reporters, days, unread, unverified, findings,
    ...dmarc === undefined ? {} : { dmarc }, ...tls === undefined ? {} : { tls },
    areas: REPORT_AREAS.flatMap((area) => {
      const severity = worstIn(findings, area)
      return severity === undefined ? [] : [{ area, severity }]
    }),
  }
}

function reportsOf({ reporters }: Gathered, kind: 'dmarc' | 'tls'): number {
  return reporters.filter((one) => one.kind === kind).reduce((sum, { reports }) => sum + reports, 0)
}

function summarizeDmarc(
  gathered: Gathered, sources: readonly SourceSummary[],
): DmarcSummary | undefined {
  const reports = reportsOf(gathered, 'dmarc')
  if (reports === 0) return undefined
  const { dmarc, policies: [latest], reporters } = gathered
  const count = (isMeant: (line: DmarcLine) => boolean): number =>
    dmarc.filter(isMeant).reduce((sum, { messages }) => sum + messages, 0)
  // Exact even where so many different lines are kept that not all were gathered.
  const total = (of: (counts: ReporterCounts) => number): number =>
    reporters.filter(({ kind }) => kind === 'dmarc').reduce((sum, one) => sum + of(one), 0)
  const types = new Set(dmarc.flatMap(({ override }) => override === '' ? [] : [override]))
  return {
    reports, messages: total(({ passed, failed }) => passed + failed),
    aligned: total(({ passed }) => passed),
    ...latest === undefined ? {} : { policy: latest.policy }, errors: gathered.errors,
    applied: {
      none: count(({ disposition }) => disposition === 'none'),
      quarantine: count(({ disposition }) => disposition === 'quarantine'),
      reject: count(({ disposition }) => disposition === 'reject'),
    },
    overrides: [...types]
      .map((type) => ({ type, messages: count(({ override }) => override === type) }))
      .sort((a, b) => b.messages - a.messages).slice(0, LISTED_MAX),
    sources: sources.slice(0, LISTED_MAX), sourceCount: sources.length,
  }
}

function summarizeTls(gathered: Gathered): TlsSummary | undefined {
  const reports = reportsOf(gathered, 'tls')
  if (reports === 0) return undefined
  const { tls, domain } = gathered
  const succeeded = sessionsOf(tls.filter(({ result }) => result === ''))
  const failing = tls.filter(({ result }) => result !== '')
  return {
    reports, succeeded, failed: sessionsOf(failing),
    policies: [...Map.groupBy(tls, ({ policyType }) => policyType)].map(([type, lines]) => ({
      type, succeeded: sessionsOf(lines.filter(({ result }) => result === '')),
      failed: sessionsOf(lines.filter(({ result }) => result !== '')),
    })),
    failures: [...Map.groupBy(failing, keyOfFailure).values()]
      .flatMap((lines) => summarizeFailure(lines, domain))
      .sort((a, b) => b.sessions - a.sessions).slice(0, LISTED_MAX),
  }
}

function keyOfFailure({ policyType, result }: TlsLine): string {
  return `${policyType} ${result}`
}

function summarizeFailure(lines: readonly TlsLine[], domain: string): TlsFailureSummary[] {
  const [first] = lines
  if (first === undefined) return []
  const { policyType, result } = first
  const hosts = new Set(lines.flatMap(({ mxHost }) => mxHost === '' ? [] : [mxHost]))
  return [{
    policyType, result, sessions: sessionsOf(lines), mxHosts: [...hosts].slice(0, 10),
    ...tlsResult(result, domain),
  }]
}

function sessionsOf(lines: readonly TlsLine[]): number {
  return lines.reduce((sum, { sessions }) => sum + sessions, 0)
}
