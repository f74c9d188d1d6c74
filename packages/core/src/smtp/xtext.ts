// Encodings of addresses and identifiers in SMTP parameters and DSN fields: xtext (RFC 3461 §4) and
// the `\x{HEX}` forms of internationalised addresses (RFC 6533 §3).

const PLUS = 43
const EQUALS = 61
const FIRST_PRINTABLE = 33
const LAST_PRINTABLE = 126
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
const encoder = new TextEncoder()

/** Two to six hex digits; RFC 6533 wants no more zeros than needed, readers need not. */
const UNICODE_ESCAPE = /\\x\{([0-9A-Fa-f]{1,6})\}/g
/** Characters that must be escaped in the seven-bit form (RFC 6533 §3, utf-8-addr-xtext). */
const MUST_ESCAPE = /[^\x21-\x7e]|[\\+=]/gu

/** `a+2Bb` → `a+b`; undefined where a `+` has no two hex digits after it. */
export function decodeXtext(text: string): string | undefined {
  if (text.indexOf('+') < 0) return text
  const input = encoder.encode(text)
  const output = new Uint8Array(input.length)
  let written = 0
  for (let i = 0; i < input.length; i++) {
    const byte = input[i] as number
    if (byte !== PLUS) {
      output[written++] = byte
      continue
    }
    const value = hexPair(input[i + 1], input[i + 2])
    if (value < 0) return undefined
    output[written++] = value
    i += 2
  }
  return utf8.decode(output.subarray(0, written))
}

export function encodeXtext(text: string): string {
  let encoded = ''
  for (const byte of encoder.encode(text)) {
    const isPlain =
      byte >= FIRST_PRINTABLE && byte <= LAST_PRINTABLE && byte !== PLUS && byte !== EQUALS
    encoded += isPlain
      ? String.fromCharCode(byte)
      : '+' + byte.toString(16).toUpperCase().padStart(2, '0')
  }
  return encoded
}

/** `\x{4E2D}` → `中`; surrogates, numbers beyond Unicode and control characters stay as they are. */
export function decodeUnicodeEscapes(text: string): string {
  if (text.indexOf('\\x{') < 0) return text
  return text.replace(UNICODE_ESCAPE, (escape: string, digits: string) => {
    const point = Number.parseInt(digits, 16)
    const isCharacter = point >= 0x20 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff)
    return isCharacter && point !== 0x7f ? String.fromCodePoint(point) : escape
  })
}

/**
 * The seven-bit form of an internationalised address, for a `utf-8;` field in a
 * message/delivery-status.
 */
export function encodeUnicodeEscapes(text: string): string {
  return text.replace(MUST_ESCAPE, (character: string) => {
    const digits = (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(2, '0')
    return `\\x{${digits}}`
  })
}

function hexPair(high: number | undefined, low: number | undefined): number {
  const a = hexDigit(high ?? 0)
  const b = hexDigit(low ?? 0)
  return a < 0 || b < 0 ? -1 : (a << 4) | b
}

/** Upper case is the standard's; lower case is read too. */
function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48
  const letter = code | 32
  return letter >= 97 && letter <= 102 ? letter - 87 : -1
}
