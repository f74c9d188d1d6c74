// The cells that a check adds to each row of a table.

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
