// Comma-separated values (RFC 4180) in and out, safe to open in a spreadsheet (T25).

/** A field in quotes; one that a spreadsheet would take for a formula begins with an apostrophe. */
function csvField(value: string): string {
  const isFormula = /^[=+\-@\t\r\n]/.test(value)
  return `"${isFormula ? "'" : ''}${value.replaceAll('"', '""')}"`
}

export function csvRow(values: readonly (string | undefined)[]): string {
  return `${values.map((value) => csvField(value ?? '')).join(',')}\r\n`
}

/**
 * The fields of one row, or undefined where a quote is left open. An apostrophe that was put before
 * a formula is taken away again.
 */
export function parseCsvRow(line: string): string[] | undefined {
  const fields: string[] = []
  let at = 0
  for (;;) {
    const field = line[at] === '"' ? readQuoted(line, at) : readPlain(line, at)
    if (field === undefined) return undefined
    fields.push(field.value.replace(/^'(?=[=+\-@\t\r\n])/, ''))
    if (field.end >= line.length) return fields
    at = field.end + 1
  }
}

type Field = { readonly value: string; readonly end: number }

function readPlain(line: string, start: number): Field {
  const comma = line.indexOf(',', start)
  const end = comma < 0 ? line.length : comma
  return { value: line.slice(start, end).trim(), end }
}

function readQuoted(line: string, start: number): Field | undefined {
  const pieces: string[] = []
  let at = start + 1
  for (;;) {
    const quote = line.indexOf('"', at)
    if (quote < 0) return undefined
    pieces.push(line.slice(at, quote))
    if (line[quote + 1] !== '"') {
      const comma = line.indexOf(',', quote)
      return { value: pieces.join(''), end: comma < 0 ? line.length : comma }
    }
    pieces.push('"')
    at = quote + 2
  }
}
