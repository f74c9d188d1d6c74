// Keeps reports: each once, whichever way and however often it comes. Of those that claim to be the
// same and differ, the first whose origin is proven takes the place of the others.

import { createHash } from 'node:crypto'
import type { SqlValue, Trust, Tx } from '../store/types.ts'
import { UNPROVEN_PER_DAY_MAX } from './limits.ts'
import { countReport } from './lines.ts'
import type { KeptReport } from './types.ts'

const DAY_MS = 86_400_000
const POSTED = 'it was posted to an address that everybody can find in the DNS'

export type GivenReport = {
  readonly report: KeptReport
  readonly inboxId: number
  readonly trust: Trust
  readonly receivedAt: number
  /** It came as mail, which has to prove who sent it. */
  readonly isMail: boolean
}

/** To be called with the row of the tenant taken. */
export async function writeReports(
  tx: Tx, tenant: string, given: readonly GivenReport[],
): Promise<void> {
  for (const one of given) await writeReport(tx, tenant, one)
}

async function writeReport(tx: Tx, tenant: string, given: GivenReport): Promise<void> {
  const { trust, receivedAt, isMail } = given
  // Of a damaged one the time is not known.
  const report = given.report.kind === 'unread'
    ? { ...given.report, from: receivedAt, until: receivedAt } : given.report
  const [name, id] = [nameOf(report), idOf(report)]
  const known = await tx.all<{ id: string; verified: number }>(
    'SELECT id, verified FROM reports WHERE tenant = ? AND name = ?', [tenant, name])
  const verified = !isMail && trust > 0
  if (known.some((one) => one.verified === 1 || (one.id === id && !verified))) return
  if (!verified && await isFlood(tx, tenant, receivedAt)) return
  if (verified) await removeOthers(tx, { tenant, name })
  const { passed, failed } = countReport(report)
  const isAsked = isMail && report.kind !== 'unread'
  await tx.insert(
    'reports (tenant, id, name, kind, domain, reporter, contact, report_id, from_at, until_at, ' +
    'received_at, inbox_id, trust, verified, origin_problem, check_at, policy, errors, problems, ' +
    'passed, failed)', [[
      tenant, id, name, report.kind, report.domain, report.reporter, report.contact,
      report.reportId, report.from, report.until, receivedAt, given.inboxId, trust,
      Number(verified), verified || isMail ? '' : POSTED, isAsked ? receivedAt : null,
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
    'SELECT COUNT(*) AS n FROM reports WHERE tenant = ? AND received_at > ? AND verified = 0',
    [tenant, at - DAY_MS])
  return Number(row?.n ?? 0) >= UNPROVEN_PER_DAY_MAX
}

/** All that claim the name, but for `except`. To be called with the row of the tenant taken. */
export async function removeOthers(
  tx: Tx, { tenant, name, except = '' }: {
    readonly tenant: string; readonly name: string; readonly except?: string
  },
): Promise<void> {
  const others = await tx.all<{ id: string; domain: string; from_at: number }>(
    'SELECT id, domain, from_at FROM reports WHERE tenant = ? AND name = ? AND id <> ?',
    [tenant, name, except])
  for (const { id, domain, from_at: at } of others) {
    for (const table of ['report_sources', 'report_sessions']) {
      await tx.run(`DELETE FROM ${table} WHERE tenant = ? AND domain = ? AND at = ? AND report = ?`,
        [tenant, domain, at, id])
    }
    await tx.run('DELETE FROM reports WHERE tenant = ? AND id = ?', [tenant, id])
  }
}

/** Names what reporters call anything. */
function nameOf({ kind, domain, reporter, reportId }: KeptReport): string {
  return digest(JSON.stringify([kind, domain, reporter.toLowerCase(), reportId]))
}

/** The same for the same contents only, so that a forged one does not stand in for a true one. */
function idOf(report: KeptReport): string {
  return digest(JSON.stringify(report))
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}
