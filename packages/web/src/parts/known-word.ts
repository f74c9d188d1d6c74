// Words of an address that name a view: whoever changes them by hand still sees one.

/** The word where it is known, else the first of those that are. */
export function knownWord<Known extends string>(
  word: string | undefined, known: readonly [Known, ...Known[]],
): Known {
  return known.find((one) => one === word) ?? known[0]
}
