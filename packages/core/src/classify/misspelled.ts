// Reads words that nobody knows as the known word from which one slip parts them: two letters
// swapped, one missing, one too many, one wrong. Asked only where a verdict is unsure.

import { CLASSES, foldedUnit } from './alphabet.ts'
import {
  CHECK_START, findNode, HASH_START, hasBit, LAST_FLAG, nextCheck, nextHash, OUTPUT, ROOT,
  STEM_FLAG,
} from './automaton.ts'
import { LEXEME, type Scan, type ScanTable } from './scanned.ts'

const { LOWER, UPPER } = CLASSES
const LETTER = LOWER | UPPER

/** Letters of a word that is looked at; of shorter ones only swapped letters are put right. */
const LETTERS_MIN = 5
const LETTERS_MAX = 16
/** Words that are put right in one text: more of them are ids, or an unknown language. */
const WORDS_MAX = 6
/** Function words of other languages in a text that may still be English. */
const MARKS_MAX = 1
const A = 0x61
const ALPHABET = 26

export type SpellTable = ScanTable & {
  /** Entry → 1 where it counts only in its language. */
  readonly weak: Uint8Array
}

/**
 * `text`, whose part from `offset` on was scanned, with its unknown words put right. `isKnown`
 * tells by the hash of a word whether it has a meaning without being in a lexicon.
 */
export function correctSpelling(
  table: SpellTable, scan: Scan, text: string, offset: number,
  isKnown: (word: number) => boolean,
): string {
  if (scan.marks.count > MARKS_MAX) return text
  let corrected = ''
  let done = 0
  let words = 0
  for (let i = 0, lexeme = 0, index = 0; i < scan.hashCount && words < WORDS_MAX; i++) {
    const from = scan.hashFrom[i] as number
    while ((scan.wordFrom[index] as number) < from) index++
    while (lexeme < scan.lexemes.count && (scan.lexemes.to[lexeme] as number) <= from) lexeme++
    const covered = lexeme < scan.lexemes.count && (scan.lexemes.from[lexeme] as number) <= from
    const isName = i > 0 && ((scan.units[from] as number) & UPPER) !== 0
    if (covered || isName || isKnown(scan.hashes[i] as number)) continue
    const to = scan.wordTo[index] as number
    const letters = lettersOf(scan, from, to)
    if (letters === undefined) continue
    words++
    const better = correctWord(table, letters)
    if (better === undefined) continue
    corrected += text.slice(done, offset + from) + String.fromCharCode(...better)
    done = offset + to
  }
  return done === 0 ? text : corrected + text.slice(done)
}

/** The folded letters of a word of plain letters; undefined for others. */
function lettersOf({ units }: Scan, from: number, to: number): number[] | undefined {
  if (to - from < LETTERS_MIN - 1 || to - from > LETTERS_MAX) return undefined
  const letters: number[] = []
  for (let at = from; at < to; at++) {
    const unit = units[at] as number
    if ((unit & LETTER) === 0) return undefined
    letters.push(foldedUnit(unit))
  }
  return letters
}

/** The likeliest slips first; the first letter is hardly ever wrong. */
function correctWord(table: SpellTable, letters: readonly number[]): number[] | undefined {
  const { length } = letters
  for (let at = 1; at < length - 1; at++) {
    if (letters[at] === letters[at + 1]) continue
    const swapped = [...letters]
    swapped[at] = letters[at + 1] as number
    swapped[at + 1] = letters[at] as number
    if (isLexeme(table, swapped, at + 1)) return swapped
  }
  if (length < LETTERS_MIN) return undefined
  for (let at = 1; at < length; at++) {
    const shorter = [...letters.slice(0, at), ...letters.slice(at + 1)]
    if (isLexeme(table, shorter, at - 1)) return shorter
  }
  for (const width of [0, 1]) {
    for (let at = 1; at <= length - width; at++) {
      const tried = [...letters.slice(0, at), 0, ...letters.slice(at + width)]
      for (let letter = A; letter < A + ALPHABET; letter++) {
        tried[at] = letter
        if (isLexeme(table, tried, at)) return tried
      }
    }
  }
  return undefined
}

/** The whole word, or a long stem of it that reaches over the place of the slip. */
function isLexeme(table: SpellTable, letters: readonly number[], slip: number): boolean {
  const { places, stems } = table.automaton
  let hash = HASH_START
  let check = CHECK_START
  for (let at = 0; at < letters.length; at++) {
    hash = nextHash(hash, letters[at] as number)
    check = nextCheck(check, letters[at] as number)
    const isWhole = at === letters.length - 1
    const isStem = at >= slip && at >= LETTERS_MIN - 1 && hasBit(stems, hash)
    if (!isWhole && !isStem) continue
    const node = findNode(places, ROOT, hash, check)
    if (node !== ROOT && endsLexeme(table, node, isWhole)) return true
  }
  return false
}

function endsLexeme(
  { automaton, kind, weak }: SpellTable, node: number, isWhole: boolean,
): boolean {
  const { cells } = automaton
  if (((cells[node] as number) & OUTPUT) === 0) return false
  for (let at = node + 1; ; at++) {
    const value = cells[at] as number
    const entry = value >> 2
    const counts = isWhole || (value & STEM_FLAG) !== 0
    if (counts && kind[entry] === LEXEME && weak[entry] === 0) return true
    if ((value & LAST_FLAG) !== 0) return false
  }
}
