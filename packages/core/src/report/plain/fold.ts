// Characters as they are compared in reports: case, accents, width and the kind of white space do
// not count; and which of them begin a word.

import { unitAt } from '../../text/units.ts'

export const SPACE = 0x20
const UNIT_COUNT = 0x10000
/** Below this characters are folded by Unicode's own tables; scripts above have no case. */
const CASED_COUNT = 0x600

/** Letters and digits, after folding; only a first one begins a word. */
export const WORD = 1
/** Scripts that are written without spaces: every character may begin a word. */
const UNSPACED = 2
/** May begin a phrase though it is no letter: `[BOUNCE]`. */
const OPENING = 4

/** UTF-16 unit → the unit that stands for it in comparisons. */
export const FOLDED: Uint16Array = buildFolds()
/** UTF-16 unit → WORD, other bits where every such character may begin a phrase, or 0. */
export const KINDS: Uint8Array = buildKinds()

function buildFolds(): Uint16Array {
  const folds = new Uint16Array(UNIT_COUNT)
  for (let unit = 0; unit < UNIT_COUNT; unit++) folds[unit] = unit
  for (let unit = 0x80; unit < CASED_COUNT; unit++) {
    folds[unit] = String.fromCharCode(unit).normalize('NFD').toLowerCase().charCodeAt(0)
  }
  for (let unit = 0x41; unit <= 0x5a; unit++) folds[unit] = unit | 0x20
  // Full width is the same letter.
  for (let unit = 0xff01; unit <= 0xff5e; unit++) folds[unit] = folds[unit - 0xfee0] as number
  folds.fill(SPACE, 0, SPACE)
  folds.fill(SPACE, 0x2000, 0x200b)
  folds[0xa0] = SPACE
  folds[0x3000] = SPACE
  folds[0x2019] = 0x27
  return folds
}

function buildKinds(): Uint8Array {
  const kinds = new Uint8Array(UNIT_COUNT)
  kinds
    .fill(WORD, 0x30, 0x3a)
    .fill(WORD, 0x41, 0x5b)
    .fill(WORD, 0x61, 0x7b)
    .fill(WORD, 0xc0, 0x2000)
  kinds.fill(WORD | UNSPACED, 0xe00, 0xe80).fill(WORD | UNSPACED, 0x2e80, UNIT_COUNT)
  kinds.fill(0, 0x3000, 0x3021).fill(0, 0xff00, 0xff5f)
  for (let unit = 0xff01; unit <= 0xff5e; unit++) kinds[unit] = kinds[unit - 0xfee0] as number
  kinds[0x5b] = OPENING
  kinds[0xff3b] = OPENING
  return kinds
}

/** Letters and digits of any script, folded or not. */
export function isWordCode(code: number): boolean {
  return ((KINDS[code] as number) & WORD) !== 0
}

/** True where a phrase may begin at `at`: at the first character of a word. */
export function isPhraseStart(units: Uint16Array, at: number): boolean {
  const kind = KINDS[units[at] as number] as number
  if (kind === 0) return false
  if (kind !== WORD || at === 0) return true
  return KINDS[units[at - 1] as number] !== WORD
}

const ASCII = /^[\0-\x7f]*$/
const SPACES = /[\0- ]{2,}|[\0-\x1f]/g

/** Folded, runs of white space as one, ends trimmed. */
export function fold(text: string): string {
  return ASCII.test(text) ? text.toLowerCase().replace(SPACES, ' ').trim() : foldUnits(text)
}

function foldUnits(text: string): string {
  let out = ''
  let wasSpace = true
  const { length } = text
  for (let at = 0; at < length; at++) {
    const code = FOLDED[unitAt(text, at)] as number
    if (code === SPACE && wasSpace) continue
    wasSpace = code === SPACE
    out += String.fromCharCode(code)
  }
  return wasSpace ? out.trimEnd() : out
}
