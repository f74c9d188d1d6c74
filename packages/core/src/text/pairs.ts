// Which of many short texts cannot stand in a longer one: told by the pairs of neighbouring
// characters that it has, which one walk over it collects. A search is only worth its time where
// all pairs of what is looked for were met.

import { copyUnits } from './units.ts'

const PAIRS = 1 << 14
const TURNS_MAX = 0xffff

/** What is looked for, and its pairs. */
export type Needle = { readonly text: string; readonly pairs: Uint16Array }

export function needle(text: string): Needle {
  const pairs = new Uint16Array(Math.max(0, text.length - 1))
  for (let at = 0; at < pairs.length; at++) {
    pairs[at] = pairOf(text.charCodeAt(at), text.charCodeAt(at + 1))
  }
  return { text, pairs }
}

/** Texts, one after the other, in each of which many needles are looked for. */
export class Haystack {
  private readonly units: Uint16Array
  /** Pair → the turn in which it was met last: nothing has to be forgotten between two texts. */
  private readonly met: Uint16Array = new Uint16Array(PAIRS)
  private turn = 0
  private isWalked = false
  private text = ''

  /** Of longer texts than `charsMax` the pairs are not collected. */
  constructor(charsMax: number) {
    this.units = new Uint16Array(charsMax)
  }

  /** Takes another text, which is then the one that is asked. */
  read(text: string): void {
    const { units, met } = this
    this.text = text
    this.isWalked = text.length <= units.length
    if (!this.isWalked) return
    if (this.turn === TURNS_MAX) {
      met.fill(0)
      this.turn = 0
    }
    const turn = ++this.turn
    copyUnits(text, units)
    const last = text.length - 1
    for (let at = 0; at < last; at++) {
      met[pairOf(units[at] as number, units[at + 1] as number)] = turn
    }
  }

  indexOf({ text, pairs }: Needle): number {
    const { met, turn } = this
    if (this.isWalked) {
      for (let i = 0; i < pairs.length; i++) if (met[pairs[i] as number] !== turn) return -1
    }
    return this.text.indexOf(text)
  }

  holds(wanted: Needle): boolean {
    return this.indexOf(wanted) >= 0
  }
}

/** Other characters than ASCII share the pairs of ASCII. */
function pairOf(first: number, second: number): number {
  return ((first & 0x7f) << 7) | (second & 0x7f)
}
