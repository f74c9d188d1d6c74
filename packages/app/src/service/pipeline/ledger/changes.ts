// What people and sending systems decide: suppress, signs of life, registered sends.

import { addressKey, isMailAddress, type ManualEntry } from '@carom/core'
import type { SuppressionInput, SuppressResult } from '../../http/rows.ts'
import type { ProofInput, SendInput } from '../../http/rows-of-work.ts'
import { Accounts, addProof, type Account } from '../accounts.ts'
import { changeNote } from '../notes.ts'
import type { Applied, ApplyDeps } from '../types.ts'
import { writeAll } from '../write.ts'
import { lockTenant } from '../audit.ts'
import { decide } from '../decide.ts'
import type { ActivePolicy } from '../types.ts'
import { messageKey } from '../evidence.ts'
import { selectIn } from '../rows.ts'
import { insertSends, judgeAgainWhatWasUnproved, type Sent } from '../sends.ts'
import type { SuppressionDbRow } from './db-rows.ts'

/** Entries of one account that are kept: the newest. */
const ENTRIES_MAX = 200

/** A change that a person made, and what the pipeline tells others of it. */
export type Made<Result> = { readonly result: Result; readonly applied: Applied }

/** A domain as such is written `@example.com`. */
function isAddressOrDomain(text: string): boolean {
  return isMailAddress(text) || /^@[^\s@]{1,253}\.[^\s@.]{2,63}$/.test(text)
}

export async function suppress(
  deps: ApplyDeps, tenant: string, actor: string, inputs: readonly SuppressionInput[],
): Promise<Made<SuppressResult>> {
  const refused: { index: number; why: string }[] = []
  const wanted = inputs.flatMap((input, index) => {
    if (isAddressOrDomain(input.address)) return [{ input, address: keyOf(deps, input.address) }]
    refused.push({ index, why: `'${input.address}' is no address` })
    return []
  })
  return await change(deps, { tenant, actor }, wanted.map(({ address }) => address), (accounts) => {
    const tally = { added: 0, changed: 0, unchanged: 0 }
    const named = new Set<Account>()
    for (const { input, address } of wanted) {
      const account = accounts.exact(address, input.list ?? '')
      // A list may name an address twice; what is decided of it is drawn at the end.
      const wasBlocked = account.state?.status === 'suppressed' || named.has(account)
      named.add(account)
      const last = account.entries.at(-1)
      const isSame = wasBlocked && last?.do === 'suppress' && last.reason === input.reason
        && last.until === input.expiresAt && last.note === input.note
      if (isSame) {
        tally.unchanged += 1
        continue
      }
      if (wasBlocked) tally.changed += 1
      else tally.added += 1
      addEntry(account, {
        at: timeOfEntry(account, input.createdAt ?? deps.now(), deps.now()), do: 'suppress',
        by: actor, origin: input.origin, reason: input.reason,
        ...(input.expiresAt === undefined ? {} : { until: input.expiresAt }),
        ...(input.note === undefined ? {} : { note: input.note }),
      })
    }
    return { ...tally, refused }
  })
}

/** What is said last holds, also within one millisecond and whatever date an import brings. */
export function timeOfEntry({ entries }: Account, wanted: number, now: number): number {
  const last = entries.at(-1)?.at ?? Number.NEGATIVE_INFINITY
  return wanted > last ? wanted : Math.max(now, last + 1)
}

export function addEntry(
  account: { entries: ManualEntry[]; touched: boolean }, entry: ManualEntry,
): void {
  account.entries.push(entry)
  account.entries.sort((a, b) => a.at - b.at)
  if (account.entries.length > ENTRIES_MAX) account.entries.splice(0, 1)
  account.touched = true
}

