// The room for young objects stays small, however much is loaded at once.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const SMALL_HEAP = fileURLToPath(
  new URL('../../src/service/small-heap.ts', import.meta.url))

/** Room for young objects, in MiB, after 100 MB of objects in a row half of which stay in use. */
function youngAfterLoad(prepare: string): number {
  const script = `
    import { getHeapSpaceStatistics } from 'node:v8'
    ${prepare}
    const kept = []
    for (let n = 0; n < 1_000_000; n++) kept[n % 500_000] = { n, text: [n] }
    const space = getHeapSpaceStatistics().find((one) => one.space_name === 'new_space')
    console.log(space.space_size / 2 ** 20)
    process.exit(kept.length > 0 ? 0 : 1)`
  const args = ['--input-type=module', '-e', script]
  return Number(execFileSync(process.execPath, args, { encoding: 'utf8' }))
}

void test('the room for young objects is bounded while everything else is loaded', () => {
  const small = youngAfterLoad(
    `import { keepHeapSmall } from '${SMALL_HEAP}'; keepHeapSmall()`)
  assert.equal(small, 16)
  assert.ok(youngAfterLoad('') > small, 'V8 alone would take more')
})
