// The short form of the fault suite: each fault once or a few times, with a seed that is shown.
// `npm run faults` is the long one. Two files, so that two halves of it run side by side.

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { findPostgres } from '../../packages/app/test/service/store/find-postgres.ts'
import type { Fault } from './fault.ts'
import { findCompiler } from './harness/bad-disk.ts'
import { runFault } from './run-fault.ts'
import { SEED } from '../fuzz/seeded.ts'

export async function testFaults(of: string, faults: readonly Fault[]): Promise<void> {
  const noPostgres = await findPostgres()
  const noCompiler = process.env['CI'] === 'true' ? false : findCompiler()

  // One at a time: a port that one fault gives back must not be taken by the next one meanwhile.
  describe(`faults of ${of}`, () => {
    for (const fault of faults) {
      const stores = Object.entries(fault.short) as ['sqlite' | 'postgres', number][]
      for (const [kind, times] of stores) {
        const skip = (kind === 'postgres' && noPostgres) ||
          (fault.needsCompiler === true && noCompiler)
        test(`${fault.id} ${fault.name} on ${kind} (seed ${SEED})`, { skip }, async () => {
          const { passed, text } = await runFault(fault, kind, SEED, times)
          assert.ok(passed, text)
        })
      }
    }
  })
}
