// Events as CSV (RFC 4180), safe to open in a spreadsheet.

import type { CaromEvent } from '@carom/core'
import { csvRow } from '../../csv/write-row.ts'

type Field = string | number | null | undefined
type Column = readonly [name: string, read: (event: CaromEvent) => Field]

const COLUMNS: readonly Column[] = [
  ['file', ({ source }) => source.type === 'file' ? source.file : undefined],
  ['index', ({ source }) => source.type === 'file' ? source.index : undefined],
  ['kind', ({ kind }) => kind],
  ['recipient', ({ recipient }) => recipient],
  ['reason', ({ reason }) => reason],
  ['bounceType', ({ bounceType }) => bounceType],
  ['permanence', ({ permanence }) => permanence],
  ['remedy', ({ remedy }) => remedy],
  ['scope', ({ scope }) => scope],
  ['confidence', ({ confidence }) => confidence],
  ['replyCode', ({ replyCode }) => replyCode],
  ['enhancedCode', ({ enhancedCode }) => enhancedCode],
  ['command', ({ command }) => command],
  ['diagnostic', ({ diagnostic }) => diagnostic],
  ['provider', ({ provider }) => provider],
  ['blocklist', ({ blocklist }) => blocklist?.name],
  ['retryAfterSeconds', ({ retryAfterSeconds }) => retryAfterSeconds],
  ['reporter', ({ reporter }) => reporter],
  ['reportingMta', ({ reportingMta }) => reportingMta],
  ['remoteMta', ({ remoteMta }) => remoteMta],
  ['occurredAt', ({ occurredAt }) => occurredAt],
  ['feedbackType', ({ feedbackType }) => feedbackType],
  ['originalMessageId', ({ original }) => original?.messageId],
  ['originalFrom', ({ original }) => original?.from],
  ['originalSubject', ({ original }) => original?.subject],
  ['originalHeaders', ({ original }) =>
    original?.headers === undefined ? undefined : JSON.stringify(original.headers)],
  ['problems', ({ problems }) => problems?.join(' ')],
  ['id', ({ id }) => id],
]

export const CSV_HEADER: string = `${csvRow(COLUMNS.map(([name]) => name))}\r\n`

export function formatCsvRow(event: CaromEvent): string {
  return `${csvRow(COLUMNS.map(([, read]) => read(event)?.toString()))}\r\n`
}
