// Values with parameters as a field (RFC 2045 §5.1), with charset and continuations where a value
// needs them (RFC 2231 §3–4).

import { encodeUtf8 } from '../text/bytes.ts'
import { foldField, LINE_CHARS } from './write-field.ts'
import { cleanText } from './write-words.ts'

const TOKEN = /^[A-Za-z0-9!#$&+.^_`{|}~-]+$/
/** What a quoted string holds without escapes, which some readers do not undo. */
const QUOTABLE = /^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/
/** RFC 2231 §7, attribute-char, without the apostrophe that ends a charset. */
const ATTRIBUTE_CHAR = /^[A-Za-z0-9!#$&+.^_`{|}~-]$/
const CHARSET = "utf-8''"

/** `Content-Type: value; name=…`, folded; parameters without a value are left out. */
export function writeParameterized(
  name: string, value: string, parameters: readonly (readonly [string, string | undefined])[],
): string {
  const attributes = parameters.flatMap(([attribute, text]) =>
    text === undefined ? [] : formatParameter(attribute, text),
  )
  const tokens = [value, ...attributes]
  return foldField(name, tokens.map((token, i) => i < tokens.length - 1 ? token + ';' : token))
}

function formatParameter(attribute: string, text: string): string[] {
  const value = cleanText(text)
  const room = LINE_CHARS - attribute.length - '="";'.length - 1
  if (TOKEN.test(value) && value.length <= room) return [`${attribute}=${value}`]
  // What looks like an encoded word would be taken for one.
  if (
    QUOTABLE.test(value) &&
    value.trim() === value &&
    value.length <= room &&
    !value.includes('=?')
  ) {
    return [`${attribute}="${value}"`]
  }
  return formatExtended(attribute, value)
}

function formatExtended(attribute: string, value: string): string[] {
  const room = LINE_CHARS - attribute.length - '*99*=;'.length - 1
  const pieces: string[] = []
  let piece = CHARSET
  for (const character of value) {
    const encoded = encodeCharacter(character)
    if (piece.length + encoded.length > room) {
      pieces.push(piece)
      piece = ''
    }
    piece += encoded
  }
  pieces.push(piece)
  if (pieces.length === 1) return [`${attribute}*=${piece}`]
  return pieces.map((text, i) => `${attribute}*${i}*=${text}`)
}

function encodeCharacter(character: string): string {
  if (ATTRIBUTE_CHAR.test(character)) return character
  let encoded = ''
  for (const byte of encodeUtf8(character)) {
    encoded += '%' + byte.toString(16).toUpperCase().padStart(2, '0')
  }
  return encoded
}
