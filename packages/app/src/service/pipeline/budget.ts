// How many addresses may be suppressed automatically now (G20): a limit on the harm that any fault
// can do which nobody has thought of.

import { RATE_CAP_DEFAULTS, remainingSuppressions } from '@carom/core'
import type { Reader } from '../store/types.ts'
import type { Accounts } from './accounts.ts'
import type { Budget } from './decide.ts'
import type { ActivePolicy } from './types.ts'

const HOUR_MS = 3_600_000

export async function suppressionBudget(
  reader: Reader, tenant: string, { policy }: ActivePolicy, accounts: Accounts, now: number,
): Promise<Budget> {
  if (policy.guards?.rateCap === false) return { left: Number.POSITIVE_INFINITY }
  // SQLite uses an index of some rows only where the text says what the index says.
  const made = await reader.get<{ n: number }>(
    `SELECT COUNT(*) AS n FROM audit WHERE tenant = ? AND action IN ('suppressed', 'lifted') ` +
    `AND action = 'suppressed' AND at > ? AND actor = 'policy'`, [tenant, now - HOUR_MS])
  const suppressedLastHour = made?.n ?? 0
  // The number of addresses is asked only where the fixed part may not be enough.
  const isNear = suppressedLastHour + accounts.touched > RATE_CAP_DEFAULTS.perHourMin
  const known = isNear ? await reader.get<{ n: number }>(
    'SELECT mailable AS n FROM tenants WHERE tenant = ?', [tenant])
    : undefined
  return {
    left: remainingSuppressions({ suppressedLastHour, activeAddresses: known?.n ?? 0 }),
  }
}
