// Where in a text the entries of the automaton stand: lists that are filled anew for each text.

/** Occurrences of each kind that are kept (a reply has some 20). */
const OCCURRENCES_MAX = 256

export type Occurrences = {
  count: number
  /** Entry of the automaton. */
  readonly entry: Int32Array
  /** Place in the text. */
  readonly from: Int32Array
  readonly to: Int32Array
  /** Word number, sentence ends counted as several words. */
  readonly word: Int32Array
}

export function createOccurrences(): Occurrences {
  return {
    count: 0,
    entry: new Int32Array(OCCURRENCES_MAX),
    from: new Int32Array(OCCURRENCES_MAX),
    to: new Int32Array(OCCURRENCES_MAX),
    word: new Int32Array(OCCURRENCES_MAX),
  }
}

/** Adds one occurrence; a full list takes no more. */
export function note(
  list: Occurrences, entry: number, from: number, to: number, word: number,
): void {
  const at = list.count
  if (at === OCCURRENCES_MAX) return
  list.entry[at] = entry
  list.from[at] = from
  list.to[at] = to
  list.word[at] = word
  list.count = at + 1
}
