// Bounces of software that nobody knows: other layouts, other languages, other charsets. The
// generic reader must read them, with all knowledge of reporters and without any.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import test from 'node:test'
import { assertReport, listFixtures } from './fixtures.ts'
import { readBytes } from './messages.ts'

for (const fixture of listFixtures('layouts')) {
  test(`layout: ${fixture.name}`, () => assertReport(readBytes(fixture.bytes), fixture))
}

test('without any reporter rule almost all of them are read the same', (t) => {
  const child = new URL('without-reporters.ts', import.meta.url)
  const output = execFileSync(process.execPath, [child.pathname], { encoding: 'utf8' })
  const { read, all, missed } = JSON.parse(output) as {
    read: number
    all: number
    missed: string[]
  }
  t.diagnostic(`${read} of ${all} messages of known software are read without its rules`)
  t.diagnostic(`missed: ${missed.join(' ')}`)
  assert.ok(read / all >= 0.9, missed.join(' '))
})
