// What is decided first while a long log is read.

import assert from 'node:assert/strict'
import test from 'node:test'
import { createLogReader, writeLogItem } from '@carom/core'
import { resultLine } from '../intake/log/lines.ts'
import { gone, openWorkbench, type Given } from './workbench.ts'

const NOW = Date.parse('2026-06-01T00:00:00Z')

test('what a log tells waits until it is read, and all else does not', async (t) => {
  const bench = await openWorkbench()
  t.after(() => bench.close())
  const reader = {}
  bench.behind.add(reader)
  await bench.give(loggedOf(7), gone('told@left.example'))
  assert.equal(await bench.status('told@left.example'), 'paused')
  const waiting = `SELECT COUNT(*) AS n FROM inbox WHERE state = 'new'`
  assert.deepEqual(await bench.store.get(waiting), { n: 1 })
  bench.behind.delete(reader)
  await bench.pipeline.drain()
  assert.deepEqual(await bench.store.get(waiting), { n: 0 })
})

function loggedOf(number: number): Given {
  const items = createLogReader('postfix', { now: () => NOW }).read(resultLine(number))
  assert.equal(items.length, 1)
  return { kind: 'log', trust: 2, body: items.map(writeLogItem).join('\n') }
}
