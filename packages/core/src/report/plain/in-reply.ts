// Whether an address stands in what a server answered, rather than in what the reporter says.

import { unitAt } from '../../text/units.ts'
import type { AddressSpan } from './address-scan.ts'
import type { Line } from './lines.ts'
import type { PhraseHit } from './phrases.ts'
import { firstHit, type HumanText } from './scan.ts'
import { QUOTED } from './wording.ts'

const REPLY_START =
  /^(?:<<< ?|received >>> ?|\(?reason: ?|\(?#?)[245](?:\d\d[ :-]|\.\d{1,3}\.\d{1,3})/i

/** The line is a reply, or a code on it begins one before the address. */
export function isInReply({ text, hits }: HumanText, line: Line, { from }: AddressSpan): boolean {
  return REPLY_START.test(text.slice(line.start, line.to))
    || hasCode({ text, hits }, line.start, from)
}

/** A reply code or an enhanced code stands between these places. */
export function hasCode(
  { text, hits }: Pick<HumanText, 'text' | 'hits'>, from: number, to: number,
): boolean {
  for (let i = firstHit(hits, from); i < hits.length; i++) {
    const hit = hits[i] as PhraseHit
    if (hit.from >= to) return false
    if ((hit.bits & QUOTED) !== 0 && isDigit(unitAt(text, hit.from))) return true
  }
  return false
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39
}
