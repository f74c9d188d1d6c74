// format=flowed text → paragraphs on one line each (RFC 3676).

import { unitAt } from './units.ts'

const QUOTE = 62
const SPACE = 32

/** Joins flowed lines; quoted lines are joined within their depth and keep their `>` marks. */
export function flowedToText(text: string, deleteSpace: boolean = false): string {
  const lines: string[] = []
  let paragraph = ''
  let paragraphDepth = -1
  let at = 0
  while (at <= text.length) {
    let lineEnd = text.indexOf('\n', at)
    if (lineEnd < 0) lineEnd = text.length
    const depth = quoteDepth(text, at, lineEnd)
    let from = at + depth
    // A space before the text was stuffed (§4.4).
    if (from < lineEnd && unitAt(text, from) === SPACE) from++
    const line = text.slice(from, lineEnd)
    const isSignature = line === '-- '
    if (paragraphDepth >= 0 && (paragraphDepth !== depth || isSignature)) {
      lines.push(marks(paragraphDepth) + paragraph)
      paragraphDepth = -1
      paragraph = ''
    }
    const isFlowed = line.endsWith(' ') && !isSignature
    paragraph += isFlowed && deleteSpace ? line.slice(0, -1) : line
    if (isFlowed && lineEnd < text.length) paragraphDepth = depth
    else {
      lines.push(marks(depth) + paragraph)
      paragraphDepth = -1
      paragraph = ''
    }
    at = lineEnd + 1
  }
  return lines.join('\n')
}

function quoteDepth(text: string, from: number, to: number): number {
  let i = from
  while (i < to && unitAt(text, i) === QUOTE) i++
  return i - from
}

function marks(depth: number): string {
  return depth === 0 ? '' : '>'.repeat(depth) + ' '
}
