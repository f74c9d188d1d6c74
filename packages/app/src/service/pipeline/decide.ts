// What the policy says now of the accounts that were touched, and all that follows from it: the
// ledger's rows, suppressions, audit entries and notifications.

import { evaluate, type AddressState, type Step } from '@carom/core'
import type { AddressKey, SqlValue, SuppressionRow, Tx } from '../store/types.ts'
import { historyOf, type Account } from './accounts.ts'
import type { AuditEntry } from './audit.ts'
import { domainState, isDomain } from './domains.ts'
import { dropLives, writeLives, type Life } from './lives.ts'
import { insertRows } from './rows.ts'
import type { ActivePolicy, Change } from './types.ts'

export type Decision = {
  readonly changes: readonly Change[]
  /** Those whom mail should reach later only: nothing else about them changed. */
  readonly putOff: readonly AddressKey[]
  readonly audit: readonly AuditEntry[]
}

/** How many addresses may still be suppressed automatically now (G20); the rest waits. */
export type Budget = { left: number }

/** How long a suppression over the cap waits before it is looked at again. */
const REVIEW_MS = 3_600_000

/** Evaluates the touched accounts; changes their state in place. Writes nothing. */
export function decide(
  accounts: Iterable<Account>, active: ActivePolicy, now: number, budget: Budget, actor: string,
): Decision {
  const changes: Change[] = []
  const putOff: AddressKey[] = []
  const audit: AuditEntry[] = []
  for (const account of accounts) {
    if (!account.touched) continue
    const before = account.state
    // What somebody said in this very moment is not of the future.
    const moment = Math.max(now, account.entries.at(-1)?.at ?? now)
    const verdict = isDomain(account)
      ? domainState(account, now) : evaluate(active.policy, historyOf(account), moment)
    const after = capped(before, verdict, budget, now)
    account.state = after
    const steps = newSteps(before, after)
    if (!isAnotherState(before, after)) {
      if (after.status === 'active' && (after.retryAt ?? 0) > now) putOff.push(account.key)
      continue
    }
    changes.push({ account, before, after, steps })
    audit.push(auditEntry(account, { before, after, steps }, active.label, now, actor))
  }
  return { changes, putOff, audit }
}

/** Whether two states differ in what a sender would do. */
function isAnotherState(before: AddressState | undefined, after: AddressState): boolean {
  if (before === undefined) return after.status !== 'active'
  return before.status !== after.status || before.until !== after.until
    || before.reason !== after.reason || before.complained !== after.complained
    || before.unsubscribed !== after.unsubscribed || before.manualBlock !== after.manualBlock
}

/** Over the cap, a new automatic suppression is only a pause until it may be one (G20). */
function capped(
  before: AddressState | undefined, after: AddressState, budget: Budget, now: number,
): AddressState {
  const isAutomatic = after.status === 'suppressed' && before?.status !== 'suppressed'
    && !after.complained && !after.unsubscribed && !after.manualBlock
  if (!isAutomatic) return after
  if (budget.left > 0) {
    budget.left -= 1
    return after
  }
  const last = after.steps.at(-1)
  const waiting: Step = {
    at: now, from: last?.from ?? 'active', to: 'paused', incidents: last?.incidents ?? [],
    why: 'more addresses than usual were about to be suppressed within the hour: this one is ' +
      'only paused until the rate falls or somebody confirms it',
  }
  const { until: _until, ...rest } = after
  return {
    ...rest, status: 'paused', nextAt: now + REVIEW_MS,
    steps: [...after.steps.slice(0, -1), waiting],
  }
}

function newSteps(before: AddressState | undefined, after: AddressState): readonly Step[] {
  const known = new Set((before?.steps ?? []).map((step) => `${step.at} ${step.to} ${step.track}`))
  return after.steps.filter((step) => !known.has(`${step.at} ${step.to} ${step.track}`))
}

const ACTIONS: Readonly<Record<AddressState['status'], string>> = {
  active: 'released', watch: 'watched', paused: 'paused', probing: 'probing',
  suppressed: 'suppressed', removed: 'removed',
}

function auditEntry(
  { key }: Account, change: Omit<Change, 'account'>, policy: string, now: number, actor: string,
): AuditEntry {
  const { before, after, steps } = change
  const action = isBlocked(before) && !isBlocked(after) ? 'lifted' : ACTIONS[after.status]
  return {
    at: now, actor, action, address: key.address, list: key.list,
    detail: {
      policy, before: before?.status ?? 'active', after: after.status, reason: after.reason,
      track: after.track, until: after.until, meters: after.meters,
      why: steps.map(({ why }) => why),
      incidents: [...new Set(steps.flatMap(({ incidents }) => incidents))],
    },
  }
}

