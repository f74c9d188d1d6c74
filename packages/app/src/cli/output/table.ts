// Events as a table for people, fitted to the width of their terminal.

import type { CaromEvent } from '@carom/core'
import { excerpt } from './excerpt.ts'
import type { Style } from './style.ts'
import { fitText, padText, printable, textWidth } from './terminal-text.ts'

const GAP = '  '
const HEADINGS = ['ADDRESS', 'VERDICT', 'REMEDY', 'WHY'] as const
/** Rows that settle the widths; later ones are fitted into them, so that a table can be endless. */
const SETTLING_ROWS = 200
/** With less room beside the other columns, the words that say why stand on a line of their own. */
const WHY_COLUMNS_MIN = 40
/** Longest address that narrows the words beside it. */
const ADDRESS_COLUMNS_MAX = 40
const INDENT = 4

type Row = { readonly event: CaromEvent; readonly address: string; readonly verdict: string }
type Widths = {
  readonly address: number
  readonly verdict: number
  readonly why: number
  /** The words that say why stand below the row. */
  readonly isStacked: boolean
}

/** Formats events row by row; the first rows wait until the widths are known. */
export class Table {
  readonly #columns: number
  readonly #style: Style
  #early: Row[] = []
  #widths: Widths | undefined

  constructor(columns: number, style: Style) {
    this.#columns = columns
    this.#style = style
  }

  /** The text of more events; empty while rows are still being collected. */
  add(events: readonly CaromEvent[]): string {
    const rows = events.map(readRow)
    if (this.#widths !== undefined) return this.#format(rows, this.#widths)
    this.#early.push(...rows)
    return this.#early.length < SETTLING_ROWS ? '' : this.#settle()
  }

  /** What is left at the end. */
  end(): string {
    return this.#widths === undefined && this.#early.length > 0 ? this.#settle() : ''
  }

  #settle(): string {
    const rows = this.#early
    const widths = settleWidths(rows, this.#columns)
    this.#widths = widths
    this.#early = []
    const heading = this.#joinCells(
      [padText(HEADINGS[0], widths.address), padText(HEADINGS[1], widths.verdict),
        padText(HEADINGS[2], REMEDY_COLUMNS)], HEADINGS[3], widths)
    return heading.split('\n').map((line) => `${this.#style.bold(line)}\n`).join('') +
      this.#format(rows, widths)
  }

  #format(rows: readonly Row[], widths: Widths): string {
    return rows.map((row) => `${this.#formatRow(row, widths)}\n`).join('')
  }

  #formatRow({ event, address, verdict }: Row, widths: Widths): string {
    const colour = this.#style[REMEDY_COLOURS[event.remedy]]
    return this.#joinCells([
      padText(fitText(address, widths.address), widths.address),
      colour(padText(verdict, widths.verdict)),
      colour(padText(event.remedy, REMEDY_COLUMNS)),
    ], excerpt(event, widths.why, this.#style), widths)
  }

  #joinCells(cells: readonly string[], why: string, { isStacked }: Widths): string {
    const row = cells.join(GAP)
    if (!isStacked) return `${row}${GAP}${why}`.trimEnd()
    return why === '' ? row.trimEnd() : `${row.trimEnd()}\n${' '.repeat(INDENT)}${why}`
  }
}

const REMEDY_COLUMNS = 'suppress'.length
const REMEDY_COLOURS = {
  suppress: 'red', fix: 'magenta', retry: 'yellow', none: 'dim',
} as const satisfies Record<CaromEvent['remedy'], keyof Style>

function readRow(event: CaromEvent): Row {
  return {
    event,
    address: printable(event.recipient ?? event.finalRecipient ?? '(none named)'),
    verdict: describeVerdict(event),
  }
}

// A failure is told by its reason, with the label people use; what is none by its kind.
function describeVerdict({ kind, reason, bounceType }: CaromEvent): string {
  if (kind !== 'failed') return kind
  return bounceType === null ? reason : `${bounceType} ${reason}`
}

// The reason must be read whole; the address gives way to the words that say why, up to a point.
function settleWidths(rows: readonly Row[], columns: number): Widths {
  const widest = (cells: readonly string[]): number =>
    cells.reduce((most, cell) => Math.max(most, textWidth(cell)), 0)
  const verdict = widest([HEADINGS[1], ...rows.map((row) => row.verdict)])
  const wanted = widest([HEADINGS[0], ...rows.map((row) => row.address)])
  const rest = columns - verdict - REMEDY_COLUMNS - 2 * GAP.length
  const beside = Math.min(wanted, ADDRESS_COLUMNS_MAX)
  const why = rest - beside - GAP.length
  if (why >= WHY_COLUMNS_MIN) return { address: beside, verdict, why, isStacked: false }
  const address = Math.max(HEADINGS[0].length, Math.min(wanted, rest))
  return { address, verdict, why: Math.max(0, columns - INDENT), isStacked: true }
}
