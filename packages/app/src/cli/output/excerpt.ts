// The words of a reply that decided, in as many columns as there are, with what stands around them.

import type { CaromEvent } from '@carom/core'
import type { Style } from './style.ts'
import { fitText, printable, splitCharacters, textWidth } from './terminal-text.ts'

/** No terminal shows more of a reply than this. */
const CHARS_MAX = 2_000
/** Columns before the deciding words that show what they belong to. */
const LEAD_CHARS = 12

/** A span of the reply, as string indexes. */
type Mark = { readonly from: number; readonly to: number }

/**
 * The reply as it fits, from its codes on; the deciding words are in bold and the last to be cut
 * off.
 */
export function excerpt(event: CaromEvent, columns: number, style: Style): string {
  const { diagnostic = '' } = event
  if (diagnostic === '') return fitText(printable(describeOtherwise(event)), columns)
  const text = printable(diagnostic.slice(0, CHARS_MAX))
  const marks = readMarks(event, text)
  const strongest = marks[0]
  if (strongest === undefined || textWidth(text.slice(0, strongest.to)) < columns ||
    textWidth(text) <= columns) return paint(text, 0, columns, marks, style)
  const codes = /^\d{3}(?:[ -]\d\.\d{1,3}\.\d{1,3})?(?= )/.exec(text)?.[0] ?? ''
  const opening = `${codes}…`
  const from = Math.max(codes.length, wordStart(text, strongest.from - LEAD_CHARS))
  return opening + paint(text, from, columns - textWidth(opening), marks, style)
}

// Spans point into the diagnostic; evidence of other parts has none there.
function readMarks({ because, diagnostic = '' }: CaromEvent, shown: string): Mark[] {
  return because.map(({ span: [from, to], text }) => ({ from, to, text }))
    .filter(({ from, to, text }) => to <= shown.length && diagnostic.slice(from, to) === text)
}

function wordStart(text: string, near: number): number {
  const space = text.indexOf(' ', Math.max(0, near))
  return space < 0 ? Math.max(0, near) : space
}

// The text from `from` on as far as it fits, marks in bold.
function paint(
  text: string, from: number, columns: number, marks: readonly Mark[], style: Style,
): string {
  const to = from + fitText(text.slice(from), columns).replace(/…$/, '').length
  const isCut = to < text.length
  let painted = ''
  let run = ''
  let isMarked = false
  let at = from
  for (const character of splitCharacters(text.slice(from, to))) {
    const marked = marks.some((mark) => mark.from <= at && at < mark.to)
    if (marked !== isMarked) {
      painted += isMarked ? style.bold(run) : run
      run = ''
      isMarked = marked
    }
    run += character
    at += character.length
  }
  painted += isMarked ? style.bold(run) : run
  return isCut && columns > 0 ? `${painted}…` : painted
}

// What is no refusal has no reply to quote.
function describeOtherwise({ feedbackType, enhancedCode, original }: CaromEvent): string {
  if (feedbackType !== undefined) return `feedback: ${feedbackType}`
  if (enhancedCode !== undefined) return enhancedCode
  return original?.subject === undefined ? '' : `about "${original.subject}"`
}
