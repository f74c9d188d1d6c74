// Reads a text for everything that rules know: concepts, grammar scores, literals, receiver.

import type { Reason, SmtpCommand } from '../rules/types.ts'
import type { EnhancedCode } from '../smtp/enhanced-code.ts'
import { addBareDomains } from './bare-domain.ts'
import {
  createGrammarScores, matchGrammar, type Concepts, type GrammarScores,
} from './grammar.ts'
import type { Compiled } from './knowledge.ts'
import type { Receiver, ReceiverReply } from './literals.ts'
import { bindNegations } from './negation.ts'
import { scanText } from './scan.ts'
import { createScan, type Scan } from './scanned.ts'
import { readSendingIps } from './sending-ip.ts'

/** An exact rule that fired and the words that made it fire. */
export type ExactMatch = {
  readonly reason: Reason
  readonly rule: string
  readonly from: number
  readonly to: number
  /** Longer literals and the receiver's own rules come first. */
  readonly rank: number
}

export type Codes = {
  readonly replyCode?: number | undefined
  readonly enhancedCode?: EnhancedCode | undefined
}

export type Reader = {
  readonly compiled: Compiled
  readonly scan: Scan
  readonly concepts: Concepts
  readonly scores: GrammarScores
  readonly marks: Int32Array
  /** The last scan has been turned into concepts and scores. */
  isUnderstood: boolean
}

/** A reply, read: codes, the reader's signals, the exact rule if one fired. */
export type Reading = {
  readonly text: string
  /** The text is not as it came, but as it was meant. */
  readonly isRepaired: boolean
  /** It stands in a report of a failure. */
  readonly isFailed: boolean
  readonly replyCode?: number | undefined
  readonly enhancedCode?: EnhancedCode | undefined
  readonly command?: SmtpCommand | undefined
  readonly provider: number
  readonly exact?: ExactMatch | undefined
  /** Where the text that the reader last saw begins in `text`. */
  readonly offset: number
}

/**
 * Marks of a language that make its ambiguous words count, if no other language has twice as many:
 * Spanish `en` is no Finnish negation.
 */
const MARKS_MIN = 2
/** Lifts the receiver's own rules above those that hold anywhere. */
export const OWN_RANK = 1000

export function createReader(compiled: Compiled, conceptsMax: number): Reader {
  return {
    compiled,
    scan: createScan(),
    concepts: {
      count: 0,
      concept: new Uint8Array(conceptsMax),
      word: new Int32Array(conceptsMax),
      from: new Int32Array(conceptsMax),
      to: new Int32Array(conceptsMax),
      aside: new Uint8Array(conceptsMax),
    },
    scores: createGrammarScores(),
    marks: new Int32Array(256),
    isUnderstood: false,
  }
}

/** Scans `text` from `from` to `to` for literals and words; places count from `from`. */
export function readSignals(
  reader: Reader, text: string, from: number = 0, to: number = text.length,
): void {
  scanText(reader.compiled, text, reader.scan, from, to)
  reader.isUnderstood = false
}

/** Turns the words of the last scan into concepts and scores of the grammar, where not yet done. */
export function understand(reader: Reader): void {
  if (reader.isUnderstood) return
  const { compiled, scan, concepts } = reader
  reader.isUnderstood = true
  collectConcepts(reader)
  readSendingIps(concepts, compiled.concepts, scan.codes)
  addBareDomains(concepts, compiled.concepts, scan.codes)
  markAsides(concepts, compiled.concepts.aside, scan)
  markLeads(concepts, compiled.concepts.refusal, scan.codes)
  bindNegations(concepts, compiled.concepts, scan)
  matchGrammar(compiled.grammar, concepts, reader.scores)
}

function collectConcepts({ compiled, scan, concepts, marks }: Reader): void {
  const { lexemes, marks: { entry: markEntry, count: markCount } } = scan
  if (markCount > 0) marks.fill(0)
  let most = 0
  for (let i = 0; i < markCount; i++) {
    const lang = compiled.lang[markEntry[i] as number] as number
    const count = (marks[lang] as number) + 1
    marks[lang] = count
    if (count > most) most = count
  }
  const enough = Math.max(MARKS_MIN, (most + 1) / 2)
  concepts.count = 0
  for (let i = 0; i < lexemes.count; i++) {
    const entry = lexemes.entry[i] as number
    if (compiled.weak[entry] === 1) {
      const lang = compiled.lang[entry] as number
      if (markCount < MARKS_MIN || (marks[lang] as number) < enough) continue
    }
    pushConcepts(concepts, compiled, lexemes, i)
  }
}

