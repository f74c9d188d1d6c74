// Follows the automaton from a word through the words after it and notes what it finds.

import { CLASSES, foldedUnit } from './alphabet.ts'
import {
  CHECK_START, CONTINUES, findNode, HASH_START, hasBit, keyOf, LAST_FLAG, nextCheck, nextHash,
  OUTPUT, ROOT, STEM_FLAG, STEMS,
} from './automaton.ts'
import { endOfWord, isCamel, isWordEnd } from './chunks.ts'
import { note } from './occurrences.ts'
import { LEXEME, LITERAL, WRAPPER, type Scan, type ScanTable } from './scanned.ts'
import { BROKEN, PLAIN } from './words.ts'

const { FREE, PASSED, UPPER, WORD } = CLASSES

/** A walk: where it begins and what it has found. */
export type Walk = {
  /** The word it begins with, and its place in the text. */
  index: number
  from: number
  /** The number of the word, in which sentence ends count as several words. */
  number: number
  /** It stands in a host name or URL: only names of lists count. */
  isName: boolean
  /** Where the longest lexeme of it ends, and at what node; ROOT as long as there is none. */
  best: number
  bestTo: number
  /** Where the last letter stood that was looked at. */
  to: number
}

/** Notes what begins at a word; returns where the last lexeme so far ends. */
export function followWords(
  table: ScanTable, scan: Scan, walk: Walk, lexemeEnd: number,
): number {
  const { cells, places } = table.automaton
  const { wordFrom, wordTo, wordHash, wordCheck, wordKind } = scan
  let node = ROOT
  let { index } = walk
  walk.best = ROOT
  do {
    if (((wordKind[index] as number) & PLAIN) !== 0) {
      if (node === ROOT) visitBeginnings(table, scan, walk)
      else if (((cells[node] as number) & STEMS) !== 0) visitStems(table, scan, walk, node, index)
      node = findNode(places, node, wordHash[index] as number, wordCheck[index] as number)
      if (node === ROOT) break
      visit(table, scan, walk, node, wordTo[index++] as number)
      if (((cells[node] as number) & CONTINUES) === 0) break
    } else {
      node = followLetters(table, scan, walk, node, wordFrom[index] as number)
      if (node === ROOT) break
      while ((wordFrom[index] as number) < walk.to) index++
    }
  } while (((wordKind[index] as number) & BROKEN) === 0)
  if (walk.from < scan.wrapperEnd) return Math.max(lexemeEnd, scan.wrapperEnd)
  return walk.best === ROOT || walk.from < lexemeEnd ? lexemeEnd : noteLexemes(table, scan, walk)
}

/** Stems with which the first word of the walk begins. */
function visitBeginnings(table: ScanTable, scan: Scan, walk: Walk): void {
  const { places } = table.automaton
  const to = scan.wordStems[walk.index + 1] as number
  for (let i = scan.wordStems[walk.index] as number; i < to; i++) {
    const node = findNode(
      places, ROOT, scan.stemHash[i] as number, scan.stemCheck[i] as number)
    if (node !== ROOT) visit(table, scan, walk, node, scan.stemTo[i] as number)
  }
}

/** Stems with which a word after `from` begins. */
function visitStems(
  table: ScanTable, scan: Scan, walk: Walk, from: number, index: number,
): void {
  const { places, stems } = table.automaton
  const to = scan.wordTo[index] as number
  let hash = HASH_START
  let check = CHECK_START
  for (let at = scan.wordFrom[index] as number; at < to - 1;) {
    const letter = foldedUnit(scan.units[at++] as number)
    hash = nextHash(hash, letter)
    check = nextCheck(check, letter)
    if (!hasBit(stems, keyOf(from, hash))) continue
    const node = findNode(places, from, hash, check)
    if (node !== ROOT) visit(table, scan, walk, node, at)
  }
}

/**
 * The slow way, letter by letter: through scripts without spaces, signs that are passed over, and
 * `UserUnknown`, which is two words where two are known, else one. Returns the node from which
 * words may follow, ROOT where none do.
 */
function followLetters(
  table: ScanTable, scan: Scan, walk: Walk, from: number, start: number,
): number {
  const { cells, places, stems, openings, lettersMax } = table.automaton
  const { units } = scan
  let hash = HASH_START
  let check = CHECK_START
  let before = from
  let isFree = false
  if (((units[start] as number) & PASSED) !== 0) return ROOT
  for (let at = start; at < start + lettersMax;) {
    const unit = units[at++] as number
    if ((unit & PASSED) === 0) {
      hash = nextHash(hash, foldedUnit(unit))
      check = nextCheck(check, foldedUnit(unit))
    }
    if ((unit & FREE) !== 0) isFree = true
    const key = keyOf(before, hash)
    if (isFree && !hasBit(openings, key)) return ROOT
    const isEnd = isWordEnd(units, at)
    if (!isEnd && !hasBit(stems, key)) continue
    const node = findNode(places, before, hash, check)
    if (node !== ROOT) visit(table, scan, walk, node, at)
    const isLast = ((units[at] as number) & WORD) === 0
    const goesOn = node !== ROOT && ((cells[node] as number) & CONTINUES) !== 0
    if (isLast) {
      walk.to = at
      return goesOn ? node : ROOT
    }
    if (goesOn && ((units[at] as number) & UPPER) !== 0 && isCamel(units, at)) {
      start = at
      before = node
      hash = HASH_START
      check = CHECK_START
      isFree = false
    }
  }
  return ROOT
}

/** Notes the marks and literals that end at a node, and the node itself where lexemes do. */
function visit(table: ScanTable, scan: Scan, walk: Walk, node: number, to: number): void {
  const { cells } = table.automaton
  if (((cells[node] as number) & OUTPUT) === 0) return
  const whole = isWordEnd(scan.units, to)
  const { from, number, isName } = walk
  for (let at = node + 1; ; at++) {
    const value = cells[at] as number
    const entry = value >> 2
    if ((whole || (value & STEM_FLAG) !== 0) && !(isName && table.name[entry] === 0)) {
      const kind = table.kind[entry]
      if (kind === LEXEME) {
        walk.best = node
        walk.bestTo = to
      } else if (kind === WRAPPER) scan.wrapperEnd = Math.max(scan.wrapperEnd, to)
      else note(kind === LITERAL ? scan.literals : scan.marks, entry, from, to, number)
    }
    if ((value & LAST_FLAG) !== 0) return
  }
}

/** Notes all lexemes of the longest form: the language of the text decides among them later. */
function noteLexemes(table: ScanTable, scan: Scan, walk: Walk): number {
  const { cells } = table.automaton
  const { from, number, isName, best, bestTo } = walk
  const wordTo = endOfWord(scan.units, bestTo)
  const whole = wordTo === bestTo
  let end = bestTo
  for (let at = best + 1; ; at++) {
    const value = cells[at] as number
    const entry = value >> 2
    const isStem = (value & STEM_FLAG) !== 0
    if (
      (whole || isStem) &&
      table.kind[entry] === LEXEME &&
      !(isName && table.name[entry] === 0)
    ) {
      note(scan.lexemes, entry, from, isStem ? wordTo : bestTo, number)
      if (isStem) end = wordTo
    }
    if ((value & LAST_FLAG) !== 0) return end
  }
}
