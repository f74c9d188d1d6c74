// What a mail server does with an address, in the words of the table it looks into: Postfix
// access(5) and transport(5), or the bare reason.

import type { CheckAnswer } from '../../check/answer.ts'

/**
 * `access`: refuses at RCPT, for `check_recipient_access`. `transport`: bounces or defers in the
 * queue, for `transport_maps`; also for mail that came in without SMTP. `reason`: the reason alone.
 */
export type MapKind = 'access' | 'transport' | 'reason'

export const MAP_KINDS: readonly MapKind[] = ['access', 'transport', 'reason']

/** The value of a key; undefined where the table has none, and mail goes on. */
export function mapAnswer(kind: MapKind, answer: CheckAnswer): string | undefined {
  if (answer.answer === 'send') return undefined
  const reason = plainWord(answer.reason ?? 'no reason known')
  if (kind === 'reason') return reason
  const isHeld = answer.answer === 'hold'
  const end = isHeld && answer.until !== undefined
    ? `, held to ${new Date(answer.until).toISOString()}` : ''
  // These words are read as `list-suppressed` in logs and bounces, which never counts again: no
  // "until", which begins a condition.
  const text = `Recipient is on the suppression list (${reason})${end}`
  if (isHeld) return kind === 'access' ? `450 4.7.1 ${text}` : `retry:4.7.1 ${text}`
  return kind === 'access' ? `550 5.7.1 ${text}` : `error:5.7.1 ${text}`
}

/** Reasons may come from imports: nothing but what a reply can hold. */
function plainWord(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?').slice(0, 100)
}
