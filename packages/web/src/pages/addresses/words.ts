// The state of an address as a sentence.

import type { Schema } from '../../api/client.ts'
import { titleOf } from '../../parts/reason-name.tsx'
import { formatExact } from '../../parts/time.tsx'

type Answer = Schema<'CheckAnswer'>

export const ANSWERS: Readonly<Record<Answer['answer'], readonly [color: string, word: string]>> = {
  'send': ['teal', 'Send'], 'hold': ['orange', 'Hold'], 'do-not-send': ['red', 'Do not send'],
}

/** What an answer comes to, in plain words. */
export function sentenceOf({ answer, status, until, reason, list }: Answer): string {
  const why = reason === undefined ? '' : `: ${titleOf(reason).toLowerCase()}`
  const where = list === undefined || list === '' ? '' : ` (decided for the list ${list})`
  const end = until === undefined ? '' : ` until ${formatExact(until)}`
  if (answer === 'do-not-send') {
    return `Gets no mail${end === '' ? '' : end}${why}${where}.`
  }
  if (answer === 'hold') return `Waits${end}${why}${where}: the next message should not go before.`
  return status === 'watch'
    ? 'Gets mail, and is watched: failures have been counted.'
    : 'Gets mail. Nothing speaks against it.'
}
