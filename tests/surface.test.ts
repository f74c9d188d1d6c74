// The public surface is a promise: names that the core exports are written down in surface.txt, and
// change only where someone runs this test with UPDATE=1 and reads the difference.

import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import test from 'node:test'
import { readSourceFile } from '../scripts/source-files.ts'

const SNAPSHOT = new URL('surface.txt', import.meta.url)
/** One screen (execa has 25 lines, ky 87). */
const LINES_MAX = 90

const door = readSourceFile('packages/core/src/index.ts')

test('the core exports what is written down', () => {
  const names = door.program.body.flatMap((statement) => {
    if (statement.type !== 'ExportNamedDeclaration') return []
    return statement.specifiers.map(({ exported, exportKind }) => {
      const name = exported.type === 'Literal' ? exported.value : exported.name
      return statement.exportKind === 'type' || exportKind === 'type' ? `type ${name}` : name
    })
  })
  const text = names.sort().join('\n') + '\n'
  if (process.env['UPDATE'] !== undefined || !existsSync(SNAPSHOT)) writeFileSync(SNAPSHOT, text)
  assert.equal(text, readFileSync(SNAPSHOT, 'utf8'))
})

test('the door is one screen and exports nothing by accident', () => {
  assert.ok(door.lines.length <= LINES_MAX, `${door.lines.length} lines`)
  const stars = door.program.body.filter(({ type }) => type === 'ExportAllDeclaration')
  assert.equal(stars.length, 0)
})
