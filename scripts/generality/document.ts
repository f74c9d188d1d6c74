// The figures as docs/generality.md and as floors.

import type { Group } from './groups.ts'
import { FIRST_SIGHT } from './first-sight.ts'
import { addCounts, BINS, type Counts } from './measure-group.ts'

export type Measured = { readonly group: Group; readonly counts: Counts }

/** Figures that may only rise, in percent. */
export type Floors = Readonly<Record<string, number>>

const HEAD = [
  'left out', 'texts', 'linear floor', 'exact knowledge', 'grammar', 'model', 'together',
  'good suppressed', 'bad missed',
]

export function formatDocument(measured: readonly Measured[]): string {
  const all = addCounts(measured.map(({ counts }) => counts))
  return [
    '# How well it carries over',
    'Written by `npm run generality` (`scripts/generality.ts`). The same fixtures give the same '
      + 'figures.',
    'What becomes of replies whose words nobody has collected? Each group of fixtures is left out '
      + 'in turn, the model learns anew from half of the rest, chosen '
      + 'by a hash of each text, and then judges the '
      + 'group. Texts that also stand in the rest are not counted. Of a language its relatives and '
      + 'all mixed texts are left out as well: its lexicon is all that is known of it.',
    'The columns are shares of right reasons in percent: a plain **linear floor** that learned '
      + 'from the same rows with words and pieces of words as its features; **exact knowledge** '
      + '(fixed sentences of receivers and programs, silent about the others); the **grammar** of '
      + 'concepts, its strongest pattern alone; the **model** without the caution of the engine; '
      + 'all of them **together**, as the engine judges. Lexicons, grammar and exact knowledge are '
      + 'not left out: they were written with texts like these in view, so that their columns are '
      + 'friendlier than those of the floor. The last columns say how many good addresses would '
      + 'have been suppressed and how many bad ones missed.',
    '## Sources',
    table(measured.filter(({ group }) => group.kind === 'source'), 'all sources'),
    '## Languages',
    table(measured.filter(({ group }) => group.kind === 'language'), 'all languages'),
    '## At first sight',
    'Texts that were written before anyone looked whether they are understood, as an '
      + 'administrator, a program or a list would say it; most are harder than what servers write. '
      + 'The columns say how many the engine read rightly before any of them was there (measured '
      + 'for the first batches), and how many it did when it met them. They stand in '
      + '`fixtures/wordings/blind-*.tsv` and teach ever since. Those that were *not kept* are '
      + 'replies that servers really gave, out of public logs, sources and lists of bounces, '
      + 'without those that resemble a known one: of them only the manner went into fixtures, in '
      + 'other words.',
    firstSight(),
    '## Whether confidence means what it says',
    'All answers above but `unknown`, by the confidence that the engine gave them.',
    reliability(all),
  ].join('\n\n') + '\n'
}

/** The figures of all sources and of all languages together, rounded down to a tenth. */
export function floorsOf(measured: readonly Measured[]): Floors {
  const floors: Record<string, number> = {}
  for (const kind of ['source', 'language'] as const) {
    const sum = addCounts(measured.filter(({ group }) => group.kind === kind)
      .map(({ counts }) => counts))
    floors[`${kind}.model`] = tenths(sum.model, sum.texts)
    floors[`${kind}.together`] = tenths(sum.together, sum.texts)
    floors[`${kind}.goodKept`] = tenths(sum.good - sum.goodSuppressed, sum.good)
    floors[`${kind}.badFound`] = tenths(sum.bad - sum.badMissed, sum.bad)
  }
  return floors
}

function tenths(part: number, all: number): number {
  return Math.floor(1000 * part / all) / 10
}

function table(measured: readonly Measured[], total: string): string {
  const sum = addCounts(measured.map(({ counts }) => counts))
  return lines([HEAD, ...measured.map(({ group, counts }) => row(group.name, counts)),
    row(`**${total}**`, sum)])
}

function firstSight(): string {
  return lines([['file', 'texts', 'before', 'at first sight', ''],
    ...FIRST_SIGHT.map(({ file, what, texts, before, after }) =>
      [file, String(texts), before === undefined ? '–' : percent(before, texts),
        percent(after, texts), what])])
}

function row(name: string, counts: Counts): string[] {
  const { texts, floor, exact, grammar, model, together } = counts
  const { good, goodSuppressed, bad, badMissed } = counts
  return [
    name, String(texts), ...[floor, exact, grammar, model, together].map((n) => percent(n, texts)),
    percent(goodSuppressed, good), percent(badMissed, bad),
  ]
}

function reliability({ said, true: right }: Counts): string {
  return lines([['confidence', 'answers', 'right'], ...BINS.flatMap((from, i) => {
    const count = said[i] as number
    const to = BINS[i + 1] ?? 1
    return count === 0 ? [] : [[`${from.toFixed(2)} to ${to.toFixed(2)}`, String(count),
      percent(right[i] as number, count)]]
  })])
}

function percent(part: number, all: number): string {
  return all === 0 ? '–' : (100 * part / all).toFixed(1)
}

function lines([head = [], ...rows]: readonly (readonly string[])[]): string {
  return [head, head.map((_, i) => i === 0 ? '---' : '--:'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
