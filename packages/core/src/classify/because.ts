// The evidence of a verdict: the rules that fired, the words they saw, and where those stand.

import type { Because, Reason } from '../rules/types.ts'
import { findEnhancedCode, formatEnhancedCode } from '../smtp/enhanced-code.ts'
import { REPLY_CHARS_MAX } from '../text/limits.ts'
import type { Features } from './features.ts'
import { shareOf, type Model } from './model.ts'
import { reasonNumber } from './reason-number.ts'
import type { Reader, Reading } from './signals.ts'

/** Words named as evidence of the learned model. */
const WORDS_MAX = 3
const WORD = /[^\s.,;:!?()<>[\]]{1,40}/uy

export function becauseOf(
  engine: { reader: Reader; model: Model; features: Features }, reading: Reading, reason: Reason,
): Because[] {
  const { text, exact, offset } = reading
  const list: Because[] = []
  if (exact !== undefined && exact.reason === reason) {
    if (exact.to > exact.from) {
      list.push(piece(exact.rule, text, exact.from + offset, exact.to + offset))
    }
    else list.push(...codePieces(reading, exact.rule))
    return list
  }
  const number = reasonNumber(reason)
  const { scores } = engine.reader
  const pattern = scores.pattern[number]
  if (pattern !== undefined && (scores.weight[number] as number) > 0) {
    list.push(
      piece(
        pattern.id, text, (scores.from[number] as number) + offset,
        (scores.to[number] as number) + offset,
      ),
    )
  } else if (reason !== 'unknown') list.push(...modelPieces(engine, reading, number))
  if (list.length === 0) list.push(...codePieces(reading, undefined))
  return list
}

function piece(rule: string, text: string, from: number, to: number): Because {
  return { rule, part: 'reply', text: text.slice(from, to), span: [from, to] }
}

function codePieces(reading: Reading, rule: string | undefined): Because[] {
  const { text, enhancedCode, replyCode } = reading
  if (enhancedCode !== undefined) {
    const code = formatEnhancedCode(enhancedCode)
    const found = findEnhancedCode(text, 0)
    const span: [number, number] = found === undefined ? [0, 0] : [found.from, found.to]
    return [{ rule: rule ?? `enhanced-code/${code}`, part: 'enhanced-code', text: code, span }]
  }
  if (replyCode === undefined) return []
  const code = String(replyCode)
  const at = text.indexOf(code)
  const span: [number, number] = at < 0 ? [0, 0] : [at, at + 3]
  return [{ rule: rule ?? `reply-code/${code}`, part: 'reply-code', text: code, span }]
}

/** The words that weighed most for the reason, strongest first. */
function modelPieces(
  engine: { model: Model; features: Features }, { text, offset }: Reading, number: number,
): Because[] {
  const { model, features } = engine
  if (sums.length <= text.length) sums = new Float64Array(2 * text.length)
  const places: number[] = []
  for (let i = features.codeEnd; i < features.count; i++) {
    const from = features.from[i] as number
    const share = from < 0 ? 0 : shareOf(model, features, i, number)
    if (share <= 0) continue
    if (sums[from] === 0) places.push(from)
    sums[from] = (sums[from] as number) + share
  }
  const pieces: Because[] = []
  for (let from = takeStrongest(places); from >= 0; from = takeStrongest(places)) {
    WORD.lastIndex = from + offset
    const word = WORD.exec(text)?.[0] ?? ''
    pieces.push(
      piece(`model/${word.toLowerCase()}`, text, from + offset, from + offset + word.length))
    if (pieces.length === WORDS_MAX) break
  }
  for (const place of places) sums[place] = 0
  return pieces
}

/** What the words at each place of a text weigh together; all zero between two texts. */
let sums = new Float64Array(REPLY_CHARS_MAX + 1)

/** The place of the greatest sum, which is then taken away; -1 where none is left. */
function takeStrongest(places: readonly number[]): number {
  let best = -1
  let most = 0
  for (const place of places) {
    const sum = sums[place] as number
    if (sum <= most) continue
    best = place
    most = sum
  }
  if (best >= 0) sums[best] = 0
  return best
}
