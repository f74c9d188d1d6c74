// Which software wrote a report, from header fields, subject and the first words of its lines. The
// answer names a family; it decides nothing but which layout is tried first.

import type { Message, MessagePart } from '../../message/types.ts'
import { REPORTERS } from '../../rules/reporters/index.ts'
import type { ReporterMark, ReporterRules } from '../../rules/reporters/types.ts'
import { fold, foldCode, isWordCode, matchPhrase } from './phrases.ts'

/** Characters of human text and of a machine part in which marks are looked for. */
const MARK_CHARS_MAX = 8_192
const KEY_CHARS = 4

type ReadyMark = {
  readonly order: number
  readonly from?: string
  readonly subject?: string
  readonly header?: { readonly name: string; readonly isPrefix: boolean; readonly part: string }
  readonly line?: string
  readonly unlessLine?: string
  readonly machine?: string
}

type Marks = {
  /** Marks with a line, by the first characters of that line. */
  readonly byLine: Map<string, ReadyMark[]>
  readonly byHeader: readonly ReadyMark[]
  readonly byMachine: readonly ReadyMark[]
}

let ready: Marks | undefined

function readyMarks(): Marks {
  ready ??= prepareMarks(REPORTERS)
  return ready
}

function prepareMarks(reporters: readonly ReporterRules[]): Marks {
  const byLine = new Map<string, ReadyMark[]>()
  const byHeader: ReadyMark[] = []
  const byMachine: ReadyMark[] = []
  reporters.forEach((reporter, order) => {
    for (const mark of reporter.marks) {
      const one = prepareMark(mark, order)
      if (one.machine !== undefined) byMachine.push(one)
      else if (one.line === undefined) byHeader.push(one)
      else {
        const key = one.line.slice(0, KEY_CHARS)
        byLine.set(key, [...(byLine.get(key) ?? []), one])
      }
    }
  })
  return { byLine, byHeader, byMachine }
}

function prepareMark(mark: ReporterMark, order: number): ReadyMark {
  const colon = mark.header?.indexOf(': ') ?? -1
  const name = colon < 0 ? mark.header : mark.header?.slice(0, colon)
  return {
    order,
    ...(mark.from !== undefined && { from: fold(mark.from) }),
    ...(mark.subject !== undefined && { subject: fold(mark.subject) }),
    ...(mark.line !== undefined && { line: fold(mark.line) }),
    ...(mark.unlessLine !== undefined && { unlessLine: fold(mark.unlessLine) }),
    ...(mark.machine !== undefined && { machine: mark.machine.toLowerCase() }),
    ...(mark.header !== undefined && name !== undefined && {
      header: {
        name,
        isPrefix: name.endsWith('-'),
        part: colon < 0 ? '' : mark.header.slice(colon + 2).toLowerCase(),
      },
    }),
  }
}

type Looked = {
  readonly message: Message
  readonly from: string
  readonly subject: string
  readonly text: string
}

/** The rules of the family; undefined where no mark is met. */
export function findReporter(message: Message, text: string): ReporterRules | undefined {
  const looked: Looked = {
    message,
    from: fold(message.headerText('from') ?? ''),
    subject: fold(message.headerText('subject') ?? ''),
    text,
  }
  const marks = readyMarks()
  let best = REPORTERS.length
  for (const mark of marks.byHeader) if (mark.order < best && holds(mark, looked)) best = mark.order
  best = bestByLine(marks, looked, best)
  best = bestByMachine(marks, looked, best)
  return REPORTERS[best]
}

function bestByLine(marks: Marks, looked: Looked, known: number): number {
  const { text } = looked
  const end = Math.min(text.length, MARK_CHARS_MAX)
  let best = known
  let from = 0
  while (from < end) {
    let to = text.indexOf('\n', from)
    if (to < 0) to = text.length
    const start = firstWord(text, from, to)
    if (to - start >= KEY_CHARS) {
      const key = keyAt(text, start)
      for (const mark of marks.byLine.get(key) ?? []) {
        if (mark.order >= best || mark.line === undefined) continue
        if (matchPhrase(text, start, text.length, mark.line) >= 0 && holds(mark, looked)) {
          best = mark.order
        }
      }
    }
    from = to + 1
  }
  return best
}

function bestByMachine(marks: Marks, looked: Looked, known: number): number {
  let best = known
  let machine: string | undefined
  for (const mark of marks.byMachine) {
    if (mark.order >= best || mark.machine === undefined) continue
    machine ??= machineText(looked.message)
    if (machine.includes(mark.machine)) best = mark.order
  }
  return best
}

function machineText(message: MessagePart): string {
  for (const part of message.parts) {
    if (part.type === 'message/delivery-status') {
      return part.text().slice(0, MARK_CHARS_MAX).toLowerCase()
    }
    if (part.type.startsWith('multipart/')) {
      const inner = machineText(part)
      if (inner !== '') return inner
    }
  }
  return ''
}

function holds(mark: ReadyMark, looked: Looked): boolean {
  if (mark.from !== undefined && !looked.from.includes(mark.from)) return false
  if (mark.subject !== undefined && !looked.subject.includes(mark.subject)) return false
  if (mark.header !== undefined && !hasHeader(looked.message, mark.header)) return false
  if (mark.unlessLine === undefined) return true
  return !fold(looked.text.slice(0, MARK_CHARS_MAX)).includes(mark.unlessLine)
}

function hasHeader(message: Message, wanted: NonNullable<ReadyMark['header']>): boolean {
  const { name, isPrefix, part } = wanted
  for (const field of message.fields()) {
    if (isPrefix ? !field.name.startsWith(name) : field.name !== name) continue
    if (part === '' || field.value.toLowerCase().includes(part)) return true
  }
  return false
}

function firstWord(text: string, from: number, to: number): number {
  let at = from
  while (at < to && !isWordCode(foldCode(text.charCodeAt(at)))) at++
  return at
}

function keyAt(text: string, start: number): string {
  return String.fromCharCode(
    foldCode(text.charCodeAt(start)),
    foldCode(text.charCodeAt(start + 1)),
    foldCode(text.charCodeAt(start + 2)),
    foldCode(text.charCodeAt(start + 3)),
  )
}
