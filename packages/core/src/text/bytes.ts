// Bytes as text and back, without a runtime's own buffer type; line ends (RFC 5322 §2.3).

const CR = 13
const LF = 10
const utf8Strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const utf8Lenient = new TextDecoder('utf-8', { ignoreBOM: true })
const windows1252 = new TextDecoder('windows-1252')
const encoder = new TextEncoder()
const NOT_ASCII = /[^\x00-\x7f]/

/** One character for every byte; ASCII stays ASCII. Characters above 0x7f are windows-1252. */
export function viewBytes(bytes: Uint8Array): string {
  return windows1252.decode(bytes)
}

/** The text where the bytes are valid UTF-8, else undefined. */
export function decodeUtf8Strict(bytes: Uint8Array): string | undefined {
  try {
    return utf8Strict.decode(bytes)
  } catch {
    return undefined
  }
}

/** Invalid sequences become U+FFFD. */
export function decodeUtf8(bytes: Uint8Array): string {
  return utf8Lenient.decode(bytes)
}

export function encodeUtf8(text: string): Uint8Array {
  return encoder.encode(text)
}

export function isAscii(text: string): boolean {
  return !NOT_ASCII.test(text)
}

/**
 * Lower case of the letters A–Z only: `İ` must not become two characters, nor `K` (Kelvin) a `k`.
 */
export function lowerAscii(text: string): string {
  return isAscii(text) ? text.toLowerCase() : text.replace(/[A-Z]+/g, (part) => part.toLowerCase())
}

/** Every line end (CRLF, CR CR LF, lone CR) as LF. */
export function normalizeLineEnds(text: string): string {
  if (text.indexOf('\r') < 0) return text
  const joined = text.replaceAll('\r\n', '\n')
  return joined.indexOf('\r') < 0 ? joined : joined.replace(/\r+\n?/g, '\n')
}

/**
 * True where lines end with a lone CR, as old Macintosh programs wrote them: no LF at all, or none
 * before the first blank line.
 */
export function hasLoneCrLineEnds(bytes: Uint8Array): boolean {
  const lf = bytes.indexOf(LF)
  if (lf < 0) return bytes.indexOf(CR) >= 0
  for (let i = 0; i < lf - 2; i++) {
    if (bytes[i] === CR && bytes[i + 1] === CR && !runsIntoLf(bytes, i + 1)) return true
  }
  return false
}

/** `CR CR LF` is a CRLF that was converted twice, not two line ends. */
function runsIntoLf(bytes: Uint8Array, at: number): boolean {
  let i = at
  while (bytes[i] === CR) i++
  return bytes[i] === LF
}

/** A copy of the same length in which each lone CR is an LF, so that offsets stay true. */
export function withLfLineEnds(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice()
  for (let i = 0; i < copy.length; i++) {
    if (copy[i] === CR && copy[i + 1] !== LF) copy[i] = LF
  }
  return copy
}

export function concatBytes(pieces: readonly Uint8Array[]): Uint8Array {
  let length = 0
  for (const piece of pieces) length += piece.length
  const joined = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    joined.set(piece, at)
    at += piece.length
  }
  return joined
}

export function hasUtf16Mark(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
}

/** UTF-16 with a byte order mark as UTF-8. */
export function decodeUtf16(bytes: Uint8Array): Uint8Array {
  const label = bytes[0] === 0xff ? 'utf-16le' : 'utf-16be'
  return encoder.encode(new TextDecoder(label).decode(bytes))
}
