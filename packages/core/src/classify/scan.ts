// Reads a reply text once and notes every known word, phrase and literal with its place.

import { CLASSES } from './alphabet.ts'
import { ROOT } from './automaton.ts'
import {
  ADDRESS, endOfChunk, endOfDomain, endsSentence, IP, isOfNames, kindOfChunk, OPAQUE, PROSE,
} from './chunks.ts'
import { clearScan, type Scan, type ScanTable } from './scanned.ts'
import { followWords, type Walk } from './walk.ts'
import { BROKEN, readWords } from './words.ts'

const { CHUNK, DIGIT, FREE } = CLASSES

/** Words a sentence end counts as: rules reach over it only when the rest is very near. */
const SENTENCE_GAP = 5

/**
 * Fills `scan` with what stands in `text` from `from` to `to`; places count from `from`. `scan` is
 * reused from call to call.
 */
export function scanText(
  table: ScanTable, text: string, scan: Scan, from: number = 0, to: number = text.length,
): void {
  clearScan(scan)
  readWords(table.automaton, scan, text, from, to)
  const { units, wordFrom, wordTo, wordKind, count } = scan
  const walk: Walk = {
    index: 0, from: 0, number: 0, isName: false, best: ROOT, bestTo: 0, to: 0,
  }
  let read = 0
  let number = 0
  let chunkEnd = 0
  let chunkKind = PROSE
  let lexemeEnd = 0
  for (let index = 0; index < count; index++) {
    const at = wordFrom[index] as number
    if (at < read) continue
    if (((wordKind[index] as number) & BROKEN) !== 0 && noteEnds(scan, read, at)) {
      number = walk.number + SENTENCE_GAP
    }
    const unit = units[at] as number
    read = wordTo[index] as number
    if (at >= chunkEnd) {
      // Most chunks are one word; a negative end says that there are signs in it to look at.
      chunkEnd = (unit & FREE) !== 0 ? at
        : ((units[read] as number) & CHUNK) === 0 ? read : endOfChunk(units, read)
      chunkKind = PROSE
      if (chunkEnd < 0) {
        chunkKind = kindOfChunk(scan, at, chunkEnd = -chunkEnd)
        if (chunkKind === ADDRESS) chunkEnd = endOfDomain(scan, at, chunkEnd)
        if (at >= scan.wrapperEnd) scan.shapes |= 1 << chunkKind
      }
    }
    // A form of a script without spaces is one word, however many letters it has.
    if ((unit & FREE) === 0 || at >= lexemeEnd) number++
    walk.number = number
    if (chunkKind === OPAQUE || chunkKind === ADDRESS || chunkKind === IP) {
      read = chunkEnd
      continue
    }
    walk.index = index
    walk.from = at
    walk.isName = isOfNames(chunkKind)
    lexemeEnd = followWords(table, scan, walk, lexemeEnd)
    if (chunkKind === PROSE && at >= scan.wrapperEnd) noteWord(scan, index, unit)
  }
}

/** Notes the sentence ends between two places; false where there are none. */
function noteEnds(scan: Scan, from: number, to: number): boolean {
  let found = false
  for (let at = from; at < to; at++) {
    if (!endsSentence(scan, at)) continue
    found = true
    if (scan.endCount < scan.ends.length) scan.ends[scan.endCount++] = at
  }
  return found
}

function noteWord(scan: Scan, index: number, unit: number): void {
  // Codes are evidence of their own, and other numbers tell nothing.
  if ((unit & DIGIT) !== 0) return
  const { hashCount } = scan
  scan.wordCount++
  // Single letters of a script without spaces tell less than the words that the lexicons know.
  if ((unit & FREE) !== 0 || hashCount === scan.hashes.length) return
  scan.hashFrom[hashCount] = scan.wordFrom[index] as number
  scan.hashes[hashCount] = scan.wordSeen[index] as number
  scan.roots[hashCount] = scan.wordRoot[index] as number
  scan.hashCount = hashCount + 1
}
