// Which charset unlabelled eight-bit text is in, where its bytes leave no doubt: East Asian double
// bytes, Cyrillic, Arabic, Hebrew and Thai. Everything else is taken for windows-1252, as the
// WHATWG Encoding standard does.

/** Fewer high bytes than this prove nothing. */
const HIGH_BYTES_MIN = 6
/** As many letters of Cyrillic in a row are no chance. */
const LETTERS_MIN = 16
/** The letters of windows-874 that nearly all Thai is written with. */
const THAI_FREQUENT: ReadonlySet<number> = new Set([
  0xa1, 0xa4, 0xa7, 0xa8, 0xaa, 0xb4, 0xb5, 0xb6, 0xb7, 0xb9, 0xba, 0xbb, 0xbc, 0xbe, 0xc1, 0xc2,
  0xc3, 0xc5, 0xc7, 0xca, 0xcb, 0xcd, 0xd0, 0xd1, 0xd2, 0xd4, 0xd5, 0xd8, 0xd9, 0xe0, 0xe1, 0xe3,
  0xe4, 0xe8, 0xe9,
])
/** HE, YOD, LAMED, RESH, SHIN and TAV in windows-1255. */
const HEBREW: ReadonlySet<number> = new Set([0xe4, 0xe9, 0xec, 0xf8, 0xf9, 0xfa])
/** The letters that Ukrainian has beyond Russian, in windows-1251 and in KOI8-U. */
const WINDOWS_UKRAINIAN: ReadonlySet<number> =
  new Set([0xb3, 0xbf, 0xba, 0xb4, 0xb2, 0xaf, 0xaa, 0xa5])
const KOI_UKRAINIAN: ReadonlySet<number> = new Set([0xa4, 0xa6, 0xa7, 0xad, 0xb4, 0xb6, 0xb7, 0xbd])
/** As many bytes as are looked at. */
const SAMPLE_BYTES_MAX = 4_096

type Sample = {
  high: number
  letters: number
  /** Runs of high bytes, and those of even length. */
  runs: number
  evenRuns: number
  /** Pairs within the runs, by their first byte. */
  pairs: number
  kana: number
  hangul: number
  hanzi: number
  /** Shift_JIS kana: 0x82 or 0x83 and a byte in its rows. */
  shiftKana: number
  /** High bytes 0xc0–0xdf and 0xe0–0xff: the two cases of Cyrillic letters. */
  lowHalf: number
  highHalf: number
  /** Ukrainian letters of windows-1251 and of KOI8-U, beside other letters. */
  windowsUkrainian: number
  koiUkrainian: number
  /** Neighbours of which one is in the lower and one in the upper half. */
  changes: number
  /** Letters that are frequent in Hebrew and rare in Russian. */
  hebrew: number
}

/** A TextDecoder label. */
export function guessCharset(bytes: Uint8Array): string {
  const sample = takeSample(
    bytes.length > SAMPLE_BYTES_MAX ? bytes.subarray(0, SAMPLE_BYTES_MAX) : bytes,
  )
  if (sample.high < HIGH_BYTES_MIN) return 'windows-1252'
  const isKoi = sample.lowHalf > sample.highHalf * 2
  const ukrainian = isKoi ? sample.koiUkrainian : sample.windowsUkrainian
  const cyrillic = sample.lowHalf + sample.highHalf + ukrainian
  // The second bytes of Chinese and Korean lie below 0xc0 every third time, Cyrillic letters never.
  // Words of Hebrew or of small Cyrillic letters lie in the upper half alone.
  const isMost = cyrillic > sample.high * 0.95
  const isMany = sample.high >= LETTERS_MIN || sample.lowHalf === 0
  const isLetters = isMost && isMany && sample.runs >= 2
  const doubleByte = isLetters ? undefined : isBig5(bytes) ? 'big5' : guessDoubleByte(sample)
  if (isThai(bytes)) return 'windows-874'
  if (doubleByte !== undefined && decodes(bytes, doubleByte)) return doubleByte
  // Words of Latin letters hold a few accents; words of Cyrillic hold nothing else.
  if (
    isMost &&
    sample.high > sample.runs * 3 &&
    sample.high > sample.letters
  ) {
    // Arabic has its letters in both halves; the two cases of Cyrillic are seldom neighbours.
    if (sample.changes > sample.high * 0.25) return 'windows-1256'
    if (sample.lowHalf === 0 && sample.hebrew > sample.high * 0.25) return 'windows-1255'
    if (!isKoi) return 'windows-1251'
    return ukrainian > 0 ? 'koi8-u' : 'koi8-r'
  }
  return 'windows-1252'
}

function guessDoubleByte(sample: Sample): string | undefined {
  if (sample.shiftKana * 3 > sample.high / 2) return 'shift_jis'
  if (sample.evenRuns < sample.runs * 0.9 || sample.pairs < sample.high * 0.4) return undefined
  if (sample.kana > sample.pairs * 0.3) return 'euc-jp'
  if (sample.hangul > sample.pairs * 0.9) return 'euc-kr'
  if (sample.hangul + sample.hanzi > sample.pairs * 0.8 && sample.hanzi > 0) return 'gb18030'
  return undefined
}

