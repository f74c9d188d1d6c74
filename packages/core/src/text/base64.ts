// Base64 (RFC 4648 §4, RFC 2045 §6.8), reading whatever real mail holds: junk between the letters,
// missing padding, several encodings one after the other.

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const PAD = 61
const JUNK = 255
const VALUES = new Uint8Array(256).fill(JUNK)
for (let i = 0; i < ALPHABET.length; i++) VALUES[ALPHABET.charCodeAt(i)] = i

/**
 * Decodes; stops when `bytesMax` bytes are written. A pad ends one encoding, the next may follow.
 */
export function decodeBase64(input: Uint8Array, bytesMax: number = Infinity): Uint8Array {
  const room = Math.min(Math.ceil(input.length / 4) * 3, bytesMax)
  const output = new Uint8Array(room)
  let written = 0
  let bits = 0
  let held = 0
  let i = 0
  while (i < input.length && written < room) {
    const byte = input[i] as number
    const a = VALUES[byte] as number
    if (a === JUNK) {
      if (byte === PAD) held = 0
      i++
      continue
    }
    // Four letters in a row are the rule; everything else goes letter by letter.
    if (held === 0 && written + 3 <= room) {
      const b = VALUES[input[i + 1] ?? PAD] as number
      const c = VALUES[input[i + 2] ?? PAD] as number
      const d = VALUES[input[i + 3] ?? PAD] as number
      if ((b | c | d) < 64) {
        output[written] = (a << 2) | (b >> 4)
        output[written + 1] = (b << 4) | (c >> 2)
        output[written + 2] = (c << 6) | d
        written += 3
        i += 4
        continue
      }
    }
    i++
    bits = (bits << 6) | a
    held += 6
    if (held >= 8) {
      held -= 8
      output[written++] = bits >> held
      bits &= (1 << held) - 1
    }
  }
  return output.subarray(0, written)
}

/** Decodes the base64 of a header or a parameter. */
export function decodeBase64Text(text: string): Uint8Array {
  const input = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) input[i] = text.charCodeAt(i) & 0xff
  return decodeBase64(input)
}

/** One line without breaks, padded. */
export function encodeBase64(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i
    const bits = ((bytes[i] as number) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    text += ALPHABET.charAt(bits >> 18) + ALPHABET.charAt((bits >> 12) & 63)
    text += left > 1 ? ALPHABET.charAt((bits >> 6) & 63) : '='
    text += left > 2 ? ALPHABET.charAt(bits & 63) : '='
  }
  return text
}
