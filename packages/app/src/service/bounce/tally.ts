// What a plan would send so far: the limits hold for what is planned as for what was sent.

import type { History, Question } from './book.ts'

export type Tally = {
  readonly add: (question: Question, at: number) => void
  /** The history with what is planned. */
  readonly with: (history: History, question: Question) => History
}

export function createTally(): Tally {
  const planned = new Map<string, number>()
  const recipients = new Map<string, number>()
  const domains = new Map<string, number>()
  return {
    add: ({ originalKey, recipient, domain }, at) => {
      planned.set(originalKey, at)
      recipients.set(recipient, (recipients.get(recipient) ?? 0) + 1)
      domains.set(domain, (domains.get(domain) ?? 0) + 1)
    },
    with: (history, { originalKey, recipient, domain }) => {
      const at = planned.get(originalKey)
      return {
        ...history,
        ...(at === undefined || history.earlier !== undefined
          ? {} : { earlier: { at, state: 'sending' as const } }),
        toRecipient: history.toRecipient + (recipients.get(recipient) ?? 0),
        toDomain: history.toDomain + (domains.get(domain) ?? 0),
        today: history.today + planned.size,
      }
    },
  }
}
