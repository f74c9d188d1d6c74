// Sentences that say a message did not arrive, in words that no list of whole phrases has: what was
// to be done and that it failed, or a message and that it came back, or that it waits.

import { statementWords } from '../../rules/reporters/read.ts'
import { unitAhead } from '../../text/units.ts'
import { isWordCode } from './fold.ts'
import { indexPhrases, type PhraseIndex, type PhraseRow } from './phrase-index.ts'
import { scanPhrases, type PhraseHit } from './phrases.ts'
import { sentenceEnd, sentenceStart } from './sentence.ts'
import { FAILED, LATE } from './wording.ts'

const DELIVERING = 1
const FAILING = 2
const MESSAGE = 4
const RETURNED = 8
const RECEIVING = 16
const VOIDING = 64
const WAITING = 256
const ANY = 351
/** The sentence names an address. */
const NAMED = 32
/** Only where a word ends with it. */
const WHOLE = 128

/** Characters in which a report comes to the point. */
const OPENING_CHARS = 3_000

/** Where sentences say that the message is lost, or else that it is late, in order. */
export function findStatements(text: string, end: number): PhraseHit[] {
  const sentences = readSentences(text.slice(0, Math.min(end, OPENING_CHARS)))
  const lost = sentences.filter((one) => isLost(one) && !isLate(one))
  if (lost.length > 0) return lost.map((one) => hitOf(one, FAILED))
  return sentences.filter(isLate).map((one) => hitOf(one, LATE))
}

type Sentence = { readonly from: number; to: number; readonly stop: number; said: number }

/** The sentences that have any of the words, from the first word to the last. */
function readSentences(text: string): Sentence[] {
  const sentences: Sentence[] = []
  for (const hit of scanPhrases(text, statementIndex(), ANY | WHOLE)) {
    if ((hit.bits & WHOLE) !== 0 && isWordCode(unitAhead(text, hit.to))) continue
    let sentence = sentences.at(-1)
    if (sentence === undefined || hit.from >= sentence.stop) {
      const stop = Math.max(sentenceEnd(text, hit.from, text.length), hit.from + 1)
      const isNamed = text.slice(sentenceStart(text, hit.from), stop).includes('@')
      sentence = { from: hit.from, to: hit.to, stop, said: isNamed ? NAMED : 0 }
      sentences.push(sentence)
    }
    sentence.to = Math.max(sentence.to, hit.to)
    sentence.said |= hit.bits
  }
  return sentences
}

function isLost({ said }: Sentence): boolean {
  if ((said & VOIDING) !== 0) return false
  // Readers are told what they will not receive, too.
  const isOfRecipient = (said & RECEIVING) !== 0 && (said & NAMED) !== 0
  const isUndone = (said & FAILING) !== 0 && ((said & DELIVERING) !== 0 || isOfRecipient)
  return isUndone || ((said & MESSAGE) !== 0 && (said & RETURNED) !== 0)
}

function isLate({ said }: Sentence): boolean {
  if ((said & VOIDING) !== 0 || (said & WAITING) === 0) return false
  return (said & (DELIVERING | MESSAGE)) !== 0
}

function hitOf({ from, to }: Sentence, bits: number): PhraseHit {
  return { from, to, bits, tag: -1 }
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
    ...rowsOf(words.WAITING_WORDS, WAITING),
  ])
  return built
}

function rowsOf(words: readonly string[], bits: number): PhraseRow[] {
  return words.map((word) => [word.trimEnd(), word.endsWith(' ') ? bits | WHOLE : bits])
}
