// Lets mail go to an address again, and takes that back.

import type { AddressState } from '@carom/core'
import type { LiftInput, LiftResult, UndoLiftResult } from '../../http/rows.ts'
import { addProof } from '../accounts.ts'
import type { ApplyDeps } from '../types.ts'
import { addEntry, change, keyOf, timeOfEntry, type Made } from './changes.ts'
import { toSuppressionRow, type SuppressionDbRow } from './db-rows.ts'

export async function lift(
  deps: ApplyDeps, tenant: string, actor: string, input: LiftInput,
): Promise<Made<LiftResult>> {
  const address = keyOf(deps, input.address)
  const list = input.list ?? ''
  const stored = await deps.store.get<SuppressionDbRow>(
    'SELECT * FROM suppressions WHERE tenant = ? AND address = ? AND list = ?',
    [tenant, address, list])
  return await change(deps, { tenant, actor }, [address], (accounts): LiftResult => {
    const account = accounts.exact(address, list)
    const { state } = account
    const isStopped = state !== undefined && state.status !== 'active' && state.status !== 'watch'
    if (!isStopped) return { kind: 'not-suppressed' }
    const wish = wishOf(state)
    if (wish !== undefined && input.by !== 'self-service' && input.force !== true) {
      return {
        kind: 'refused',
        why: `the person ${wish}: only they can take that back, or force: true after they have ` +
          'asked for it',
      }
    }
    const at = timeOfEntry(account, deps.now(), deps.now())
    if (input.by === 'self-service') addProof(account, { at, kind: 'self-service' })
    addEntry(account, {
      at, do: 'lift', by: actor, ...(input.note === undefined ? {} : { note: input.note }),
    })
    return { kind: 'lifted', row: stored === undefined
      ? {
        tenant, address, list, reason: state.reason ?? 'unknown', origin: 'policy',
        createdAt: state.since ?? at, actor: 'policy',
      } : toSuppressionRow(stored) }
  })
}

/** As if it had never been lifted: reason, proof, end and origin are those of before. */
export async function undoLift(
  deps: ApplyDeps, tenant: string, actor: string, input: Pick<LiftInput, 'address' | 'list'>,
): Promise<Made<UndoLiftResult>> {
  const address = keyOf(deps, input.address)
  const list = input.list ?? ''
  const who = { tenant, actor, decidedBy: 'policy' }
  const { result, applied } = await change(deps, who, [address], (accounts) => {
    const account = accounts.exact(address, list)
    const last = account.entries.at(-1)
    if (last?.do !== 'lift') return false
    account.entries = account.entries.slice(0, -1)
    account.proofs = account.proofs.filter(({ at, kind }) =>
      at !== last.at || kind !== 'self-service')
    account.touched = true
    return true
  })
  const row = result ? await deps.store.get<SuppressionDbRow>(
    'SELECT * FROM suppressions WHERE tenant = ? AND address = ? AND list = ?',
    [tenant, address, list]) : undefined
  return { applied, result: result
    ? { kind: 'undone', ...row === undefined ? {} : { row: toSuppressionRow(row) } }
    : { kind: 'not-lifted' } }
}

/** What the person did, whether it came in here or was handed over by another system. */
function wishOf({ complained, unsubscribed, manualBlock, reason }: AddressState) {
  if (complained || (manualBlock && reason === 'complaint')) return 'complained'
  return unsubscribed || (manualBlock && reason === 'unsubscribe') ? 'unsubscribed' : undefined
}
