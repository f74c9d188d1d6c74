// The marks by which reporters are recognised, prepared for looking each of them up where it can
// stand: at a header field, in the subject, at the beginning of a line, in a delivery status.

import { reporters } from '../../rules/reporters/read.ts'
import type { ReporterMark } from '../../rules/reporters/types.ts'
import { needle, type Needle } from '../../text/pairs.ts'
import { fold } from './fold.ts'
import { indexPhrases, type PhraseIndex, type PhraseRow } from './phrase-index.ts'

/**
 * A mark with its place in the order of reporters; texts are folded, those of fields in lower case.
 */
export type ReadyMark = {
  readonly order: number
  readonly from: Needle
  readonly subject: Needle
  readonly header: string
  /** Part of that field's value. */
  readonly headerPart: Needle
  readonly line: string
  readonly unlessLine: string
  readonly machine: string
}

type Marks = {
  /** By the folded first words of a line; its number is the tag of the phrase. */
  readonly byLine: ReadonlyMap<string, readonly ReadyMark[]>
  readonly lines: readonly (readonly ReadyMark[])[]
  /** By field name; a name that ends with `-` stands for all that begin so. */
  readonly byHeader: ReadonlyMap<string, readonly ReadyMark[]>
  readonly headerStarts: readonly string[]
  /** By the names of fields that were met. */
  readonly byField: Map<string, readonly ReadyMark[]>
  /** The tags of these phrases are indexes into the marks below. */
  readonly subjects: PhraseIndex
  readonly bySubject: readonly ReadyMark[]
  readonly senders: PhraseIndex
  readonly bySender: readonly ReadyMark[]
  readonly byMachine: readonly ReadyMark[]
}

let ready: Marks | undefined

export function reporterMarks(): Marks {
  ready ??= prepareMarks(
    reporters().flatMap(({ marks }, order) => marks.map((mark) => prepareMark(mark, order))),
  )
  return ready
}

function prepareMarks(marks: readonly ReadyMark[]): Marks {
  const byLine = new Map<string, ReadyMark[]>()
  const byHeader = new Map<string, ReadyMark[]>()
  const bySubject: ReadyMark[] = []
  const bySender: ReadyMark[] = []
  const byMachine: ReadyMark[] = []
  for (const mark of marks) {
    if (mark.machine !== '') byMachine.push(mark)
    else if (mark.line !== '') push(byLine, mark.line, mark)
    else if (mark.header !== '') push(byHeader, mark.header, mark)
    else if (mark.subject.text !== '') bySubject.push(mark)
    else bySender.push(mark)
  }
  const subjects = indexPhrases(bySubject.map(({ subject }, tag) => [subject.text, 1, tag]))
  const senders = indexPhrases(bySender.map(({ from }, tag) => [from.text, 1, tag]))
  return {
    byLine,
    lines: [...byLine.values()],
    byHeader,
    headerStarts: [...byHeader.keys()].filter((name) => name.endsWith('-')),
    byField: new Map(),
    subjects,
    bySubject,
    senders,
    bySender,
    byMachine,
  }
}

/** Names of fields whose marks are remembered: nearly all stand in message after message. */
const FIELDS_MAX = 1_000

/** The marks that a field of this name may bear, in whatever order. */
export function marksOfField(name: string): readonly ReadyMark[] {
  const { byHeader, headerStarts, byField } = reporterMarks()
  const known = byField.get(name)
  if (known !== undefined) return known
  const starts = headerStarts.filter((start) => name.startsWith(start))
  const found = [name, ...starts].flatMap((key) => byHeader.get(key) ?? [])
  // A piece of a longer text would keep all of that text, which may be a whole message.
  if (byField.size < FIELDS_MAX) byField.set(` ${name}`.slice(1), found)
  return found
}

function push(map: Map<string, ReadyMark[]>, key: string, mark: ReadyMark): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [mark])
  else known.push(mark)
}

function prepareMark(mark: ReporterMark, order: number): ReadyMark {
  const colon = mark.header?.indexOf(': ') ?? -1
  return {
    order,
    from: needle(fold(mark.from ?? '')),
    subject: needle(fold(mark.subject ?? '')),
    header: colon < 0 ? (mark.header ?? '') : (mark.header as string).slice(0, colon),
    headerPart: needle(
      colon < 0 ? '' : (mark.header as string).slice(colon + 2).toLowerCase()),
    line: fold(mark.line ?? ''),
    unlessLine: fold(mark.unlessLine ?? ''),
    machine: (mark.machine ?? '').toLowerCase(),
  }
}

/** The line marks as phrases without bits; the tag is the index into `lines`. */
export function lineMarkRows(): PhraseRow[] {
  return [...reporterMarks().byLine.keys()].map((line, tag) => [line, 0, tag])
}
