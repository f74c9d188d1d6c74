// A reputation on paper: the score, each part with its points, and what moved it.

import type {
  Move, Part, PartId, ReputationReport,
} from '../../service/prevent/reputation/types.ts'
import { entry, joinSections, section, type Layout } from '../explain/page.ts'
import { padText, printable } from '../output/terminal-text.ts'

const PART_NAMES: Readonly<Record<PartId, string>> = {
  'complaints': 'Complaints', 'unknown-users': 'Unknown addresses',
  'blocks': 'Refused for reputation', 'content': 'Refused for content',
  'traps': 'Signs of spam traps', 'authentication': 'Authentication failed',
  'blocklists': 'DNS block lists', 'refusals': 'Refusals that name it',
  'refusing-receivers': 'Receivers that refuse it',
}
const NAME_COLUMNS = 26
const FIGURE_COLUMNS = 26
const MOVE_COLUMNS = 8

export function formatReputation(report: ReputationReport, layout: Layout): string {
  const { subject, score, day, parts, moved, since, days } = report
  const { style } = layout
  const before = days.find((one) => one.day === since)?.score
  const change = before === undefined ? '' : `, ${before} on ${since}`
  const head = score === undefined ? 'too little is known for a score'
    : `score ${style.bold(String(score))} of 100 ${style.dim(`(${day}${change})`)}`
  return `${joinSections([
    `${style.bold(printable(subject))}  ${head}\n`,
    section('Parts', parts.map((part) => formatPart(part, layout)).join(''), layout),
    section(`What moved it since ${since}`,
      moved.map((move) => formatMove(move, layout)).join(''), layout),
  ])}\n`
}

function formatPart({ part, figure, cases, goal, limit, weight, lost }: Part, layout: Layout) {
  const { style } = layout
  const isCount = limit >= 1
  const shown = figure === undefined ? 'not measured'
    : isCount ? String(figure) : `${percent(figure)} (${cases})`
  const paint = lost === undefined ? style.dim : lost === 0 ? style.green
    : lost < weight ? style.yellow : style.red
  const bounds = isCount ? `${goal} to ${limit}` : `${percent(goal)} to ${percent(limit)}`
  return `  ${padText(PART_NAMES[part], NAME_COLUMNS)}${padText(shown, FIGURE_COLUMNS)}` +
    `${paint(`${lost === undefined ? '–' : `-${lost}`} of ${weight}`)}` +
    `${style.dim(`, costs from ${bounds}`)}\n`
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`
}

/** More points lost is a lower score. */
function formatMove({ part, points, behind }: Move, layout: Layout): string {
  const told = behind.map(({ reason, receiver, now, before }) =>
    `${reason} at ${receiver}: ${now}, ${before} before`).join('; ')
  return entry(points > 0 ? `-${points}` : `+${-points}`,
    `${PART_NAMES[part]}${told === '' ? '' : `: ${told}`}.`, MOVE_COLUMNS, layout,
    points > 0 ? layout.style.red : layout.style.green)
}
