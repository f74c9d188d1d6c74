// Folds characters to symbols: case, accents and width do not matter; says which ones make up
// words.

/** Character belongs to a script without spaces between words: a word may begin at each one. */
export const FREE = 1
/** Character can stand in an address, host name, URL or code without ending it. */
export const CHUNK = 2
/** Upper-case ASCII letter: after a lower-case one it begins a new word (`UserUnknown`). */
export const UPPER = 4
/** Lower-case ASCII letter. */
export const LOWER = 8
/** Decimal digit. */
export const DIGIT = 16
/** Ends a sentence when a space or the end follows. */
export const STOP = 32
/** Ends a sentence in any case. */
export const BREAK = 64
/** Letter or digit of any script, or a sign passed over inside a word. */
export const WORD = 128

const WORD_RANGES: readonly (readonly [number, number])[] = [
  [0xc0, 0x24f], [0x250, 0x2af], [0x370, 0x3ff], [0x400, 0x52f], [0x531, 0x587], [0x5d0, 0x5ea],
  [0x620, 0x64a], [0x660, 0x669], [0x66e, 0x6d3], [0x6d5, 0x6d5], [0x6f0, 0x6f9],
  [0x900, 0xdff], [0x10a0, 0x10ff], [0x1e00, 0x1fff], [0x1100, 0x11ff], [0xac00, 0xd7a3],
]
const FREE_RANGES: readonly (readonly [number, number])[] = [
  [0xe01, 0xeff], [0x1000, 0x109f], [0x1780, 0x17ff], [0x3041, 0x30ff], [0x3400, 0x4dbf],
  [0x4e00, 0x9fff], [0xff66, 0xff9f],
]
/** Ranges whose letters have a case or accents to fold; folding by Unicode rules. */
const CASED_RANGES: readonly (readonly [number, number])[] = [
  [0xc0, 0x24f], [0x370, 0x3ff], [0x400, 0x52f], [0x531, 0x587], [0x1e00, 0x1fff],
]
/** Soft hyphen, joiners, marks of direction, tatweel, byte order mark. */
const PASSED_OVER = [
  0xad, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2060, 0x2066,
  0x2067, 0x2068, 0x2069, 0x640, 0xfeff,
]
/** What decomposition leaves or gets wrong, as pairs: from, to. */
const PAIRS = 'ßsøoðdđdłlıiŧtħhŋnœoæaəaςσёеґгіиїиіи' + 'أاإاآاٱاىيةهیيکكېي'
const COMBINING_FROM = 0x300
const COMBINING_TO = 0x36f

/** Bits of the classes above; a unit's symbol stands above them. */
export const CLASS_BITS = 8
/** Symbol of characters that are passed over inside a word. */
export const SKIP_SYMBOL = 0x3fff

export type Alphabet = {
  /** UTF-16 unit → folded unit, 0 where it is no part of a word, 0xffff where it is passed over. */
  readonly fold: Uint16Array
  /** UTF-16 unit → class bits. */
  readonly bits: Uint8Array
}

/** Folded unit of characters that are passed over, such as vowel signs and joiners. */
export const SKIP = 0xffff

export function createAlphabet(): Alphabet {
  const fold = new Uint16Array(65536)
  const bits = new Uint8Array(65536)
  for (let c = 0x30; c <= 0x39; c++) set(c, c, DIGIT | CHUNK | WORD)
  for (let c = 0x61; c <= 0x7a; c++) {
    set(c, c, LOWER | CHUNK | WORD)
    set(c - 32, c, UPPER | CHUNK | WORD)
  }
  for (const [from, to] of WORD_RANGES) for (let c = from; c <= to; c++) set(c, c, CHUNK | WORD)
  for (const [from, to] of FREE_RANGES) for (let c = from; c <= to; c++) set(c, c, FREE | WORD)
  for (const [from, to] of CASED_RANGES) for (let c = from; c <= to; c++) fold[c] = folded(c)
  for (let i = 0; i < PAIRS.length; i += 2) fold[PAIRS.charCodeAt(i)] = PAIRS.charCodeAt(i + 1)
  for (const c of [0xd7, 0xf7]) set(c, 0, 0)
  // Full-width ASCII and the signs that are passed over.
  for (let c = 0xff01; c <= 0xff5e; c++) {
    fold[c] = fold[c - 0xfee0] as number
    bits[c] = bits[c - 0xfee0] as number
  }
  for (let c = COMBINING_FROM; c <= COMBINING_TO; c++) set(c, SKIP, CHUNK | WORD)
  for (let c = 0x64b; c <= 0x655; c++) set(c, SKIP, CHUNK | WORD)
  for (let c = 0x5b0; c <= 0x5c7; c++) set(c, SKIP, CHUNK | WORD)
  for (const c of PASSED_OVER) set(c, SKIP, CHUNK | WORD)
  for (const c of '.-_+=@:/%~&#!?*$^\\') bits[c.charCodeAt(0)] = CHUNK
  for (const c of '.!?') bits[c.charCodeAt(0)] = CHUNK | STOP
  for (const c of '\n;|。！？؟।۔') bits[c.charCodeAt(0)] = BREAK
  return { fold, bits }

  function set(code: number, to: number, flags: number): void {
    fold[code] = to
    bits[code] = flags
  }
}

function folded(code: number): number {
  const lower = String.fromCharCode(code).toLowerCase()
  const base = lower.normalize('NFD').charCodeAt(0)
  // й must stay apart from и; it is a letter of its own, not an accent.
  return base === 0x438 && lower.charCodeAt(0) === 0x439 ? 0x439 : base
}
