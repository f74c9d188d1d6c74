// Base32 in lower case (RFC 4648 §6): what survives mail systems that change the case of local
// parts, and validators that dislike signs.

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'
const BITS = 5

/** Whether a text is base32 in lower case, and nothing else. */
export function isBase32(text: string): boolean {
  return /^[a-z2-7]*$/.test(text)
}

/** Writes values of given widths one after the other; the last character is filled with zeros. */
export function createBase32Writer(): {
  readonly write: (value: number, bits: number) => void
  readonly text: () => string
} {
  let text = ''
  let held = 0
  let heldBits = 0
  return {
    write: (value, bits) => {
      held = (held << bits) | value
      heldBits += bits
      while (heldBits >= BITS) {
        heldBits -= BITS
        text += ALPHABET.charAt(held >> heldBits)
        held &= (1 << heldBits) - 1
      }
    },
    text: () => heldBits === 0 ? text : text + ALPHABET.charAt(held << (BITS - heldBits)),
  }
}

/** Reads values of given widths; undefined past the end. The text must be base32. */
export function createBase32Reader(text: string): {
  readonly read: (bits: number) => number | undefined
  readonly bitsLeft: () => number
} {
  let at = 0
  let held = 0
  let heldBits = 0
  const bitsLeft = (): number => heldBits + (text.length - at) * BITS
  return {
    bitsLeft,
    read: (bits) => {
      if (bitsLeft() < bits) return undefined
      while (heldBits < bits) {
        held = (held << BITS) | ALPHABET.indexOf(text.charAt(at++))
        heldBits += BITS
      }
      heldBits -= bits
      const value = held >> heldBits
      held &= (1 << heldBits) - 1
      return value
    },
  }
}

export function encodeBase32(bytes: Uint8Array): string {
  const writer = createBase32Writer()
  for (const byte of bytes) writer.write(byte, 8)
  return writer.text()
}

/** A number as a given count of characters, most significant first. */
export function encodeBase32Number(value: number, characters: number): string {
  const writer = createBase32Writer()
  for (let i = characters - 1; i >= 0; i--) writer.write((value >> (BITS * i)) & 31, BITS)
  return writer.text()
}

/** The number that some characters stand for; at most six of them. */
export function decodeBase32Number(text: string): number {
  let value = 0
  for (const character of text) value = value * 32 + ALPHABET.indexOf(character)
  return value
}
