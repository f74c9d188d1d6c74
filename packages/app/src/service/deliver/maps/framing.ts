// Requests of the two protocols that Postfix asks tables over: netstrings (socketmap_table(5)) and
// lines (tcp_table(5)).

/** The longest request: a map name, and an address of RFC 5321 many times over. */
const REQUEST_BYTES_MAX = 2_000
const LENGTH_DIGITS_MAX = 5

/** Requests that are complete, what is left over, and whether the peer can be understood at all. */
export type Requests = {
  readonly requests: readonly string[]
  readonly rest: Uint8Array
  readonly isBroken: boolean
}

const COLON = 58
const COMMA = 44
const NEWLINE = 10

/** Cuts `length:bytes,` out of the bytes that have come. */
export function readNetstrings(bytes: Uint8Array): Requests {
  const requests: string[] = []
  let at = 0
  for (;;) {
    let length = 0
    let digits = 0
    while (digits < LENGTH_DIGITS_MAX && isDigit(bytes[at + digits])) {
      length = length * 10 + (bytes[at + digits] as number) - 48
      digits++
    }
    const start = at + digits + 1
    if (at + digits >= bytes.length) return { requests, rest: bytes.subarray(at), isBroken: false }
    const isWellFormed = digits > 0 && bytes[start - 1] === COLON && length <= REQUEST_BYTES_MAX
    if (!isWellFormed) return { requests, rest: bytes.subarray(0, 0), isBroken: true }
    const end = start + length
    if (end >= bytes.length) return { requests, rest: bytes.subarray(at), isBroken: false }
    if (bytes[end] !== COMMA) {
      return { requests, rest: bytes.subarray(0, 0), isBroken: true }
    }
    requests.push(Buffer.from(bytes.subarray(start, end)).toString('utf8'))
    at = end + 1
  }
}

export function writeNetstring(text: string): string {
  return `${Buffer.byteLength(text)}:${text},`
}

/** Cuts lines out of the bytes that have come. */
export function readLines(bytes: Uint8Array): Requests {
  const requests: string[] = []
  let at = 0
  for (;;) {
    const end = bytes.indexOf(NEWLINE, at)
    const length = (end < 0 ? bytes.length : end) - at
    if (length > REQUEST_BYTES_MAX) {
      return { requests, rest: bytes.subarray(0, 0), isBroken: true }
    }
    if (end < 0) return { requests, rest: bytes.subarray(at), isBroken: false }
    requests.push(Buffer.from(bytes.subarray(at, end)).toString('utf8'))
    at = end + 1
  }
}

/** `%` and what is not printable, as tcp_table(5) wants it. */
export function encodePercent(text: string): string {
  return text.replace(/[^\x21-\x7e]|%/g, (character) => [...Buffer.from(character)]
    .map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''))
}

/** Never throws; what is no code stays as it is. */
export function decodePercent(text: string): string {
  if (!text.includes('%')) return text
  // Each byte as one character, so that what codes stand for can be set beside what is written out.
  const bytes = Buffer.from(text).toString('latin1')
    .replace(/%([0-9a-f]{2})/gi, (_all, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 48 && byte <= 57
}
