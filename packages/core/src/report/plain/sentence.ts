// Where a sentence of a human part begins and ends: at a mark before white space, or an empty line.

import { unitAhead, unitAt } from '../../text/units.ts'

/** Characters looked at to either side. */
const WINDOW_CHARS = 400
const LF = 10
const CR = 13
const SPACE = 32

export function sentenceStart(text: string, from: number): number {
  const lowest = Math.max(0, from - WINDOW_CHARS)
  for (let at = from - 1; at > lowest; at--) {
    if (isBreak(text, at)) return at + 1
  }
  return lowest
}

export function sentenceEnd(text: string, from: number, to: number): number {
  const highest = Math.min(to, from + WINDOW_CHARS)
  for (let at = from; at < highest; at++) {
    if (isBreak(text, at)) return at
  }
  return highest
}

/** A mark before white space, an East Asian mark anywhere, or an empty line. */
function isBreak(text: string, at: number): boolean {
  switch (unitAt(text, at)) {
    case LF: {
      const next = unitAhead(text, at + 1)
      return next === LF || (next === CR && unitAhead(text, at + 2) === LF)
    }
    case 0x2e:
    case 0x21:
    case 0x3f: {
      const next = unitAhead(text, at + 1)
      return next === SPACE || next === LF || next === CR || Number.isNaN(next)
    }
    case 0x3002:
    case 0xff01:
    case 0xff1f:
      return true
    default:
      return false
  }
}
