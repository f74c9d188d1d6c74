// Text of strangers on a terminal: nothing in it may steer the terminal, and columns are counted as
// seen.

// C0, DEL and C1 controls steer terminals; line separators, bidi controls, tags and other invisible
// characters make a text look like another. Joiners stay: Persian, Hindi and emoji are written with
// them.
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]/gu
const ASCII_ONLY = /^[\x20-\x7e]*$/

/**
 * The text on one line, of the same length, with what a terminal would obey made visible instead.
 */
export function printable(text: string): string {
  return ASCII_ONLY.test(text) ? text : text.toWellFormed().replace(UNSAFE, showControl)
}

function showControl(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code === 0x09 || code === 0x0a || code === 0x0d) return ' '
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  return code === 0x7f ? '\u2421' : '\ufffd'.repeat(character.length)
}

// East Asian Wide and Fullwidth blocks (Unicode Standard Annex #11) as pairs of first and last.
const WIDE = [
  0x1100, 0x115f, 0x2329, 0x232a, 0x2e80, 0x303e, 0x3041, 0x33ff, 0x3400, 0x4dbf, 0x4e00, 0x9fff,
  0xa000, 0xa4cf, 0xa960, 0xa97f, 0xac00, 0xd7a3, 0xf900, 0xfaff, 0xfe10, 0xfe19, 0xfe30, 0xfe6f,
  0xff00, 0xff60, 0xffe0, 0xffe6, 0x1f300, 0x1f64f, 0x1f680, 0x1f6ff, 0x1f900, 0x1f9ff,
  0x20000, 0x3fffd,
]
const EMOJI = /^(?:\p{Emoji_Presentation}|\p{Emoji}\ufe0f)/u
/** Marks and joiners, and the vowels and finals that are written into a Hangul syllable. */
const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}\u1160-\u11ff]$/u

/** Letters and signs of one column that join with none: they need no segmenter, slow to open. */
const PLAIN_ONLY = /^[\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027]*$/

let segmenter: Intl.Segmenter | undefined

/** Pieces that a reader sees as one character each. */
export function splitCharacters(text: string): string[] {
  if (PLAIN_ONLY.test(text)) return text.split('')
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

/** Columns that a text takes on a terminal. */
export function textWidth(text: string): number {
  if (PLAIN_ONLY.test(text)) return text.length
  let width = 0
  for (const character of splitCharacters(text)) width += characterWidth(character)
  return width
}

function characterWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x300 && character.length === 1) return 1
  if (EMOJI.test(character)) return 2
  let width = 0
  for (const part of character) width += codeWidth(part)
  return width
}

function codeWidth(character: string): number {
  if (NO_WIDTH.test(character)) return 0
  return isWide(character.codePointAt(0) ?? 0) ? 2 : 1
}

function isWide(code: number): boolean {
  for (let i = 0; i < WIDE.length; i += 2) {
    if (code < (WIDE[i] as number)) return false
    if (code <= (WIDE[i + 1] as number)) return true
  }
  return false
}

/** The text in at most `width` columns; what is cut off shows as `…`. */
export function fitText(text: string, width: number): string {
  if (textWidth(text) <= width) return text
  let fitted = ''
  let used = 1
  for (const character of splitCharacters(text)) {
    used += characterWidth(character)
    if (used > width) break
    fitted += character
  }
  return width < 1 ? '' : `${fitted}…`
}

/** The text with spaces after it up to `width` columns. */
export function padText(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - textWidth(text)))
}

/**
 * Lines of at most `width` columns, broken at spaces, within a word only where it alone is wider.
 * A web address stays whole, so that it can be followed.
 */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/ +/)) {
    const joined = line === '' ? word : `${line} ${word}`
    if (textWidth(joined) <= width) {
      line = joined
      continue
    }
    if (line !== '') lines.push(line)
    const pieces = breakWord(word, width)
    line = pieces.pop() ?? ''
    lines.push(...pieces)
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line]
}

function breakWord(word: string, width: number): string[] {
  if (textWidth(word) <= width || /^https?:/.test(word)) return [word]
  const pieces: string[] = []
  let piece = ''
  let used = 0
  for (const character of splitCharacters(word)) {
    const wide = characterWidth(character)
    if (used + wide > width && piece !== '') {
      pieces.push(piece)
      piece = ''
      used = 0
    }
    piece += character
    used += wide
  }
  return [...pieces, piece]
}
