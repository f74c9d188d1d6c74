// Every message of the fixtures, in other clothes, reads the same.

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import test from 'node:test'
import { createEngine } from '../../src/index.ts'
import { DISGUISES } from './disguises.ts'

const FIXTURES = new URL('../../../../fixtures/', import.meta.url)
const engine = createEngine()

/** What was read, without what only says how it came in. */
function read(bytes: Uint8Array): unknown {
  return engine
    .readMessage(bytes)
    .events.map(({ problems: _problems, because: _because, ...event }) => event)
}

const files = ['messages', 'reporters', 'layouts', 'notices'].flatMap((folder) =>
  readdirSync(new URL(folder, FIXTURES), { recursive: true })
    .map((file) => `${folder}/${String(file)}`)
    .filter((file) => file.endsWith('.eml')),
)

for (const [what, disguise] of DISGUISES) {
  test(`fixtures read the same: ${what}`, (t) => {
    let dressed = 0
    for (const file of files) {
      const bytes = new Uint8Array(readFileSync(new URL(file, FIXTURES)))
      const other = disguise(bytes)
      if (other === undefined) continue
      dressed++
      assert.deepEqual(read(other), read(bytes), file)
    }
    t.diagnostic(`${dressed} of ${files.length}`)
    assert.ok(dressed > 0)
  })
}
