// One row of a table as it stands in the file, cut into cells only where somebody looks at them:
// most of what a list holds is only passed on (RFC 4180, and what spreadsheets make of it).

export type TableRow = {
  /** As it stands, without its line end. */
  readonly text: string
  /** Whether there is a quote anywhere in it. */
  readonly isQuoted: boolean
}

/** The cell at a place; undefined where the row has fewer. */
export function cellAt(
  { text, isQuoted }: TableRow, delimiter: string, place: number,
): string | undefined {
  let at = 0
  for (let passed = 0; passed < place; passed++) {
    at = cellEnd(text, at, delimiter, isQuoted) + 1
    if (at > text.length) return undefined
  }
  return readCell(text, at, cellEnd(text, at, delimiter, isQuoted))
}

export function cellsOf({ text, isQuoted }: TableRow, delimiter: string): string[] {
  if (!isQuoted) return text.split(delimiter)
  const cells: string[] = []
  for (let at = 0; ;) {
    const end = cellEnd(text, at, delimiter, isQuoted)
    cells.push(readCell(text, at, end))
    if (end >= text.length) return cells
    at = end + 1
  }
}

/**
 * The text by itself: a part of a larger one holds all of it in memory for as long as the part is
 * kept.
 */
export function detached(text: string): string {
  return Buffer.from(text).toString()
}

function cellEnd(text: string, start: number, delimiter: string, isQuoted: boolean): number {
  return isQuoted && text[start] === '"'
    ? quotedEnd(text, start, delimiter) : plainEnd(text, start, delimiter)
}

function readCell(text: string, start: number, end: number): string {
  return text[start] === '"' ? unquote(text, start, end) : text.slice(start, end)
}

function plainEnd(text: string, start: number, delimiter: string): number {
  const end = text.indexOf(delimiter, start)
  return end < 0 ? text.length : end
}

/** Where the separator, the line end or the end of the text after a cell in quotes is. */
function quotedEnd(text: string, start: number, delimiter: string): number {
  for (let at = start + 1; ;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return text.length
    if (text[quote + 1] === '"') {
      at = quote + 2
      continue
    }
    let end = quote + 1
    while (text[end] === ' ') end++
    const sign = text[end]
    if (sign === undefined || sign === delimiter || sign === '\n' || sign === '\r') return end
    // A quote in the middle of a word ends nothing.
    at = quote + 1
  }
}

function unquote(text: string, start: number, end: number): string {
  const last = text.lastIndexOf('"', end - 1)
  const inner = text.slice(start + 1, last <= start ? end : last)
  return inner.includes('"') ? inner.replaceAll('""', '"') : inner
}

export type CutRows = {
  readonly rows: readonly TableRow[]
  /** Where the row begins whose end has not come yet. */
  readonly cursor: number
}

type Form = { readonly delimiter: string; readonly newline: '\n' | '\r' }

/** Cuts a text into its rows; blank ones are left out. `isLast`: nothing comes after it. */
export function cutRows(text: string, { delimiter, newline }: Form, isLast: boolean): CutRows {
  const rows: TableRow[] = []
  let quote = text.indexOf('"')
  for (let start = 0; start < text.length;) {
    let end = text.indexOf(newline, start)
    if (quote >= 0 && quote < start) quote = text.indexOf('"', start)
    const isQuoted = quote >= 0 && (end < 0 || quote < end)
    if (isQuoted) end = rowEnd(text, start, { delimiter, newline })
    if (end < 0 && !isLast) return { rows, cursor: start }
    const stop = end < 0 ? text.length : end
    const row = text.slice(start, text[stop - 1] === '\r' && stop > start ? stop - 1 : stop)
    if (row.trim() !== '' || row.includes(delimiter)) {
      rows.push({ text: isQuoted && end < 0 ? closed(row, delimiter) : row, isQuoted })
    }
    start = stop + 1
  }
  return { rows, cursor: text.length }
}

/** The line end after a row with quotes; less than 0 where it has not come. */
function rowEnd(text: string, start: number, { delimiter, newline }: Form): number {
  for (let at = start; ;) {
    if (text[at] === '"') {
      at = quotedEnd(text, at, delimiter)
      // A sign that may come yet decides whether this quote was the last.
      if (at >= text.length) return -1
      if (text[at] !== delimiter) return text.indexOf(newline, at)
    } else {
      const line = text.indexOf(newline, at)
      const next = text.indexOf(delimiter, at)
      if (next < 0 || (line >= 0 && line < next)) return line
      at = next
    }
    at++
  }
}

/** A quote that is never closed would swallow what is written after the row. */
function closed(row: string, delimiter: string): string {
  const cells = cellsOf({ text: row, isQuoted: true }, delimiter)
  return cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter)
}
