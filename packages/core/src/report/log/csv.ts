// One row of a CSV file (RFC 4180): quotes around a value, doubled within it.

import { COLUMNS_MAX } from './limits.ts'

/** The values of a row, `COLUMNS_MAX` at most. */
export function readCsvRow(line: string): string[] {
  const values: string[] = []
  let at = 0
  while (at <= line.length && values.length < COLUMNS_MAX) {
    if (line.charCodeAt(at) === 34) {
      const { value, next } = readQuoted(line, at)
      values.push(value)
      at = next + 1
      continue
    }
    const comma = line.indexOf(',', at)
    const end = comma < 0 ? line.length : comma
    values.push(line.slice(at, end))
    at = end + 1
  }
  return values
}

function readQuoted(line: string, from: number): { value: string; next: number } {
  let value = ''
  let at = from + 1
  for (;;) {
    const quote = line.indexOf('"', at)
    if (quote < 0) return { value: value + line.slice(at), next: line.length }
    value += line.slice(at, quote)
    if (line.charCodeAt(quote + 1) !== 34) {
      const comma = line.indexOf(',', quote)
      return { value, next: comma < 0 ? line.length : comma }
    }
    value += '"'
    at = quote + 2
  }
}

/** The columns of a file by name, as its header row tells them. */
export class Columns {
  #names: readonly string[] = []

  get isKnown(): boolean {
    return this.#names.length > 0
  }

  has(name: string): boolean {
    return this.#names.includes(name)
  }

  set(names: readonly string[]): void {
    this.#names = names.slice(0, COLUMNS_MAX).map((name) => name.trim().toLowerCase())
  }

  /** The first value of each column; empty ones are left out. */
  row(line: string): Map<string, string> {
    const row = new Map<string, string>()
    readCsvRow(line).forEach((value, i) => {
      const name = this.#names[i]
      if (name !== undefined && value !== '' && !row.has(name)) row.set(name, value)
    })
    return row
  }

  save(): unknown {
    return this.#names
  }

  load(saved: unknown): void {
    if (Array.isArray(saved)) this.set(saved.filter((name) => typeof name === 'string'))
  }
}
