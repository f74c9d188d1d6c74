// Reads a reply text once and notes every known word, phrase and literal with its place.

import { BREAK, CHUNK, DIGIT, FREE, LOWER, SKIP, STOP, UPPER, WORD } from './alphabet.ts'
import { follow, type Trie } from './trie.ts'
import { SPACE } from './alphabet.ts'

/** What a surface form stands for. */
export const LEXEME = 0
/** A function word that tells the language. */
export const MARK = 1
/** The text of a rule. */
export const LITERAL = 2

/** Words a sentence end counts as: rules reach over it only when the rest is very near. */
const SENTENCE_GAP = 5
/** Occurrences of each kind that are kept (a reply has some 20). */
const OCCURRENCES_MAX = 256

/** Letters of a word that the learned model sees. */
const WORD_HASH_CHARS = 7

/** Addresses, host names and URLs are not prose: their words mean nothing, save names of lists. */
const PROSE = 0
const OPAQUE = 1
const NAMES = 2

export type Occurrences = {
  count: number
  /** Payload of the trie entry. */
  readonly payload: Int32Array
  /** Place in the text. */
  readonly from: Int32Array
  readonly to: Int32Array
  /** Word number, sentence ends counted as several words. */
  readonly word: Int32Array
}

export type ScanTable = {
  readonly trie: Trie
  /** Payload → LEXEME, MARK or LITERAL. */
  readonly kind: Uint8Array
  /** Payload → 1 where it also counts inside host names and URLs. */
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
}

/** Words whose hashes are kept for the learned model. */
const HASHES_MAX = 160

export function createScan(): Scan {
  const occurrences = (): Occurrences => ({
    count: 0,
    payload: new Int32Array(OCCURRENCES_MAX),
    from: new Int32Array(OCCURRENCES_MAX),
    to: new Int32Array(OCCURRENCES_MAX),
    word: new Int32Array(OCCURRENCES_MAX),
  })
  return {
    lexemes: occurrences(), literals: occurrences(), marks: occurrences(), hashes: new Int32Array(HASHES_MAX), hashFrom: new Int32Array(HASHES_MAX), hashCount: 0,
  }
}

/** Fills `scan` with what stands in `text`; `scan` is reused from call to call. */
export function scanText(table: ScanTable, text: string, scan: Scan): void {
  const { bits } = table.trie.alphabet
  const length = text.length
  scan.lexemes.count = scan.literals.count = scan.marks.count = scan.hashCount = 0
  let at = 0
  let word = 0
  let chunkEnd = 0
  let chunkKind = PROSE
  let lexemeEnd = 0
  let before = 0
  while (at < length) {
    const unit = text.charCodeAt(at)
    const bit = bits[unit] as number
    if ((bit & WORD) === 0) {
      if ((bit & BREAK) !== 0 || ((bit & STOP) !== 0 && endsSentence(bits, text, at))) {
        word = before + SENTENCE_GAP
      }
      at++
      continue
    }
    if (at >= chunkEnd) {
      chunkEnd = endOfChunk(bits, text, at)
      chunkKind = kindOfChunk(bits, text, at, chunkEnd)
    }
    word++
    before = word
    if (chunkKind === OPAQUE) {
      at = chunkEnd
      continue
    }
    lexemeEnd = walk(table, text, at, word, chunkKind === NAMES, lexemeEnd, scan)
    const end = nextWord(bits, text, at)
    if (scan.hashCount < HASHES_MAX && chunkKind === PROSE) {
      scan.hashFrom[scan.hashCount] = at
      scan.hashes[scan.hashCount++] = hashWord(table.trie.alphabet.fold, text, at, end)
    }
    at = end
  }
}

/** FNV-1a over the folded letters, at most WORD_HASH_CHARS of them: endings matter little. */
function hashWord(fold: Uint16Array, text: string, from: number, to: number): number {
  let hash = 0x811c9dc5
  const end = Math.min(to, from + WORD_HASH_CHARS)
  for (let at = from; at < end; at++) {
    hash = Math.imul(hash ^ (fold[text.charCodeAt(at)] as number), 0x01000193)
  }
  return hash
}

