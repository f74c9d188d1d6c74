// Gathers what reports say of each domain: from reports at hand, or from those that a store keeps.

import type { PublishedPolicy } from '@carom/core/reports'
import type { Reader } from '../store/types.ts'
import { GROUPS_MAX } from './limits.ts'
import { countReport, sumUp } from './lines.ts'
import type {
  DayCounts, DmarcLine, Gathered, KeptReport, Origin, ReporterCounts, TlsLine, UnverifiedCounts,
} from './types.ts'

const DAY_MS = 86_400_000
/** Why a report does not count whose mail was not looked at yet. */
const NOT_YET = 'its origin is not checked yet'

/** One for each domain, those with most reports first. */
export function gatherReports(reports: readonly KeptReport[]): Gathered[] {
  return [...Map.groupBy(reports, ({ domain }) => domain)]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([domain, own]) => gatherDomain(domain, own))
}

function gatherDomain(domain: string, reports: readonly KeptReport[]): Gathered {
  const whole = reports.filter(({ kind }) => kind !== 'unread')
  const read = whole.filter(isProven)
  const latest = read.toSorted((a, b) => b.until - a.until
    || (a.reporter.toLowerCase() < b.reporter.toLowerCase() ? -1 : 1))
  const told = read.map(countOne)
  const unproven = whole.flatMap((report): UnverifiedCounts[] =>
    report.origin === undefined || isProven(report)
      ? [] : [{ ...countOne(report), ...report.origin }])
  const daily = read.map((report) =>
    ({ kind: report.kind, day: dayOf(report.from), ...countReport(report) }))
  return {
    domain, from: Math.min(...reports.map(({ from }) => from)),
    until: Math.max(...reports.map(({ until }) => until)),
    reporters: addUp(told, ({ kind, reporter }) => `${kind} ${reporter}`),
    days: addUp(daily, ({ kind, day }) => `${kind} ${day}`).sort((a, b) => a.day < b.day ? -1 : 1),
    policies: latest.flatMap(({ reporter, policy }) =>
      policy === undefined ? [] : [{ reporter, policy }]),
    errors: [...new Set(read.flatMap(({ errors }) => errors))],
    dmarc: sumUp(read.flatMap((report) => report.dmarc), 'messages'),
    tls: sumUp(read.flatMap((report) => report.tls), 'sessions'),
    unread: reports.length - whole.length,
    unverified: addUp(unproven, ({ kind, reporter, sender, problem }) =>
      JSON.stringify([kind, reporter, sender, problem])),
  }
}

/** Only such reports count: who sent them is proven, or somebody who may do so handed them in. */
export function isProven({ origin }: Pick<KeptReport, 'origin'>): boolean {
  return origin === undefined || origin.problem === ''
}

function countOne(report: KeptReport): ReporterCounts {
  return { kind: report.kind, reporter: report.reporter, reports: 1, ...countReport(report) }
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
  const reporters = await reporterCounts(reader, key)
  if (reporters.length === 0) return undefined
  const days = await reader.all<Numbers<Omit<DayCounts, 'day'> & { readonly day: number }>>(
    `SELECT kind, from_at / ${DAY_MS} AS day, SUM(passed) AS passed, SUM(failed) AS failed
      FROM reports WHERE ${COUNTING} GROUP BY kind, from_at / ${DAY_MS} ORDER BY 2`, key)
  const policies = await reader.all<{ readonly reporter: string; readonly policy: string }>(
    `SELECT reporter, policy FROM reports WHERE ${COUNTING} AND kind = 'dmarc'
      ORDER BY until_at DESC, LOWER(reporter) LIMIT 1`, key)
  const isCounted = ({ problem }: Origin): boolean => problem === ''
  const whole = reporters.filter(({ kind }) => kind !== 'unread')
  return {
    domain, from, until,
    reporters: whole.filter(isCounted).map(({ sender: _sender, problem: _problem, ...one }) => one),
    days: days.map(({ kind, day, passed, failed }) => ({
      kind, day: dayOf(Number(day) * DAY_MS), passed: Number(passed), failed: Number(failed),
    })),
    policies: policies.map(({ reporter, policy }) =>
      ({ reporter, policy: JSON.parse(policy) as PublishedPolicy })),
    errors: await errorsOf(reader, key),
    dmarc: await dmarcGroups(reader, key), tls: await tlsGroups(reader, key),
    unread: reporters.filter(({ kind }) => kind === 'unread')
      .reduce((sum, { reports }) => sum + reports, 0),
    unverified: whole.filter((one) => !isCounted(one)),
  }
}

