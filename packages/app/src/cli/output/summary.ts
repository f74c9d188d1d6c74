// What a run found, in a few lines for people.

import type { Tally } from '../tally.ts'
import type { Style } from './style.ts'
import { wrapText } from './terminal-text.ts'

/** Counts of messages, reports and events, then reasons and problems, the most frequent first. */
export function formatSummary(
  tally: Tally, failures: number, columns: number, style: Style,
): string {
  const totals = [
    count(tally.messages, 'message'), count(tally.reports, 'report'), count(tally.events, 'event'),
    ...tally.skipped === 0 ? [] : [`${count(tally.skipped, 'file')} skipped that ${
      tally.skipped === 1 ? 'is' : 'are'} no mail`],
    ...failures === 0 ? [] : [style.red(`${count(failures, 'input')} not read`)],
  ]
  return [
    `${totals.join(' · ')}\n`,
    formatCounts('reasons', tally.reasons, columns, style),
    formatCounts('problems', tally.problems, columns, style),
  ].join('')
}

function formatCounts(
  title: string, counts: Readonly<Record<string, number>>, columns: number, style: Style,
): string {
  const entries = Object.entries(counts).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  if (entries.length === 0) return ''
  const margin = ' '.repeat(title.length + 4)
  // A space that does not break keeps each name and its number together.
  const list = entries.map(([name, number]) => `${name}\u00a0${formatNumber(number)}`).join(', ')
  const lines = wrapText(list, Math.max(40, columns - margin.length))
  return `  ${style.dim(title)}  ${lines.join(`\n${margin}`).replaceAll('\u00a0', ' ')}\n`
}

function count(number: number, noun: string): string {
  return `${formatNumber(number)} ${noun}${number === 1 ? '' : 's'}`
}

/** `1234567` as `1,234,567`. */
export function formatNumber(number: number): string {
  return number.toLocaleString('en-US')
}
