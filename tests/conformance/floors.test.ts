// What the engine gets right may only grow: no figure may fall under its floor in floors.json.
// `UPDATE=1` writes the floors that have risen.

import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import test from 'node:test'
import { createEngine } from '../../packages/core/src/index.ts'
import { listCorpusFiles, readCorpusFile, SKIP } from './corpus.ts'
import { measureMessages, measureReplies, type Share } from './measure.ts'

type Floors = Record<string, Record<string, number>>

const FLOORS = new URL('floors.json', import.meta.url)
const floors = JSON.parse(readFileSync(FLOORS, 'utf8')) as Floors
const engine = createEngine()

const MEASURES = {
  messages: () => measureMessages(engine),
  replies: () => measureReplies(engine),
}

for (const [what, measure] of Object.entries(MEASURES)) {
  test(`${what} are understood at least as well as before`, { skip: SKIP }, (t) => {
    const figures: Readonly<Record<string, Share>> = measure()
    const fallen: string[] = []
    for (const [name, { right, all }] of Object.entries(figures)) {
      const floor = floors[what]?.[name] ?? 0
      t.diagnostic(`${name} ${right} of ${all}, ${(100 * right / all).toFixed(1)} %, floor ${floor}`)
      if (right < floor) fallen.push(`${name}: ${right} right of ${all}, were ${floor}`)
      floors[what] = { ...floors[what], [name]: Math.max(floor, right) }
    }
    if (process.env['UPDATE'] !== undefined) {
      writeFileSync(FLOORS, JSON.stringify(floors, undefined, 2) + '\n')
    }
    assert.deepEqual(fallen, [])
  })
}

test('messages made to break parsers are read without throwing', { skip: SKIP }, (t) => {
  const files = listCorpusFiles('torture')
  let events = 0
  for (const file of files) {
    const read = engine.readMessage(readCorpusFile('torture', file), { type: 'file', file })
    assert.doesNotThrow(() => JSON.stringify(read), file)
    events += read.events.length
  }
  t.diagnostic(`${files.length} files, ${events} events`)
})
