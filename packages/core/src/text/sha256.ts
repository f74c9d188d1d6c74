// SHA-256 (FIPS 180-4) and HMAC (RFC 2104), synchronous and without a platform: event ids and
// return-path tokens must not be forgeable.

const K = /* @__PURE__ */ roundConstants()
const encoder = /* @__PURE__ */ new TextEncoder()
const START = /* @__PURE__ */ Int32Array.of(
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
)
/** Bytes that one UTF-16 unit takes at most, and those that the padding does. */
const UNIT_BYTES_MAX = 3
const PADDING_BYTES_MAX = 72
const BLOCK_BYTES = 64
const DIGEST_BYTES = 32
const HEX_BYTES: readonly string[] = /* @__PURE__ */ Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).padStart(2, '0'))

// Scratch that is used again for each text: nearly all fit into the first kilobytes.
let bytes = /* @__PURE__ */ new Uint8Array(4096)
const state = /* @__PURE__ */ new Int32Array(8)
const words = /* @__PURE__ */ new Int32Array(64)

/** The first 128 bits of the SHA-256 of a text, as 32 hexadecimal digits. */
export function contentKey(text: string): string {
  reserve(text.length * UNIT_BYTES_MAX)
  digestScratch(encoder.encodeInto(text, bytes).written)
  let key = ''
  for (let i = 0; i < 4; i++) key += formatHex(state[i] as number)
  return key
}

/** Eight hexadecimal digits. */
function formatHex(word: number): string {
  const high = byteOf(word >>> 24) + byteOf(word >>> 16)
  return high + byteOf(word >>> 8) + byteOf(word)
}

function byteOf(word: number): string {
  return HEX_BYTES[word & 0xff] as string
}

/** The SHA-256 of some bytes: 32 bytes. */
export function sha256(input: Uint8Array): Uint8Array {
  reserve(input.length)
  bytes.set(input)
  digestScratch(input.length)
  const digest = new Uint8Array(DIGEST_BYTES)
  for (let i = 0; i < digest.length; i++) {
    digest[i] = (state[i >> 2] as number) >>> (24 - 8 * (i & 3))
  }
  return digest
}

/** The HMAC-SHA256 of a message under a key of any length: 32 bytes. */
export function hmacSha256(key: Uint8Array, message: Uint8Array): Uint8Array {
  const block = new Uint8Array(BLOCK_BYTES)
  block.set(key.length > BLOCK_BYTES ? sha256(key) : key)
  const inner = new Uint8Array(BLOCK_BYTES + message.length)
  const outer = new Uint8Array(BLOCK_BYTES + DIGEST_BYTES)
  for (let i = 0; i < BLOCK_BYTES; i++) {
    inner[i] = (block[i] as number) ^ 0x36
    outer[i] = (block[i] as number) ^ 0x5c
  }
  inner.set(message, BLOCK_BYTES)
  outer.set(sha256(inner), BLOCK_BYTES)
  return sha256(outer)
}

function reserve(length: number): void {
  const room = length + PADDING_BYTES_MAX
  if (room > bytes.length) bytes = new Uint8Array(room)
}

/** The digest of the first bytes of the scratch, into `state`. */
function digestScratch(length: number): void {
  const end = pad(length)
  state.set(START)
  for (let at = 0; at < end; at += BLOCK_BYTES) {
    readBlock(at)
    compress()
  }
}

/** A one, zeros and the length in bits behind the text; returns where the last block ends. */
function pad(length: number): number {
  const end = ((length + 8) >> 6 << 6) + BLOCK_BYTES
  bytes.fill(0, length, end)
  bytes[length] = 0x80
  let bits = length * 8
  for (let at = end - 1; bits > 0; at--) {
    bytes[at] = bits & 0xff
    bits = Math.floor(bits / 0x100)
  }
  return end
}

function readBlock(from: number): void {
  for (let i = 0, at = from; i < 16; i++, at += 4) {
    words[i] = ((bytes[at] as number) << 24) | ((bytes[at + 1] as number) << 16)
      | ((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number)
  }
  for (let i = 16; i < 64; i++) {
    const a = words[i - 15] as number
    const b = words[i - 2] as number
    const s0 = ((a >>> 7) | (a << 25)) ^ ((a >>> 18) | (a << 14)) ^ (a >>> 3)
    const s1 = ((b >>> 17) | (b << 15)) ^ ((b >>> 19) | (b << 13)) ^ (b >>> 10)
    words[i] = ((words[i - 16] as number) + s0 + (words[i - 7] as number) + s1) | 0
  }
}

function compress(): void {
  let a = state[0] as number
  let b = state[1] as number
  let c = state[2] as number
  let d = state[3] as number
  let e = state[4] as number
  let f = state[5] as number
  let g = state[6] as number
  let h = state[7] as number
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (K[i] as number) + (words[i] as number)) | 0
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + t2) | 0
  }
  state[0] = (state[0] as number) + a
  state[1] = (state[1] as number) + b
  state[2] = (state[2] as number) + c
  state[3] = (state[3] as number) + d
  state[4] = (state[4] as number) + e
  state[5] = (state[5] as number) + f
  state[6] = (state[6] as number) + g
  state[7] = (state[7] as number) + h
}

/** Fractional parts of the cube roots of the first 64 primes. */
function roundConstants(): Int32Array {
  const constants = new Int32Array(64)
  let found = 0
  for (let n = 2; found < 64; n++) {
    let isPrime = true
    for (let d = 2; d * d <= n; d++) if (n % d === 0) isPrime = false
    if (isPrime) constants[found++] = fraction(Math.cbrt(n))
  }
  return constants
}

function fraction(root: number): number {
  return ((root - Math.floor(root)) * 4294967296) | 0
}
