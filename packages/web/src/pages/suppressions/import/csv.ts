// Rows of separated values, as spreadsheets of any country write them, and back again.

const SEPARATORS = [',', ';', '\t', '|'] as const

/** What separates the fields: the sign that the first line has most of, outside of quotes. */
export function findSeparator(text: string): string {
  const line = readRow(text, 0, '\n').row[0] ?? ''
  const counts = SEPARATORS.map((sign) => [sign, line.split(sign).length] as const)
  return counts.reduce((best, one) => one[1] > best[1] ? one : best)[0]
}

export type CsvRow = {
  readonly row: readonly string[]
  /** Where the next row begins. */
  readonly end: number
}

/** One row from a place on; quotes may hold separators and line ends (RFC 4180). */
export function readRow(text: string, start: number, separator: string): CsvRow {
  const row: string[] = []
  let field = ''
  for (let at = start; ;) {
    if (text[at] === '"' && field === '') {
      const quoted = readQuoted(text, at)
      field = quoted.value
      at = quoted.end
    }
    const sign = text[at]
    if (sign === undefined || sign === '\n') {
      row.push(field.replace(/\r$/, ''))
      return { row, end: at + 1 }
    }
    if (sign === separator) {
      row.push(field)
      field = ''
    } else field += sign
    at++
  }
}

function readQuoted(
  text: string, start: number,
): { readonly value: string; readonly end: number } {
  for (let from = start + 1; ;) {
    const quote = text.indexOf('"', from)
    if (quote < 0) return { value: unquote(text.slice(start + 1)), end: text.length }
    if (text[quote + 1] !== '"') {
      return { value: unquote(text.slice(start + 1, quote)), end: quote + 1 }
    }
    from = quote + 2
  }
}

function unquote(text: string): string {
  return text.replaceAll('""', '"')
}

/** Safe to open in a spreadsheet: nothing in it is taken for a formula. */
export function writeRow(fields: readonly string[]): string {
  const cells = fields.map((field) =>
    `"${/^[=+\-@\t\r\n]/.test(field) ? "'" : ''}${field.replaceAll('"', '""')}"`)
  return `${cells.join(',')}\r\n`
}

/** The same rows with commas. */
export function withCommas(text: string, separator: string, names: readonly string[]): string {
  const pieces = [writeRow(names)]
  for (let at = readRow(text, 0, separator).end; at < text.length;) {
    const { row, end } = readRow(text, at, separator)
    pieces.push(writeRow(row))
    at = end
  }
  return pieces.join('')
}
