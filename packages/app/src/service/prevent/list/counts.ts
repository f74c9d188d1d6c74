// What a check of a list counts, and the summary of it.

import type { CheckedAddress, ListCounts } from './types.ts'

const SUGGESTIONS_MAX = 100_000

export function newCounts(): ListCounts {
  return {
    rows: 0, statuses: { good: 0, risky: 0, unknown: 0, bad: 0 }, reasons: {},
    expectedBounces: 0, expectedBouncesOfAll: 0, suggestions: new Map(),
  }
}

export function countRow(counts: ListCounts, checked: CheckedAddress): void {
  const { status, findings, bounceChance, suggestion } = checked
  counts.rows++
  counts.statuses[status]++
  counts.expectedBouncesOfAll += bounceChance
  if (status !== 'bad') counts.expectedBounces += bounceChance
  for (const { reason, about } of findings) {
    counts.reasons[reason] = (counts.reasons[reason] ?? 0) + 1
    if (reason !== 'typo' || about === undefined || suggestion === undefined) continue
    const pair = `${about} → ${suggestion.slice(suggestion.lastIndexOf('@') + 1)}`
    const n = counts.suggestions.get(pair) ?? 0
    if (n > 0 || counts.suggestions.size < SUGGESTIONS_MAX) counts.suggestions.set(pair, n + 1)
  }
}

export type ListSummary = Pick<ListCounts, 'rows' | 'statuses' | 'reasons'> & {
  /** If all rows but bad ones are mailed. */
  readonly expectedBounceRate: number
  readonly expectedBounceRateOfAll: number
  /** `gmial.con → gmail.com`, most first. */
  readonly suggestions: Readonly<Record<string, number>>
}

export function summarize(
  { rows, statuses, reasons, expectedBounces, expectedBouncesOfAll, suggestions }: ListCounts,
  suggestionsMax: number = Infinity,
): ListSummary {
  const most = [...suggestions].sort((a, b) => b[1] - a[1]).slice(0, suggestionsMax)
  return {
    rows, statuses, reasons,
    expectedBounceRate: shareOf(expectedBounces, rows - statuses.bad),
    expectedBounceRateOfAll: shareOf(expectedBouncesOfAll, rows),
    suggestions: Object.fromEntries(most),
  }
}

/** With four digits; nothing of nothing is nothing. */
export function shareOf(n: number, of: number): number {
  return of === 0 ? 0 : Math.round(n / of * 10_000) / 10_000
}
