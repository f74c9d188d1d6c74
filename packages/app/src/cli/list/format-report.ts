// The summary of a checked list: for programs as JSON, for people on paper.

import { shareOf, summarize } from '../../service/prevent/list/counts.ts'
import type { ListCounts, ListReason } from '../../service/prevent/list/types.ts'
import { entry, joinSections, paragraph, section, type Layout } from '../explain/page.ts'
import { formatNumber } from '../output/summary.ts'

const LABEL_COLUMNS = 22
const SUGGESTIONS_SHOWN = 10

const WORDS: Readonly<Record<ListReason, string>> = {
  'syntax': 'is no address', 'domain-unknown': 'there is no such domain',
  'domain-no-mail': 'the domain takes no mail',
  'mailbox-unknown': 'its server knows no such mailbox', 'suppressed': 'suppressed in the store',
  'held': 'held back by the store for now', 'duplicate': 'repeats a row above',
  'typo': 'the domain looks mistyped', 'disposable': 'throw-away address',
  'mail-host-missing': 'the domain\'s mail hosts have no address',
  'inactive': 'no sign of life for long', 'unconfirmed': 'never confirmed',
  'role': 'belongs to a task, not to a person', 'unusual': 'allowed, but often refused',
  'dns-unknown': 'the DNS did not answer', 'catch-all': 'the domain takes any name',
}

export function formatListReport(counts: ListCounts, isJson: boolean, layout: Layout): string {
  const summary = summarize(counts)
  if (isJson) return `${JSON.stringify(summary)}\n`
  const { rows, statuses, reasons } = summary
  const meant = Object.entries(summary.suggestions).slice(0, SUGGESTIONS_SHOWN)
  const line = (label: string, n: number): string =>
    entry(label, `${formatNumber(n)} (${percent(n, rows)})`, LABEL_COLUMNS, layout)
  return joinSections([
    section(`${formatNumber(rows)} rows`,
      Object.entries(statuses).map(([status, n]) => line(status, n)).join(''), layout),
    section('Why', Object.entries(reasons).sort((a, b) => b[1] - a[1]).map(([reason, n]) =>
      entry(reason, `${formatNumber(n)}: ${WORDS[reason as ListReason]}`, LABEL_COLUMNS, layout))
      .join(''), layout),
    section('Probably meant', meant
      .map(([pair, n]) => paragraph(`${formatNumber(n)} × ${pair}`, layout)).join(''), layout),
    section('Bounces to expect', paragraph(
      `About ${inPercent(summary.expectedBounceRateOfAll)} if every row is mailed, ` +
      `${inPercent(summary.expectedBounceRate)} without the bad ones. Mailbox providers and ` +
      'sending services grow suspicious at 2 % and stop you at 5 to 10 %.', layout), layout),
  ])
}

function percent(n: number, of: number): string {
  return inPercent(shareOf(n, of))
}

function inPercent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
