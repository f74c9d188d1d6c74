// Rules that operators write: words in order or a whole text with gaps, and the reason they mean.
// They judge before all other knowledge, in time that is linear in the text.

import type { Reason, Remedy, Scope, Verdict } from '../rules/types.ts'
import type { ReplyInput } from './read-reply.ts'

/** Words that stand in a text in this order, or the whole text, in which `*` is any gap. */
export type OperatorMatch = { readonly words: readonly string[] } | { readonly template: string }

export type OperatorRule = {
  /** Stands in `because` as `operator/<id>`. */
  readonly id: string
  readonly match: OperatorMatch
  /** Endings of the names of hosts that answered; none: whoever says it. */
  readonly hosts?: readonly string[] | undefined
  /** `550`, `5.1.1`, or their beginnings `5` and `5.7`; none: whatever the code. */
  readonly codes?: readonly string[] | undefined
  readonly reason: Reason
  readonly note?: string | undefined
  /** False: it is kept and does not judge. @default true */
  readonly enabled?: boolean | undefined
}

type Judged = { readonly remedy: Remedy; readonly scope: Scope }

/** The verdict of the first rule that fits; undefined where none does. */
export type OperatorJudge = (input: ReplyInput, verdict: Verdict) => Verdict | undefined

type Compiled = {
  readonly rule: OperatorRule
  readonly pieces: readonly string[]
  readonly isWhole: boolean
}

/** A text in lower case with single blanks, and where each of its characters stood. */
type Plain = { readonly text: string; readonly places: readonly number[] }

/** `traits` is what a reason means for the sender. */
export function createOperatorJudge(
  rules: readonly OperatorRule[], traits: (reason: Reason) => Judged,
): OperatorJudge {
  const compiled = rules.filter(({ enabled }) => enabled !== false).map(compile)
  return (input, verdict) => {
    const read = verdict.readAs ?? input.text
    const text = plain(read)
    for (const one of compiled) {
      if (!fitsCodes(one.rule, verdict) || !fitsHost(one.rule, input.host)) continue
      const span = findPieces(one, text)
      if (span !== undefined) return toVerdict(one.rule, verdict, traits, read, span)
    }
    return undefined
  }
}

function compile(rule: OperatorRule): Compiled {
  const isWhole = 'template' in rule.match
  const pieces = 'template' in rule.match ? rule.match.template.split('*') : rule.match.words
  return { rule, isWhole, pieces: pieces.map((piece) => plain(piece).text) }
}

function plain(text: string): Plain {
  const places: number[] = []
  let out = ''
  for (let at = 0; at < text.length; at++) {
    const unit = text[at] as string
    const isBlank = /\s/.test(unit)
    if (isBlank && (out === '' || out.endsWith(' '))) continue
    const lower = unit.toLowerCase()
    out += isBlank ? ' ' : lower.length === 1 ? lower : unit
    places.push(at)
  }
  return out.endsWith(' ') ? { text: out.slice(0, -1), places } : { text: out, places }
}

/** Leftmost first: where a later place fits, an earlier one does not hinder it. */
function findPieces({ pieces, isWhole }: Compiled, { text, places }: Plain): Span | undefined {
  let at = 0
  let first = -1
  for (const [index, piece] of pieces.entries()) {
    const isLast = index === pieces.length - 1
    const found = isWhole
      ? findGap(text, piece, at, index === 0, isLast) : findWords(text, piece, at)
    if (found < 0) return undefined
    if (first < 0) first = found
    at = found + piece.length
  }
  const from = places[isWhole ? 0 : first] ?? 0
  const last = places[(isWhole ? text.length : at) - 1]
  return last === undefined ? undefined : [from, last + 1]
}

type Span = readonly [number, number]

function findGap(
  text: string, piece: string, at: number, isFirst: boolean, isLast: boolean,
): number {
  if (isFirst && !text.startsWith(piece)) return -1
  if (isFirst && isLast) return text === piece ? 0 : -1
  if (isFirst) return 0
  if (!isLast) return text.indexOf(piece, at)
  const end = text.length - piece.length
  return end >= at && text.endsWith(piece) ? end : -1
}

function findWords(text: string, words: string, from: number): number {
  for (let at = text.indexOf(words, from); at >= 0; at = text.indexOf(words, at + 1)) {
    if (!isWordAt(text, at - 1, words[0]) && !isWordAt(text, at + words.length, words.at(-1))) {
      return at
    }
  }
  return -1
}

/** Whether a word goes on over the edge of what was found. */
function isWordAt(text: string, at: number, edge: string | undefined): boolean {
  const unit = text[at]
  return unit !== undefined && edge !== undefined && WORD.test(unit) && WORD.test(edge)
}

const WORD = /[\p{L}\p{N}\p{M}]/u

function fitsCodes({ codes }: OperatorRule, { replyCode, enhancedCode }: Verdict): boolean {
  if (codes === undefined || codes.length === 0) return true
  const reply = replyCode === undefined ? '' : String(replyCode)
  return codes.some((code) => code.includes('.')
    ? `${enhancedCode ?? ''}.`.startsWith(`${code}.`)
    : code.length === 1 ? reply.startsWith(code) || enhancedCode?.startsWith(`${code}.`) === true
      : reply === code)
}

function fitsHost({ hosts }: OperatorRule, host: string | undefined): boolean {
  if (hosts === undefined || hosts.length === 0) return true
  const name = host?.toLowerCase().replace(/\.$/, '') ?? ''
  return hosts.some((end) => name === end || name.endsWith(`.${end}`))
}

function toVerdict(
  { id, reason }: OperatorRule, verdict: Verdict, traits: (reason: Reason) => Judged,
  read: string, [from, to]: Span,
): Verdict {
  const { remedy, scope } = traits(reason)
  return {
    ...verdict, reason, remedy, scope, confidence: 1,
    bounceType: remedy === 'none' ? null : remedy === 'suppress' ? 'hard' : 'soft',
    because: [{ rule: `operator/${id}`, part: 'reply', text: read.slice(from, to),
      span: [from, to] }],
  }
}
