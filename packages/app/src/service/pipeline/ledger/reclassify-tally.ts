// What differs when inputs are judged again: each event beside what it becomes.

import type { CaromEvent } from '@carom/core'
import type { ReclassifyInput, ReclassifyResult } from '../../http/rows-of-work.ts'

/** Whether a stored event counted, and whether it does today. */
export type Counting = { readonly before: boolean; readonly after: boolean }

export class Tally {
  addressesChanged = 0
  readonly #input: ReclassifyInput
  readonly #moves = new Map<string, { from: string; to: string; n: number }>()
  readonly #samples: ReclassifyResult['samples'][number][] = []
  #inputs = 0
  #changed = 0
  #countNow = 0
  #countNoMore = 0

  constructor(input: ReclassifyInput) {
    this.#input = input
  }

  /** Whether an input is judged otherwise than before, or counts otherwise. */
  compare(
    before: readonly CaromEvent[], after: readonly CaromEvent[], counting: readonly Counting[],
  ): boolean {
    this.#inputs += 1
    let isChanged = false
    for (const { before: did, after: does } of counting) {
      if (did === does) continue
      isChanged = true
      if (does) this.#countNow += 1
      else this.#countNoMore += 1
    }
    for (const [was, is] of pairsOf(before, after)) {
      const isSame = was?.reason === is?.reason && was?.remedy === is?.remedy
        && was?.permanence === is?.permanence
      if (isSame) continue
      isChanged = true
      this.#note(was, is)
    }
    if (isChanged) this.#changed += 1
    return isChanged
  }

  #note(was: CaromEvent | undefined, is: CaromEvent | undefined): void {
    const from = was?.reason ?? 'unmatched'
    const to = is?.reason ?? 'unmatched'
    const move = this.#moves.get(`${from} ${to}`) ?? { from, to, n: 0 }
    move.n += 1
    this.#moves.set(`${from} ${to}`, move)
    if (this.#samples.length >= this.#input.sampleLimit) return
    const diagnostic = is?.diagnostic ?? was?.diagnostic
    this.#samples.push({
      address: is?.recipient ?? was?.recipient ?? '',
      ...(was === undefined ? {} : { before: verdictOf(was) }),
      ...(is === undefined ? {} : { after: verdictOf(is) }),
      ...(diagnostic === undefined ? {} : { diagnostic }),
    })
  }

  get result(): ReclassifyResult {
    return {
      dryRun: this.#input.dryRun, inputs: this.#inputs, changed: this.#changed,
      addressesChanged: this.addressesChanged, countNow: this.#countNow,
      countNoMore: this.#countNoMore,
      moves: [...this.#moves.values()].sort((a, b) => b.n - a.n), samples: this.#samples,
    }
  }
}

/**
 * Each event with what it becomes: the same report by its id, which no verdict changes; of the
 * others, one of the same kind about the same recipient.
 */
function* pairsOf(
  before: readonly CaromEvent[], after: readonly CaromEvent[],
): Generator<readonly [CaromEvent | undefined, CaromEvent | undefined]> {
  const byId = new Map(after.map((event) => [event.id, event]))
  const alone: CaromEvent[] = []
  for (const was of before) {
    const is = byId.get(was.id)
    if (is === undefined) alone.push(was)
    else yield [was, is]
    byId.delete(was.id)
  }
  const others = Map.groupBy(byId.values(), keyOf)
  for (const was of alone) yield [was, others.get(keyOf(was))?.shift()]
  for (const is of [...others.values()].flat()) yield [undefined, is]
}

function keyOf({ kind, recipient }: CaromEvent): string {
  return `${kind === 'delayed' ? 'failed' : kind} ${recipient ?? ''}`
}

function verdictOf({ reason, remedy, confidence }: CaromEvent) {
  return { reason, remedy, confidence }
}
