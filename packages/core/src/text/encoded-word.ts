// Encoded words in header fields (RFC 2047, language suffix of RFC 2231 §5). Words next to each
// other are joined before their charset is decoded, because real mail splits characters between two
// words.

import { decodeBase64Text } from './base64.ts'
import { concatBytes, encodeUtf8 } from './bytes.ts'
import { decodeText } from './charset.ts'
import { ENCODED_WORDS_MAX } from './limits.ts'
import { noteProblem } from './problems.ts'
import { hexValue } from './quoted-printable.ts'
import { unitAhead, unitAt } from './units.ts'

const CHARSET_CHARS_MAX = 80

type Word = { readonly charset: string; readonly bytes: Uint8Array; readonly end: number }

/** Replaces encoded words by what they say; everything else stays as it is. */
export function decodeEncodedWords(value: string, problems?: string[]): string {
  let start = value.indexOf('=?')
  if (start < 0) return value
  let text = ''
  let plainFrom = 0
  let charset = ''
  let run: Uint8Array[] = []
  const closeRun = (): void => {
    if (run.length > 0) text += cleanDecoded(decodeText(concatBytes(run), charset, problems))
    run = []
  }
  let words = 0
  let terminator = 0
  while (start >= 0) {
    // Without another terminator ahead nothing more can be a word.
    if (terminator < start + 2) terminator = value.indexOf('?=', start + 2)
    if (terminator < 0) break
    const word = readWord(value, start)
    if (word === undefined) {
      start = value.indexOf('=?', start + 2)
      continue
    }
    if (++words > ENCODED_WORDS_MAX) {
      noteProblem(problems, 'encoded-words-capped')
      break
    }
    const between = value.slice(plainFrom, start)
    const joins = run.length > 0 && between.trim() === ''
    if (!joins || word.charset !== charset) closeRun()
    if (!joins) text += between
    charset = word.charset
    run.push(word.bytes)
    plainFrom = word.end
    start = value.indexOf('=?', plainFrom)
  }
  closeRun()
  return text + value.slice(plainFrom)
}

/** Reads `=?charset?Q?text?=` at `start`; undefined where it is none. */
function readWord(value: string, start: number): Word | undefined {
  const charsetEnd = value.indexOf('?', start + 2)
  if (charsetEnd < 0 || charsetEnd - start > CHARSET_CHARS_MAX) return undefined
  if (unitAhead(value, charsetEnd + 2) !== 63) return undefined
  const encoding = unitAhead(value, charsetEnd + 1) | 32
  if (encoding !== 98 && encoding !== 113) return undefined
  const from = charsetEnd + 3
  const to = value.indexOf('?=', from)
  if (to < 0) return undefined
  const letters = value.slice(from, to)
  return {
    charset: value.slice(start + 2, charsetEnd).toLowerCase(),
    bytes: encoding === 98 ? decodeBase64Text(letters) : decodeQ(letters),
    end: to + 2,
  }
}

/** The Q encoding (RFC 2047 §4.2); letters that should have been encoded are taken as UTF-8. */
function decodeQ(letters: string): Uint8Array {
  const bytes = new Uint8Array(letters.length * 3)
  let written = 0
  for (let i = 0; i < letters.length; i++) {
    const code = unitAt(letters, i)
    const high = code === 61 ? hexValue(unitAhead(letters, i + 1)) : -1
    const low = high < 0 ? -1 : hexValue(unitAhead(letters, i + 2))
    if (low >= 0) {
      bytes[written++] = (high << 4) | low
      i += 2
    } else if (code < 0x80) bytes[written++] = code === 95 ? 32 : code
    else {
      const character = String.fromCodePoint(letters.codePointAt(i) as number)
      const encoded = encodeUtf8(character)
      bytes.set(encoded, written)
      written += encoded.length
      i += character.length - 1
    }
  }
  return bytes.subarray(0, written)
}

/** A decoded word must not bring line breaks or NUL into a field. */
function cleanDecoded(text: string): string {
  return /[\r\n\0]/.test(text) ? text.replace(/[\r\n\0]+/g, ' ') : text
}
