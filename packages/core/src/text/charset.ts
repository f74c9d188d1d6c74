// Bytes in a charset → text (RFC 2046 §4.1.2), for every label mail has, right or wrong.

import { decodeUtf8, decodeUtf8Strict, viewBytes } from './bytes.ts'
import { guessCharset } from './charset-guess.ts'
import { readCharset } from './charset-labels.ts'
import {
  decodeHz, decodeIso2022Jp, decodeIso2022Kr, decodeJapaneseEscapes,
} from './iso2022.ts'
import { noteProblem } from './problems.ts'
import { decodeUtf7 } from './utf7.ts'

/**
 * Decodes by the label; notes `charset-unknown` where it is none, `charset-damaged` where it is
 * wrong.
 */
export function decodeText(bytes: Uint8Array, label?: string, problems?: string[]): string {
  const charset = readCharset(label)
  if (charset === undefined) {
    noteProblem(problems, 'charset-unknown')
    return decodeUnlabelled(bytes)
  }
  switch (charset.kind) {
    case 'unlabelled': return decodeUnlabelled(bytes)
    case 'utf-7': return decodeUtf7(bytes)
    case 'hz': return decodeHz(bytes)
    case 'iso-2022-kr': return decodeIso2022Kr(bytes)
    case 'table': return decodeJapaneseEscapes(decodeTable(bytes, charset.upper))
    case 'platform': return decodePlatform(bytes, charset.decoder, problems)
  }
}

/** UTF-8 where valid, else ISO-2022-JP, a charset the bytes give away, or windows-1252. */
export function decodeUnlabelled(bytes: Uint8Array): string {
  const text = decodeUtf8Strict(bytes) ?? decodeGuessed(bytes)
  return decodeJapaneseEscapes(withoutMark(text))
}

/** True where text of that charset that is all ASCII bytes reads as ASCII. */
export function isAsciiCompatible(label: string | undefined): boolean {
  const charset = readCharset(label)
  if (charset === undefined || charset.kind === 'unlabelled' || charset.kind === 'table') {
    return true
  }
  return charset.kind === 'platform' && charset.asciiBytes
}

function decodePlatform(bytes: Uint8Array, decoder: TextDecoder, problems?: string[]): string {
  if (decoder.encoding === 'iso-2022-jp') return decodeJapaneseEscapes(decodeIso2022Jp(bytes))
  if (decoder.encoding !== 'utf-8') return decodeEscaped(decoder.decode(bytes), decoder)
  const strict = decodeUtf8Strict(bytes)
  if (strict !== undefined) return decodeJapaneseEscapes(withoutMark(strict))
  noteProblem(problems, 'charset-damaged')
  const lenient = decodeUtf8(bytes)
  // Not one character beyond ASCII could be read: the label is wrong, not the text.
  return decodeJapaneseEscapes(/[\x80-\ufffc]/.test(lenient) ? lenient : decodeGuessed(bytes))
}

function decodeEscaped(text: string, decoder: TextDecoder): string {
  return decoder.encoding.startsWith('utf-16') ? text : decodeJapaneseEscapes(text)
}

function decodeGuessed(bytes: Uint8Array): string {
  const label = guessCharset(bytes)
  return label === 'windows-1252' ? viewBytes(bytes) : new TextDecoder(label).decode(bytes)
}

function decodeTable(bytes: Uint8Array, upper: string): string {
  let text = ''
  for (const byte of bytes) {
    text += byte < 0x80 ? String.fromCharCode(byte) : upper.charAt(byte - 0x80)
  }
  return text
}

function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}
