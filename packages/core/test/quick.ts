// Asserts that work on hostile input stays quick, on a machine that others use too.

import assert from 'node:assert/strict'

const TRIES = 3

/** Of a few tries the fastest counts: others may have had the processor during the rest. */
export function assertQuick(milliseconds: number, work: () => void, what: string = ''): void {
  let fastest = Infinity
  for (let tries = 0; tries < TRIES && fastest >= milliseconds; tries++) {
    const started = performance.now()
    work()
    fastest = Math.min(fastest, performance.now() - started)
  }
  assert.ok(fastest < milliseconds, `${what} took ${Math.round(fastest)} ms`)
}
