// "Did you mean …?": the known word that a mistyped one is nearest to (Levenshtein distance).

/** Longer words are no typing mistakes, and would cost time. */
const WORD_CHARS_MAX = 40

/** The candidate that differs by a slip or two; undefined where none is near. */
export function nearestWord(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > WORD_CHARS_MAX) return undefined
  const typed = word.toLowerCase()
  let best: string | undefined
  let least = Math.max(1, Math.floor(word.length / 3)) + 1
  for (const candidate of candidates) {
    const isBeginning = typed.length > 1 && candidate.startsWith(typed)
    const distance = isBeginning ? 1 : editDistance(typed, candidate)
    if (distance >= least) continue
    best = candidate
    least = distance
  }
  return best
}

function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, i) => i)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const changed = (row[j - 1] as number) + (from[i - 1] === to[j - 1] ? 0 : 1)
      next.push(Math.min(changed, (row[j] as number) + 1, (next[j - 1] as number) + 1))
    }
    row = next
  }
  return row[to.length] as number
}
