// Which software wrote a report, from header fields, subject, sender and the first words of its
// lines. The answer names a family; it decides nothing but which layout is tried first.

import { reporters } from '../../rules/reporters/read.ts'
import type { ReporterRules } from '../../rules/reporters/types.ts'
import { Haystack } from '../../text/pairs.ts'
import type { Letter } from '../letter.ts'
import { fold } from './fold.ts'
import type { PhraseIndex } from './phrase-index.ts'
import { scanPhrases } from './phrases.ts'
import { marksOfField, reporterMarks, type ReadyMark } from './reporter-marks.ts'

/** Characters of human text and of a machine part in which marks are looked for. */
const MARK_CHARS_MAX = 8_192

/**
 * The rules of the family; undefined where no mark is met. Companies that write bounces write other
 * mail too, so who sent it counts only where it is known to come from a mail system.
 */
export function findReporter(letter: Letter, isMailSystem: boolean): ReporterRules | undefined {
  const marks = reporterMarks()
  const looked = new Looked(letter)
  let before = ''
  for (const name of letter.message.fieldNames()) {
    // Received comes in rows.
    if (name === before) continue
    before = name
    looked.weigh(marksOfField(name))
  }
  if (letter.parts.status.length > 0) looked.weigh(marks.byMachine)
  if (isMailSystem) looked.weighHits(letter.from, marks.senders, marks.bySender)
  // Where a machine part or a field of its own names it, the text need not be read for this alone.
  const all = reporters()
  if (looked.best < all.length && letter.machine !== undefined) return all[looked.best]
  looked.weighHits(letter.subject, marks.subjects, marks.bySubject)
  for (const hit of letter.human.scanned.hits) {
    if (hit.tag < 0 || hit.bits !== 0 || hit.from >= MARK_CHARS_MAX) continue
    looked.weigh(marks.lines[hit.tag] ?? [])
  }
  return all[looked.best]
}

/** Longer ones are rows of Received, of which few are ever asked for more than one thing. */
const VALUES_CHARS_MAX = 256
/** Of the letter that is looked at: what is asked of many marks in turn. */
const senders = new Haystack(VALUES_CHARS_MAX)
const subjects = new Haystack(VALUES_CHARS_MAX)
const values = new Haystack(VALUES_CHARS_MAX)

/** A letter of which each mark is asked, and the best reporter so far. */
class Looked {
  best: number = reporters().length
  private readonly letter: Letter
  private isSenderRead = false
  private isSubjectRead = false
  /** The field whose values were read last: the marks of a field are asked in a row. */
  private header = ''
  private text: string | undefined
  private machine: string | undefined

  constructor(letter: Letter) {
    this.letter = letter
  }

  weigh(marks: readonly ReadyMark[]): void {
    for (const mark of marks) if (mark.order < this.best && this.holds(mark)) this.best = mark.order
  }

  weighHits(text: string, index: PhraseIndex, marks: readonly ReadyMark[]): void {
    for (const { tag } of scanPhrases(text, index, 1)) this.weigh([marks[tag] as ReadyMark])
  }

  /** Everything but the line, which was met before this is asked. */
  private holds(mark: ReadyMark): boolean {
    if (mark.from.text !== '' && !this.sender().holds(mark.from)) return false
    if (mark.subject.text !== '' && !this.subject().holds(mark.subject)) return false
    if (mark.header !== '' && !this.hasHeader(mark)) return false
    if (mark.machine !== '' && !this.machineText().includes(mark.machine)) return false
    return mark.unlessLine === '' || !this.humanText().includes(mark.unlessLine)
  }

  private hasHeader({ header, headerPart }: ReadyMark): boolean {
    const { message } = this.letter
    if (header.endsWith('-')) return message.fieldNames().some((name) => name.startsWith(header))
    if (headerPart.text === '') return message.fieldNames().includes(header)
    if (header !== this.header) {
      values.read(message.headers(header).join('\n').toLowerCase())
      this.header = header
    }
    return values.holds(headerPart)
  }

  private sender(): Haystack {
    if (!this.isSenderRead) senders.read(fold(this.letter.message.headerText('from') ?? ''))
    this.isSenderRead = true
    return senders
  }

  private subject(): Haystack {
    if (!this.isSubjectRead) subjects.read(fold(this.letter.subject))
    this.isSubjectRead = true
    return subjects
  }

  private humanText(): string {
    this.text ??= fold(this.letter.human.text.slice(0, MARK_CHARS_MAX))
    return this.text
  }

  private machineText(): string {
    this.machine ??= (this.letter.parts.status[0]?.part.text() ?? '')
      .slice(0, MARK_CHARS_MAX)
      .toLowerCase()
    return this.machine
  }
}