/** Marks what stands before "rejected:" where the cause follows the colon. */
function markLeads(list: Concepts, refusal: Uint8Array, codes: Uint16Array): void {
  const { concept, to, aside, count } = list
  for (let i = count - 2; i >= 0; i--) {
    if (refusal[concept[i] as number] === 0) continue
    let at = to[i] as number
    while (codes[at] === 0x20) at++
    if (codes[at] !== 0x3a) continue
    for (let k = 0; k <= i; k++) aside[k] = 2
    return
  }
}

/** Marks what stands between a word such as "if" and the end of its sentence. */
function markAsides(list: Concepts, aside: number, { ends, endCount }: Scan): void {
  const { concept, from, aside: marks, count } = list
  let until = -1
  for (let i = 0; i < count; i++) {
    const place = from[i] as number
    if (concept[i] === aside && place >= until) {
      let end = 0
      while (end < endCount && (ends[end] as number) < place) end++
      until = end < endCount ? ends[end] as number : Infinity
    }
    marks[i] = place < until ? 1 : 0
  }
}

function pushConcepts(
  concepts: Concepts, { firstConcept, lexemeConcepts }: Compiled, lexemes: Scan['lexemes'],
  i: number,
): void {
  const from = lexemes.from[i] as number
  const entry = lexemes.entry[i] as number
  const end = firstConcept[entry + 1] as number
  next: for (let k = firstConcept[entry] as number; k < end; k++) {
    const at = concepts.count
    if (at === concepts.concept.length) return
    const id = lexemeConcepts[k] as number
    // The same word in two languages says the same thing once.
    for (let j = at - 1; j >= 0 && concepts.from[j] === from; j--) {
      if (concepts.concept[j] === id) continue next
    }
    concepts.concept[at] = id
    concepts.word[at] = lexemes.word[i] as number
    concepts.from[at] = from
    concepts.to[at] = lexemes.to[i] as number
    concepts.count = at + 1
  }
}

/** The strongest exact rule of the last scan: provider rules, then fixed sentences. */
export function exactMatch(reader: Reader, provider: number, codes: Codes): ExactMatch | undefined {
  const { literals } = reader.scan
  let best: ExactMatch | undefined
  for (let i = 0; i < literals.count; i++) {
    const rule = reader.compiled.literals[literals.entry[i] as number]
    if (rule === undefined || rule.kind === 'fingerprint') continue
    const from = literals.from[i] as number
    const to = literals.to[i] as number
    let rank = to - from
    if (rule.kind === 'phrase') {
      if (best === undefined || rank > best.rank) {
        best = { reason: rule.reason, rule: rule.id, from, to, rank }
      }
      continue
    }
    const { reply } = rule
    const own = rule.receiver === provider
    if ((!own && reply.anywhere !== true) || !codesAgree(reply, codes, true)) continue
    if (own) rank += OWN_RANK
    if (best !== undefined && rank <= best.rank) continue
    best = { reason: reply.reason, rule: reply.id, from, to, rank }
  }
  return best
}

/** The receiver's rule that speaks by code alone. */
export function codeMatch({ silent }: Receiver, codes: Codes): ExactMatch | undefined {
  const reply = silent.find((one) => codesAgree(one, codes, false))
  return reply && { reason: reply.reason, rule: reply.id, from: 0, to: 0, rank: 0 }
}

/** Codes that are not given agree where words have spoken. */
function codesAgree(reply: ReceiverReply, codes: Codes, hasWords: boolean): boolean {
  if (reply.replyCode !== undefined) {
    if (codes.replyCode === undefined) {
      if (!hasWords) return false
    } else if (!isReplyCode(reply.replyCode, codes.replyCode)) return false
  }
  if (reply.enhancedCode === undefined) {
    return hasWords || reply.replyCode !== undefined
  }
  if (codes.enhancedCode === undefined) return hasWords
  const { class: cls, subject, detail } = codes.enhancedCode
  const [c, s, d = ''] = reply.enhancedCode.split('.')
  if ((c !== 'x' && Number(c) !== cls) || Number(s) !== subject) return false
  const [first, last = first] = d.split('-')
  return Number(first) <= detail && detail <= Number(last)
}

/** The same code, or one of the class that a single digit stands for. */
function isReplyCode(wanted: number, code: number): boolean {
  return wanted < 10 ? Math.floor(code / 100) === wanted : wanted === code
}

/** The receiver whose fingerprint stands in the text, -1 where none does. */
export function fingerprintIn(reader: Reader): number {
  const { literals } = reader.scan
  for (let i = 0; i < literals.count; i++) {
    const rule = reader.compiled.literals[literals.entry[i] as number]
    if (rule?.kind === 'fingerprint') return rule.receiver
  }
  return -1
}
