// Messages of a syslog stream (RFC 6587 §3.4): a count of bytes before each, or a line end after.

export type Frames = {
  /** False where the stream is no syslog: it has to be closed. */
  readonly push: (bytes: Buffer) => boolean
  readonly end: () => void
}

/** Digits of a count; a message of a gigabyte is none. */
const COUNT_DIGITS_MAX = 9

/** `take` gets each message, cut at `bytesMax`; no more than that is kept of an unfinished one. */
export function createFrames(bytesMax: number, take: (message: Buffer) => void): Frames {
  let kept: Buffer = Buffer.alloc(0)
  /** Bytes of a message that is too long: they are passed over. */
  let skip = 0
  let isLong = false
  const next = (): boolean | 'broken' => {
    if (skip > 0) {
      const passed = Math.min(skip, kept.length)
      kept = kept.subarray(passed)
      skip -= passed
      return skip === 0 && kept.length > 0
    }
    const first = kept[0]
    if (first === undefined) return false
    const isCounted = first >= 49 && first <= 57 && !isLong
    return isCounted ? nextCounted() : nextLine()
  }
  const nextCounted = (): boolean | 'broken' => {
    const space = kept.indexOf(32)
    if (space < 0) return kept.length > COUNT_DIGITS_MAX ? 'broken' : false
    const digits = kept.toString('latin1', 0, space)
    if (!/^\d{1,9}$/.test(digits)) return 'broken'
    const length = Number(digits)
    const taken = Math.min(length, bytesMax)
    if (kept.length < space + 1 + taken) return false
    take(kept.subarray(space + 1, space + 1 + taken))
    kept = kept.subarray(space + 1 + taken)
    skip = length - taken
    return true
  }
  const nextLine = (): boolean => {
    const end = kept.indexOf(10)
    if (end < 0 && kept.length < bytesMax) return false
    const line = kept.subarray(0, end < 0 ? bytesMax : Math.min(end, bytesMax))
    if (!isLong) take(line)
    isLong = end < 0
    kept = kept.subarray(end < 0 ? bytesMax : end + 1)
    return true
  }
  return {
    push: (bytes) => {
      kept = kept.length === 0 ? bytes : Buffer.concat([kept, bytes])
      for (;;) {
        const more = next()
        if (more === 'broken') return false
        if (!more) return true
      }
    },
    end: () => {
      const first = kept[0]
      const isCounted = first !== undefined && first >= 49 && first <= 57
      if (kept.length > 0 && skip === 0 && !isLong && !isCounted) take(kept)
      kept = Buffer.alloc(0)
    },
  }
}
