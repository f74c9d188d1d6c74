// Labels at the beginning of lines and headings above them: what the lines of a human part are
// about.

import { scanAddresses, type AddressSpan } from './address-scan.ts'
import { isWordCode } from './fold.ts'
import { isBlank, lineAt, type Line } from './lines.ts'
import { matchPhrase, type PhraseHit } from './phrases.ts'
import { firstHit, type HumanText } from './scan.ts'
import { DELAYED, DELIVERED, FAILED, RECIPIENT, REPLY, SENDER } from './wording.ts'
import { unitAt } from '../../text/units.ts'

/** The longest label at the first word of a line that ends before `to`. */
export function labelOf({ text, hits }: HumanText, line: Line, to: number): PhraseHit | undefined {
  const first = skipMarks(text, line)
  let label: PhraseHit | undefined
  for (let i = firstHit(hits, first); i < hits.length; i++) {
    const hit = hits[i] as PhraseHit
    if (hit.from !== first) break
    const isLabel = (hit.bits & (RECIPIENT | REPLY | SENDER)) !== 0 && hit.to <= to
    if (isLabel && (label === undefined || hit.to > label.to)) label = hit
  }
  return label
}

/** Kind bits of the last heading above this position, of the whole text where there is none. */
export function headingAbove(human: HumanText, position: number): number {
  let bits = 0
  for (const hit of human.hits) {
    if (hit.from >= position) break
    const kinds = hit.bits & (FAILED | DELAYED | DELIVERED)
    if (kinds !== 0) bits = kinds
  }
  return bits
}

/** True where one of the folded phrases begins at the first word of this line. */
export function lineBeginsWith(human: HumanText, line: Line, phrases: readonly string[]): boolean {
  const start = skipMarks(human.text, line)
  return phrases.some((phrase) => matchPhrase(human.text, start, human.end, phrase) >= 0)
}

/** The first word of a line. */
function skipMarks(text: string, line: Line): number {
  let at = line.start
  while (at < line.to && !isWordCode(unitAt(text, at))) at++
  return at
}

/** `Recipient user@host` and nothing else, on a line that no sentence has been wrapped into. */
export function isLabelledLine(
  { text, lines }: HumanText, span: AddressSpan, line: Line, label: PhraseHit | undefined,
): boolean {
  if (label === undefined || hasWord(text, label.to, span.from)) return false
  if (hasWord(text, line.start, label.from) || hasWord(text, span.to, line.to)) return false
  const above = lines[lineAt(lines, span.from) - 1]
  if (above === undefined || isBlank(above)) return true
  return scanAddresses(text, above.start, above.to).length > 0
}

export function hasWord(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isWordCode(unitAt(text, at))) return true
  return false
}
