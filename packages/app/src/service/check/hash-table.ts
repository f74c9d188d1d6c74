// A set of 59-bit hashes in small ordered tables (Amble and Knuth, "Ordered hash tables", 1974):
// each of 4,096 segments grows for itself, so that no call waits for the whole to be moved.

/** Segments, a power of two: at 10 million entries one holds 2,400 and is moved in microseconds. */
const SEGMENT_BITS = 12
const SEGMENTS = 1 << SEGMENT_BITS
const SLOTS_MIN = 8
/** A segment this full grows. Ordered tables stay short to search where plain ones do not. */
const LOAD_MAX = 0.92
const GROWTH = 1.3
/** Room behind the last home slot, so that runs need not wrap around. */
const OVERFLOW_SLOTS = 24
const BYTES_PER_SLOT = 6
/** More are in no segment: a billion keys make a quarter of a million. */
const HOMES_MAX = 1 << 24

type Segment = {
  /** 31 bits of the hash, ascending but for empty slots, which are 0. */
  low: Int32Array<ArrayBuffer>
  /** 16 bits more of it, at the same place. */
  high: Uint16Array<ArrayBuffer>
  /** Slots that are home to a hash; `OVERFLOW_SLOTS` more follow. */
  homes: number
  size: number
}

/** A set of hashes, each given as two words of 32 bits. `has` has no false answer but for 2⁻⁵⁹. */
export class HashTable {
  #segments: Segment[] = Array.from({ length: SEGMENTS }, () => newSegment(SLOTS_MIN))
  #size = 0
  #slots = SEGMENTS * (SLOTS_MIN + OVERFLOW_SLOTS)

  get size(): number {
    return this.#size
  }

  /** Bytes of all slots, used and free. */
  get bytes(): number {
    return this.#slots * BYTES_PER_SLOT
  }

  has(first: number, second: number): boolean {
    const segment = this.#segments[second >>> (32 - SEGMENT_BITS)] as Segment
    const low = lowOf(first)
    const { low: lows } = segment
    let slot = homeOf(low, segment.homes)
    let found = lows[slot] as number
    while (found !== 0 && found < low) found = lows[++slot] as number
    const high = second & 0xffff
    while (found === low) {
      if (segment.high[slot] === high) return true
      found = lows[++slot] as number
    }
    return false
  }

  /** True where it was not in the set before. */
  add(first: number, second: number): boolean {
    const segment = this.#segments[second >>> (32 - SEGMENT_BITS)] as Segment
    const low = lowOf(first)
    const high = second & 0xffff
    if (segment.size + 1 > segment.homes * LOAD_MAX) this.#grow(segment, segment.homes * GROWTH)
    let slot = place(segment, low, high)
    while (slot < 0) {
      if (slot === KNOWN) return false
      this.#grow(segment, segment.homes * GROWTH)
      slot = place(segment, low, high)
    }
    this.#size++
    return true
  }

  /** True where it was in the set. */
  remove(first: number, second: number): boolean {
    const segment = this.#segments[second >>> (32 - SEGMENT_BITS)] as Segment
    const removed = withdraw(segment, lowOf(first), second & 0xffff)
    if (removed) this.#size--
    return removed
  }

  /**
   * All segments as bytes, one after the other, each in parts: as it is when its turn comes, and
   * only until the next change.
   */
  *dump(): Generator<readonly Uint8Array[]> {
    for (const { homes, size, low, high } of this.#segments) {
      yield [bytesOf(Int32Array.of(homes, size)), bytesOf(low), bytesOf(high)]
    }
  }

  /**
   * Takes up what `dump` gave, straight into its place; yields false where that is not whole.
   * @param fill the next bytes; false where there are not so many
   */
  *restore(fill: (into: Uint8Array) => boolean): Generator<boolean> {
    this.#size = 0
    this.#slots = 0
    const sizes = new Int32Array(2)
    for (let at = 0; at < SEGMENTS; at++) {
      const isThere = fill(bytesOf(sizes))
      const [homes = 0, size = 0] = sizes
      if (!isThere || homes < SLOTS_MIN || homes > HOMES_MAX || size < 0 || size > homes) {
        yield false
        return
      }
      const segment = { ...newSegment(homes), size }
      this.#segments[at] = segment
      this.#size += size
      this.#slots += homes + OVERFLOW_SLOTS
      yield fill(bytesOf(segment.low)) && fill(bytesOf(segment.high))
    }
  }

  #grow(segment: Segment, homes: number): void {
    const grown = newSegment(Math.ceil(homes))
    this.#slots += grown.homes - segment.homes
    // Homes rise with the hash, so that what was in order stays in order.
    let next = 0
    for (let slot = 0; slot < segment.low.length; slot++) {
      const low = segment.low[slot] as number
      if (low === 0) continue
      next = Math.max(next, homeOf(low, grown.homes))
      grown.low[next] = low
      grown.high[next] = segment.high[slot] as number
      next++
    }
    release(segment.low)
    release(segment.high)
    segment.low = grown.low
    segment.high = grown.high
    segment.homes = grown.homes
  }
}

function newSegment(homes: number): Segment {
  const slots = homes + OVERFLOW_SLOTS
  return { low: new Int32Array(slots), high: new Uint16Array(slots), homes, size: 0 }
}

/** Gives the room back at once; V8 would keep it until it collects old objects. */
function release(array: Int32Array<ArrayBuffer> | Uint16Array<ArrayBuffer>): void {
  array.buffer.transfer(0)
}

function bytesOf(array: Int32Array | Uint16Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
}

/** Never 0, which marks an empty slot, and never negative, so that it stays a small integer. */
function lowOf(first: number): number {
  return first & 0x7fff_ffff || 1
}

function homeOf(low: number, homes: number): number {
  return low * homes / 0x8000_0000 | 0
}

const KNOWN = -1
const FULL = -2

/** Puts a hash at its place and moves what follows by one: the slot, `KNOWN` or `FULL`. */
function place(segment: Segment, low: number, high: number): number {
  const { low: lows, high: highs } = segment
  let slot = homeOf(low, segment.homes)
  let found = lows[slot] as number
  while (found !== 0 && found < low) found = lows[++slot] as number
  while (found === low) {
    if (highs[slot] === high) return KNOWN
    found = lows[++slot] as number
  }
  let free = slot
  while (lows[free] !== 0) free++
  // The last slot stays empty: a search may rely on meeting one.
  if (free >= lows.length - 1) return FULL
  for (; free > slot; free--) {
    lows[free] = lows[free - 1] as number
    highs[free] = highs[free - 1] as number
  }
  lows[slot] = low
  highs[slot] = high
  segment.size++
  return slot
}

/** Takes a hash out and moves back what had to give way to it. */
function withdraw(segment: Segment, low: number, high: number): boolean {
  const { low: lows, high: highs } = segment
  let slot = homeOf(low, segment.homes)
  while (lows[slot] !== 0 && (lows[slot] as number) < low) slot++
  while (lows[slot] === low && highs[slot] !== high) slot++
  if (lows[slot] !== low) return false
  let end = slot + 1
  while (lows[end] !== 0 && homeOf(lows[end] as number, segment.homes) < end) end++
  lows.copyWithin(slot, slot + 1, end)
  highs.copyWithin(slot, slot + 1, end)
  lows[end - 1] = 0
  highs[end - 1] = 0
  segment.size--
  return true
}
