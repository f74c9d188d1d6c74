// The wordings of all languages and reporters, made ready for searching once, when first needed.

import { REPORT_WORDINGS } from '../../rules/reporters/languages/index.ts'
import { REPORTERS } from '../../rules/reporters/index.ts'
import type { ReportWording } from '../../rules/reporters/types.ts'
import { indexPhrases, type PhraseIndex } from './phrases.ts'

/** What a phrase inside a text says; several may hold. */
export const FAILED = 1
export const CAUSE = 2
export const DELAYED = 4
export const DELIVERED = 8
export const FINAL = 16
export const OTHER_MAIL = 32
export const CONTACT = 64

/** What a label at the beginning of a line announces. */
export const RECIPIENT = 1
export const REPLY = 2
export const SENDER = 4

type Indexes = {
  /** Inside a sentence or a subject. */
  readonly said: PhraseIndex
  /** At the beginning of a line, before a colon or alone. */
  readonly labels: PhraseIndex
  /** At the beginning of the line after which the returned message stands. */
  readonly original: PhraseIndex
}

let built: Indexes | undefined

export function wordingIndexes(): Indexes {
  built ??= buildIndexes(REPORT_WORDINGS)
  return built
}

const SAID = [
  ['failed', FAILED], ['causes', CAUSE], ['delayed', DELAYED], ['delivered', DELIVERED],
  ['final', FINAL], ['otherMail', OTHER_MAIL], ['contact', CONTACT],
] as const
const LABELS = [['recipient', RECIPIENT], ['reply', REPLY], ['sender', SENDER]] as const

type Row = readonly [string, number]

function buildIndexes(wordings: readonly ReportWording[]): Indexes {
  const said: Row[] = []
  const labels: Row[] = []
  const original: Row[] = []
  for (const wording of wordings) {
    for (const [name, bits] of SAID) for (const phrase of wording[name]) said.push([phrase, bits])
    for (const [name, bits] of LABELS) {
      for (const phrase of wording[name]) labels.push([phrase, bits])
    }
    for (const phrase of wording.original) original.push([phrase, 1])
  }
  for (const reporter of REPORTERS) {
    for (const phrase of reporter.failed ?? []) said.push([phrase, FAILED])
    for (const phrase of reporter.delayed ?? []) said.push([phrase, DELAYED])
    for (const phrase of reporter.delivered ?? []) said.push([phrase, DELIVERED])
    for (const phrase of reporter.reply ?? []) labels.push([phrase, REPLY])
    for (const phrase of reporter.original ?? []) original.push([phrase, 1])
  }
  return {
    said: indexPhrases(said),
    labels: indexPhrases(labels),
    original: indexPhrases(original),
  }
}
