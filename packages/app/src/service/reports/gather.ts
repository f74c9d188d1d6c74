// Gathers what reports say of each domain: from reports at hand, or from those that a store keeps.

import type { PublishedPolicy } from '@carom/core/reports'
import type { Reader } from '../store/types.ts'
import { GROUPS_MAX } from './limits.ts'
import { countReport, sumUp } from './lines.ts'
import type {
  DayCounts, DmarcLine, Gathered, KeptReport, ReporterCounts, TlsLine,
} from './types.ts'

const DAY_MS = 86_400_000

/** One for each domain, those with most reports first. */
export function gatherReports(reports: readonly KeptReport[]): Gathered[] {
  return [...Map.groupBy(reports, ({ domain }) => domain)]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([domain, own]) => gatherDomain(domain, own))
}

function gatherDomain(domain: string, reports: readonly KeptReport[]): Gathered {
  const latest = reports.toSorted((a, b) => b.until - a.until)
  const read = reports.filter(({ kind }) => kind !== 'unread')
  const told = read.map((report) =>
    ({ kind: report.kind, reporter: report.reporter, reports: 1, ...countReport(report) }))
  const daily = read.map((report) =>
    ({ kind: report.kind, day: dayOf(report.from), ...countReport(report) }))
  return {
    domain, from: Math.min(...reports.map(({ from }) => from)), until: latest[0]?.until ?? 0,
    reporters: addUp(told, ({ kind, reporter }) => `${kind} ${reporter}`),
    days: addUp(daily, ({ kind, day }) => `${kind} ${day}`).sort((a, b) => a.day < b.day ? -1 : 1),
    policies: latest.flatMap(({ reporter, policy }) =>
      policy === undefined ? [] : [{ reporter, policy }]),
    errors: [...new Set(reports.flatMap(({ errors }) => errors))],
    dmarc: sumUp(reports.flatMap((report) => report.dmarc), 'messages'),
    tls: sumUp(reports.flatMap((report) => report.tls), 'sessions'),
    unread: reports.length - read.length,
  }
}

type Counted = { readonly passed: number; readonly failed: number; readonly reports?: number }

/** Those with most first. */
function addUp<Row extends Counted>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] {
  const sums = new Map<string, Row>()
  for (const row of rows) {
    const sum = sums.get(keyOf(row))
    sums.set(keyOf(row), sum === undefined ? row : {
      ...sum, passed: sum.passed + row.passed, failed: sum.failed + row.failed,
      ...row.reports === undefined ? {} : { reports: (sum.reports ?? 0) + row.reports },
    })
  }
  return [...sums.values()].sort((a, b) => b.passed + b.failed - a.passed - a.failed)
}

function dayOf(time: number): string {
  return new Date(Math.floor(time / DAY_MS) * DAY_MS).toISOString().slice(0, 10)
}

export type ReportQuestion = {
  readonly tenant: string
  readonly domain: string
  readonly from: number
  readonly until: number
}

/** Undefined where no report about the domain is kept of that time. */
export async function gatherKept(
  reader: Reader, { tenant, domain, from, until }: ReportQuestion,
): Promise<Gathered | undefined> {
  const key = [tenant, domain, from, until]
  const within = 'tenant = ? AND domain = ? AND from_at >= ? AND from_at < ?'
  const reporters = await reader.all<Numbers<ReporterCounts>>(
    `SELECT kind, reporter, COUNT(*) AS reports, SUM(passed) AS passed, SUM(failed) AS failed
      FROM reports WHERE ${within} GROUP BY kind, reporter ORDER BY SUM(passed + failed) DESC`, key)
  if (reporters.length === 0) return undefined
  const days = await reader.all<Numbers<Omit<DayCounts, 'day'> & { readonly day: number }>>(
    `SELECT kind, from_at / ${DAY_MS} AS day, SUM(passed) AS passed, SUM(failed) AS failed
      FROM reports WHERE ${within} AND kind <> 'unread' GROUP BY kind, from_at / ${DAY_MS}
      ORDER BY 2`, key)
  const policies = await reader.all<{ readonly reporter: string; readonly policy: string }>(
    `SELECT reporter, policy FROM reports WHERE ${within} AND kind = 'dmarc'
      ORDER BY until_at DESC LIMIT 1`, key)
  const counts = reporters.map((row): ReporterCounts => ({
    kind: row.kind, reporter: row.reporter, reports: Number(row.reports),
    passed: Number(row.passed), failed: Number(row.failed),
  }))
  return {
    domain, from, until, reporters: counts.filter(({ kind }) => kind !== 'unread'),
    days: days.map(({ kind, day, passed, failed }) => ({
      kind, day: dayOf(Number(day) * DAY_MS), passed: Number(passed), failed: Number(failed),
    })),
    policies: policies.map(({ reporter, policy }) =>
      ({ reporter, policy: JSON.parse(policy) as PublishedPolicy })),
    errors: await errorsOf(reader, key),
    dmarc: await dmarcGroups(reader, key), tls: await tlsGroups(reader, key),
    unread: counts.filter(({ kind }) => kind === 'unread')
      .reduce((sum, { reports }) => sum + reports, 0),
  }
}

