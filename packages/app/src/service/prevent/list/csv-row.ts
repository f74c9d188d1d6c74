// Rows of separated values as they are written (RFC 4180), with any separator.

import type { TableHead } from './read-table.ts'
import type { CheckedAddress } from './types.ts'

/** What a check adds to each row. */
export const CHECK_COLUMNS: readonly string[] = [
  'carom_status', 'carom_reasons', 'carom_confidence', 'carom_suggestion', 'carom_bounce_chance',
]

/** And where mail servers are asked. */
export const CALLOUT_COLUMN = 'carom_callout'

export function calloutCell({ callout }: CheckedAddress): string {
  return callout === undefined ? '' : `${callout.verdict}: ${callout.why}`
}

/** Names of the columns; where a table has none, those of the places. */
export function namesOf({ names, columns }: TableHead): readonly string[] {
  return names ?? Array.from({ length: columns.address + 1 }, (_, i) =>
    i === columns.address ? 'email' : `column ${i + 1}`)
}

export function checkCells(
  { status, findings, suggestion = '', bounceChance }: CheckedAddress,
): readonly string[] {
  if (findings.length === 0) return [status, '', '', suggestion, String(bounceChance)]
  const reasons = findings.map(({ reason, about }) =>
    about === undefined ? reason : `${reason}: ${about}`)
  const confidence = findings.reduce((most, one) => Math.max(most, one.confidence), 0)
  return [status, reasons.join('; '), String(confidence), suggestion, String(bounceChance)]
}

export type RowWriter = (cells: readonly string[]) => string

/** With `guardsFormulas`, a cell that a spreadsheet would run begins with an apostrophe (T25). */
export function createRowWriter(
  delimiter: string, { guardsFormulas }: { readonly guardsFormulas: boolean },
): RowWriter {
  const needsQuotes = (cell: string): boolean => cell.includes(delimiter) || /["\r\n]/.test(cell) ||
    cell.startsWith(' ') || cell.endsWith(' ')
  const write = (cell: string): string => {
    const guarded = guardsFormulas && /^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell
    return needsQuotes(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
  }
  return (cells) => {
    let line = ''
    for (let at = 0; at < cells.length; at++) {
      line += at === 0 ? write(cells[at] as string) : delimiter + write(cells[at] as string)
    }
    return `${line}\n`
  }
}
