// Finds out who sent the reports that came by mail. That asks the DNS, so it is done after they are
// kept, apart from the pipeline: bounces never wait for it.

import { lockTenant } from '../pipeline/audit.ts'
import { readRaw, type RawInput } from '../store/raws.ts'
import type { Store, Tx } from '../store/types.ts'
import { CHECKS_MAX, CHECK_AGAIN_MS, CHECKED_AT_ONCE } from './limits.ts'
import { originOf, proveSender, type OriginDeps, type ProvenSender } from './origin.ts'
import { removeOthers } from './write.ts'

export type VerifyDeps = OriginDeps & { readonly store: Store; readonly now: () => number }

type DueRow = {
  readonly tenant: string; readonly id: string; readonly name: string
  readonly inbox_id: number; readonly reporter: string; readonly contact: string
  readonly checks: number
}

/** Looks at the next that are due; false where there were none. */
export async function verifyReports(deps: VerifyDeps): Promise<boolean> {
  const due = await deps.store.all<DueRow>(
    `SELECT tenant, id, name, inbox_id, reporter, contact, checks FROM reports
      WHERE check_at IS NOT NULL AND check_at <= ? ORDER BY check_at LIMIT ${CHECKED_AT_ONCE}`,
    [deps.now()])
  const mails = Map.groupBy(due, ({ tenant, inbox_id: id }) => `${id} ${tenant}`)
  await Promise.all([...mails.values()].map((reports) => verifyMail(deps, reports)))
  return due.length > 0
}

/** All reports of one mail. */
async function verifyMail(deps: VerifyDeps, reports: readonly DueRow[]): Promise<void> {
  const [first] = reports
  if (first === undefined) return
  const raw = await readRaw(deps.store, first.tenant, first.inbox_id)
  const sender = raw === undefined || raw === 'damaged'
    ? { domain: '', problem: 'its mail is no longer kept', mayHoldLater: false }
    : await proveSender(mailOf(raw), deps)
  await deps.store.write(async (tx) => {
    await lockTenant(tx, first.tenant)
    for (const report of reports) await note(tx, report, sender, deps.now())
  })
}

function mailOf({ bytes, envelope }: RawInput): Parameters<typeof proveSender>[0] {
  const { mailFrom, clientIp, helo = '', place } = envelope
  return {
    bytes, mailFrom, isWhole: place?.['bytesWhole'] === undefined,
    client: clientIp === undefined ? undefined : { ip: clientIp, helo },
  }
}

async function note(
  tx: Tx, { tenant, id, name, checks, ...report }: DueRow, sender: ProvenSender, now: number,
): Promise<void> {
  const origin = originOf(sender, report)
  const again = sender.mayHoldLater && checks + 1 < CHECKS_MAX
    ? now + CHECK_AGAIN_MS * 2 ** checks : null
  const rival = await tx.get(
    'SELECT id FROM reports WHERE tenant = ? AND name = ? AND verified = 1', [tenant, name])
  // The first that was proven is the report: this one is another with its name.
  const problem = origin.problem === '' && rival !== undefined
    ? 'another report of the same name was proven before' : origin.problem
  await tx.run(
    `UPDATE reports SET verified = ?, sender = ?, origin_problem = ?, check_at = ?,
      checks = checks + 1 WHERE tenant = ? AND id = ?`,
    [Number(problem === ''), origin.sender, problem, again, tenant, id])
  if (problem === '') await removeOthers(tx, { tenant, name, except: id })
}
