// The wordings of all languages, reporters and automatic messages, made ready for searching once,
// when first needed.

import {
  ADDRESSED_WORDS,
  ALIAS_WORDS,
  INBOUND_WORDS,
  OWN_MAILBOX_WORDS,
  QUOTING_WORDS,
  SUBJECT_LABELS,
} from '../../rules/reporters/dialog.ts'
import { reporters, wordings as reportWordings } from '../../rules/reporters/read.ts'
import { indexPhrases, type PhraseIndex, type PhraseRow } from './phrase-index.ts'
import { lineMarkRows } from './reporter-marks.ts'

/** What a phrase inside a text says; several may hold. */
export const FAILED = 1
export const CAUSE = 2
export const DELAYED = 4
export const DELIVERED = 8
export const FINAL = 16
export const OTHER_MAIL = 32
export const CONTACT = 64
/** Stands before the address that a failed one was made from. */
export const ALIAS = 128
/** Quotes a server: a code, a dialog, `said:`. */
export const QUOTED = 256
/** After it a reporter lists its recipients; the tag says which heading it is. */
export const HEADING = 512
/** Stands before the address that the message was for. */
export const ADDRESSED = 1024
/** Says that the message came in for the reader, who did not send it. */
export const INBOUND = 65536
/** Speaks of the reader's own mailbox. */
export const OWN_MAILBOX = 131072
/** A sentence sounds like a delay: less sure than DELAYED, since a subject may say otherwise. */
export const LATE = 262144
/** All of these count wherever they stand. */
export const ANYWHERE: number = 2047 | INBOUND | OWN_MAILBOX

/** What a label at the beginning of a line announces. */
export const RECIPIENT = 2048
export const REPLY = 4096
export const SENDER = 8192
/** The subject of the returned message, repeated. */
export const SUBJECT = 16384
/** The returned message stands after this line. */
export const ORIGINAL = 32768

type Wordings = {
  readonly index: PhraseIndex
  /** The headings of a layout as tags. */
  readonly headings: ReadonlyMap<readonly string[], ReadonlySet<number>>
}

let built: Wordings | undefined

/** Everything that is looked for in a human part; tags without bits are those of the line marks. */
export function wordingIndex(): PhraseIndex {
  built ??= buildWordings()
  return built.index
}

/** Tags of the headings that a layout names. */
export function headingTags(headings: readonly string[]): ReadonlySet<number> {
  built ??= buildWordings()
  return built.headings.get(headings) ?? new Set()
}

const BITS = [
  ['failed', FAILED],
  ['causes', CAUSE],
  ['delayed', DELAYED],
  ['delivered', DELIVERED],
  ['final', FINAL],
  ['otherMail', OTHER_MAIL],
  ['contact', CONTACT],
  ['recipient', RECIPIENT],
  ['reply', REPLY],
  ['sender', SENDER],
  ['original', ORIGINAL],
] as const
const REPORTER_BITS = [
  ['failed', FAILED],
  ['delayed', DELAYED],
  ['delivered', DELIVERED],
  ['reply', REPLY],
  ['original', ORIGINAL],
] as const

function buildWordings(): Wordings {
  const marks = lineMarkRows()
  const rows: PhraseRow[] = [...marks]
  for (const wording of reportWordings()) {
    for (const [name, bits] of BITS) for (const phrase of wording[name]) rows.push([phrase, bits])
  }
  for (const reporter of reporters()) {
    for (const [name, bits] of REPORTER_BITS)
      for (const phrase of reporter[name] ?? []) rows.push([phrase, bits])
  }
  for (const phrase of ALIAS_WORDS) rows.push([phrase, ALIAS])
  for (const phrase of ADDRESSED_WORDS) rows.push([phrase, ADDRESSED])
  for (const phrase of INBOUND_WORDS) rows.push([phrase, INBOUND])
  for (const phrase of OWN_MAILBOX_WORDS) rows.push([phrase, OWN_MAILBOX])
  for (const phrase of QUOTING_WORDS) rows.push([phrase, QUOTED])
  for (const phrase of SUBJECT_LABELS) rows.push([phrase, SUBJECT])
  const { headings, headingRows } = collectHeadings(marks.length)
  return { index: indexPhrases([...rows, ...headingRows]), headings }
}

/** `firstTag`: those below belong to the line marks. */
function collectHeadings(
  firstTag: number,
): Pick<Wordings, 'headings'> & { headingRows: PhraseRow[] } {
  const tags = new Map<string, number>()
  const headings = new Map<readonly string[], Set<number>>()
  for (const reporter of reporters()) {
    for (const layout of reporter.layouts ?? []) {
      if (layout.shape !== 'indented' && layout.shape !== 'listed') continue
      for (const phrase of layout.after)
        if (!tags.has(phrase)) tags.set(phrase, firstTag + tags.size)
      headings.set(layout.after, new Set(layout.after.map((phrase) => tags.get(phrase) as number)))
    }
  }
  return { headings, headingRows: [...tags].map(([phrase, tag]) => [phrase, HEADING, tag]) }
}
