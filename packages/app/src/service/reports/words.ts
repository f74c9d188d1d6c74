// How sums are said.

/** `1 report`, `2 reports`. */
export function countOf(n: number, one: string): string {
  return `${n} ${one}${n === 1 ? '' : 's'}`
}
