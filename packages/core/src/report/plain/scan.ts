// Walks once over the part of a report that is written for people: cuts it into lines, notes every
// known wording and every quoted reply, and stops where the returned message begins.

import { beginsHeaderBlock } from './header-lines.ts'
import { makeLine, type Line } from './lines.ts'
import { KINDS, WORD } from './fold.ts'
import { PhraseScanner, sharedUnits, type PhraseHit } from './phrases.ts'
import { findStatements } from './statements.ts'
import {
  ANYWHERE,
  DELAYED,
  DELIVERED,
  FAILED,
  INBOUND,
  ORIGINAL,
  OWN_MAILBOX,
  QUOTED,
  wordingIndex,
} from './wording.ts'

/** A human part, read once; positions are indexes into the text. */
export type HumanText = {
  readonly text: string
  /** Where the returned message begins, or the length of what is looked at. */
  readonly end: number
  readonly lines: readonly Line[]
  /** In order of their places. */
  readonly hits: readonly PhraseHit[]
}

/** What is written for people; it is searched when that is first asked for. */
export class HumanPart {
  readonly text: string
  private readonly isOfSystem: boolean
  private found: HumanText | undefined

  /** `isOfSystem`: a mail system wrote it, so it says in some words what became of a message. */
  constructor(text: string, isOfSystem = false) {
    this.text = withPlainSigns(text)
    this.isOfSystem = isOfSystem
    this.found = undefined
  }

  get scanned(): HumanText {
    this.found ??= scanHuman(this.text, this.isOfSystem)
    return this.found
  }
}

/** `user＠host`, `user [at] host [dot] org`: hidden from machines; `"USER" at HOST`: from before. */
function withPlainSigns(text: string): string {
  const narrow = (text.includes('\uff20') ? text.replaceAll('\uff20', '@') : text)
    .replace(/"([\w.+-]{1,64})" at (?=[\w-]{1,63}\.\w)/g, '$1@')
  if (!narrow.includes('[at]') && !narrow.includes('(at)')) return narrow
  return narrow.replace(
    /([\w.+-]) ?(?:\[at\]|\(at\)) ?([\w-].{0,255})/g,
    (_, local, rest: string) => {
      const domain = rest.replace(/ ?(?:\[dot\]|\(dot\)) ?/g, '.')
      return `${local}@${domain}`
    },
  )
}

/** Characters of human text that are looked at; the longest real ones list 1,000 recipients. */
const HUMAN_CHARS_MAX = 131_072
/** Lines that are looked at: 1,000 recipients with a handful of lines each. */
const LINES_MAX = 10_000
/** Marks before the first word of a line that announces the returned message: dashes, stars. */
const MARKS_MAX = 100
const COLON = 58

export function scanHuman(text: string, isOfSystem = false): HumanText {
  const read = readLines(text)
  const hits = withoutNegated(read.hits)
  if (!isOfSystem || hits.some(saysWhatBecame)) return { ...read, hits }
  const statements = findStatements(text, read.end)
  if (statements.length === 0) return { ...read, hits }
  return { ...read, hits: [...hits, ...statements].sort((a, b) => a.from - b.from) }
}

function saysWhatBecame({ bits }: PhraseHit): boolean {
  return (bits & (FAILED | DELAYED | DELIVERED | OWN_MAILBOX | INBOUND)) !== 0
}

function readLines(text: string): HumanText {
  const read = sharedUnits(text.slice(0, HUMAN_CHARS_MAX))
  const { units, length: stop } = read
  const scanner = new PhraseScanner(read, wordingIndex(), ANYWHERE)
  const { hits } = scanner
  const lines: Line[] = []
  /** After an empty line, or a line that ends with a colon. */
  let isAfterBreak = true
  let from = 0
  while (from < stop && lines.length < LINES_MAX) {
    let to = text.indexOf('\n', from)
    if (to < 0 || to > stop) to = stop
    const line = makeLine(units, from, to)
    if (line.start < to) {
      if (isAfterBreak && beginsHeaderBlock(text, from)) return { text, end: from, lines, hits }
      const before = hits.length
      if (scanLine(units, line, scanner)) {
        hits.length = before
        return { text, end: from, lines, hits }
      }
    }
    lines.push(line)
    isAfterBreak = line.start >= to || units[to - 1] === COLON
    from = to + 1
  }
  return { text, end: Math.min(from, stop), lines, hits }
}

