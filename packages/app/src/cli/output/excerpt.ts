// The words of a reply that decided, in as many columns as there are, with what stands around them.

import type { CaromEvent } from '@carom/core'
import type { Style } from './style.ts'
import { fitText, printable, splitCharacters, textWidth } from './terminal-text.ts'

/** No terminal shows more of a reply than this. */
const CHARS_MAX = 2_000
/** What is shown after the deciding words, where room for what stands before them is short. */
const TAIL_CHARS = 16
/** Leaving out a word or two would save no room. */
const SKIPPED_CHARS_MIN = 5

/** A span of the reply, as string indexes. */
type Mark = { readonly from: number; readonly to: number }

/** The reply from its codes on as it fits; the deciding words are bold and the last to be cut. */
export function excerpt(event: CaromEvent, columns: number, style: Style): string {
  const { diagnostic = '' } = event
  if (diagnostic === '') return fitText(printable(describeOtherwise(event)), columns)
  const text = printable(diagnostic.slice(0, CHARS_MAX))
  const marks = readMarks(event, text)
  const strongest = marks[0]
  const end = strongest?.to ?? 0
  if (textWidth(text) <= columns || textWidth(text.slice(0, end)) < columns) {
    return paint(text, 0, columns, marks, style)
  }
  const codes = /^\d{3}(?:[ -]\d\.\d{1,3}\.\d{1,3})?(?= )/.exec(text)?.[0] ?? ''
  const opening = `${codes}…`
  const room = columns - textWidth(opening)
  const from = findStart(text, strongest as Mark, room)
  if (from < codes.length + SKIPPED_CHARS_MIN) return paint(text, 0, columns, marks, style)
  return opening + paint(text, from, room, marks, style)
}

// Spans point into the diagnostic; evidence of other parts has none there.
function readMarks({ because, diagnostic = '' }: CaromEvent, shown: string): Mark[] {
  return because.map(({ span: [from, to], text }) => ({ from, to, text }))
    .filter(({ from, to, text }) => to <= shown.length && diagnostic.slice(from, to) === text)
}

// As far before the deciding words as they leave room, at a word where there is one.
function findStart(text: string, mark: Mark, columns: number): number {
  let room = columns - 1 - textWidth(text.slice(mark.from, mark.to + TAIL_CHARS))
  let start = mark.from
  for (const character of splitCharacters(text.slice(0, mark.from)).reverse()) {
    room -= textWidth(character)
    if (room < 0) break
    start -= character.length
  }
  const space = text.slice(start, mark.from).indexOf(' ')
  return space < 0 ? start : start + space
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
