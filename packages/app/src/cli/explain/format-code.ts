// A code on paper: what it means, its two readings, who defines it, who uses it for what.

import type {
  CodeExplanation, CompactReading, EnhancedCodeNote, Reference, ReplyCodeNote, Use,
} from '@carom/core/codes'
import { fitText, padText } from '../output/terminal-text.ts'
import { formatPlatforms } from './format-platforms.ts'
import {
  entry, joinSections, judgementEntries, labelled, paragraph, section, viewPaint, type Layout,
} from './page.ts'

const USES_MAX = 8
const CODE_COLUMNS = 9
const REASON_COLUMNS = 22
const TYPE_COLUMNS = 6
const COUNT_COLUMNS = 6

export function formatCode(explanation: CodeExplanation, layout: Layout): string {
  const { code, headline, meaning, reply, enhanced, judgement, notes } = explanation
  const { members, platforms } = explanation
  // Beside an enhanced code the three digits say little.
  const only = enhanced === undefined ? reply : undefined
  const trust = judgement.trust === undefined || judgement.remedy === 'none' ? ''
    : labelled('How sure', sureness(judgement.trust), layout)
  return joinSections([
    `${layout.style.bold(code)}  ${headline}\n`,
    paragraph(meaning, layout),
    judgementEntries(judgement, layout) + trust,
    notes.map((note) => paragraph(note, layout)).join(''),
    only?.compact === undefined ? '' : formatReadings(only, only.compact, layout),
    section('Digit by digit', digits(reply, enhanced, layout), layout),
    section('Codes of this family', members.map((row) =>
      entry(row.code, row.meaning, CODE_COLUMNS, layout)).join(''), layout),
    enhanced === undefined ? '' : section('Vendors mean', vendors(enhanced, layout), layout),
    section('Defined by', definitions(explanation, layout), layout),
    only === undefined ? '' : section('As the answer to', commands(only, layout), layout),
    enhanced === undefined ? '' : formatUses(enhanced.code, enhanced.uses, undefined, layout),
    only === undefined ? '' : formatUses(String(only.code), only.uses, only.collected, layout),
    explanation.known && members.length === 0 ? formatPlatforms(platforms, layout) : '',
  ])
}

function sureness(trust: number): string {
  const percent = Math.round(trust * 100)
  return `${percent} % by the code alone; the words of a reply count more`
}

function formatReadings(reply: ReplyCodeNote, compact: CompactReading, layout: Layout): string {
  const { code, meaning, known } = reply
  const first = known && reply.definedBy.length > 0 ? 'SMTP reply' : 'as a reply'
  const type = compact.bounceType === 'hard' ? 'Hard' : 'Soft'
  return section(`Two readings of ${code}`,
    labelled(first, meaning, layout)
    + labelled(compact.enhanced, `${compact.name}; "${type}" in the table without dots`, layout)
    + paragraph(compact.answer, layout)
    + paragraph(compact.origin, layout), layout)
}

function digits(
  reply: ReplyCodeNote | undefined, enhanced: EnhancedCodeNote | undefined, layout: Layout,
): string {
  const row = (label: string, text: string): string => entry(label, text, CODE_COLUMNS, layout)
  const lines: string[] = []
  if (reply !== undefined) {
    if (enhanced !== undefined) lines.push(row(String(reply.code), reply.meaning))
    lines.push(row(`${Math.floor(reply.code / 100)}xx`, reply.classMeaning))
  }
  if (enhanced !== undefined) {
    const [first = 'x', subject = 'x'] = enhanced.code.split('.')
    if (enhanced.classMeaning !== undefined && reply === undefined) {
      lines.push(row(`${first}.y.z`, enhanced.classMeaning))
    }
    if (enhanced.subjectMeaning !== undefined) {
      lines.push(row(`x.${subject}.z`, enhanced.subjectMeaning))
    }
    const [, transient] = enhanced.judgements
    if (transient !== undefined) {
      const { bounceType, title, advice } = transient.judgement
      lines.push(row(transient.code, `${bounceType}, "${title}". ${advice}`))
    }
  }
  return lines.join('')
}

function vendors({ vendors: list }: EnhancedCodeNote, layout: Layout): string {
  return list.map(({ vendor, code, meaning, differs, judgement }) => {
    const range = code.includes('-') ? `, as all of ${code}` : ''
    const unlike = differs ? ', unlike the registry' : ''
    const text = `${meaning} That is ${judgement.reason}${range}${unlike}.`
    return entry(vendor, text, REASON_COLUMNS, layout)
  }).join('')
}

function definitions({ reply, enhanced }: CodeExplanation, layout: Layout): string {
  const lines: string[] = []
  if (reply !== undefined && reply.definedBy.length > 0) {
    lines.push(entry(String(reply.code), references(reply.definedBy), CODE_COLUMNS, layout))
  }
  if (reply !== undefined && reply.definedBy.length === 0) {
    lines.push(entry(String(reply.code), 'No standard.', CODE_COLUMNS, layout))
  }
  if (enhanced !== undefined) {
    lines.push(entry(enhanced.code, references(enhanced.definedBy), CODE_COLUMNS, layout))
    if (enhanced.paired.length > 0) {
      const text = `The registry pairs it with reply ${enhanced.paired.join(', ')}.`
      lines.push(entry('', text, CODE_COLUMNS, layout))
    }
  }
  return lines.join('')
}

function references(list: readonly Reference[]): string {
  return list.map(({ name, title }) => title === undefined ? name : `${name} (${title})`).join('; ')
}

function commands({ byCommand }: ReplyCodeNote, layout: Layout): string {
  return byCommand.map(({ command, reason, title }) =>
    entry(command, `${reason}: ${title}`, CODE_COLUMNS + 2, layout)).join('')
}

function formatUses(
  code: string, uses: readonly Use[], collected: number | undefined, layout: Layout,
): string {
  const shown = uses.slice(0, USES_MAX)
  const counted = collected === undefined ? '' : `, of ${collected} replies collected`
  const countColumns = counted === '' ? 0 : COUNT_COLUMNS
  const room = layout.columns - 2 - REASON_COLUMNS - TYPE_COLUMNS - countColumns
  const rows = shown.map(({ reason, bounceType, receivers, seen }) => {
    const count = padText(String(seen ?? ''), COUNT_COLUMNS).slice(0, countColumns)
    const type = viewPaint(bounceType, layout.style)(padText(bounceType ?? '', TYPE_COLUMNS))
    const names = namesThatFit(receivers, room)
    return `${`  ${padText(reason, REASON_COLUMNS)}${type}${count}${names}`.trimEnd()}\n`
  })
  const more = uses.length - shown.length
  const rest = more <= 0 ? '' : `  ${layout.style.dim(`and ${more} more (--json has all)`)}\n`
  return section(`Receivers use ${code} for${counted}`, rows.join('') + rest, layout)
}

/** As many names as fit, and how many there are besides. */
function namesThatFit(names: readonly string[], room: number): string {
  for (let shown = names.length; shown > 0; shown--) {
    const rest = names.length - shown
    const text = names.slice(0, shown).join(', ') + (rest === 0 ? '' : ` and ${rest} more`)
    if (text.length <= room || shown === 1) return fitText(text, room)
  }
  return ''
}
