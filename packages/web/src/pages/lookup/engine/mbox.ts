// Cuts an mbox (RFC 4155) into its messages, in a browser.

const LF = 0x0a
const CR = 0x0d
const FROM = [0x46, 0x72, 0x6f, 0x6d, 0x20]
const GREATER = 0x3e
/** Bytes of a `From ` line that are looked at. */
const LINE_BYTES_MAX = 1_024

/** The messages of an mbox; one where the bytes are no mbox. */
export function* cutMbox(bytes: Uint8Array): Generator<Uint8Array, void, void> {
  if (!isFromLine(bytes, 0)) {
    yield bytes
    return
  }
  let from = 0
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) {
    const isAfterEmpty = bytes[at - 1] === LF || (bytes[at - 1] === CR && bytes[at - 2] === LF)
    if (!isAfterEmpty || !isFromLine(bytes, at + 1)) continue
    yield messageOf(bytes, from, at + 1)
    from = at + 1
  }
  yield messageOf(bytes, from, bytes.length)
}

/** Prose may begin with `From ` too, so a time is asked for. */
function isFromLine(bytes: Uint8Array, at: number): boolean {
  if (FROM.some((byte, i) => bytes[at + i] !== byte)) return false
  const line = String.fromCharCode(...bytes.subarray(at, at + LINE_BYTES_MAX))
  return /^From \S[^\r\n]*\d\d:\d\d/.test(line)
}

/** Without its `From ` line and the marks that keep its own lines from looking like one. */
function messageOf(bytes: Uint8Array, from: number, to: number): Uint8Array {
  const message = bytes.subarray(bytes.indexOf(LF, from) + 1 || to, to)
  const marks: number[] = []
  for (let at = message.indexOf(LF); at >= 0; at = message.indexOf(LF, at + 1)) {
    if (message[at + 1] !== GREATER) continue
    let letter = at + 1
    while (message[letter] === GREATER) letter += 1
    if (FROM.every((byte, i) => message[letter + i] === byte)) marks.push(at + 1)
  }
  return marks.length === 0 ? message : without(message, marks)
}

function without(bytes: Uint8Array, places: readonly number[]): Uint8Array {
  const kept = new Uint8Array(bytes.length - places.length)
  let from = 0
  let written = 0
  for (const place of [...places, bytes.length]) {
    kept.set(bytes.subarray(from, place), written)
    written += place - from
    from = place + 1
  }
  return kept
}
