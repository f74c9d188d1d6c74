// UTF-7 (RFC 2152), which no TextDecoder knows but old Microsoft servers wrote their bounces in.

import { decodeBase64 } from './base64.ts'

const PLUS = 43
const MINUS = 45

const utf16be = new TextDecoder('utf-16be', { ignoreBOM: true })
const windows1252 = new TextDecoder('windows-1252')

/** Damaged shifts give what can be read of them; bytes outside ASCII are windows-1252. */
export function decodeUtf7(bytes: Uint8Array): string {
  let text = ''
  let plainFrom = 0
  for (let at = bytes.indexOf(PLUS); at >= 0; at = bytes.indexOf(PLUS, plainFrom)) {
    text += windows1252.decode(bytes.subarray(plainFrom, at))
    let end = at + 1
    while (isBase64(bytes[end] ?? 0)) end++
    if (end === at + 1) text += '+'
    else text += decodeShifted(bytes.subarray(at + 1, end))
    plainFrom = bytes[end] === MINUS ? end + 1 : end
  }
  return text + windows1252.decode(bytes.subarray(plainFrom))
}

function decodeShifted(letters: Uint8Array): string {
  const units = decodeBase64(letters)
  return utf16be.decode(units.subarray(0, units.length & ~1))
}

function isBase64(byte: number): boolean {
  const letter = byte | 32
  if (letter >= 97 && letter <= 122) return true
  return (byte >= 47 && byte <= 57) || byte === PLUS
}