/** Walks the automaton from a word start, notes what ends there; returns the end of the lexeme. */
function walk(
  table: ScanTable, text: string, start: number, word: number, namesOnly: boolean,
  lexemeEnd: number, scan: Scan,
): number {
  const { trie, kind, name } = table
  const { bits, fold } = trie.alphabet
  const length = text.length
  let node = 0
  let at = start
  let best = -1
  let bestEnd = 0
  while (at < length) {
    const unit = text.charCodeAt(at)
    const bit = bits[unit] as number
    if ((bit & WORD) === 0) {
      node = follow(trie, node, SPACE)
      if (node === 0) break
      at = afterSeparators(bits, text, at)
      if (at < 0) break
      continue
    }
    if (fold[unit] === SKIP) {
      at++
      continue
    }
    if ((bit & UPPER) !== 0 && at > start && isCamel(bits, text, at)) {
      const spaced = follow(trie, node, SPACE)
      if (spaced !== 0) node = spaced
    }
    node = follow(trie, node, trie.symbols[unit] as number)
    if (node === 0) break
    at++
    let output = trie.output[node] as number
    if (output === -1) continue
    const whole = at >= length || isWordEnd(bits, text, at)
    for (; output !== -1; output = trie.nextOutput[output] as number) {
      if (!whole && trie.stem[output] === 0) continue
      const payload = trie.payload[output] as number
      if (namesOnly && name[payload] === 0) continue
      const which = kind[payload]
      if (which === LITERAL) note(scan.literals, payload, start, at, word)
      else if (which === MARK) note(scan.marks, payload, start, at, word)
      else if (start >= lexemeEnd) {
        best = output
        bestEnd = at
      }
    }
  }
  if (best === -1) return lexemeEnd
  // All entries of the longest form are noted: the language of the text decides among them later.
  const end = trie.stem[best] === 1 ? endOfWord(bits, text, bestEnd) : bestEnd
  noteLexemes(table, text, start, bestEnd, end, word, best, scan)
  return end
}

function noteLexemes(
  table: ScanTable, text: string, start: number, at: number, end: number, word: number,
  best: number, scan: Scan,
): void {
  const { trie, kind } = table
  const whole = at >= text.length || isWordEnd(trie.alphabet.bits, text, at)
  // `best` is the last accepted output of its node; earlier ones of the chain are walked again.
  for (let o = firstOutput(trie, best); o !== -1; o = trie.nextOutput[o] as number) {
    if (!whole && trie.stem[o] === 0) continue
    const payload = trie.payload[o] as number
    if (kind[payload] === LEXEME) note(scan.lexemes, payload, start, end, word)
  }
}

function firstOutput(trie: Trie, output: number): number {
  return trie.firstOutput[output] as number
}

function note(list: Occurrences, payload: number, from: number, to: number, word: number): void {
  const at = list.count
  if (at === OCCURRENCES_MAX) return
  list.payload[at] = payload
  list.from[at] = from
  list.to[at] = to
  list.word[at] = word
  list.count = at + 1
}

function isCamel(bits: Uint8Array, text: string, at: number): boolean {
  return ((bits[text.charCodeAt(at - 1)] as number) & LOWER) !== 0
}

function isWordEnd(bits: Uint8Array, text: string, at: number): boolean {
  const bit = bits[text.charCodeAt(at)] as number
  if ((bit & WORD) === 0 || (bit & FREE) !== 0) return true
  const before = bits[text.charCodeAt(at - 1)] as number
  return ((bit & UPPER) !== 0 && (before & LOWER) !== 0) || (before & FREE) !== 0
}

function endOfWord(bits: Uint8Array, text: string, at: number): number {
  while (at < text.length && !isWordEnd(bits, text, at)) at++
  return at
}

function nextWord(bits: Uint8Array, text: string, at: number): number {
  return endOfWord(bits, text, at + 1)
}

/** Behind a run of separators; -1 where the run ends a sentence. */
function afterSeparators(bits: Uint8Array, text: string, at: number): number {
  while (at < text.length) {
    const bit = bits[text.charCodeAt(at)] as number
    if ((bit & WORD) !== 0) return at
    if ((bit & BREAK) !== 0) return -1
    if ((bit & STOP) !== 0 && endsSentence(bits, text, at)) return -1
    at++
  }
  return -1
}

function endsSentence(bits: Uint8Array, text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1)
  if (Number.isNaN(next) || next <= 0x20) return true
  // "does not exist.Please": no space, yet a new sentence.
  return ((bits[next] as number) & UPPER) !== 0
    && ((bits[text.charCodeAt(at - 1)] as number) & LOWER) !== 0
}

function endOfChunk(bits: Uint8Array, text: string, at: number): number {
  while (at < text.length && ((bits[text.charCodeAt(at)] as number) & CHUNK) !== 0) at++
  return at
}

function kindOfChunk(bits: Uint8Array, text: string, from: number, to: number): number {
  let dots = 0
  let lastDot = -1
  let mixed = false
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0x40 /* @ */ && at > from && at + 1 < to) return OPAQUE
    if (unit === 0x3a /* : */ && text.charCodeAt(at + 1) === 0x2f && text.charCodeAt(at + 2) === 0x2f) {
      return NAMES
    }
    if (unit === 0x2e /* . */ && at + 1 < to && ((bits[text.charCodeAt(at + 1)] as number) & WORD) !== 0) {
      dots++
      lastDot = at
    }
    if (((bits[unit] as number) & UPPER) !== 0 && at > from && isCamel(bits, text, at)) mixed = true
  }
  if (dots === 0 || mixed) return PROSE
  const tail = bits[text.charCodeAt(lastDot + 1)] as number
  const head = bits[text.charCodeAt(lastDot - 1)] as number
  // "exist.Please" is a missing space; "RESOLVER.ADR.RecipNotFound" (mixed) is prose as well.
  if ((tail & UPPER) !== 0 && (head & LOWER) !== 0) return PROSE
  return (tail & DIGIT) !== 0 && dots >= 2 ? OPAQUE : NAMES
}
