// The human part of a report as lines and paragraphs.

/** One line; positions are indexes into the text. */
export type Line = {
  readonly from: number
  readonly to: number
  /** First character that is no white space and no quote mark; equals `to` on a blank line. */
  readonly start: number
  /** Columns before `start`; a tab counts eight. */
  readonly indent: number
}

const TAB = 9
const SPACE = 32
const QUOTE = 62

export function makeLine(units: Uint16Array, from: number, to: number): Line {
  let start = from
  let indent = 0
  for (; start < to; start++) {
    const code = units[start] as number
    if (code === SPACE || code === 0xa0 || code === 13) indent++
    else if (code === TAB) indent += 8
    else if (!isQuoteMark(units, start, to)) break
  }
  return { from, to, start, indent }
}

// `> ` before a line is a quotation, `>>> ` a command of a transcript.
function isQuoteMark(units: Uint16Array, at: number, to: number): boolean {
  if (units[at] !== QUOTE) return false
  const next = at + 1 < to ? units[at + 1] : SPACE
  const before = at > 0 ? units[at - 1] : SPACE
  return (next === SPACE || next === TAB) && before !== QUOTE
}

export function isBlank(line: Line | undefined): boolean {
  return line === undefined || line.start >= line.to
}

/** Index of the line that holds this position; lines are in order. */
export function lineAt(lines: readonly Line[], position: number): number {
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lines[middle]?.from ?? 0) <= position) low = middle
    else high = middle - 1
  }
  return low
}
