// Rows of a table of recipients: what each says of its own recipient alone.

import type { EventKind } from '../types.ts'
import { scanAddresses } from './address-scan.ts'
import type { Line } from './lines.ts'
import type { Mention } from './mentions.ts'
import { bitsBetween, type HumanText } from './scan.ts'
import { DELAYED, FINAL } from './wording.ts'

/** What stands behind a recipient who got the message: a word, or a reply of the class 2. */
const ARRIVED =
  /^[\s:>)|=,;–—-]*(?:(?:ok|delivered|sent|accepted|zugestellt|remis|livré|entregad[oa]|entregue|consegnat[oa]|bezorgd|доставлено|配信済み|已送达)[\s.|!]*$|2(?:\d\d|\.\d\.\d{1,3})[ -])/i

/** What stands before a recipient where the first column tells what became of the message. */
const FIRST_COLUMN: readonly (readonly [kind: EventKind, words: RegExp])[] = [
  ['delivered', /^(?:ok|sent|delivered|accepted|zugestellt)$/],
  ['failed', /^(?:not ok|failed|failure|bounced|rejected|refused|undelivered|fehlgeschlagen)$/],
  ['delayed', /^(?:deferred|delayed|queued|pending|waiting|retrying|zurückgestellt|wartet)$/],
]

/** What the rows say, one kind for each mention; undefined where they do not tell them apart. */
export function kindsInRows(
  human: HumanText, mentions: readonly Mention[],
): readonly (EventKind | undefined)[] | undefined {
  if (mentions.length < 2) return undefined
  const kinds: (EventKind | undefined)[] = []
  for (const [i, mention] of mentions.entries()) {
    const last = mentions[i - 1]
    const start = last?.line === mention.line ? last.to : human.lines[mention.line]?.start ?? 0
    // `ok: a@x, b@x`
    const isListed = start === last?.to && !/\w/.test(human.text.slice(start, mention.from))
    kinds.push(isListed ? kinds[i - 1] : kindInRow(human, mention, start))
  }
  // A delay that all rows tell of is that of the report.
  return kinds.every((kind) => kind === 'delayed') ? undefined : kinds
}

function kindInRow(
  human: HumanText, { line, from, to }: Mention, start: number,
): EventKind | undefined {
  const end = human.lines[line]?.to ?? to
  if (ARRIVED.test(human.text.slice(to, end))) return 'delivered'
  const column = columnKind(human.text.slice(start, from))
  if (column !== undefined) return column
  const said = bitsBetween(human.hits, to, end)
  return (said & DELAYED) !== 0 && (said & FINAL) === 0 ? 'delayed' : undefined
}

function columnKind(before: string): EventKind | undefined {
  const words = before.replace(/[\s<[(:|,;*-]+/g, ' ').trim().toLowerCase()
  return FIRST_COLUMN.find(([, pattern]) => pattern.test(words))?.[0]
}

/** A row whose first column tells what became of the message for the recipient behind it. */
export function isRow({ text }: HumanText, line: Line | undefined): boolean {
  if (line === undefined) return false
  const [named] = scanAddresses(text, line.start, line.to)
  return named !== undefined && columnKind(text.slice(line.start, named.from)) !== undefined
}
