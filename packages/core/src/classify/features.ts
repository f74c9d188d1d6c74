// What the learned model sees of a reply: grammar, concepts, words and codes as hashed features.

import type { SmtpCommand } from '../rules/types.ts'
import type { EnhancedCode } from '../smtp/enhanced-code.ts'
import { ADDRESS, IP, NAMES, OPAQUE } from './chunks.ts'
import type { Concepts } from './grammar.ts'
import type { Scan } from './scanned.ts'
import { SURE_WEIGHT } from './trust.ts'

/** Features of one reply, at most. */
const FEATURES_MAX = 640
/** Concepts further apart than this make no pair. */
const PAIR_REACH = 6

/** What a concept counts: stated, only supposed, before the colon of "rejected: cause". */
const VALUES = [1, 0.4, 0.6]

/** By how much the strongest pattern has to lead to count twice, and to count for sure. */
const LEAD_MIN = 10
const WIDE_LEAD_MIN = 25

/** Kinds of features; each hashes into its own space. */
const KIND = { word: 1, pair: 2, concept: 3, concepts: 4, enhanced: 5, reply: 6, command: 7, grammar: 8, subject: 9, none: 10, level: 11, shape: 12, lead: 13, root: 14 }

/** Runs without spaces that are no prose, as far as they tell something by being there. */
const SHAPES = [OPAQUE, NAMES, ADDRESS, IP]

export type Features = {
  count: number
  /** Features from the second up to here are those of codes and command. */
  codeEnd: number
  /** Features from here on are those of words and their pairs. */
  wordStart: number
  readonly hash: Int32Array
  readonly value: Float32Array
  /** Place in the text of the word or concept behind the feature, -1 for codes and grammar. */
  readonly from: Int32Array
}

export type FeatureInput = {
  readonly scan: Scan
  readonly concepts: Concepts
  /** Reason number → strongest weight that the grammar gave it, 0–100. */
  readonly grammar: Float32Array
  readonly replyCode: number | undefined
  readonly enhancedCode: EnhancedCode | undefined
  readonly command: SmtpCommand | undefined
}

export function createFeatures(): Features {
  return {
    count: 0,
    codeEnd: 0,
    wordStart: 0,
    hash: new Int32Array(FEATURES_MAX),
    value: new Float32Array(FEATURES_MAX),
    from: new Int32Array(FEATURES_MAX),
  }
}

/** Fills `out`, which is reused, with the features of one reply. */
export function readFeatures(input: FeatureInput, out: Features): void {
  out.count = 0
  push(out, mix(KIND.none, 0), 1, -1)
  codeFeatures(input, out)
  out.codeEnd = out.count
  shapeFeatures(input.scan.shapes, out)
  grammarFeatures(input.grammar, out)
  conceptFeatures(input.concepts, out)
  out.wordStart = out.count
  const { hashes, roots, hashFrom, hashCount } = input.scan
  for (let i = 0; i < hashCount; i++) {
    const word = hashes[i] as number
    const from = hashFrom[i] as number
    push(out, wordFeature(word), 1, from)
    if (roots[i] !== 0) push(out, mix(KIND.root, roots[i] as number), 1, from)
    if (i > 0) push(out, mix(KIND.pair, Math.imul(hashes[i - 1] as number, 31) + word), 1, from)
  }
  damp(out)
}

/** The feature of a word, given the hash of its letters. */
export function wordFeature(word: number): number {
  return mix(KIND.word, word)
}

function codeFeatures(input: FeatureInput, out: Features): void {
  const { enhancedCode, replyCode, command } = input
  // x.0.0 says no more than the reply code does (RFC 3463 §3.1).
  if (enhancedCode !== undefined && (enhancedCode.subject !== 0 || enhancedCode.detail !== 0)) {
    const { subject, detail } = enhancedCode
    push(out, mix(KIND.enhanced, subject * 1000 + detail), 1, -1)
    push(out, mix(KIND.subject, subject), 1, -1)
  }
  if (replyCode !== undefined) {
    push(out, mix(KIND.reply, replyCode), 1, -1)
    push(out, mix(KIND.level, Math.floor(replyCode / 100)), 1, -1)
  }
  if (command !== undefined) push(out, mix(KIND.command, hashName(command)), 1, -1)
}

/** Whether addresses, host names and IP addresses stand in the words: who is meant. */
function shapeFeatures(shapes: number, out: Features): void {
  for (const kind of SHAPES) {
    if ((shapes & (1 << kind)) !== 0) push(out, mix(KIND.shape, kind), 1, -1)
  }
}

function grammarFeatures(grammar: Float32Array, out: Features): void {
  let top = -1
  let best = 0
  let second = 0
  for (let reason = 0; reason < grammar.length; reason++) {
    const weight = grammar[reason] as number
    if (weight === 0) continue
    const share = weight / 100
    push(out, mix(KIND.grammar, reason), share * share, -1)
    if (weight > best) {
      second = best
      best = weight
      top = reason
    } else if (weight > second) second = weight
  }
  if (top < 0) return
  push(out, mix(KIND.grammar, 100 + top), 1, -1)
  if (best < SURE_WEIGHT || best - second < LEAD_MIN) return
  push(out, mix(KIND.lead, 2 * top + (best - second < WIDE_LEAD_MIN ? 0 : 1)), 1, -1)
}

function conceptFeatures(concepts: Concepts, out: Features): void {
  let last = -1
  for (let i = 0; i < concepts.count; i++) {
    const id = concepts.concept[i] as number
    if (id === 0) continue
    const value = VALUES[concepts.aside[i] as number] as number
    const from = concepts.from[i] as number
    push(out, mix(KIND.concept, id), value, from)
    if (last >= 0 && (concepts.word[i] as number) - (concepts.word[last] as number) <= PAIR_REACH) {
      push(out, mix(KIND.concepts, (concepts.concept[last] as number) * 256 + id), value, from)
    }
    last = i
  }
}

/** A long text has many features; each then says less. */
function damp(out: Features): void {
  let words = 0
  for (let i = 0; i < out.count; i++) words += out.value[i] as number
  const scale = Math.min(1, Math.sqrt(40 / words))
  for (let i = 0; i < out.count; i++) out.value[i] = (out.value[i] as number) * scale
}

function push(out: Features, hash: number, value: number, from: number): void {
  const at = out.count
  if (at === FEATURES_MAX) return
  out.hash[at] = hash
  out.value[at] = value
  out.from[at] = from
  out.count = at + 1
}

function mix(kind: number, value: number): number {
  let hash = Math.imul(value ^ (kind * 0x9e3779b1), 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

function hashName(name: string): number {
  let hash = 0
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash, 31) + name.charCodeAt(i)
  return hash
}
