// The progress bar: when it shows, what it says, and that it leaves no trace.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Progress } from '../src/cli/output/progress.ts'

/** What a bar writes for pieces of 1 MB with 250 messages, one every `everyMs`. */
function drawn(pieces: number, everyMs: number, bytesTotal: number | undefined): string[] {
  const written: string[] = []
  let nowMs = 5_000
  const progress = new Progress({
    output: { isTerminal: true, write: (text) => Promise.resolve(void written.push(String(text))) },
    bytesTotal, now: () => nowMs,
  })
  for (let i = 0; i < pieces; i++) {
    nowMs += everyMs
    progress.add(1_000_000, 250)
  }
  progress.clear()
  return written
}

test('short work shows no bar', () => {
  assert.deepEqual(drawn(6, 100, 10_000_000), [])
})

test('long work shows a share, the rate and the time that is left', () => {
  const written = drawn(10, 1_000, 20_000_000)
  assert.equal(written.length, 11)
  assert.equal(written[9],
    '\r\x1b[K████████████░░░░░░░░░░░░ 50 % · 2,500 messages · 1 MB/s · 10 s left')
  assert.equal(written[10], '\r\x1b[K')
})

test('where the size is not known there is no share', () => {
  assert.equal(drawn(10, 1_000, undefined)[9], '\r\x1b[K2,500 messages · 1 MB/s')
})

test('it is drawn ten times a second at most', () => {
  assert.ok(drawn(200, 10, 1_000_000_000).length <= 16)
})
