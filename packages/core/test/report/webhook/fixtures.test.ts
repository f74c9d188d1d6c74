// Every body in fixtures/webhooks gives exactly what the .events.json beside it says. UPDATE=1
// writes them anew.

import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import {
  createEngine, readWebhook, WEBHOOK_VENDORS, type CaromEvent,
} from '../../../src/index.ts'
import { FOLDER, listSamples } from './samples.ts'

const engine = createEngine()
const samples = listSamples()

for (const sample of samples) {
  test(`webhook ${sample.file}`, () => {
    const { events, ...rest } = readWebhook(engine, sample.vendor, sample)
    const actual = { ...rest, events: events.map(settled) }
    if (process.env['UPDATE'] === '1') {
      writeFileSync(sample.golden, `${JSON.stringify(actual, null, 2)}\n`)
    }
    assert.deepEqual(
      JSON.parse(JSON.stringify(actual)), JSON.parse(readFileSync(sample.golden, 'utf8')))
  })
}

test('every vendor has samples, and every expectation has its sample', () => {
  assert.deepEqual([...new Set(samples.map(({ vendor }) => vendor))], [...WEBHOOK_VENDORS])
  const wanted = new Set(samples.map(({ golden }) => golden))
  for (const vendor of readdirSync(FOLDER)) {
    for (const name of readdirSync(join(FOLDER, vendor))) {
      if (!name.endsWith('.events.json')) continue
      assert.ok(wanted.has(join(FOLDER, vendor, name)), `${vendor}/${name} has no body beside it`)
    }
  }
  for (const { golden } of samples) assert.ok(existsSync(golden), golden)
})

test('an event has the same id when it is sent again, and no other in its body has it', () => {
  for (const sample of samples) {
    const ids = readWebhook(engine, sample.vendor, sample).events.map(({ id }) => id)
    assert.equal(new Set(ids).size, ids.length, sample.file)
    if (!sample.file.endsWith('.json')) continue
    const again = Buffer.from(JSON.stringify(parse(sample.bytes), null, 1))
    const resent = readWebhook(engine, sample.vendor, { ...sample, bytes: again })
    assert.deepEqual(resent.events.map(({ id }) => id), ids, sample.file)
  }
})

/** As JSON.parse, but long numbers keep their digits, as texts. */
function parse(bytes: Uint8Array): unknown {
  return JSON.parse(Buffer.from(bytes).toString().replace(/":\s?(\d{16,})/g, '":"$1"'))
}

// How sure the engine is, and by which rule, moves with every training; what it says must not.
function settled(event: CaromEvent): Partial<CaromEvent> {
  const { confidence: _confidence, because: _because, schema: _schema, ...rest } = event
  return rest
}
