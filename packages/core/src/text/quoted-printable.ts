// Quoted-printable (RFC 2045 §6.7), tolerant: a lone `=` stays, spaces at line ends go.

const TAB = 9
const LF = 10
const CR = 13
const SPACE = 32
const EQUALS = 61

/** The value of a hex digit, or -1. */
export function hexValue(code: number): number {
  if (code >= 48 && code <= 57) return code - 48
  const letter = code | 32
  return letter >= 97 && letter <= 102 ? letter - 87 : -1
}

/** Decodes; stops when `bytesMax` bytes are written. */
export function decodeQuotedPrintable(input: Uint8Array, bytesMax: number = Infinity): Uint8Array {
  const output = new Uint8Array(Math.min(input.length, bytesMax))
  let written = 0
  // Everything before `kept` was encoded or closed by a line end: its spaces are meant.
  let kept = 0
  for (let i = 0; i < input.length && written < output.length; i++) {
    const byte = input[i] as number
    if (byte === LF) {
      written = trimLineEnd(output, written, kept)
      if (input[i - 1] === CR) output[written++] = CR
      output[written++] = LF
      kept = written
    } else if (byte !== EQUALS) {
      output[written++] = byte
    } else {
      const high = hexValue(input[i + 1] ?? 0)
      const low = hexValue(input[i + 2] ?? 0)
      if (high >= 0 && low >= 0) {
        output[written++] = (high << 4) | low
        kept = written
        i += 2
      } else {
        const next = softBreakEnd(input, i + 1)
        if (next < 0) output[written++] = EQUALS
        else {
          kept = written
          i = next - 1
        }
      }
    }
  }
  return output.subarray(0, Math.min(written, output.length))
}

/** Drops the literal spaces (and the CR of a CRLF) before a line end. */
function trimLineEnd(output: Uint8Array, written: number, kept: number): number {
  let end = written
  while (end > kept) {
    const byte = output[end - 1]
    if (byte !== SPACE && byte !== TAB && byte !== CR) break
    end--
  }
  return end
}

/** The position after `=` spaces line-end (or the end of the input), or -1 where it is none. */
function softBreakEnd(input: Uint8Array, from: number): number {
  let i = from
  while (input[i] === SPACE || input[i] === TAB) i++
  if (i >= input.length) return i
  if (input[i] === CR) i++
  if (input[i] === LF) return i + 1
  return input[i - 1] === CR ? i : -1
}
