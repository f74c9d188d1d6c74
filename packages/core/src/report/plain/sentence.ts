// Where a sentence of a human part begins and ends: at a mark before white space, or an empty line.

/** Characters looked at to either side. */
const WINDOW_CHARS = 400
const SENTENCE_ENDS = '.!?。！？'

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

// A mark before white space, or an empty line.
function isBreak(text: string, at: number): boolean {
  const char = text.charAt(at)
  const next = text.charCodeAt(at + 1)
  if (char === '\n') return next === 10 || (next === 13 && text.charCodeAt(at + 2) === 10)
  if (!SENTENCE_ENDS.includes(char)) return false
  return char > '~' || next === 32 || next === 10 || next === 13 || Number.isNaN(next)
}
