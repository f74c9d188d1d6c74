// What the log intake wrote down: one report a line, with the lines of the log that told it.

import type { CaromEvent, Engine, Report } from '@carom/core'
import { readRecords } from './replies.ts'

type LogItem = {
  readonly report: Report
  readonly date?: string
  readonly lines?: readonly string[]
  readonly mta?: string
}

/** Judges each item. */
export function readLogItems(
  engine: Engine, bytes: Uint8Array, source: string,
): { readonly events: readonly CaromEvent[]; readonly problems: readonly string[] } {
  const problems: string[] = []
  const events = (readRecords(bytes, problems) as LogItem[]).flatMap((item) =>
    engine.judgeReport(item.report, {
      type: 'log', mta: item.mta ?? item.report.reporter ?? 'unknown', source,
      ...(item.lines === undefined ? {} : { lines: item.lines }),
    }, item.date))
  return { events, problems }
}
