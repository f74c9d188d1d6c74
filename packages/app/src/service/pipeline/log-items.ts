// What the log intake wrote down, one item a line: deliveries in short, all else with the lines of
// the log that told it.

import { readLogItem, type CaromEvent, type Engine } from '@carom/core'
import { readRecords } from './replies.ts'

/**
 * Judges each item. A return-path token in an envelope sender raises nothing here: the mail server
 * itself says whom it tried, under the address before aliases where it knows one, so nobody is to
 * be found out; and whoever got a message knows its token, so in lines that came over a network it
 * would prove no more than the lines do.
 */
export function readLogItems(
  engine: Engine, bytes: Uint8Array, source: string,
): { readonly events: readonly CaromEvent[]; readonly problems: readonly string[] } {
  const problems: string[] = []
  const events = readRecords(bytes, problems).flatMap((record, index) => {
    const item = readLogItem(record)
    if (item === undefined) {
      problems.push(`line ${index + 1} is nothing that a log told`)
      return []
    }
    const { report, date, lines } = item
    return engine.judgeReport(report, {
      type: 'log', mta: report.reporter ?? 'unknown', source,
      ...(lines.length === 0 ? {} : { lines }),
    }, date)
  })
  return { events, problems }
}
