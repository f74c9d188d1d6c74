// How an address stands for a list: may it be mailed, and if not, who wanted that.

import type { ManualEntry } from '@carom/core'
import type { CheckAnswer } from '../http/rows.ts'
import type { Work } from './deps.ts'

export type Standing = {
  readonly answer: CheckAnswer['answer']
  /** `manual`: an operator decided it; no form and no link takes that back. */
  readonly reason: string
  readonly why: string
  /** The list whose state it is; empty for the address as such. */
  readonly list: string
}

export async function readStanding(
  { ledger, store }: Pick<Work, 'ledger' | 'store'>, tenant: string, address: string,
  list: string,
): Promise<Standing> {
  const [known] = await ledger.check(tenant, [{ address, list }])
  const { answer = 'send', reason = 'unknown', why = 'It is suppressed.' } = known ?? {}
  const place = known?.list ?? ''
  const standing = { answer, reason, why, list: place }
  if (reason !== 'manual') return standing
  // What another system handed over says what it was: its unsubscription is the person's wish.
  const row = await store.get<{ entries: string }>(
    'SELECT entries FROM addresses WHERE tenant = ? AND address = ? AND list = ?',
    [tenant, address, place])
  const entries = JSON.parse(row?.entries ?? '[]') as ManualEntry[]
  const last = entries.findLast((entry) => entry.do === 'suppress')
  return { ...standing, reason: last?.reason ?? reason }
}
