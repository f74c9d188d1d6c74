// Paragraphs of a human part, and what can be told of one at a glance.

import { isBlank } from './lines.ts'
import { bitsBetween, type HumanText } from './scan.ts'
import { CONTACT } from './wording.ts'

export const HEADING_END: RegExp = /[:：]\s*$/

/** Lines [from, to) without a blank one between. */
export type Paragraph = { readonly from: number; readonly to: number }

export function nextParagraph(human: HumanText, from: number, to: number): Paragraph | undefined {
  let start = from
  while (start < to && isBlank(human.lines[start])) start++
  let end = start
  while (end < to && !isBlank(human.lines[end])) end++
  return end > start ? { from: start, to: end } : undefined
}

export function bitsOf({ hits, lines }: HumanText, { from, to }: Paragraph): number {
  return bitsBetween(hits, lines[from]?.from ?? 0, lines[to - 1]?.to ?? 0)
}

/**
 * `The server of the recipient answered:` and below it words without an address: whoever is to be
 * written to is named by one.
 */
export function headsText({ text, hits, lines }: HumanText, { from, to }: Paragraph): boolean {
  const first = lines[from]
  const last = lines[to - 1]
  if (first === undefined || last === undefined || to - from < 2) return false
  if (!HEADING_END.test(text.slice(first.start, first.to))) return false
  return (bitsBetween(hits, first.start, first.to) & CONTACT) === 0
    && !/@|https?:/.test(text.slice(first.start, last.to))
}
