// A reply with carets under the words that decided, and their meaning below.

import type { DecidingWords } from '@carom/core/codes'
import { printable, splitCharacters, textWidth } from '../output/terminal-text.ts'
import type { Layout } from './page.ts'

/** More of a reply is not shown. */
const CHARS_MAX = 4_096
const INDENT = '  '
/** Letters written from right to left: a terminal puts them where no caret can follow. */
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u

/** One character as seen: its place in the text and on the line. */
type Cell = { readonly at: number; readonly shown: string; readonly width: number }

/** The reply as it is, wrapped; deciding words in bold, carets and meanings under them. */
export function formatMarkedReply(
  text: string, words: readonly DecidingWords[], layout: Layout,
): string {
  const cells = cellsOf(text.slice(0, CHARS_MAX))
  const hasCarets = !RIGHT_TO_LEFT.test(text)
  const named = new Set<DecidingWords>()
  const lines = breakLines(cells, layout.columns - INDENT.length).map((line) => {
    const shown = INDENT + paintLine(line, words, layout) + '\n'
    return hasCarets ? shown + underline(line, words, named, layout) : shown
  })
  const list = hasCarets ? '' : words.map(({ text: said, meaning }) =>
    `${INDENT}${layout.style.cyan(`"${printable(said)}": ${meaning}`)}\n`).join('')
  return lines.join('') + list + (text.length > CHARS_MAX ? `${INDENT}…\n` : '')
}

function cellsOf(text: string): Cell[] {
  const cells: Cell[] = []
  let at = 0
  for (const character of splitCharacters(text)) {
    const isBreak = character === '\n' || character === '\r\n'
    const shown = isBreak ? '\n' : printable(character)
    cells.push({ at, shown, width: isBreak ? 0 : textWidth(shown) })
    at += character.length
  }
  return cells
}

/** Lines of at most `columns`, broken at spaces where there are any. */
function breakLines(cells: readonly Cell[], columns: number): Cell[][] {
  const lines: Cell[][] = []
  let line: Cell[] = []
  let width = 0
  for (const cell of cells) {
    if (cell.shown === '\n') {
      lines.push(line)
      line = []
      width = 0
      continue
    }
    if (width + cell.width > columns) {
      const space = line.findLastIndex(({ shown }) => shown === ' ')
      const rest = space < 0 ? [] : line.slice(space + 1)
      lines.push(space < 0 ? line : line.slice(0, space + 1))
      line = rest
      width = rest.reduce((sum, one) => sum + one.width, 0)
    }
    line.push(cell)
    width += cell.width
  }
  return line.length > 0 || lines.length === 0 ? [...lines, line] : lines
}

function isMarked(at: number, words: readonly DecidingWords[]): boolean {
  return words.some(({ span: [from, to] }) => from <= at && at < to)
}

function paintLine(line: readonly Cell[], words: readonly DecidingWords[], layout: Layout): string {
  let painted = ''
  let run = ''
  let bold = false
  const flush = (): void => {
    painted += bold ? layout.style.bold(run) : run
    run = ''
  }
  for (const { at, shown } of line) {
    const marked = isMarked(at, words)
    if (marked !== bold) flush()
    bold = marked
    run += shown
  }
  flush()
  return painted.trimEnd()
}

function underline(
  line: readonly Cell[], words: readonly DecidingWords[], named: Set<DecidingWords>, layout: Layout,
): string {
  let carets = ''
  const captions: { readonly column: number; readonly text: string }[] = []
  let column = 0
  for (const { at, width } of line) {
    carets += (isMarked(at, words) ? '^' : ' ').repeat(width)
    for (const word of words) {
      if (word.span[0] > at || word.span[1] <= at || named.has(word)) continue
      named.add(word)
      if (saysMore(word)) captions.push({ column, text: word.meaning })
    }
    column += width
  }
  if (carets.trim() === '') return ''
  return [carets.trimEnd(), ...stackCaptions(captions)]
    .map((text) => `${INDENT}${layout.style.cyan(text)}\n`).join('')
}

function saysMore({ text, meaning }: DecidingWords): boolean {
  return !meaning.toLowerCase().includes(text.toLowerCase())
}

/** Captions on as few lines as they fit on, each under its words. */
function stackCaptions(captions: readonly { column: number; text: string }[]): string[] {
  const lines: string[] = []
  for (const { column, text } of captions) {
    const free = lines.findIndex((line) => line.length === 0 || line.length + 2 <= column)
    const at = free < 0 ? lines.length : free
    lines[at] = (lines[at] ?? '').padEnd(column) + text
  }
  return lines
}
