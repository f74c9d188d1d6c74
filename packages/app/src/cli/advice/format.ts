// What habits, receivers and volumes tell, on paper.

import type { WarmUpDone, WarmUpPlan } from '@carom/core/prevent'
import type { Bounced, OptinStats } from '../../service/optin/types.ts'
import type { Frequency, FrequencyReport } from '../../service/prevent/habits/frequency.ts'
import type { PacingAdvice } from '../../service/prevent/habits/pacing.ts'
import type { HabitGrade, HabitsReport } from '../../service/prevent/habits/types.ts'
import type { VolumeDay } from '../../service/prevent/habits/volume.ts'
import type { TypoGroup } from '../../service/prevent/types.ts'
import { entry, joinSections, paragraph, section, type Layout } from '../explain/page.ts'
import type { Style } from '../output/style.ts'
import { fitText, padText, printable, textWidth } from '../output/terminal-text.ts'

const HABIT_NAMES: Readonly<Record<string, string>> = {
  'double-opt-in': 'Double opt-in', 'clean-list': 'Clean list', 'typos': 'Typing mistakes',
  'authentication': 'Authentication', 'content': 'Content', 'pacing': 'Time between mails',
  'reputation': 'Reputation', 'consistency': 'Consistency',
}
const NAME_COLUMNS_MAX = 40
const MINUTE_CHARS = 16
const GAP = '  '

export function formatHabits({ from, until, habits }: HabitsReport, layout: Layout): string {
  const { style } = layout
  const head = `${style.dim(`${dayOf(from)} to ${dayOf(until)}`)}\n`
  return joinSections([head, ...habits.map(({ habit, grade, text, steps }) =>
    `${gradePaint(grade, style)(grade === 'unknown' ? '?' : grade)}  ` +
    `${style.bold(HABIT_NAMES[habit] ?? habit)}\n${paragraph(text, layout, 3)}` +
    steps.map((step) => entry('-', step, 2, layout)).join(''))])
}

function gradePaint(grade: HabitGrade, style: Style): (text: string) => string {
  if (grade === 'A' || grade === 'B') return style.green
  if (grade === 'unknown') return style.dim
  return grade === 'F' ? style.red : style.yellow
}

export function formatTypos(rows: readonly TypoGroup[], layout: Layout): string {
  if (rows.length === 0) return 'No bounced address looks mistyped.\n'
  return tableOf([['domain', 'probably meant', 'addresses', 'how sure'],
    ...rows.map(({ domain, suggestion, addresses, confidence }) =>
      [domain, suggestion, String(addresses), percentOf(confidence)])], layout)
}

export function formatOptin({ lists, sources }: OptinStats, layout: Layout): string {
  if (lists.length === 0) return 'Nobody was asked to confirm.\n'
  const bouncedOf = ({ bounced, addresses, rate }: Bounced): string =>
    addresses === 0 ? '–' : `${bounced} of ${addresses} (${percentOf(rate ?? 0)})`
  return joinSections([
    section('Confirmed addresses', tableOf([
      ['list', 'asked', 'confirmed', 'waiting', 'expired', 'share'],
      ...lists.map(({ list, asked, confirmed, pending, expired, share }) => [
        list, ...[asked, confirmed, pending, expired].map(String), percentOf(share ?? 0),
      ])], layout), layout),
    section('Where they came from', tableOf([
      ['source', 'bounced of confirmed', 'bounced of the others'],
      ...sources.map(({ source, confirmed, unconfirmed }) =>
        [source === '' ? 'not said' : source, bouncedOf(confirmed), bouncedOf(unconfirmed)]),
    ], layout), layout),
  ])
}