/** True where the line announces the returned message. */
function scanLine(units: Uint16Array, line: Line, scanner: PhraseScanner): boolean {
  const { to } = line
  const { hits } = scanner
  let isFirst = true
  /** Where the announcement ends. */
  let announced = -1
  const kinds = KINDS
  if (isDialog(units, line.start))
    hits.push({ from: line.start, to: line.start + 4, bits: QUOTED, tag: -1 })
  let kind = 0
  for (let at = line.start; at < to; at++) {
    const code = units[at] as number
    // Inside of a word nothing begins.
    const before = kind
    kind = kinds[code] as number
    if (kind === 0 || (kind === WORD && before === WORD)) continue
    if (code >= 0x32 && code <= 0x35 && isReplyStart(units, at, to)) {
      hits.push({ from: at, to: at + 3, bits: QUOTED, tag: -1 })
    }
    const known = hits.length
    scanner.matchAt(at, isFirst)
    if (!isFirst || (kind & WORD) === 0) continue
    isFirst = false
    if (at - line.from <= MARKS_MAX) announced = announcementEnd(hits, known)
  }
  // `Your original message could not be delivered` goes on to say something else.
  return announced >= 0 && !saysFailed(hits, announced)
}

/**
 * The end of the words that announce the returned message, -1 where it is none. Of the wordings
 * from `first` on, which begin at the same word, the longest decides.
 */
function announcementEnd(hits: readonly PhraseHit[], first: number): number {
  let end = 0
  let bits = 0
  for (let i = first; i < hits.length; i++) {
    const hit = hits[i] as PhraseHit
    if (hit.bits === 0 || hit.to < end) continue
    bits = hit.to > end ? hit.bits : bits | hit.bits
    end = hit.to
  }
  return (bits & ORIGINAL) === 0 ? -1 : end
}

function saysFailed(hits: readonly PhraseHit[], from: number): boolean {
  for (let i = hits.length - 1; i >= 0; i--) {
    const hit = hits[i] as PhraseHit
    if (hit.from < from) return false
    if ((hit.bits & FAILED) !== 0) return true
  }
  return false
}

/** `>>> ` and `<<< ` of a transcript. */
function isDialog(units: Uint16Array, at: number): boolean {
  const mark = units[at]
  if (mark !== 0x3e && mark !== 0x3c) return false
  return units[at + 1] === mark && units[at + 2] === mark && units[at + 3] === 0x20
}

/** `550 `, `550-`, `5.1.1`: a reply code or an enhanced code, not a number that counts things. */
function isReplyStart(units: Uint16Array, at: number, to: number): boolean {
  if (units[at] === 0x33) return false
  if (at > 0 && !isBeforeReply(units[at - 1] as number)) return false
  if (units[at + 1] === 46) return isEnhancedCode(units, at)
  if (!isDigit(units[at + 1] as number) || !isDigit(units[at + 2] as number)) return false
  return at + 3 >= to || AFTER_CODE.includes(String.fromCharCode(units[at + 3] as number))
}

const AFTER_CODE = ' :.,;)]<\'"-\r\t'
const BEFORE_CODE = ' \t\n\r(\'"[#:;=<>'

function isBeforeReply(code: number): boolean {
  return code === 32 || BEFORE_CODE.includes(String.fromCharCode(code))
}

function isEnhancedCode(units: Uint16Array, at: number): boolean {
  const second = digitsEnd(units, at + 2)
  if (second === at + 2 || second > at + 5 || units[second] !== 46) return false
  const third = digitsEnd(units, second + 1)
  if (third === second + 1 || third > second + 4) return false
  // A dot with another number makes it an address.
  return units[third] !== 46 || !isDigit(units[third + 1] as number)
}

function digitsEnd(units: Uint16Array, from: number): number {
  let at = from
  while (isDigit(units[at] as number)) at++
  return at
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/**
 * `not delivered to` and `non è stato recapitato` say nothing of delivery: what they hold is
 * dropped, and any delivery that begins within a failure or a delay.
 */
export function withoutNegated(hits: readonly PhraseHit[]): readonly PhraseHit[] {
  let last = { from: 0, to: 0 }
  let isClean = true
  const kept = hits.filter((hit) => {
    if ((hit.bits & (FAILED | DELAYED | DELIVERED)) === 0) return true
    const isWithin = hit.from > last.from && hit.from < last.to
    const isDropped = isWithin && (hit.to <= last.to || (hit.bits & DELIVERED) !== 0)
    if (!isDropped) last = hit
    isClean &&= !isDropped
    return !isDropped
  })
  return isClean ? hits : kept
}

/** Bits of all wordings that begin and end within `[from, to)`. */
export function bitsBetween(hits: readonly PhraseHit[], from: number, to: number): number {
  let bits = 0
  for (let i = firstHit(hits, from); i < hits.length; i++) {
    const hit = hits[i] as PhraseHit
    if (hit.from >= to) break
    if (hit.to <= to) bits |= hit.bits
  }
  return bits
}

/** Index of the first wording that begins at `from` or after it. */
export function firstHit(hits: readonly PhraseHit[], from: number): number {
  let low = 0
  let high = hits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((hits[middle] as PhraseHit).from < from) low = middle + 1
    else high = middle
  }
  return low
}
