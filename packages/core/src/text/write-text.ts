// Packs text (mirror of read-text.ts).

import {
  createTextMemory, END, KINDS, letterBack, noteRun, placeOf, putLetter, TRUST_BITS, TRUST_MAX,
} from './read-text.ts'
import { createWriter, finishNumbers, writeNumber } from './write-numbers.ts'

export function packText(text: string): string {
  const memory = createTextMemory()
  const { letters, places } = memory
  const numbers = createWriter()
  const units = Uint16Array.from({ length: text.length + 1 }, (_, at) => text.charCodeAt(at) || END)
  for (let at = 0; at < units.length; at++) {
    const place = placeOf(memory)
    const memo = places[place] as number
    places[place] = (at << TRUST_BITS) | (memo & TRUST_MAX)
    const from = memo >> TRUST_BITS
    if (from > 0) {
      const near = memo & TRUST_MAX
      const far = letters[from] as number
      let run = 0
      while (from + run < at && units[at + run] === units[from + run]) run++
      writeNumber(numbers, { kind: KINDS.RUN, near, far, value: run })
      noteRun(memory, place, run)
      for (const to = at + run; at < to; at++) putLetter(memory, units[at] as number)
    }
    const value = units[at] as number
    const [near, far] = [letterBack(memory, 1), letterBack(memory, 2)]
    writeNumber(numbers, { kind: KINDS.LETTER, near, far, value })
    if (value !== END) putLetter(memory, value)
  }
  return finishNumbers(numbers)
}
