// What prevention says of an address beside the answer whether it may be mailed now.

import type { CheckedAddress, LifeFacts, ListFinding } from '../list/types.ts'

/** Mail to an address, on all lists together. Times are milliseconds since 1970 UTC. */
export type MailFacts = LifeFacts & {
  /** Registered sends of the last seven days. */
  readonly sentInWeek: number
  /** Of the last thirty days. */
  readonly lastSentAt?: number
  /** As many mails as a week should bring have been sent: better none before. */
  readonly waitUntil?: number
}

/** How sending to a list went in the last thirty days, and how many of it confirmed. */
export type ListHabits = {
  readonly list: string
  readonly sends: number
  readonly bounces: number
  readonly complaints: number
  /** Of what was sent; absent where too little was. */
  readonly bounceRate?: number
  /** Addresses that were asked by double opt-in, and that confirmed. */
  readonly asked: number
  readonly confirmed: number
}

/** The receiver of the address asked lately to be sent to more slowly. */
export type ReceiverPace = {
  readonly receiver: string
  /** When its last wave of refusals was over. */
  readonly lastAt: number
  readonly perMinute?: number
  readonly resumeAt?: number
}

export type CheckAdvice = Omit<CheckedAddress, 'findings'> & {
  readonly findings: readonly ListFinding[]
  /**
   * `answered`: the DNS told, now or lately. `unanswered`: it was asked and did not tell.
   * `not-asked`: nobody asked.
   */
  readonly dns: 'answered' | 'unanswered' | 'not-asked'
  readonly mail: MailFacts
  /** Where the question named a list. */
  readonly list?: ListHabits
  readonly pacing?: ReceiverPace
}
