// Text of strangers for people to read: nothing in it steers a terminal, turns text round or hides.

// C0, DEL, C1, line separators, bidi controls, tags and other invisible characters. Joiners stay:
// Persian, Hindi and emoji are written with them.
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]/gu
const LINE_ENDS = /\r\n?|\u2028|\u2029|\u0085/g

/** One line; what could steer or mislead is visible instead. */
export function safeLine(text: string, charsMax: number): string {
  return cut(text, charsMax).toWellFormed().replace(UNSAFE, showUnsafe)
}

/** Several lines, with tabs. */
export function safeLines(text: string, charsMax: number): string {
  return cut(text, charsMax).toWellFormed().replace(LINE_ENDS, '\n').replace(
    UNSAFE, (character) => character === '\n' || character === '\t'
      ? character : showUnsafe(character))
}

/** Never between the two halves of one character. */
function cut(text: string, charsMax: number): string {
  if (text.length <= charsMax) return text
  const last = text.charCodeAt(charsMax - 1)
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? charsMax - 1 : charsMax)
}

function showUnsafe(character: string): string {
  return /\s/.test(character) && character !== '\ufeff' ? ' ' : '\ufffd'
}
