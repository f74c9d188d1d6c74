// Where evidence stands in a text that was folded, wrapped or joined otherwise than the reply that
// was judged: blanks of any number and kind are alike.

export type Place = { readonly start: number; readonly end: number }

/** A text with one blank for each run of them, and where each character stood. */
type Folded = { readonly text: string; readonly places: readonly number[] }

/** Shorter evidence is not looked for without the reply around it: it would stand anywhere. */
const ALONE_CHARS_MIN = 6

/**
 * The place of `piece`, which is `diagnostic.slice(...span)`, in `text`: within the diagnostic
 * where that stands there, else where the piece stands by itself.
 */
export function findPlace(
  text: string, diagnostic: string, piece: string, [from, to]: readonly [number, number],
): Place | undefined {
  if (piece === '' || to <= from) return undefined
  const folded = fold(text)
  const inner = fold(diagnostic)
  const at = inner.text === '' ? -1 : folded.text.indexOf(inner.text)
  if (at >= 0) {
    const start = folded.places[at + indexAt(inner.places, from)]
    const last = folded.places[at + indexAt(inner.places, to - 1)]
    if (start !== undefined && last !== undefined) return { start, end: last + 1 }
  }
  if (piece.length < ALONE_CHARS_MIN) return undefined
  const alone = fold(piece).text
  const found = folded.text.indexOf(alone)
  const start = folded.places[found]
  const last = folded.places[found + alone.length - 1]
  return found < 0 || start === undefined || last === undefined
    ? undefined : { start, end: last + 1 }
}

function fold(text: string): Folded {
  const places: number[] = []
  const out: string[] = []
  let wasBlank = true
  for (let at = 0; at < text.length; at++) {
    const unit = text[at] as string
    const isBlank = unit === ' ' || unit === '\n' || unit === '\r' || unit === '\t'
    if (isBlank && wasBlank) continue
    out.push(isBlank ? ' ' : unit)
    places.push(at)
    wasBlank = isBlank
  }
  if (wasBlank && out.length > 0) {
    out.pop()
    places.pop()
  }
  return { text: out.join(''), places }
}

/** The last index whose place is not behind `at`. */
function indexAt(places: readonly number[], at: number): number {
  let low = 0
  let high = places.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((places[middle] as number) <= at) low = middle
    else high = middle - 1
  }
  return low
}
