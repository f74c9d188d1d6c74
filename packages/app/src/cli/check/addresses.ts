// Addresses to be checked: one a line, or a column of a table (RFC 4180, with commas, semicolons or
// tabs).

import type { Input } from '../command.ts'
import { readLineBatches } from '../classify/text-lines.ts'

/** Names of the column that holds addresses. */
const HEADINGS = new Set([
  'email', 'e-mail', 'email address', 'email_address', 'address', 'recipient', 'mail',
])

/** Addresses in batches, as they come. Blank lines and comments (`#`) are passed over. */
export async function* readAddresses(input: Input): AsyncGenerator<string[]> {
  let pick: ((line: string) => string) | undefined
  for await (const lines of readLineBatches(input)) {
    const addresses: string[] = []
    for (const line of lines) {
      if (line === undefined || line.trim() === '' || line.startsWith('#')) continue
      if (pick === undefined) {
        const { read, isHeading } = readHeading(line)
        pick = read
        if (isHeading) continue
      }
      const address = pick(line).trim()
      if (address !== '') addresses.push(address)
    }
    if (addresses.length > 0) yield addresses
  }
}

/** How to find the address in each line, from the first one. */
function readHeading(
  first: string,
): { readonly read: (line: string) => string; readonly isHeading: boolean } {
  const line = first.replace(/^\ufeff/, '')
  const separator = [',', ';', '\t'].find((one) => line.includes(one))
  const cells = separator === undefined ? [line] : splitCells(line, separator)
  const named = cells.findIndex((cell) => HEADINGS.has(cell.trim().toLowerCase()))
  if (separator === undefined) return { read: (text) => text, isHeading: named >= 0 }
  const column = named >= 0 ? named : Math.max(0, cells.findIndex((cell) => cell.includes('@')))
  return { read: (text) => splitCells(text, separator)[column] ?? '', isHeading: named >= 0 }
}

/** Cells of one line; quotes may hold separators, and two of them are one. */
function splitCells(line: string, separator: string): string[] {
  const cells: string[] = []
  let cell = ''
  let isQuoted = false
  for (let at = 0; at < line.length; at++) {
    const character = line[at] as string
    if (character === '"') {
      if (isQuoted && line[at + 1] === '"') {
        cell += '"'
        at++
      } else isQuoted = !isQuoted
    } else if (character === separator && !isQuoted) {
      cells.push(cell)
      cell = ''
    } else cell += character
  }
  cells.push(cell)
  return cells
}
