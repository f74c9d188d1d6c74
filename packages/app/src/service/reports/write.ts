// Keeps reports: each once, whichever way and however often it comes; one that came with more proof
// of its origin takes the place of one that came with less.

import { createHash } from 'node:crypto'
import type { SqlValue, Trust, Tx } from '../store/types.ts'
import { UNPROVEN_PER_DAY_MAX } from './limits.ts'
import { countReport } from './lines.ts'
import type { KeptReport } from './types.ts'

const DAY_MS = 86_400_000

export type GivenReport = {
  readonly report: KeptReport
  readonly inboxId: number
  readonly trust: Trust
  readonly receivedAt: number
}

/** To be called with the row of the tenant taken. */
export async function writeReports(
  tx: Tx, tenant: string, given: readonly GivenReport[],
): Promise<void> {
  for (const one of given) await writeReport(tx, tenant, one)
}

async function writeReport(tx: Tx, tenant: string, given: GivenReport): Promise<void> {
  const { trust, receivedAt } = given
  // Of a damaged one the time is not known.
  const report = given.report.kind === 'unread'
    ? { ...given.report, from: receivedAt, until: receivedAt } : given.report
  const id = idOf(report)
  const known = await tx.get<{ trust: number; from_at: number }>(
    'SELECT trust, from_at FROM reports WHERE tenant = ? AND id = ?', [tenant, id])
  if (known !== undefined && known.trust >= trust) return
  if (trust === 0 && known === undefined && await isFlood(tx, tenant, receivedAt)) return
  if (known !== undefined) {
    await removeReport(tx, { tenant, id, domain: report.domain, at: Number(known.from_at) })
  }
  const { passed, failed } = countReport(report)
  await tx.insert(
    'reports (tenant, id, kind, domain, reporter, contact, report_id, from_at, until_at, ' +
    'received_at, inbox_id, trust, policy, errors, problems, passed, failed)', [[
      tenant, id, report.kind, report.domain, report.reporter, report.contact, report.reportId,
      report.from, report.until, receivedAt, given.inboxId, trust,
      JSON.stringify(report.policy ?? {}), JSON.stringify(report.errors),
      JSON.stringify(report.problems), passed, failed,
    ]])
  await writeLines(tx, [tenant, report.domain, report.from, id], report)
}

async function writeLines(
  tx: Tx, key: readonly SqlValue[], { dmarc, tls }: KeptReport,
): Promise<void> {
  if (dmarc.length > 0) {
    await tx.insert(
      'report_sources (tenant, domain, at, report, n, ip, messages, disposition, dkim, spf, ' +
      'overridden, header_from, spf_domain, spf_result, dkim_domain, dkim_selector, dkim_result)',
      dmarc.map((line, n) => [
        ...key, n, line.ip, line.messages, line.disposition, Number(line.dkim), Number(line.spf),
        line.override, line.headerFrom, line.spfDomain, line.spfResult, line.dkimDomain,
        line.dkimSelector, line.dkimResult,
      ]))
  }
  if (tls.length > 0) {
    await tx.insert(
      'report_sessions (tenant, domain, at, report, n, policy_type, mode, result, sessions, ' +
      'mx_host, sending_ip, detail)',
      tls.map((line, n) => [
        ...key, n, line.policyType, line.mode, line.result, line.sessions, line.mxHost,
        line.sendingIp, line.detail,
      ]))
  }
}

async function isFlood(tx: Tx, tenant: string, at: number): Promise<boolean> {
  const row = await tx.get<{ n: number }>(
    'SELECT COUNT(*) AS n FROM reports WHERE tenant = ? AND received_at > ? AND trust = 0',
    [tenant, at - DAY_MS])
  return Number(row?.n ?? 0) >= UNPROVEN_PER_DAY_MAX
}

type Place = {
  readonly tenant: string; readonly id: string; readonly domain: string; readonly at: number
}

async function removeReport(tx: Tx, { tenant, id, domain, at }: Place): Promise<void> {
  for (const table of ['report_sources', 'report_sessions']) {
    await tx.run(`DELETE FROM ${table} WHERE tenant = ? AND domain = ? AND at = ? AND report = ?`,
      [tenant, domain, at, id])
  }
  await tx.run('DELETE FROM reports WHERE tenant = ? AND id = ?', [tenant, id])
}

/** Names what reporters call anything. */
function idOf({ kind, domain, reporter, reportId }: KeptReport): string {
  const name = JSON.stringify([kind, domain, reporter.toLowerCase(), reportId])
  return createHash('sha256').update(name).digest('hex').slice(0, 32)
}