const WITHIN = 'tenant = ? AND domain = ? AND from_at >= ? AND from_at < ?'
/** Those whose origin is proven: the only ones that anything but their number rests on. */
const COUNTING = `${WITHIN} AND verified = 1 AND kind <> 'unread'`
/** Lines of such reports. */
const COUNTING_LINES = `tenant = ? AND domain = ? AND at >= ? AND at < ? AND report IN
  (SELECT id FROM reports WHERE ${COUNTING})`

/** With an empty `problem` those that count; the names of their senders are left out. */
async function reporterCounts(
  reader: Reader, key: readonly (string | number)[],
): Promise<UnverifiedCounts[]> {
  const rows = await reader.all<Numbers<UnverifiedCounts>>(
    `SELECT kind, reporter, shown.sender, shown.problem, COUNT(*) AS reports,
        SUM(passed) AS passed, SUM(failed) AS failed
      FROM (SELECT kind, reporter, passed, failed,
          CASE WHEN verified = 1 THEN '' ELSE sender END AS sender,
          CASE WHEN verified = 1 THEN '' WHEN origin_problem = '' THEN '${NOT_YET}'
            ELSE origin_problem END AS problem
        FROM reports WHERE ${WITHIN}) AS shown
      GROUP BY kind, reporter, shown.sender, shown.problem
      ORDER BY SUM(passed + failed) DESC LIMIT ${GROUPS_MAX}`, key)
  return rows.map((row) => ({
    ...row, reports: Number(row.reports), passed: Number(row.passed), failed: Number(row.failed),
  }))
}

const ERRORS_MAX = 20

async function errorsOf(reader: Reader, key: readonly (string | number)[]): Promise<string[]> {
  const rows = await reader.all<{ readonly errors: string }>(
    `SELECT DISTINCT errors FROM reports WHERE ${COUNTING} AND errors <> '[]' LIMIT ${ERRORS_MAX}`,
    key)
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
      WHERE ${COUNTING_LINES} GROUP BY ${DMARC_FACTS}
      ORDER BY SUM(messages) DESC LIMIT ${GROUPS_MAX}`, [...key, ...key])
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
      WHERE ${COUNTING_LINES} GROUP BY policy_type, mode, result, mx_host
      ORDER BY SUM(sessions) DESC LIMIT ${GROUPS_MAX}`, [...key, ...key])
  return rows.map((row) => ({
    policyType: row.policy_type, mode: row.mode, result: row.result, mxHost: row.mx_host,
    sessions: Number(row.sessions), sendingIp: '', detail: '',
  }))
}

/** A domain that reports are kept of. */
export type ReportedDomain = {
  readonly domain: string
  readonly reports: number
  /** Of them, those whose origin is not proven: they count for nothing else. */
  readonly unverified: number
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
    `SELECT domain, COUNT(*) AS reports, SUM(verified * passed) AS passed,
        SUM(verified * failed) AS failed, MAX(until_at) AS last_at,
        SUM(CASE WHEN verified = 1 OR kind = 'unread' THEN 0 ELSE 1 END) AS unverified
      FROM reports WHERE tenant = ? AND from_at >= ? AND from_at < ? GROUP BY domain
      ORDER BY SUM(verified * (passed + failed)) DESC, COUNT(*) DESC, domain LIMIT ${DOMAINS_MAX}`,
    [tenant, from, until])
  return rows.map((row) => ({
    domain: row.domain, reports: Number(row.reports), unverified: Number(row.unverified),
    passed: Number(row.passed), failed: Number(row.failed), lastAt: Number(row.last_at),
  }))
}
