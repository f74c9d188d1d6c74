// Faults of the clock (F15).

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { BOTH, type Effort, type Fault } from './fault.ts'
import type { Violation } from './harness/check.ts'
import { makeInputs } from './harness/inputs.ts'
import { openForCheck } from './harness/look.ts'
import { PRELOAD } from './harness/preloaded.ts'
import type { Round } from './harness/round.ts'

export const CLOCKS: readonly Fault[] = [
  {
    id: 'F15', name: 'the clock jumps', stores: BOTH, short: { sqlite: 4 },
    how: 'an hour and a day ahead and back, under load', run: jump,
  },
  {
    id: 'F15', name: 'the clock is a year ahead, and back', stores: BOTH, short: { sqlite: 1 },
    how: 'nothing ends before its time, nothing stands still', isWhole: true, run: jumpYear,
  },
]

const HOUR_MS = 3_600_000
const YEAR_MS = 365 * 24 * HOUR_MS
/** Less than a day, after which deliveries that were made are thrown away. */
const JUMPS_MS = [HOUR_MS, -HOUR_MS, 20 * HOUR_MS, 0]

async function jump(round: Round, { times, inputs }: Effort): Promise<void> {
  const clock = join(round.folder, 'clock')
  writeFileSync(clock, '0')
  await round.begin({ env: { NODE_OPTIONS: `--import ${PRELOAD}`, FAULT_CLOCK: clock } })
  for (let time = 0; time < times; time++) {
    const handing = round.handOver(makeInputs(round.random, inputs, undefined, time * inputs))
    await sleep(round.random.whole(0, 400))
    writeFileSync(clock, String(JUMPS_MS[time % JUMPS_MS.length]))
    await handing
  }
  // What happened in the future takes effect when its time has come.
  writeFileSync(clock, String(21 * HOUR_MS))
}

async function jumpYear(round: Round, { inputs }: Effort): Promise<Violation[]> {
  const clock = join(round.folder, 'clock')
  writeFileSync(clock, '0')
  await round.begin({ env: { NODE_OPTIONS: `--import ${PRELOAD}`, FAULT_CLOCK: clock } })
  const store = await openForCheck(round.storeUrl)
  const found: Violation[] = []
  const expectAll = async (when: string): Promise<void> => {
    const hard = round.inputs.filter(({ fate }) => fate === 'hard')
    const deadline = performance.now() + 60_000
    for (;;) {
      const rows = await store.all<{ address: string }>('SELECT address FROM suppressions')
      const there = new Set(rows.map(({ address }) => address))
      const missing = hard.filter(({ address }) => !there.has(address))
      if (missing.length === 0) return
      if (performance.now() > deadline) {
        found.push(`I5: ${when} ${missing.length} of ${hard.length} are not suppressed`)
        return
      }
      await sleep(100)
    }
  }
  try {
    // What these channels bring has dates of its own, or is judged by when it came.
    for (const [i, offset] of [0, YEAR_MS, 0].entries()) {
      writeFileSync(clock, String(offset))
      await sleep(100)
      await round.handOver(makeInputs(round.random, inputs, ['webhook', 'log'], i * inputs))
      await expectAll(`after ${['the start', 'a year ahead', 'a year back'][i]}`)
    }
    return found
  } finally {
    await store.close()
    await round.service.stop()
  }
}
