// Behind the link: looking changes nothing, however often scanners do it; only the button confirms,
// and pressing it again does no more.

import { appendAudit, lockTenant } from '../pipeline/audit.ts'
import type { Tx } from '../store/types.ts'
import { ask, redirectOf } from './ask.ts'
import type { Told, Work } from './deps.ts'
import { maskAddress } from './mask.ts'
import { titleOf } from './options.ts'
import { findByToken, type LinkDbRow, type OptinDbRow } from './records.ts'
import { readStanding } from './standing.ts'
import type { ConfirmView } from './types.ts'

/** Whose act it is, in the audit. */
const ACTOR = 'person'

type Found = { readonly link: LinkDbRow; readonly row: OptinDbRow }

export async function look(work: Work, token: string): Promise<ConfirmView> {
  const found = await findByToken(work.store, token)
  return found === undefined ? { kind: 'wrong' } : viewOf(work, found)
}

function viewOf(work: Work, { link, row }: Found): Exclude<ConfirmView, { kind: 'wrong' }> {
  const redirect = redirectOf(row, work.options)
  const kind = row.status === 'confirmed' ? 'confirmed'
    : Number(link.expires_at) <= work.now() ? 'expired' : 'ready'
  return {
    kind, language: row.language, title: titleOf(work.options, row.list),
    address: maskAddress(row.mail_to), ...(redirect === undefined ? {} : { redirect }),
  }
}

export async function confirm(work: Work, token: string): Promise<ConfirmView> {
  const found = await findByToken(work.store, token)
  if (found === undefined) return { kind: 'wrong' }
  const view = viewOf(work, found)
  if (view.kind !== 'ready') return view
  const { row } = found
  // The ledger first: where this process dies before the row is marked, pressing once more
  // repeats what changes nothing a second time.
  const lifted = await showLife(work, row)
  const notes = await work.store.write((tx) => mark(tx, work, row, lifted))
  if (notes.length > 0) work.told()
  return { ...view, kind: 'confirmed' }
}

/** Her own act is a sign of life, and takes back what held her address; answers what that was. */
async function showLife(
  work: Work, { tenant, address, list }: OptinDbRow,
): Promise<string | undefined> {
  const { ledger } = work
  const standing = await readStanding(work, tenant, address, list)
  // What an operator decided stays.
  if (standing.answer !== 'send' && standing.reason !== 'manual') {
    const { kind } = await ledger.lift(tenant, ACTOR, {
      address, ...(standing.list === '' ? {} : { list: standing.list }), by: 'self-service',
      note: `confirmed by double opt-in for ${list}`,
    })
    if (kind === 'lifted') return standing.reason
  }
  await ledger.recordProofs(tenant, ACTOR, [{ address, list, kind: 'self-service' }])
  return undefined
}

/** Of two that come at once, one finds it done. */
async function mark(
  tx: Tx, work: Work, row: OptinDbRow, lifted: string | undefined,
): Promise<readonly Told[]> {
  const { id, tenant, address, list, replaces, source } = row
  const at = work.now()
  const lastHash = await lockTenant(tx, tenant)
  const { changes } = await tx.run(
    `UPDATE optins SET status = 'confirmed', confirmed_at = ? WHERE id = ? AND status = 'pending'`,
    [at, id])
  if (changes === 0) return []
  await tx.run(
    `UPDATE optins SET mail_state = 'sent' WHERE id = ? AND mail_state = 'waiting'`, [id])
  const isReplacing = replaces !== ''
  const entry = { at, actor: ACTOR, list }
  await appendAudit(tx, tenant, lastHash, [
    {
      ...entry, action: 'optin-confirmed', address,
      detail: { optin: id, source, ...(lifted === undefined ? {} : { lifted }) },
    },
    // The audit of one address does not name the other: each can be erased alone.
    ...isReplacing
      ? [{ ...entry, action: 'address-replaced', address: replaces, detail: { optin: id } }] : [],
  ])
  if (isReplacing) {
    await tx.run(
      `DELETE FROM optin_links WHERE tenant = ? AND address = ? AND list = ? AND optin = ''`,
      [tenant, replaces, list])
  }
  const notes: Told[] = [
    { type: 'optin.confirmed', address, at, data: { id, address, list, source } },
    ...isReplacing ? [{
      type: 'address.replaced' as const, address: replaces, at,
      data: { old: replaces, new: address, list },
    }] : [],
  ]
  await work.notify(tx, tenant, notes)
  return notes
}

/** A new mail for a link that has expired; the same answer whether limits let it out or not. */
export async function again(work: Work, token: string): Promise<ConfirmView> {
  const found = await findByToken(work.store, token)
  if (found === undefined) return { kind: 'wrong' }
  const view = viewOf(work, found)
  if (view.kind !== 'expired') return view
  const { tenant, actor, mail_to: address, list, replaces } = found.row
  await ask(work, tenant, actor, { address, list, replaces, byPerson: true, dryRun: false })
  return view
}
