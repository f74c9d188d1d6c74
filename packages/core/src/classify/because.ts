// The evidence of a verdict: the rules that fired, the words they saw, and where those stand.

import type { Because, Reason } from '../rules/types.ts'
import { findEnhancedCode, formatEnhancedCode } from '../smtp/enhanced-code.ts'
import type { Features } from './features.ts'
import { weigh, type Model } from './model.ts'
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
  const { features } = engine
  const shares = new Float64Array(features.count)
  weigh(engine.model, features, number, shares)
  const byPlace = new Map<number, number>()
  for (let i = 0; i < features.count; i++) {
    const from = features.from[i] as number
    const share = shares[i] as number
    if (from >= 0 && share > 0) byPlace.set(from, (byPlace.get(from) ?? 0) + share)
  }
  const pieces: Because[] = []
  while (pieces.length < WORDS_MAX && byPlace.size > 0) {
    const from = strongest(byPlace)
    byPlace.delete(from)
    WORD.lastIndex = from + offset
    const word = WORD.exec(text)?.[0] ?? ''
    pieces.push(
      piece(`model/${word.toLowerCase()}`, text, from + offset, from + offset + word.length))
  }
  return pieces
}

function strongest(byPlace: ReadonlyMap<number, number>): number {
  let best = -1
  let most = 0
  for (const [from, share] of byPlace) {
    if (share <= most) continue
    best = from
    most = share
  }
  return best
}
