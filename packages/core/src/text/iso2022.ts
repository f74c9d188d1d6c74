// Seven-bit encodings that switch alphabets by escapes: ISO-2022-JP left undecoded in text (RFC
// 1468), ISO-2022-KR (RFC 1557) and HZ (RFC 1843), which no TextDecoder knows.

import { isAscii } from './bytes.ts'
import { unitAt } from './units.ts'

const ESC = '\x1b'
const ESCAPE = 0x1b
const eucKr = new TextDecoder('euc-kr')
const gbk = new TextDecoder('gbk')

/**
 * Decodes ISO-2022-JP that stands in text which was labelled, or already decoded, as something
 * else.
 */
export function decodeJapaneseEscapes(text: string): string {
  const first = nextEscape(text, 0)
  if (first < 0) return text
  if (isAscii(text)) return text.slice(0, first) + decodeLetters(text.slice(first))
  let decoded = ''
  let at = 0
  for (let from = first; from >= 0; from = nextEscape(text, at)) {
    const back = text.indexOf(ESC + '(', from + 3)
    const end = back < 0 ? sevenBitEnd(text, from) : Math.min(back + 3, text.length)
    decoded += text.slice(at, from) + decodeLetters(text.slice(from, end))
    at = end
  }
  return decoded + text.slice(at)
}

/**
 * The next escape into JIS X 0208 (`ESC $ @`, `ESC $ B`) or into JIS X 0201 (`ESC ( J`, `ESC ( I`).
 */
function nextEscape(text: string, from: number): number {
  for (let at = text.indexOf(ESC, from); at >= 0; at = text.indexOf(ESC, at + 1)) {
    const set = text.slice(at + 1, at + 3)
    if (set === '$B' || set === '$@' || set === '(J' || set === '(I') return at
  }
  return -1
}

function sevenBitEnd(text: string, from: number): number {
  let end = from
  while (end < text.length && unitAt(text, end) < 0x80) end++
  return end
}

function decodeLetters(letters: string): string {
  const bytes = new Uint8Array(letters.length)
  for (let i = 0; i < letters.length; i++) {
    const code = unitAt(letters, i)
    bytes[i] = code < 0x80 ? code : 0x3f
  }
  return decodeIso2022Jp(bytes)
}

/**
 * A decoder each time: Chromium's remembers the last escape and begins the next text with U+FFFD.
 */
export function decodeIso2022Jp(bytes: Uint8Array): string {
  return new TextDecoder('iso-2022-jp').decode(withoutIdleEscapes(bytes))
}

/**
 * Two escapes in a row, as they stand between encoded words that were joined, are an error to
 * decoders (Encoding Standard §12.2.1); the first of them does nothing.
 */
function withoutIdleEscapes(bytes: Uint8Array): Uint8Array {
  let kept: Uint8Array | undefined
  let written = 0
  let from = 0
  for (let at = bytes.indexOf(ESCAPE); at >= 0; at = bytes.indexOf(ESCAPE, at + 1)) {
    if (bytes[at + 3] !== ESCAPE) continue
    kept ??= new Uint8Array(bytes.length)
    kept.set(bytes.subarray(from, at), written)
    written += at - from
    from = at + 3
  }
  if (kept === undefined) return bytes
  kept.set(bytes.subarray(from), written)
  return kept.subarray(0, written + bytes.length - from)
}

/** ISO-2022-KR is EUC-KR without the high bits, between SO and SI. */
export function decodeIso2022Kr(bytes: Uint8Array): string {
  const raised = new Uint8Array(bytes.length)
  let shifted = false
  let written = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number
    if (byte === 0x0e) shifted = true
    else if (byte === 0x0f) shifted = false
    else if (byte === 0x1b && bytes[i + 1] === 0x24 && bytes[i + 2] === 0x29) i += 3
    else raised[written++] = shifted && byte > 0x20 ? byte | 0x80 : byte
  }
  return eucKr.decode(raised.subarray(0, written))
}

/** HZ is GB 2312 without the high bits, between `~{` and `~}`; `~~` is a tilde. */
export function decodeHz(bytes: Uint8Array): string {
  const raised = new Uint8Array(bytes.length)
  let shifted = false
  let written = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number
    const next = bytes[i + 1]
    if (byte === 0x7e && next === 0x7b) [shifted, i] = [true, i + 1]
    else if (byte === 0x7e && next === 0x7d) [shifted, i] = [false, i + 1]
    else if (byte === 0x7e && next === 0x7e && !shifted) raised[written++] = bytes[++i] as number
    else {
      if (byte === 0x0a) shifted = false
      raised[written++] = shifted && byte > 0x20 ? byte | 0x80 : byte
    }
  }
  return gbk.decode(raised.subarray(0, written))
}
