// Finds many literal phrases in one walk over a text. Case, accents, width and the kind of white
// space do not count; a space of a phrase stands for any run of white space, so wrapped lines match
// too.

/** Below this all characters go through one table; scripts above have no case. */
const TABLE_SIZE = 0x600
const CJK_FROM = 0x2e80
const TABLE: Uint16Array = buildTable()

function buildTable(): Uint16Array {
  const table = new Uint16Array(TABLE_SIZE)
  for (let code = 0; code < TABLE_SIZE; code++) {
    const base = String.fromCharCode(code).normalize('NFD').toLowerCase().charCodeAt(0)
    table[code] = code <= 0x20 || code === 0xa0 ? 0x20 : base
  }
  return table
}

/** The character that stands for this one in comparisons. */
export function foldCode(code: number): number {
  if (code < TABLE_SIZE) return TABLE[code] ?? code
  if (code === 0x2019) return 0x27
  if (code === 0x3000 || (code >= 0x2000 && code <= 0x200a)) return 0x20
  if (code >= 0xff01 && code <= 0xff5e) return TABLE[code - 0xfee0] ?? code
  return code
}

/** Letters and digits, after folding. */
export function isWordCode(code: number): boolean {
  if (code < 0x80) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57)
  return code >= 0xc0 && !(code >= 0x2000 && code <= 0x2e7f) && !(code >= 0x3000 && code <= 0x3020)
}

/** Scripts that are written without spaces: every character may begin a word. */
function isUnspacedCode(code: number): boolean {
  return code >= CJK_FROM || (code >= 0xe00 && code <= 0xe7f)
}

export function fold(text: string): string {
  let out = ''
  let wasSpace = false
  for (let at = 0; at < text.length; at++) {
    const code = foldCode(text.charCodeAt(at))
    if (code === 0x20 && wasSpace) continue
    wasSpace = code === 0x20
    out += String.fromCharCode(code)
  }
  return out.trim()
}

type Entry = { readonly phrase: string; bits: number; readonly whole: boolean }

/** Phrases by their first two characters, with the bits that say what each of them means. */
export type PhraseIndex = {
  /** One byte for each hash of two characters, to leave most positions at once. */
  readonly starts: Uint8Array
  readonly entries: Map<number, Entry[]>
}

export type PhraseHit = { readonly from: number; readonly to: number; readonly bits: number }

const HASH_MASK = 0x3fff

function hashOf(first: number, second: number, third: number): number {
  return (Math.imul(first, 0x1f35) ^ Math.imul(second, 0x3d) ^ Math.imul(third, 0x2a5)) & HASH_MASK
}

/** Later phrases that are equal add their bits; a final `$` asks for the end of the line. */
export function indexPhrases(rows: Iterable<readonly [string, number]>): PhraseIndex {
  const index: PhraseIndex = { starts: new Uint8Array(HASH_MASK + 1), entries: new Map() }
  for (const [written, bits] of rows) {
    const whole = written.endsWith('$')
    const phrase = fold(whole ? written.slice(0, -1) : written)
    if (phrase.length < 2) continue
    const hash = hashAt(phrase, 0)
    index.starts[hash] = 1
    const bucket = index.entries.get(hash)
    const known = bucket?.find((entry) => entry.phrase === phrase && entry.whole === whole)
    if (known !== undefined) known.bits |= bits
    else if (bucket !== undefined) bucket.push({ phrase, bits, whole })
    else index.entries.set(hash, [{ phrase, bits, whole }])
  }
  return index
}

// The third character counts where both have one: two letters alone would crowd the buckets.
function hashAt(text: string, at: number): number {
  const third = foldCode(text.charCodeAt(at + 2) || 0x20)
  return hashOf(
    foldCode(text.charCodeAt(at)),
    foldCode(text.charCodeAt(at + 1)),
    third >= 97 && third <= 122 && text.length > 2 ? third : 0,
  )
}

/** Where the phrase ends if it stands at `at`, else -1. */
export function matchPhrase(text: string, at: number, to: number, phrase: string): number {
  let position = at
  for (let i = 0; i < phrase.length; i++) {
    if (position >= to) return -1
    const wanted = phrase.charCodeAt(i)
    if (foldCode(text.charCodeAt(position)) !== wanted) return -1
    position++
    if (wanted === 0x20) {
      while (position < to && foldCode(text.charCodeAt(position)) === 0x20) position++
    }
  }
  return position
}

/** Every phrase that begins at a word of text[from, to); overlapping ones too. */
export function scanPhrases(
  text: string, from: number, to: number, index: PhraseIndex,
): PhraseHit[] {
  const hits: PhraseHit[] = []
  let wasWord = from > 0 && isWordCode(foldCode(text.charCodeAt(from - 1)))
  for (let at = from; at < to; at++) {
    const code = foldCode(text.charCodeAt(at))
    const isWord = isWordCode(code)
    const isUnspaced = isUnspacedCode(code)
    const isStart = isUnspaced || (isWord ? !wasWord : code === 0x5b)
    wasWord = isWord && !isUnspaced
    if (!isStart) continue
    const hash = hashAt(text, at)
    if (index.starts[hash] === 0) continue
    for (const { phrase, bits, whole } of index.entries.get(hash) ?? []) {
      const end = matchPhrase(text, at, to, phrase)
      if (end >= 0 && (!whole || isLineRest(text, end, to))) hits.push({ from: at, to: end, bits })
    }
  }
  return hits
}

/** The longest phrase that begins at `at` and ends with a word; undefined where there is none. */
export function longestPhraseAt(
  text: string,
  at: number,
  to: number,
  index: PhraseIndex,
): PhraseHit | undefined {
  if (at >= to) return undefined
  const hash = hashAt(text, at)
  if (index.starts[hash] === 0) return undefined
  let best: PhraseHit | undefined
  for (const { phrase, bits, whole } of index.entries.get(hash) ?? []) {
    const end = matchPhrase(text, at, to, phrase)
    if (end < 0 || (best !== undefined && best.to >= end)) continue
    if (whole ? isLineRest(text, end, to) : isWordEnd(text, end, to)) {
      best = { from: at, to: end, bits }
    }
  }
  return best
}

function isWordEnd(text: string, end: number, to: number): boolean {
  if (end >= to) return true
  const next = foldCode(text.charCodeAt(end))
  const last = foldCode(text.charCodeAt(end - 1))
  return !isWordCode(next) || isUnspacedCode(next) || !isWordCode(last) || isUnspacedCode(last)
}

// Only marks may follow: dashes, colons, brackets.
function isLineRest(text: string, end: number, to: number): boolean {
  for (let at = end; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code === 10) return true
    if (isWordCode(foldCode(code))) return false
  }
  return true
}
