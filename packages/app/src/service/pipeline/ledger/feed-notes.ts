// What a row of events or of the audit tells to live views.

import type { LedgerNote } from '../../http/rows-of-work.ts'
import { isBlocked } from '../decide.ts'

export type EventRecord = {
  readonly seq: number
  readonly id: string
  readonly kind: string
  readonly reason: string
  readonly remedy: string
  readonly address: string
  readonly receiver: string
  readonly received_at: number
}

export type AuditRecord = {
  readonly seq: number
  readonly at: number
  readonly action: string
  readonly address: string
  readonly list: string
  readonly detail: string
}

type Note = Omit<LedgerNote, 'id'>

/** Of the outage guard, and of who settles what it held. */
const OUTAGE_ACTIONS: ReadonlySet<string> = new Set(['held', 'hold-ended', 'outage-settled'])

export function noteOfEvent(
  { seq: _seq, received_at: at, ...data }: EventRecord,
): Note {
  return { type: 'event', at: Number(at), data }
}

/** Undefined where it tells of nothing that views follow. */
export function noteOfAudit({ at, action, address, list, detail }: AuditRecord): Note | undefined {
  const facts = JSON.parse(detail) as Readonly<Record<string, unknown>>
  const note = (type: Note['type'], data: unknown): Note => ({ type, at: Number(at), data })
  if (OUTAGE_ACTIONS.has(action)) return note('outage', { receiver: facts['receiver'] })
  if (action === 'optin-confirmed') {
    return note('optin.confirmed', { id: facts['optin'], address, list, source: facts['source'] })
  }
  if (action === 'address-replaced') return note('address.replaced', { old: address, list })
  // What was only tried changed nothing; other actions have no states.
  const { before, after: status, reason, until, why } = facts
  const isTold = address !== '' && typeof status === 'string' && !action.startsWith('dry-run:')
  if (!isTold) return undefined
  const type = isBlocked({ status }) ? 'suppression.added'
    : action === 'lifted' ? 'suppression.lifted' : 'address'
  return note(type, { address, list, status, before, reason, until, why })
}
