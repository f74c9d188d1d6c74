// "Did you mean …?": the known word that a mistyped one is nearest to (optimal string
// alignment distance: letters changed, missing, added or swapped with their neighbour).

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
  let before: number[] = []
  let row = Array.from({ length: to.length + 1 }, (_, i) => i)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const changed = (row[j - 1] as number) + (from[i - 1] === to[j - 1] ? 0 : 1)
      const isSwapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
      const swapped = isSwapped ? (before[j - 2] as number) + 1 : changed
      next.push(Math.min(changed, swapped, (row[j] as number) + 1, (next[j - 1] as number) + 1))
    }
    before = row
    row = next
  }
  return row[to.length] as number
}
