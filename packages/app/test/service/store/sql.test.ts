// Small pieces of SQL, and the switch that lets a test kill a process.

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { numberParameters, sqlList, withoutNul } from '../../../src/service/store/sql.ts'

const NUMBERED: readonly (readonly [string, string])[] = [
  ['SELECT 1', 'SELECT 1'],
  ['a = ? AND b IN (?, ?)', 'a = $1 AND b IN ($2, $3)'],
  [`a = '?' AND b = ?`, `a = '?' AND b = $1`],
  [`a = 'it''s ?' AND b = ?`, `a = 'it''s ?' AND b = $1`],
  ['"odd?" = ?', '"odd?" = $1'],
  ['a = ? -- why?\nAND b = ?', 'a = $1 -- why?\nAND b = $2'],
  [`'' || ?`, `'' || $1`],
]

test('parameters are numbered where they are parameters', () => {
  for (const [sql, numbered] of NUMBERED) assert.equal(numberParameters(sql), numbered)
})

test('lists come in few lengths and hold what was asked', () => {
  const lengths = new Set<number>()
  for (let length = 1; length <= 1024; length += 1) {
    const values = Array.from({ length }, (_, i) => i)
    const { sql, params } = sqlList(values)
    assert.equal(sql.split('?').length - 1, params.length)
    assert.deepEqual([...new Set(params)], values)
    lengths.add(params.length)
  }
  assert.equal(lengths.size, 6)
  assert.throws(() => sqlList([]), TypeError)
  assert.throws(() => sqlList(Array<number>(1025).fill(1)), TypeError)
})

test('NUL is replaced wherever it stands', () => {
  assert.equal(withoutNul('\0a\0'), '\ufffda\ufffd')
  assert.equal(withoutNul('plain'), 'plain')
})

test('a failpoint kills at its passage, and refuses what it does not understand', () => {
  const file = new URL('../../../src/service/store/failpoint.ts', import.meta.url).href
  const code = `const { failpoint } = await import(${JSON.stringify(file)})
    for (const name of ['a', 'b', 'a', 'a']) { failpoint(name); console.log(name) }`
  const run = (setting: string) => spawnSync(
    process.execPath, ['--input-type=module', '-e', code],
    { encoding: 'utf8', env: { ...process.env, CAROM_FAILPOINT: setting } })
  assert.equal(run('').stdout, 'a\nb\na\na\n')
  const killed = run('a:2:kill')
  assert.deepEqual([killed.stdout, killed.signal], ['a\nb\n', 'SIGKILL'])
  for (const setting of ['a:0', 'a:2:explode', 'A B', ':1']) {
    assert.match(run(setting).stderr, /write name:n:kill/, setting)
  }
})
