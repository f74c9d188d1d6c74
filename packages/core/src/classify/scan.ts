// Reads a reply text once and notes every known word, phrase and literal with its place.

import {
  BREAK, CLASS_BITS, DIGIT, FREE, LOWER, SKIP_SYMBOL, STOP, UPPER, WORD,
} from './alphabet.ts'
import { follow, LAST_FLAG, SPACE, STEM_FLAG, type Automaton } from './automaton.ts'
import {
  ADDRESS, endOfChunk, endOfDomain, isCamel, kindOfChunk, NAMES, OPAQUE, PROSE,
} from './chunks.ts'
import { createOccurrences, note, type Occurrences } from './occurrences.ts'

/** What a surface form stands for. */
export const LEXEME = 0
/** A function word that tells the language. */
export const MARK = 1
/** The text of a rule. */
export const LITERAL = 2
/** A sentence that stands around any cause: nothing in it counts. */
export const WRAPPER = 3

/** Words a sentence end counts as: rules reach over it only when the rest is very near. */
const SENTENCE_GAP = 5
/** Words whose hashes are kept for the learned model. */
const HASHES_MAX = 160
/** Sentence ends that are kept; behind the last one all is one sentence. */
const ENDS_MAX = 64
/** Letters of a word that the learned model sees: endings matter little. */
const WORD_HASH_CHARS = 7

export type ScanTable = {
  readonly automaton: Automaton
  /** Entry → LEXEME, MARK or LITERAL. */
  readonly kind: Uint8Array
  /** Entry → 1 where it also counts inside host names and URLs. */
  readonly name: Uint8Array
}

export type Scan = {
  readonly lexemes: Occurrences
  readonly literals: Occurrences
  readonly marks: Occurrences
  /** Hash of each word as folded, in order; sentence ends leave no gap here. */
  readonly hashes: Int32Array
  readonly hashFrom: Int32Array
  hashCount: number
  /** Words of prose that do not begin with a digit. */
  wordCount: number
  /** Where sentences end. */
  readonly ends: Int32Array
  endCount: number
  /** Where the last wrapper ends: words before it do not count. */
  wrapperEnd: number
}

export function createScan(): Scan {
  return {
    lexemes: createOccurrences(),
    literals: createOccurrences(),
    marks: createOccurrences(),
    hashes: new Int32Array(HASHES_MAX),
    hashFrom: new Int32Array(HASHES_MAX),
    hashCount: 0,
    wordCount: 0,
    ends: new Int32Array(ENDS_MAX),
    endCount: 0,
    wrapperEnd: 0,
  }
}

/** Fills `scan` with what stands in `text`; `scan` is reused from call to call. */
export function scanText(table: ScanTable, text: string, scan: Scan): void {
  const { units } = table.automaton
  const length = text.length
  scan.lexemes.count = scan.literals.count = scan.marks.count = scan.hashCount = 0
  scan.wordCount = scan.endCount = scan.wrapperEnd = 0
  let at = 0
  let word = 0
  let chunkEnd = 0
  let chunkKind = PROSE
  let lexemeEnd = 0
  let before = 0
  while (at < length) {
    const bit = units[text.charCodeAt(at)] as number
    if ((bit & WORD) === 0) {
      if ((bit & BREAK) !== 0 || ((bit & STOP) !== 0 && endsSentence(units, text, at))) {
        word = before + SENTENCE_GAP
        if (scan.endCount < ENDS_MAX) scan.ends[scan.endCount++] = at
      }
      at++
      continue
    }
    if (at >= chunkEnd) {
      chunkEnd = endOfChunk(units, text, at)
      // Most chunks are one word; a negative end says that there are signs in it to look at.
      if (chunkEnd > 0) chunkKind = PROSE
      else {
        chunkKind = kindOfChunk(units, text, at, chunkEnd = -chunkEnd)
        if (chunkKind === ADDRESS) chunkEnd = endOfDomain(units, text, at, chunkEnd)
      }
    }
    // A form of a script without spaces is one word, however many letters it has.
    if ((bit & FREE) === 0 || at >= lexemeEnd) word++
    before = word
    if (chunkKind === OPAQUE || chunkKind === ADDRESS) {
      at = chunkEnd
      continue
    }
    lexemeEnd = walk(table, text, at, word, chunkKind === NAMES, lexemeEnd, scan)
    const counts = chunkKind === PROSE && at >= scan.wrapperEnd
    at = noteWord(table.automaton, text, at, counts, scan)
  }
}

/** FNV-1a over the folded letters, at most WORD_HASH_CHARS of them; returns the end of the word. */
function noteWord(
  { units, fold }: Automaton, text: string, from: number, counts: boolean, scan: Scan,
): number {
  const { length } = text
  const hashEnd = from + WORD_HASH_CHARS
  let code = text.charCodeAt(from)
  let hash = Math.imul(0x811c9dc5 ^ (fold[code] as number), 0x01000193)
  let before = units[code] as number
  let at = from + 1
  for (; at < length; at++) {
    code = text.charCodeAt(at)
    const unit = units[code] as number
    if (isEnd(before, unit)) break
    if (at < hashEnd) hash = Math.imul(hash ^ (fold[code] as number), 0x01000193)
    before = unit
  }
  if (counts && ((units[text.charCodeAt(from)] as number) & DIGIT) === 0) scan.wordCount++
  if (counts && scan.hashCount < HASHES_MAX) {
    scan.hashFrom[scan.hashCount] = from
    scan.hashes[scan.hashCount++] = hash
  }
  return at
}

