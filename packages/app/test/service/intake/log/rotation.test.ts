// Logs that rotate in every way while they are read: each line is told exactly once.
// ROTATION_SEED, ROTATION_LINES, ROTATION_COUNT, ROTATION_RESTARTS=1 run another or a longer one.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runRotations } from './rotation.ts'

const seed = Number(process.env['ROTATION_SEED'] ?? Date.now() % 1_000_000)
const lines = Number(process.env['ROTATION_LINES'] ?? 2_000)
const rotations = Number(process.env['ROTATION_COUNT'] ?? 12)
const restarts = process.env['ROTATION_RESTARTS'] === '1'

test('each line of a log that rotates is told once', async (t) => {
  t.diagnostic(`ROTATION_SEED=${seed}`)
  const result = await runRotations({ seed, lines, rotations, restarts, kills: restarts })
  assert.deepEqual(result.missing, [], 'nothing is lost')
  assert.equal(result.twice, 0, 'nothing is told twice')
  assert.equal(result.strange, 0)
})