const ERRORS_MAX = 20

async function errorsOf(reader: Reader, key: readonly (string | number)[]): Promise<string[]> {
  const rows = await reader.all<{ readonly errors: string }>(
    `SELECT DISTINCT errors FROM reports WHERE tenant = ? AND domain = ? AND from_at >= ?
      AND from_at < ? AND errors <> '[]' LIMIT ${ERRORS_MAX}`, key)
  return [...new Set(rows.flatMap(({ errors }) => JSON.parse(errors) as string[]))]
}

/** PostgreSQL answers sums as texts. */
type Numbers<Row> = {
  readonly [Name in keyof Row]: Row[Name] extends number ? number | string : Row[Name]
}

const DMARC_FACTS = 'ip, disposition, dkim, spf, overridden, header_from, spf_domain, ' +
  'spf_result, dkim_domain, dkim_selector, dkim_result'

type SourceRow = {
  readonly ip: string; readonly disposition: DmarcLine['disposition']; readonly dkim: number
  readonly spf: number; readonly overridden: string; readonly header_from: string
  readonly spf_domain: string; readonly spf_result: string; readonly dkim_domain: string
  readonly dkim_selector: string; readonly dkim_result: string; readonly messages: number | string
}

async function dmarcGroups(
  reader: Reader, key: readonly (string | number)[],
): Promise<DmarcLine[]> {
  const rows = await reader.all<SourceRow>(
    `SELECT ${DMARC_FACTS}, SUM(messages) AS messages FROM report_sources
      WHERE tenant = ? AND domain = ? AND at >= ? AND at < ? GROUP BY ${DMARC_FACTS}
      ORDER BY SUM(messages) DESC LIMIT ${GROUPS_MAX}`, key)
  return rows.map((row) => ({
    ip: row.ip, messages: Number(row.messages), disposition: row.disposition,
    dkim: row.dkim === 1, spf: row.spf === 1, override: row.overridden,
    headerFrom: row.header_from, spfDomain: row.spf_domain, spfResult: row.spf_result,
    dkimDomain: row.dkim_domain, dkimSelector: row.dkim_selector, dkimResult: row.dkim_result,
  }))
}

async function tlsGroups(reader: Reader, key: readonly (string | number)[]): Promise<TlsLine[]> {
  const rows = await reader.all<{
    readonly policy_type: string; readonly mode: string; readonly result: string
    readonly mx_host: string; readonly sessions: number | string
  }>(
    `SELECT policy_type, mode, result, mx_host, SUM(sessions) AS sessions FROM report_sessions
      WHERE tenant = ? AND domain = ? AND at >= ? AND at < ?
      GROUP BY policy_type, mode, result, mx_host
      ORDER BY SUM(sessions) DESC LIMIT ${GROUPS_MAX}`, key)
  return rows.map((row) => ({
    policyType: row.policy_type, mode: row.mode, result: row.result, mxHost: row.mx_host,
    sessions: Number(row.sessions), sendingIp: '', detail: '',
  }))
}

/** A domain that reports are kept of. */
export type ReportedDomain = {
  readonly domain: string
  readonly reports: number
  readonly passed: number
  readonly failed: number
  readonly lastAt: number
}

const DOMAINS_MAX = 200

/** Those with most messages and sessions first. */
export async function listReportedDomains(
  reader: Reader, tenant: string, { from, until }: Pick<ReportQuestion, 'from' | 'until'>,
): Promise<ReportedDomain[]> {
  const rows = await reader.all<Numbers<Omit<ReportedDomain, 'lastAt'>> & {
    readonly last_at: number | string
  }>(
    `SELECT domain, COUNT(*) AS reports, SUM(passed) AS passed, SUM(failed) AS failed,
        MAX(until_at) AS last_at
      FROM reports WHERE tenant = ? AND from_at >= ? AND from_at < ? GROUP BY domain
      ORDER BY SUM(passed + failed) DESC, COUNT(*) DESC, domain LIMIT ${DOMAINS_MAX}`,
    [tenant, from, until])
  return rows.map((row) => ({
    domain: row.domain, reports: Number(row.reports), passed: Number(row.passed),
    failed: Number(row.failed), lastAt: Number(row.last_at),
  }))
}
