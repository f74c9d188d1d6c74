// The summary of a checked list: for programs as JSON, for people on paper.

import type { ListCounts, ListReason } from '../../service/prevent/list/types.ts'
import { entry, joinSections, paragraph, section, type Layout } from '../explain/page.ts'
import { formatNumber } from '../output/summary.ts'

const LABEL_COLUMNS = 22
const SUGGESTIONS_SHOWN = 10

const WORDS: Readonly<Record<ListReason, string>> = {
  'syntax': 'is no address', 'domain-unknown': 'there is no such domain',
  'domain-no-mail': 'the domain takes no mail', 'suppressed': 'suppressed in the store',
  'held': 'held back by the store for now', 'duplicate': 'repeats a row above',
  'typo': 'the domain looks mistyped', 'disposable': 'throw-away address',
  'mail-host-missing': 'the domain\'s mail hosts have no address',
  'inactive': 'no sign of life for long', 'unconfirmed': 'never confirmed',
  'role': 'belongs to a task, not to a person', 'unusual': 'allowed, but often refused',
  'dns-unknown': 'the DNS did not answer',
}

export function formatListReport(counts: ListCounts, isJson: boolean, layout: Layout): string {
  const { rows, statuses, reasons, expectedBounces, expectedBouncesOfAll } = counts
  const suggestions = [...counts.suggestions].sort((a, b) => b[1] - a[1])
  const mailed = rows - statuses.bad
  if (isJson) {
    return `${JSON.stringify({
      rows, statuses, reasons,
      expectedBounceRate: share(expectedBounces, mailed),
      expectedBounceRateOfAll: share(expectedBouncesOfAll, rows),
      suggestions: Object.fromEntries(suggestions),
    })}\n`
  }
  const line = (label: string, n: number): string =>
    entry(label, `${formatNumber(n)} (${percent(n, rows)})`, LABEL_COLUMNS, layout)
  return joinSections([
    section(`${formatNumber(rows)} rows`,
      Object.entries(statuses).map(([status, n]) => line(status, n)).join(''), layout),
    section('Why', Object.entries(reasons).sort((a, b) => b[1] - a[1]).map(([reason, n]) =>
      entry(reason, `${formatNumber(n)}: ${WORDS[reason as ListReason]}`, LABEL_COLUMNS, layout))
      .join(''), layout),
    section('Probably meant', suggestions.slice(0, SUGGESTIONS_SHOWN)
      .map(([pair, n]) => paragraph(`${formatNumber(n)} × ${pair}`, layout)).join(''), layout),
    section('Bounces to expect', paragraph(
      `About ${percent(expectedBouncesOfAll, rows)} if every row is mailed, ` +
      `${percent(expectedBounces, mailed)} without the bad ones. Mailbox providers and sending ` +
      'services grow suspicious at 2 % and stop you at 5 to 10 %.', layout), layout),
  ])
}

function share(n: number, of: number): number {
  return of === 0 ? 0 : Math.round(n / of * 10_000) / 10_000
}

function percent(n: number, of: number): string {
  return `${(share(n, of) * 100).toFixed(1)} %`
}
