// Every message in fixtures/messages gives exactly the events in the .json beside it. UPDATE=1
// writes them anew.

import assert from 'node:assert/strict'
import { readdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { createEngine, type CaromEvent } from '@carom/core'

const FOLDER = fileURLToPath(new URL('../../../fixtures/messages/', import.meta.url))
const engine = createEngine()

for (const reporter of readdirSync(FOLDER).sort()) {
  for (const name of readdirSync(join(FOLDER, reporter)).sort()) {
    if (name.endsWith('.eml')) checkFixture(`${reporter}/${name}`)
    else if (!existsSync(join(FOLDER, reporter, name.replace(/\.json$/, '.eml')))) {
      test(`fixture ${reporter}/${name}`, () => assert.fail('no message stands beside it'))
    }
  }
}

function checkFixture(file: string): void {
  test(`fixture ${file}`, () => {
    const { events } = engine.readMessage(readFileSync(join(FOLDER, file)), { type: 'file', file })
    const golden = join(FOLDER, file.replace(/\.eml$/, '.json'))
    const actual = events.map(settled)
    if (process.env['UPDATE'] === '1') writeFileSync(golden, `${JSON.stringify(actual, null, 2)}\n`)
    assert.deepEqual(actual, JSON.parse(readFileSync(golden, 'utf8')))
  })
}

// How sure the engine is, and by which rule, moves with every training; what it says must not.
function settled(event: CaromEvent): Partial<CaromEvent> {
  const { confidence: _confidence, because: _because, ...rest } = event
  return rest
}