function percentOf(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

export function formatFrequency({ all, lists, isSample }: FrequencyReport, layout: Layout): string {
  if (all.mails === 0) return 'No sends are registered in this time.\n'
  const rows = [all, ...lists].map((row: Frequency) => [
    row.list === undefined ? 'all together' : row.list === '' ? 'no list' : row.list,
    String(row.addresses), String(row.mails), gapOf(row.usualGapHours), gapOf(row.shortGapHours),
    `${row.capPerWeek}${row.capFrom === 'complaints' ? ', measured' : ''}`, String(row.overCap),
  ])
  const steps = all.steps.map(({ mailsPerWeek, addresses, mails, complaints }) =>
    [mailsPerWeek > 14 ? 'more' : String(mailsPerWeek), String(addresses), String(mails),
      String(complaints)])
  return joinSections([
    section('Time between mails', tableOf([
      ['list', 'addresses', 'mails', 'usual gap', 'shortest tenth', 'safe a week', 'got more'],
      ...rows], layout), layout),
    section('Complaints by mails in the fullest week', tableOf([
      ['up to', 'addresses', 'mails', 'complaints'], ...steps], layout), layout),
    isSample ? paragraph('Some of the addresses were looked at, not all.', layout) : '',
  ])
}

function gapOf(hours: number | undefined): string {
  if (hours === undefined) return '–'
  return hours < 48 ? `${hours} h` : `${Math.round(hours / 24)} days`
}

export function formatPacing(rows: readonly PacingAdvice[], layout: Layout): string {
  if (rows.length === 0) return 'No receiver asked to be sent to more slowly in seven days.\n'
  return tableOf([['receiver', 'waves', 'last', 'refusals', 'safe a minute', 'go on'],
    ...rows.map(({ receiver, waves, perMinute, resumeAt }) => [
      receiver, String(waves.length), waves[0] === undefined ? '' : minuteOf(waves[0].untilAt),
      String(waves[0]?.refusals ?? 0), perMinute === undefined ? '–' : String(perMinute),
      resumeAt === undefined ? 'now' : minuteOf(resumeAt),
    ])], layout)
}

export function formatVolume(days: readonly VolumeDay[], layout: Layout): string {
  if (days.length === 0) return 'No sends are registered in this time.\n'
  const { style } = layout
  const lineOf = ({ day, sends, most, anomaly }: VolumeDay): string => {
    const line = `  ${day}  ${String(sends).padStart(10)}`
    if (anomaly === undefined) return `${line}\n`
    const why = most === undefined ? 'receivers hardly knew it' : `at most ${most} before`
    return `${line}  ${style.yellow(why)}\n`
  }
  return joinSections([...Map.groupBy(days, ({ name }) => name)].map(([name, own]) =>
    section(name === '' ? 'without a name' : printable(name), own.map(lineOf).join(''), layout)))
}

const PACES: Readonly<Record<WarmUpPlan['pace'], string>> = {
  grow: 'half as many more each day', hold: 'no more than on that day, then on',
  back: 'back to half; find out why first',
}

export function formatPlan(
  { pace, rate, days, done }: WarmUpPlan & { readonly done: readonly WarmUpDone[] },
  layout: Layout,
): string {
  const last = done.at(-1)
  const head = last === undefined ? 'Nothing was sent in the last thirty days: it begins anew.'
    : `Sent on ${done.length} days, ${last.sends} on the last, of which ` +
      `${((rate ?? 0) * 100).toFixed(1)} % bounced: ${PACES[pace]}.`
  return joinSections([paragraph(head, layout),
    tableOf([['day', 'mails'], ...days.map(({ day, sends }) => [String(day), String(sends)])],
      layout)])
}

/** The first column to the left, figures to the right. */
function tableOf(rows: readonly (readonly string[])[], { style }: Layout): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.min(NAME_COLUMNS_MAX,
    Math.max(...rows.map((row) => textWidth(printable(row[i] ?? ''))))))
  return rows.map((row, line) => {
    const cells = row.map((cell, i) => {
      const width = widths[i] ?? 0
      const text = fitText(printable(cell), width)
      return i === 0 ? padText(text, width) : `${' '.repeat(width - textWidth(text))}${text}`
    })
    const joined = `${GAP}${cells.join(GAP)}`.trimEnd()
    return `${line === 0 ? style.dim(joined) : joined}\n`
  }).join('')
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}

function minuteOf(at: number): string {
  return new Date(at).toISOString().slice(0, MINUTE_CHARS).replace('T', ' ')
}
