// Loaded into the service before itself, in all threads: a clock that is set by a file, and a
// judging thread that breaks on what says so. node --import preload.ts

import { readFileSync } from 'node:fs'
import { isMainThread, parentPort } from 'node:worker_threads'

const { FAULT_CLOCK, FAULT_POISON } = process.env
const MARK = 'CAROM-POISON'

if (FAULT_CLOCK !== undefined) moveClock(FAULT_CLOCK)
if (FAULT_POISON !== undefined && !isMainThread) breakOn(FAULT_POISON)

/** Date tells the real time plus what stands in the file, in milliseconds. */
function moveClock(file: string): void {
  const RealDate = Date
  const { now } = RealDate
  let offset = 0
  const read = (): void => { offset = Number(readFileSync(file, 'utf8')) || 0 }
  read()
  setInterval(read, 20).unref()
  class MovedDate extends RealDate {
    static override now(): number {
      return now() + offset
    }

    constructor(...values: readonly unknown[]) {
      if (values.length === 0) super(now() + offset)
      else super(...values as [number])
    }
  }
  globalThis.Date = MovedDate as DateConstructor
}

function breakOn(how: string): void {
  const kept: unknown[] = []
  parentPort?.on('message', (inputs: readonly { readonly bytes: Uint8Array }[]) => {
    if (!inputs.some(({ bytes }) => Buffer.from(bytes).includes(MARK))) return
    // What abort() does, which threads may not call.
    if (how === 'ABORT') process.kill(process.pid, 'SIGABRT')
    if (how === 'EXIT') process.exit(9)
    for (;;) if (how === 'MEMORY') kept.push(Array.from({ length: 100_000 }, () => ({})))
  })
}
