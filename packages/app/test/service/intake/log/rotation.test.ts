// Logs that rotate in every way while they are read, stopped and killed: each line is told exactly
// once. CAROM_SEED, ROTATION_LINES and ROTATION_COUNT run another or a longer one.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runRotations } from './rotation.ts'
import { SEED } from '../../../../../../tests/fuzz/seeded.ts'

const lines = Number(process.env['ROTATION_LINES'] ?? 2_000)
const rotations = Number(process.env['ROTATION_COUNT'] ?? 12)

const READERS = [
  { what: 'runs', restarts: false, kills: false },
  { what: 'is stopped', restarts: true, kills: false },
  { what: 'is killed', restarts: true, kills: true },
] as const

for (const { what, restarts, kills } of READERS) {
  test(`each line of a log that rotates is told once while its reader ${what}`, async (t) => {
    t.diagnostic(`CAROM_SEED=${SEED}`)
    const result = await runRotations({ seed: SEED, lines, rotations, restarts, kills })
    assert.deepEqual(result.missing, [], 'nothing is lost')
    assert.equal(result.twice, 0, 'nothing is told twice')
    assert.equal(result.strange, 0)
  })
}
