// What was read and found, counted: by the thread that read it, then summed up.

export type Tally = {
  messages: number
  /** Messages that report something. */
  reports: number
  events: number
  /** Files of folders that do not look like mail. */
  skipped: number
  reasons: Record<string, number>
  problems: Record<string, number>
}

export function emptyTally(): Tally {
  return { messages: 0, reports: 0, events: 0, skipped: 0, reasons: {}, problems: {} }
}

export function countOne(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1
}

export function addTally(sum: Tally, more: Tally): void {
  sum.messages += more.messages
  sum.reports += more.reports
  sum.events += more.events
  sum.skipped += more.skipped
  addCounts(sum.reasons, more.reasons)
  addCounts(sum.problems, more.problems)
}

function addCounts(sum: Record<string, number>, more: Readonly<Record<string, number>>): void {
  for (const [key, count] of Object.entries(more)) sum[key] = (sum[key] ?? 0) + count
}
