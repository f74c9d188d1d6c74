// Who was asked to confirm an address in the demonstration, and did: most of those who typed it
// themselves, few of a fair's visitors, whose addresses somebody else wrote down.

import type { OptinDbRow } from '../optin/records.ts'
import { TENANT } from './inputs.ts'
import type { Random } from './random.ts'
import type { Person } from './world.ts'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const PEOPLE = 120
/** Of each source: its part of all, and how many confirm. */
const FORM = { source: 'sign-up form', confirm: 0.86 } as const
const FAIR = { source: 'fair 2026', share: 0.25, confirm: 0.38 } as const
const WITHIN_DAYS = 28
const TTL_MS = 72 * HOUR_MS

/** `now` is the end of the history. */
export function optinsOf(people: readonly Person[], now: number, random: Random): OptinDbRow[] {
  const asked = people.filter(({ isOld, lists }) => !isOld && lists.includes('news'))
    .slice(0, PEOPLE)
  return asked.map(({ address, fate }, number): OptinDbRow => {
    const origin = random.chance(FAIR.share) ? FAIR : FORM
    const at = now - random.below(WITHIN_DAYS * DAY_MS) - HOUR_MS
    const mayConfirm = fate === 'fine' || fate === 'odd'
    const confirmedAt = at + random.below(20 * HOUR_MS)
    const isConfirmed = mayConfirm && random.chance(origin.confirm) && confirmedAt < now
    return {
      id: `o_demo${number}`, tenant: TENANT, address, list: 'news', replaces: '', mail_to: address,
      status: isConfirmed ? 'confirmed' : 'pending', source: origin.source, language: 'en',
      redirect: null, actor: 'form', created_at: at, asked_at: at, expires_at: at + TTL_MS,
      confirmed_at: isConfirmed ? confirmedAt : null, mails: 1, mail_state: 'sent',
      mail_next_at: at, mail_tries: 1, mail_answer: '250 2.0.0 Ok',
    }
  })
}
