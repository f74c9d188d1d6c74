// From a report as it was read to the lines that are kept of it: few enough, whatever was sent.

import type {
  AggregateReport, DkimOutcome, DmarcRecord, DmarcReport, TlsPolicy,
} from '@carom/core/reports'
import { isAligned } from '../prevent/dns/aligned.ts'
import { LINES_MAX } from './limits.ts'
import type { DmarcLine, KeptReport, TlsLine } from './types.ts'

/** One for each domain; a report that follows the standards is about one. */
export function keptReports(report: AggregateReport, problems: readonly string[]): KeptReport[] {
  const { kind, reporter, contact = '', reportId, from, until } = report
  const head = { kind, reporter, contact, reportId, from, until }
  if (report.kind === 'dmarc') {
    return [{
      ...head, domain: report.domain, policy: report.policy,
      errors: report.errors, problems, dmarc: dmarcLines(report), tls: [],
    }]
  }
  return [...Map.groupBy(report.policies, ({ domain }) => domain)].map(([domain, policies]) =>
    ({
      ...head, domain, errors: [], problems, dmarc: [],
      tls: policies.flatMap(tlsLines).slice(0, LINES_MAX),
    }))
}

function dmarcLines({ records }: DmarcReport): DmarcLine[] {
  const lines = sumUp(records.map(toLine), 'messages')
  const [listed, others] = [lines.slice(0, LINES_MAX), lines.slice(LINES_MAX)]
  const nobody = { ip: '', spfDomain: '', dkimDomain: '', dkimSelector: '', headerFrom: '' }
  return [...listed, ...sumUp(others.map((line) => ({ ...line, ...nobody })), 'messages')]
}

function toLine(record: DmarcRecord): DmarcLine {
  const { ip, messages, disposition, dkim, spf, overrides, headerFrom, spfOutcome } = record
  const signature = mainSignature(record)
  return {
    ip, messages, disposition, dkim, spf, override: overrides[0] ?? '', headerFrom,
    spfDomain: spfOutcome?.domain ?? '', spfResult: spfOutcome?.result ?? '',
    dkimDomain: signature?.domain ?? '', dkimSelector: signature?.selector ?? '',
    dkimResult: signature?.result ?? '',
  }
}

/** The one that decided: of the domain in From where there is one, and rather one that passed. */
function mainSignature({ signatures, headerFrom }: DmarcRecord): DkimOutcome | undefined {
  const own = signatures.filter(({ domain }) => isAligned(domain, headerFrom))
  const hasPassed = ({ result }: { readonly result: string }): boolean => result === 'pass'
  return own.find(hasPassed) ?? own[0] ?? signatures.find(hasPassed) ?? signatures[0]
}

function tlsLines({ type, mode = '', succeeded, failed, failures }: TlsPolicy): TlsLine[] {
  const base = { policyType: type, mode, mxHost: '', sendingIp: '', detail: '' }
  const lines = failures.map((failure): TlsLine => ({
    ...base, result: failure.result, sessions: failure.sessions, mxHost: failure.mxHost ?? '',
    sendingIp: failure.sendingIp ?? '', detail: failure.detail ?? '',
  }))
  const told = lines.reduce((sum, { sessions }) => sum + sessions, 0)
  return [
    { ...base, result: '', sessions: succeeded },
    ...failed > told ? [{ ...base, result: 'not-told', sessions: failed - told }] : [],
    ...sumUp(lines, 'sessions'),
  ]
}

/** Lines that differ in nothing but the count become one; those with most come first. */
export function sumUp<Count extends string, Line extends { readonly [Name in Count]: number }>(
  lines: readonly Line[], count: Count,
): Line[] {
  const sums = new Map<string, Line>()
  for (const line of lines) {
    const key = JSON.stringify({ ...line, [count]: 0 })
    const sum = sums.get(key)
    sums.set(key, sum === undefined ? line : { ...sum, [count]: sum[count] + line[count] })
  }
  return [...sums.values()].sort((a, b) => b[count] - a[count])
}

/** Messages or sessions that went well and that did not. */
export function countReport(
  { kind, dmarc, tls }: KeptReport,
): { readonly passed: number; readonly failed: number } {
  const all = kind === 'tls'
    ? tls.map(({ sessions, result }) => ({ n: sessions, isGood: result === '' }))
    : dmarc.map(({ messages, dkim, spf }) => ({ n: messages, isGood: dkim || spf }))
  const sum = (isGood: boolean): number => all.filter((one) => one.isGood === isGood)
    .reduce((total, { n }) => total + n, 0)
  return { passed: sum(true), failed: sum(false) }
}