export async function recordProofs(
  deps: ApplyDeps, tenant: string, actor: string, proofs: readonly ProofInput[],
): Promise<Made<{ readonly recorded: number }>> {
  const wanted = proofs.map((proof) => ({ proof, address: keyOf(deps, proof.address) }))
  return await change(deps, { tenant, actor }, wanted.map(({ address }) => address), (accounts) => {
    for (const { proof, address } of wanted) {
      const at = Math.min(proof.at ?? deps.now(), deps.now())
      addProof(accounts.of(address, proof.list ?? ''), { at, kind: proof.kind })
    }
    return { recorded: wanted.length }
  })
}

/** Registers messages that were sent: what reports are matched with, and denominators. */
export async function registerSends(
  deps: ApplyDeps, tenant: string, sends: readonly SendInput[],
): Promise<{ readonly registered: number }> {
  const rows = sends.map((send): Sent => ({
    messageId: messageKey(send.messageId ?? send.envelopeId ?? ''),
    recipient: keyOf(deps, send.recipient), envelopeId: send.envelopeId,
    at: send.sentAt ?? deps.now(), list: send.list, campaign: send.campaign,
    fromDomain: send.fromDomain?.toLowerCase(), fromIp: send.fromIp,
  }))
  return await deps.store.write(async (tx) => {
    const registered = await insertSends(tx, tenant, rows)
    // Where addresses are kept as hashes, the input is gone.
    if (deps.options.keep === undefined) await judgeAgainWhatWasUnproved(tx, tenant, rows)
    return { registered }
  })
}

export function keyOf({ options }: ApplyDeps, address: string): string {
  return address.startsWith('@')
    ? address.toLowerCase() : addressKey(address, options.equivalence)
}

type Changing = {
  readonly tenant: string; readonly actor: string
  /** Who stands in suppressions that no person entered; the actor unless another is named. */
  readonly decidedBy?: string
}

/** One transaction: loads the accounts, lets `edit` change them, and draws the consequences. */
export async function change<Result>(
  deps: ApplyDeps, { tenant, actor, decidedBy = actor }: Changing, addresses: readonly string[],
  edit: (accounts: Accounts, active: ActivePolicy) => Result,
): Promise<Made<Result>> {
  const active = await deps.policyOf(tenant)
  return await deps.store.write(async (tx) => {
    const lastHash = await lockTenant(tx, tenant)
    const accounts = await Accounts.load(
      tx, tenant, addresses, active.policy.scope === 'address+list')
    const result = edit(accounts, active)
    const now = deps.now()
    const { changes, audit } = decide(
      accounts.all(), active, now, { left: Number.POSITIVE_INFINITY }, actor)
    await writeAll(tx, tenant, lastHash, {
      accounts, changes, audit, active, now, actor: decidedBy,
    })
    await deps.notify(tx, tenant, changes.map(changeNote))
    return { result, applied: { events: [], changes, outages: [] } }
  })
}

export type SuppressOutcome = 'added' | 'changed' | 'unchanged' | 'refused'

/** What `suppress` would do with each, in order; nothing is written. */
export async function previewSuppress(
  deps: ApplyDeps, tenant: string, inputs: readonly SuppressionInput[],
): Promise<readonly SuppressOutcome[]> {
  const keys = inputs.map(({ address }) =>
    isAddressOrDomain(address) ? keyOf(deps, address) : undefined)
  const addresses = [...new Set(keys.filter((key) => key !== undefined))]
  const rows = await selectIn<SuppressionDbRow>(
    deps.store, 'SELECT * FROM suppressions WHERE tenant = ? AND address', [tenant], addresses)
  const known = new Map(rows.map((row) => [`${row.address}\n${row.list}`, row]))
  return inputs.map(({ reason, list = '', expiresAt, note }, index) => {
    const key = keys[index]
    if (key === undefined) return 'refused'
    const row = known.get(`${key}\n${list}`)
    if (row === undefined) return 'added'
    const isSame = row.reason === reason && (row.expires_at ?? undefined) === expiresAt
      && (row.note ?? undefined) === note
    return isSame ? 'unchanged' : 'changed'
  })
}
