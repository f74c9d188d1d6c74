// Collects what a text says: each rule that fired becomes a signal for a reason.

import type { ProviderRules, Reason } from '../rules/types.ts'
import type { EnhancedCode } from '../smtp/enhanced-code.ts'
import { bindNegations, matchGrammar, type Concepts, type GrammarMatch } from './grammar.ts'
import type { Compiled } from './knowledge.ts'
import { createScan, scanText, type Scan } from './scan.ts'

/** One rule that fired: weight 0–100, and the words that made it fire. */
export type Signal = {
  readonly reason: Reason
  weight: number
  readonly rule: string
  readonly from: number
  readonly to: number
}

/** Marks of a language that make its ambiguous words count. */
const MARKS_MIN = 2
const CONCEPTS_CAP = 256
const PHRASE_WEIGHT = 95
const PROVIDER_WEIGHT = 96
const ANYWHERE_WEIGHT = 94

export type Reader = {
  readonly compiled: Compiled
  readonly providers: readonly ProviderRules[]
  readonly scan: Scan
  readonly concepts: Concepts
  readonly present: Uint8Array
  readonly marks: Int32Array
  readonly matches: GrammarMatch[]
}

export type Codes = { readonly replyCode?: number | undefined; readonly enhancedCode?: EnhancedCode | undefined }

export function createReader(compiled: Compiled, providers: readonly ProviderRules[]): Reader {
  return {
    compiled,
    providers,
    scan: createScan(),
    concepts: {
      count: 0,
      concept: new Uint8Array(CONCEPTS_CAP),
      word: new Int32Array(CONCEPTS_CAP),
      from: new Int32Array(CONCEPTS_CAP),
      to: new Int32Array(CONCEPTS_CAP),
    },
    present: new Uint8Array(256),
    marks: new Int32Array(256),
    matches: [],
  }
}

/** Scans `text` and gives the concepts in it, negations bound. The result is reused. */
export function readConcepts(reader: Reader, text: string): Concepts {
  const { compiled, scan, concepts, marks } = reader
  scanText(compiled, text, scan)
  marks.fill(0)
  for (let i = 0; i < scan.marks.count; i++) {
    const lang = compiled.lang[scan.marks.payload[i] as number] as number
    marks[lang] = (marks[lang] as number) + 1
  }
  concepts.count = 0
  const { lexemes } = scan
  for (let i = 0; i < lexemes.count; i++) {
    const payload = lexemes.payload[i] as number
    const lang = compiled.lang[payload] as number
    if (compiled.weak[payload] === 1 && (marks[lang] as number) < MARKS_MIN) continue
    pushConcepts(concepts, compiled.lexemeConcepts[payload] as Uint8Array, lexemes, i)
  }
  bindNegations(concepts, compiled.concepts)
  return concepts
}

function pushConcepts(
  concepts: Concepts, ids: Uint8Array, lexemes: Scan['lexemes'], i: number,
): void {
  const word = lexemes.word[i] as number
  const from = lexemes.from[i] as number
  next: for (let k = 0; k < ids.length; k++) {
    const at = concepts.count
    if (at === CONCEPTS_CAP) return
    const id = ids[k] as number
    // The same word in two languages says the same thing once.
    for (let j = at - 1; j >= 0 && concepts.from[j] === from; j--) {
      if (concepts.concept[j] === id) continue next
    }
    concepts.concept[at] = id
    concepts.word[at] = word
    concepts.from[at] = from
    concepts.to[at] = lexemes.to[i] as number
    concepts.count = at + 1
  }
}

/** Signals of the literals found by the last scan: provider rules and fixed sentences. */
export function literalSignals(reader: Reader, provider: number, codes: Codes, out: Signal[]): void {
  const { literals } = reader.scan
  for (let i = 0; i < literals.count; i++) {
    const rule = reader.compiled.literals[literals.payload[i] as number]
    const from = literals.from[i] as number
    const to = literals.to[i] as number
    if (rule === undefined || rule.kind === 'fingerprint') continue
    if (rule.kind === 'phrase') {
      out.push({ reason: rule.reason, weight: PHRASE_WEIGHT, rule: rule.id, from, to })
      continue
    }
    const rules = reader.providers[rule.provider] as ProviderRules
    const reply = rules.replies[rule.reply] as ProviderRules['replies'][number]
    if (rule.provider !== provider && reply.anywhere !== true) continue
    if (!codesAgree(reply, codes)) continue
    const exact = rule.provider === provider ? PROVIDER_WEIGHT : ANYWHERE_WEIGHT
    const bonus = Math.min(3, (to - from) / 20)
    const id = `${rules.id}/${reply.id}`
    out.push({ reason: reply.reason, weight: exact + bonus, rule: id, from, to })
  }
}

/** Provider rules that speak by code alone. */
export function providerCodeSignals(rules: ProviderRules, codes: Codes, out: Signal[]): void {
  for (const reply of rules.replies) {
    if (reply.match !== undefined || !codesAgree(reply, codes)) continue
    out.push({ reason: reply.reason, weight: 80, rule: `${rules.id}/${reply.id}`, from: 0, to: 0 })
  }
}

function codesAgree(reply: ProviderRules['replies'][number], codes: Codes): boolean {
  if (reply.replyCode !== undefined && codes.replyCode !== undefined
    && reply.replyCode !== codes.replyCode) return false
  if (reply.enhancedCode === undefined) return reply.match !== undefined || codes.replyCode === reply.replyCode
  if (codes.enhancedCode === undefined) return reply.match !== undefined
  const { class: cls, subject, detail } = codes.enhancedCode
  const [c, s, d] = reply.enhancedCode.split('.')
  return (c === 'x' || c === 'X' || Number(c) === cls) && Number(s) === subject && Number(d) === detail
}

/** Signals of the grammar over the concepts of the last scan. */
export function grammarSignals(reader: Reader, out: Signal[]): void {
  const { matches } = reader
  matches.length = 0
  matchGrammar(reader.compiled.grammar, reader.concepts, reader.present, matches)
  for (const match of matches) {
    const { reason, id } = match.pattern
    out.push({ reason, weight: match.weight, rule: id, from: match.from, to: match.to })
  }
}

/** The provider whose fingerprint stands in the text, -1 where none does. */
export function fingerprintIn(reader: Reader): number {
  const { literals } = reader.scan
  for (let i = 0; i < literals.count; i++) {
    const rule = reader.compiled.literals[literals.payload[i] as number]
    if (rule?.kind === 'fingerprint') return rule.provider
    if (rule?.kind === 'reply') {
      const reply = reader.providers[rule.provider]?.replies[rule.reply]
      if (reply?.anywhere === true) return rule.provider
    }
  }
  return -1
}
