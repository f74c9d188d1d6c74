// The article and the particles that Arabic and Hebrew write together with the word after them:
// they are passed over, so that "the mailbox", "to the mailbox" and "mailbox" are one word.

/** ALEF, BEH, FEH, KAF, LAM, WAW. */
const [ALEF, BEH, FEH, KAF, LAM, WAW] = [0x627, 0x628, 0x641, 0x643, 0x644, 0x648]
/** The prefixes for "the, and, in, to, as, that, from", which are also first letters of words. */
const HEBREW = 'הובלכשמ'

/** Where the word itself begins that is written from `at` on; at least two letters are left. */
export function afterProclitics(codes: ArrayLike<number>, at: number): number {
  const first = codes[at] as number
  if (first < 0x5d0 || first > 0x648) return at
  return first <= 0x5ea ? afterHebrew(codes, at) : afterArabic(codes, at)
}

/** Any row of prefixes, as long as three letters are left: which of them is one is not told. */
function afterHebrew(codes: ArrayLike<number>, at: number): number {
  let letters = 1
  while (isHebrew(codes[at + letters])) letters++
  while (letters-- > 3 && HEBREW.includes(String.fromCharCode(codes[at] as number))) at++
  return at
}

/** `wa-` or `fa-`, then `al-`, `bi-l-`, `ka-l-` or `li-l-`. */
function afterArabic(codes: ArrayLike<number>, at: number): number {
  let to = at
  if (codes[to] === WAW || codes[to] === FEH) to++
  if (codes[to] === LAM && codes[to + 1] === LAM) to += 2
  else {
    if (codes[to] === BEH || codes[to] === KAF) to++
    if (codes[to] !== ALEF || codes[to + 1] !== LAM) return at
    to += 2
  }
  return isArabic(codes[to]) && isArabic(codes[to + 1]) ? to : at
}

function isHebrew(code: number | undefined): boolean {
  return code !== undefined && code >= 0x5d0 && code <= 0x5ea
}

function isArabic(code: number | undefined): boolean {
  return code !== undefined && code >= 0x621 && code <= 0x6d3
}
