// Looks again at addresses whose time has come: pauses that end, warnings that are due,
// suppressions that waited for the rate to fall.

import { Accounts } from './accounts.ts'
import { changeNote } from './notes.ts'
import { PolicyDamagedError } from './policy-damaged.ts'
import type { Applied, ApplyDeps } from './types.ts'
import { writeAll } from './write.ts'
import { lockTenant } from './audit.ts'
import { suppressionBudget } from './budget.ts'
import { decide } from './decide.ts'

/** Addresses of one transaction. */
const ADDRESSES_MAX = 500

type DueRow = { readonly tenant: string; readonly address: string; readonly list: string }

export type Reviewed = {
  readonly applied: ReadonlyMap<string, Applied>
  /** More are due than were taken. */
  readonly isMore: boolean
}

/** Reviews what is due, some hundred addresses at most; the next call goes on. */
export async function reviewDue(deps: ApplyDeps): Promise<Reviewed> {
  const due = await deps.store.all<DueRow>(
    'SELECT tenant, address, list FROM addresses WHERE next_at IS NOT NULL AND next_at <= ? ' +
    'ORDER BY next_at LIMIT ?', [deps.now(), ADDRESSES_MAX])
  const applied = new Map<string, Applied>()
  for (const [tenant, rows] of Map.groupBy(due, (row) => row.tenant)) {
    try {
      applied.set(tenant, await reviewAccounts(deps, tenant, rows, 'policy'))
    } catch (error) {
      // Its addresses stay due, and those of others do not wait for them.
      if (!(error instanceof PolicyDamagedError)) throw error
    }
  }
  return { applied, isMore: due.length === ADDRESSES_MAX && applied.size > 0 }
}

/** Decides anew about these accounts; whatever came of it is told by `actor`. */
async function reviewAccounts(
  deps: ApplyDeps, tenant: string, rows: readonly Omit<DueRow, 'tenant'>[], actor: string,
): Promise<Applied> {
  const active = await deps.policyOf(tenant)
  return await deps.store.write(async (tx) => {
    const lastHash = await lockTenant(tx, tenant)
    const addresses = [...new Set(rows.map(({ address }) => address))]
    const accounts = await Accounts.load(
      tx, tenant, addresses, active.policy.scope === 'address+list')
    for (const { address, list } of rows) accounts.of(address, list).touched = true
    const now = deps.now()
    const budget = await suppressionBudget(tx, tenant, active, accounts, now)
    const { changes, audit } = decide(accounts.all(), active, now, budget, actor)
    await writeAll(tx, tenant, lastHash, { accounts, changes, audit, active, now, actor })
    await deps.notify(tx, tenant, changes.map(changeNote))
    return { events: [], changes, outages: [] }
  })
}
