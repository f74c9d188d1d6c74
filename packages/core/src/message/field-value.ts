// Field values: unfolding (RFC 5322 §2.2.3) and bytes beyond ASCII (RFC 6532, and what came before
// it).

import { decodeUnlabelled } from '../text/charset.ts'
import { FIELD_BYTES_MAX } from '../text/limits.ts'
import { noteProblem } from '../text/problems.ts'
import { isAsciiRange } from './source.ts'
import type { Source, View } from './source.ts'

const TAB = 9
const CR = 13
const SPACE = 32
const LAST_ASCII = 0x7e

/** The value between two offsets into the source: unfolded, ends trimmed, without NUL. */
export function readFieldValue(
  source: Source, view: View, range: readonly [number, number], problems: string[],
): string {
  const from = range[0]
  let to = range[1]
  if (to - from > FIELD_BYTES_MAX) {
    to = from + FIELD_BYTES_MAX
    noteProblem(problems, 'field-capped')
  }
  const plain = plainValue(view.text, from - view.base, to - view.base)
  if (plain !== undefined) return plain
  const text = isAsciiRange(view, from, to)
    ? view.text.slice(from - view.base, to - view.base)
    : decodeUnlabelled(source.bytes.subarray(from, to))
  return unfold(text, problems)
}

/**
 * Most values are ASCII on one line: one look at each letter instead of a search for each sign that
 * might be in them. Undefined where a closer look is needed.
 */
function plainValue(text: string, start: number, end: number): string | undefined {
  let from = start
  let to = end
  while (from < to && isBlank(text.charCodeAt(from))) from++
  while (to > from && (isBlank(text.charCodeAt(to - 1)) || text.charCodeAt(to - 1) === CR)) to--
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code > LAST_ASCII || (code < SPACE && code !== TAB)) return undefined
  }
  return text.slice(from, to)
}

function isBlank(code: number): boolean {
  return code === SPACE || code === TAB
}

/** Folds become one space. */
function unfold(folded: string, problems?: string[]): string {
  let text = folded
  if (text.indexOf('\0') >= 0) {
    noteProblem(problems, 'nul-removed')
    text = text.replaceAll('\0', '')
  }
  let lineEnd = text.indexOf('\n')
  if (lineEnd < 0 && text.indexOf('\r') < 0) return text.trim()
  let value = ''
  let at = 0
  while (at < text.length) {
    if (lineEnd < 0) lineEnd = text.length
    const line = text.slice(at, lineEnd).trim()
    if (line !== '') value = value === '' ? line : value + ' ' + line
    at = lineEnd + 1
    lineEnd = text.indexOf('\n', at)
  }
  return value.indexOf('\r') < 0 ? value : value.replace(/\r+/g, ' ')
}
