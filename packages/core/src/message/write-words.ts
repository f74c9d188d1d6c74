// Text in header fields: plain words where they can stand as they are, encoded words elsewhere (RFC
// 2047).

import { encodeBase64 } from '../text/base64.ts'
import { encodeUtf8 } from '../text/bytes.ts'

/** Characters of an encoded word (RFC 2047 §2). */
export const ENCODED_WORD_CHARS_MAX: number = 75
/** Plain words longer than this could not be folded, so they are encoded in pieces. */
const PLAIN_WORD_CHARS_MAX = 60
const PREFIX_CHARS = '=?utf-8?Q??='.length
/** Octets that the Q encoding leaves alone where it must be safe in names too (RFC 2047 §5 (3)). */
const Q_SAFE = /^[A-Za-z0-9!*+/-]$/
/** Controls, and the line separators that some programs break lines at. */
const CONTROLS = /[\u0000-\u001f\u007f\u2028\u2029]+/g
/** Half of a surrogate pair is no character: it would be written as another one. */
const LONE_SURROGATES = /\p{Surrogate}/gu

/** A value without what could end its line or break a reader; runs of controls become one space. */
export function cleanText(text: string): string {
  return text.replace(CONTROLS, ' ').replace(LONE_SURROGATES, '\ufffd')
}

/**
 * The words of an unstructured value, to be written with one space between them; `firstRoom` is the
 * space on the first line. Decoding and joining them gives the value back, blanks included.
 */
export function formatWords(value: string, firstRoom: number): string[] {
  const words = cleanText(value).split(' ')
  let first = words.findIndex(needsEncoding)
  if (first < 0) return words
  let last = words.findLastIndex(needsEncoding)
  // A blank more than one is kept inside an encoded word, so it needs a neighbour.
  if (words[first] === '' && first > 0) first--
  if (words[last] === '' && last < words.length - 1) last++
  const encoded = encodeWords(
    words.slice(first, last + 1).join(' '), first === 0 ? firstRoom : undefined,
  )
  return [...words.slice(0, first), ...encoded, ...words.slice(last + 1)]
}

function needsEncoding(word: string): boolean {
  return (
    word === '' ||
    word.length > PLAIN_WORD_CHARS_MAX ||
    word.includes('=?') ||
    /[^\x21-\x7e]/.test(word)
  )
}

/** Encoded words for all of `text`, in whichever encoding is shorter, never within a character. */
export function encodeWords(text: string, firstRoom: number = ENCODED_WORD_CHARS_MAX): string[] {
  const characters = [...text].map(encodeUtf8)
  let letters = 0
  let octets = 0
  for (const bytes of characters) {
    letters += qLength(bytes)
    octets += bytes.length
  }
  const isQ = letters <= Math.ceil(octets / 3) * 4
  const words: string[] = []
  let held: Uint8Array[] = []
  let size = 0
  for (const bytes of characters) {
    const room = Math.min(
      words.length === 0 ? firstRoom : ENCODED_WORD_CHARS_MAX, ENCODED_WORD_CHARS_MAX,
    )
    const added = isQ ? qLength(bytes) : bytes.length
    const used = isQ ? size + added : Math.ceil((size + added) / 3) * 4
    if (held.length > 0 && used + PREFIX_CHARS > room) {
      words.push(encodeWord(held, isQ))
      held = []
      size = 0
    }
    held.push(bytes)
    size += added
  }
  if (held.length > 0) words.push(encodeWord(held, isQ))
  return words
}

function encodeWord(characters: readonly Uint8Array[], isQ: boolean): string {
  if (!isQ) {
    return `=?utf-8?B?${encodeBase64(Uint8Array.from(characters.flatMap((bytes) => [...bytes])))}?=`
  }
  let letters = ''
  for (const bytes of characters) for (const byte of bytes) letters += qLetters(byte)
  return `=?utf-8?Q?${letters}?=`
}

function qLetters(byte: number): string {
  if (byte === 32) return '_'
  const letter = String.fromCharCode(byte)
  return Q_SAFE.test(letter) ? letter : '=' + byte.toString(16).toUpperCase().padStart(2, '0')
}

function qLength(bytes: Uint8Array): number {
  let length = 0
  for (const byte of bytes) length += qLetters(byte).length
  return length
}
