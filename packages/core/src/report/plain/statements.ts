// Sentences that say a message did not arrive, in words that no list of whole phrases has: what was
// to be done and that it failed, or a message and that it came back, in one sentence.

import { statementWords } from '../../rules/reporters/read.ts'
import { unitAhead } from '../../text/units.ts'
import { isWordCode } from './fold.ts'
import { indexPhrases, type PhraseIndex, type PhraseRow } from './phrase-index.ts'
import { scanPhrases, type PhraseHit } from './phrases.ts'
import { sentenceEnd, sentenceStart } from './sentence.ts'

const DELIVERING = 1
const FAILING = 2
const MESSAGE = 4
const RETURNED = 8
const RECEIVING = 16
const VOIDING = 64
const ANY = 95
/** The sentence names an address. */
const NAMED = 32
/** Only where a word ends with it. */
const WHOLE = 128

/** Characters in which a report comes to the point. */
const OPENING_CHARS = 3_000

/** Where each such sentence begins and ends, in order; `bits` are those to give to it. */
export function findStatements(text: string, end: number, bits: number): PhraseHit[] {
  const opening = text.slice(0, Math.min(end, OPENING_CHARS))
  const found: PhraseHit[] = []
  let sentence = { from: 0, to: 0, stop: 0, said: 0 }
  for (const hit of scanPhrases(opening, statementIndex(), ANY | WHOLE)) {
    if ((hit.bits & WHOLE) !== 0 && isWordCode(unitAhead(opening, hit.to))) continue
    if (hit.from >= sentence.stop) {
      addStatement(found, sentence, bits)
      const start = sentenceStart(opening, hit.from)
      const stop = sentenceEnd(opening, hit.from, opening.length)
      const named = opening.slice(start, stop).includes('@') ? NAMED : 0
      sentence = { from: hit.from, to: hit.to, stop: Math.max(stop, hit.from + 1), said: named }
    }
    sentence.to = Math.max(sentence.to, hit.to)
    sentence.said |= hit.bits
  }
  addStatement(found, sentence, bits)
  return found
}

type Sentence = { readonly from: number; readonly to: number; readonly said: number }

function addStatement(found: PhraseHit[], { from, to, said }: Sentence, bits: number): void {
  if ((said & VOIDING) !== 0) return
  // Readers are told what they will not receive, too.
  const isOfRecipient = (said & RECEIVING) !== 0 && (said & NAMED) !== 0
  const isUndone = (said & FAILING) !== 0 && ((said & DELIVERING) !== 0 || isOfRecipient)
  const isBack = (said & MESSAGE) !== 0 && (said & RETURNED) !== 0
  if (isUndone || isBack) found.push({ from, to, bits, tag: -1 })
}

let built: PhraseIndex | undefined

function statementIndex(): PhraseIndex {
  const words = statementWords()
  built ??= indexPhrases([
    ...rowsOf(words.DELIVERING_WORDS, DELIVERING),
    ...rowsOf(words.FAILING_WORDS, FAILING),
    ...rowsOf(words.MESSAGE_WORDS, MESSAGE),
    ...rowsOf(words.RETURNED_WORDS, RETURNED),
    ...rowsOf(words.RECEIVING_WORDS, RECEIVING),
    ...rowsOf(words.VOIDING_WORDS, VOIDING),
  ])
  return built
}

function rowsOf(words: readonly string[], bits: number): PhraseRow[] {
  return words.map((word) => [word.trimEnd(), word.endsWith(' ') ? bits | WHOLE : bits])
}