/** A word ends between two units of these classes. */
function isEnd(before: number, unit: number): boolean {
  if ((unit & WORD) === 0 || ((unit | before) & FREE) !== 0) return true
  return (unit & UPPER) !== 0 && (before & LOWER) !== 0
}

/**
 * Follows the automaton from a word start, notes what ends there; returns the end of the lexeme.
 */
function walk(
  table: ScanTable, text: string, start: number, word: number, namesOnly: boolean,
  lexemeEnd: number, scan: Scan,
): number {
  const { automaton } = table
  const { units, output } = automaton
  const length = text.length
  let node = automaton.root[(units[text.charCodeAt(start)] as number) >> CLASS_BITS] as number
  let at = start + 1
  let best = 0
  let bestEnd = 0
  while (node !== 0) {
    if (output[node] !== -1 && noteOutputs(table, node, text, start, at, word, namesOnly, scan)) {
      if (start >= lexemeEnd) {
        best = node
        bestEnd = at
      }
    }
    if (at >= length) break
    const unit = units[text.charCodeAt(at)] as number
    if ((unit & WORD) === 0) {
      node = follow(automaton, node, SPACE)
      if (node === 0) break
      at = afterSeparators(units, text, at)
      if (at < 0) break
      node = follow(automaton, node, (units[text.charCodeAt(at)] as number) >> CLASS_BITS)
      at++
      continue
    }
    const symbol = unit >> CLASS_BITS
    if (symbol !== SKIP_SYMBOL) {
      if ((unit & UPPER) !== 0 && isCamel(units, text, at)) {
        const spaced = follow(automaton, node, SPACE)
        if (spaced !== 0) node = spaced
      }
      node = follow(automaton, node, symbol)
    }
    at++
  }
  if (start < scan.wrapperEnd) return Math.max(lexemeEnd, scan.wrapperEnd)
  if (best === 0) return lexemeEnd
  return noteLexemes(table, best, text, start, bestEnd, word, namesOnly, scan)
}

/** Notes marks and literals that end at `node`; true where a lexeme ends there. */
function noteOutputs(
  table: ScanTable, node: number, text: string, start: number, at: number, word: number,
  namesOnly: boolean, scan: Scan,
): boolean {
  const { output, outputs, units } = table.automaton
  const whole = at >= text.length || isWordEnd(units, text, at)
  let found = false
  for (let o = output[node] as number; ; o++) {
    const value = outputs[o] as number
    const entry = value >> 2
    if ((whole || (value & STEM_FLAG) !== 0) && !(namesOnly && table.name[entry] === 0)) {
      const kind = table.kind[entry]
      if (kind === LEXEME) found = true
      else if (kind === WRAPPER) scan.wrapperEnd = Math.max(scan.wrapperEnd, at)
      else note(kind === LITERAL ? scan.literals : scan.marks, entry, start, at, word)
    }
    if ((value & LAST_FLAG) !== 0) return found
  }
}

/** Notes all lexemes of the longest form: the language of the text decides among them later. */
function noteLexemes(
  table: ScanTable, node: number, text: string, start: number, at: number, word: number,
  namesOnly: boolean, scan: Scan,
): number {
  const { output, outputs, units } = table.automaton
  const whole = at >= text.length || isWordEnd(units, text, at)
  const wordEnd = whole ? at : endOfWord(units, text, at)
  let end = at
  for (let o = output[node] as number; ; o++) {
    const value = outputs[o] as number
    const entry = value >> 2
    const isStem = (value & STEM_FLAG) !== 0
    if (
      (whole || isStem) &&
      table.kind[entry] === LEXEME &&
      !(namesOnly && table.name[entry] === 0)
    ) {
      note(scan.lexemes, entry, start, isStem ? wordEnd : at, word)
      if (isStem) end = wordEnd
    }
    if ((value & LAST_FLAG) !== 0) return end
  }
}

function isWordEnd(units: Int32Array, text: string, at: number): boolean {
  const before = units[text.charCodeAt(at - 1)] as number
  return isEnd(before, units[text.charCodeAt(at)] as number)
}

function endOfWord(units: Int32Array, text: string, at: number): number {
  while (at < text.length && !isWordEnd(units, text, at)) at++
  return at
}

/** Behind a run of separators; -1 where the run ends a sentence or the text. */
function afterSeparators(units: Int32Array, text: string, at: number): number {
  while (at < text.length) {
    const unit = units[text.charCodeAt(at)] as number
    if ((unit & WORD) !== 0) return at
    if ((unit & BREAK) !== 0) return -1
    if ((unit & STOP) !== 0 && endsSentence(units, text, at)) return -1
    at++
  }
  return -1
}

function endsSentence(units: Int32Array, text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1)
  if (Number.isNaN(next) || next <= 0x20) return true
  // "does not exist.Please": no space, yet a new sentence.
  return ((units[next] as number) & UPPER) !== 0 && at > 0 && isCamel(units, text, at)
}