/** Nearly all letters are frequent ones, and vowels and tones above or below follow a consonant. */
function isThai(bytes: Uint8Array): boolean {
  let high = 0
  let frequent = 0
  let marks = 0
  let before = 0
  const length = Math.min(bytes.length, SAMPLE_BYTES_MAX)
  for (let i = 0; i < length; i++) {
    const byte = bytes[i] as number
    const isMark = byte === 0xd1 || (byte >= 0xd4 && byte <= 0xda) || (byte >= 0xe7 && byte <= 0xec)
    if (isMark && (before < 0xa1 || (before > 0xce && before < 0xd1) || before > 0xda)) return false
    if (byte >= 0x80) high++
    if (isMark) marks++
    if (THAI_FREQUENT.has(byte)) frequent++
    before = byte
  }
  return frequent > high * 0.85 && marks > high * 0.12
}

/**
 * Pairs whose second byte may be ASCII, the first nearly always in the rows of frequent characters;
 * no other charset has its letters in the first of those rows.
 */
function isBig5(bytes: Uint8Array): boolean {
  let pairs = 0
  let frequent = 0
  let firstRows = 0
  let isOther = true
  const length = Math.min(bytes.length, SAMPLE_BYTES_MAX)
  for (let i = 0; i < length; i++) {
    const byte = bytes[i] as number
    if (byte < 0x80) continue
    const next = bytes[i + 1] ?? 0
    if (byte < 0xa1 || byte > 0xf9 || next < 0x40 || (next > 0x7e && next < 0xa1)) return false
    i++
    if (byte <= 0xa3) continue
    pairs++
    if (byte <= 0xc6) frequent++
    if (byte <= 0xaf) firstRows++
    // EUC-JP has its kana in the first two of these rows, and no second byte below 0x80.
    if (next < 0x80 || (byte >= 0xa6 && byte <= 0xaf)) isOther = false
  }
  return !isOther && pairs >= 4 && frequent >= pairs * 0.85 && firstRows >= pairs * 0.25
}

function takeSample(bytes: Uint8Array): Sample {
  const sample: Sample = {
    high: 0, letters: 0, runs: 0, evenRuns: 0, pairs: 0, kana: 0, hangul: 0, hanzi: 0,
    shiftKana: 0, lowHalf: 0, highHalf: 0, windowsUkrainian: 0, koiUkrainian: 0,
    changes: 0, hebrew: 0,
  }
  let i = 0
  while (i < bytes.length) {
    const byte = bytes[i] as number
    if (byte < 0x80) {
      const letter = byte | 32
      if (letter >= 97 && letter <= 122) sample.letters++
      i++
      continue
    }
    let end = i
    while (end < bytes.length && (bytes[end] as number) >= 0x80) end++
    countRun(sample, bytes, i, end)
    i = end
  }
  return sample
}

function countRun(sample: Sample, bytes: Uint8Array, from: number, to: number): void {
  sample.runs++
  if ((to - from) % 2 === 0) sample.evenRuns++
  for (let i = from; i < to; i++) {
    const byte = bytes[i] as number
    const next = bytes[i + 1] ?? 0
    sample.high++
    if (i > from && (byte >= 0xe0) !== ((bytes[i - 1] as number) >= 0xe0)) sample.changes++
    if (HEBREW.has(byte)) sample.hebrew++
    if (byte >= 0xe0) sample.highHalf++
    else if (byte >= 0xc0) sample.lowHalf++
    else countUkrainian(sample, byte, next, i > from ? bytes[i - 1] as number : 0)
    if (byte === 0x82 && next >= 0x9f && next <= 0xf1) sample.shiftKana++
    if (byte === 0x83 && next >= 0x40 && next <= 0x96) sample.shiftKana++
    if ((i - from) % 2 === 0 && byte >= 0xa1 && next >= 0xa1) countPair(sample, byte)
  }
}

/** Letters below those that Russian has, beside such letters. */
function countUkrainian(sample: Sample, byte: number, next: number, before: number): void {
  if (next < 0xc0 && before < 0xc0) return
  if (WINDOWS_UKRAINIAN.has(byte)) sample.windowsUkrainian++
  if (KOI_UKRAINIAN.has(byte)) sample.koiUkrainian++
}

/** Rows of EUC-JP, EUC-KR and GB 2312 by the first byte of a pair. */
function countPair(sample: Sample, byte: number): void {
  sample.pairs++
  if (byte === 0xa4 || byte === 0xa5) sample.kana++
  else if (byte >= 0xb0 && byte <= 0xc8) sample.hangul++
  else if (byte >= 0xc9 && byte <= 0xf7) sample.hanzi++
}

function decodes(bytes: Uint8Array, label: string): boolean {
  try {
    new TextDecoder(label, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