const ADDRESS_COLUMNS = 'addresses (tenant, address, list, domain, status, until_at, next_at, ' +
  'reason, policy, state, proofs, entries, sent, last_proof_at, updated_at)'
const ADDRESS_CONFLICT = 'ON CONFLICT (tenant, address, list) DO UPDATE SET ' +
  'status = excluded.status, until_at = excluded.until_at, next_at = excluded.next_at, ' +
  'reason = excluded.reason, policy = excluded.policy, state = excluded.state, ' +
  'proofs = excluded.proofs, entries = excluded.entries, sent = excluded.sent, ' +
  'last_proof_at = excluded.last_proof_at, updated_at = excluded.updated_at'

/** Of an address that nothing speaks against. */
export const QUIET: AddressState = {
  status: 'active', complained: false, unsubscribed: false, manualBlock: false, meters: [],
  steps: [],
}

/** Writes the accounts that were touched or showed life; how many more may be mailed then. */
export async function writeAccounts(
  tx: Tx, accounts: Iterable<Account>, label: string, now: number,
): Promise<number> {
  const rows: SqlValue[][] = []
  const lives: Life[] = []
  const promoted: AddressKey[] = []
  let more = 0
  for (const account of accounts) {
    if (!account.touched && !account.alive) continue
    const { key, state = QUIET, proofs, entries, stored, isLife } = account
    more += Number(state.status !== 'suppressed')
      - Number(stored !== undefined && stored !== 'suppressed')
    if (!account.touched && (stored === undefined || isLife)) {
      lives.push({ ...key, proofs })
      continue
    }
    if (isLife) promoted.push(key)
    rows.push([
      key.tenant, key.address, key.list, account.domain, state.status, state.until ?? null,
      state.nextAt ?? null, state.reason ?? null, label, JSON.stringify(state),
      JSON.stringify(proofs), JSON.stringify(entries), account.sent, proofs.at(-1)?.at ?? null, now,
    ])
  }
  await insertRows(tx, ADDRESS_COLUMNS, rows, ADDRESS_CONFLICT)
  await writeLives(tx, lives)
  await dropLives(tx, promoted)
  return more
}

/** Makes the suppression list say what the states say. */
export async function writeSuppressions(
  tx: Tx, changes: readonly Change[], now: number, actor: string,
): Promise<void> {
  const rows: SqlValue[][] = []
  for (const { account: { key, entries }, before, after, steps } of changes) {
    if (!isBlocked(after)) {
      if (isBlocked(before)) await dropSuppression(tx, key)
      continue
    }
    const entry = after.manualBlock ? entries.findLast(({ do: what }) => what === 'suppress')
      : undefined
    rows.push([
      key.tenant, key.address, key.list, after.reason ?? entry?.reason ?? 'unknown',
      originOf(after, entry?.origin), after.since ?? now, after.until ?? null,
      // None is new where a state comes back that was there before.
      (steps.at(-1) ?? after.steps.at(-1))?.incidents.at(-1) ?? null, entry?.by ?? actor,
      entry?.note ?? null,
    ])
  }
  await insertRows(tx, SUPPRESSION_COLUMNS, rows, SUPPRESSION_CONFLICT)
}

/** Whether a state stands in the suppression list. */
export function isBlocked(state: { readonly status: string } | undefined): boolean {
  return state?.status === 'suppressed' || state?.status === 'removed'
}

async function dropSuppression(tx: Tx, { tenant, address, list }: AddressKey): Promise<void> {
  await tx.run(
    'DELETE FROM suppressions WHERE tenant = ? AND address = ? AND list = ?',
    [tenant, address, list])
}

const SUPPRESSION_COLUMNS = 'suppressions (tenant, address, list, reason, origin, created_at, ' +
  'expires_at, proof, actor, note)'
const SUPPRESSION_CONFLICT = 'ON CONFLICT (tenant, address, list) DO UPDATE SET ' +
  'reason = excluded.reason, origin = excluded.origin, created_at = excluded.created_at, ' +
  'expires_at = excluded.expires_at, proof = excluded.proof, actor = excluded.actor, ' +
  'note = excluded.note'

function originOf(state: AddressState, origin: string | undefined): SuppressionRow['origin'] {
  if (state.manualBlock) return origin ?? 'manual'
  if (state.complained) return 'complaint'
  return state.unsubscribed ? 'unsubscribe' : 'policy'
}
