// The pieces an explanation is laid out with: paragraphs, entries with a label, sections, colours.

import type { BounceType, Judgement, PlatformView } from '@carom/core/codes'
import type { Io } from '../command.ts'
import { createStyle, type Style } from '../output/style.ts'
import { padText, printable, wrapText } from '../output/terminal-text.ts'

/** Lines longer than this are hard to read, however wide the terminal. */
const COLUMNS_MAX = 100
const COLUMNS_MIN = 40
const INDENT = 2

export type Layout = { readonly columns: number; readonly style: Style }

export function layoutOf(io: Io): Layout {
  return {
    columns: Math.max(COLUMNS_MIN, Math.min(io.columns, COLUMNS_MAX)),
    style: createStyle(io.stdout, io.env),
  }
}

/** Sections with an empty line between; empty ones leave none. */
export function joinSections(sections: readonly string[]): string {
  return sections.filter((text) => text !== '').join('\n')
}

export function paragraph(text: string, layout: Layout, indent: number = INDENT): string {
  return wrapText(printable(text), layout.columns - indent)
    .map((line) => `${' '.repeat(indent)}${line}\n`).join('')
}

/** A heading in bold and what belongs under it; nothing where that is empty. */
export function section(title: string, body: string, { style }: Layout): string {
  return body === '' ? '' : `${style.bold(title)}\n${body}`
}

/** `label   text`, the text wrapped beside its label. */
export function entry(
  label: string, text: string, labelColumns: number, layout: Layout,
  paint: (label: string) => string = layout.style.dim,
): string {
  const indent = INDENT + labelColumns
  return wrapText(printable(text), layout.columns - indent).map((line, i) => i === 0
    ? `${' '.repeat(INDENT)}${paint(padText(printable(label), labelColumns))}${line}\n`
    : `${' '.repeat(indent)}${line}\n`).join('')
}

/** Colour of a bounce type or of what a platform makes of a label. */
export function viewPaint(view: BounceType | PlatformView, style: Style): (text: string) => string {
  if (view === 'hard') return style.red
  if (view === 'soft' || view === 'technical') return style.yellow
  if (view === 'block' || view === 'suppressed') return style.magenta
  return style.dim
}

const LABEL_COLUMNS = 13
const LEFT_TO_WORDS = 'unknown: left to the words of the reply'

/** Hard or soft, why, whose fault, what to do: the heart of every explanation. */
export function judgementEntries(
  judgement: Judgement, layout: Layout, unknown: string = LEFT_TO_WORDS,
): string {
  const { reason, title, whose, advice } = judgement
  return labelled('Bounce', bounceInWords(judgement), layout)
    + labelled('Reason', reason === 'unknown' ? unknown : `${reason}: ${title}`, layout)
    + labelled('Whose fault', whose, layout)
    + labelled('What to do', advice, layout)
}

export function labelled(label: string, text: string, layout: Layout): string {
  return entry(label, text, LABEL_COLUMNS, layout)
}

const REMEDY_WORDS: Readonly<Record<Judgement['remedy'], string>> = {
  suppress: 'stop mailing', retry: 'try again', fix: 'repair and send again', none: 'nothing to do',
}

function bounceInWords({ bounceType, permanence, remedy, reason }: Judgement): string {
  if (bounceType === null) return 'none; nothing failed for good'
  const claim = permanence === 'unknown' ? '' : `, ${permanence} by the server's word`
  if (reason === 'unknown' && permanence === 'permanent') {
    return 'permanent by the server\'s word; hard or soft, depending on the reason'
  }
  return `${bounceType}${claim}; ${REMEDY_WORDS[remedy]}`
}
