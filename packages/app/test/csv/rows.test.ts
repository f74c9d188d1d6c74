// Rows of tables: cut as papaparse cuts them, wherever the text is torn, and each cell where it is.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import Papa from 'papaparse'
import { fc } from '../../../../tests/fuzz/seeded.ts'
import { readTable } from '../../src/service/prevent/list/read-table.ts'
import { cellAt, cellsOf, cutRows } from '../../src/csv/read-row.ts'
import { csvRow, markFormula, unmarkFormula } from '../../src/csv/write-row.ts'

/** Text, its rows with bars between the cells. */
const CASES: readonly (readonly [string, readonly string[]])[] = [
  ['a,b\r\nc,d', ['a|b', 'c|d']], ['a,"b,""c"""\n', ['a|b,"c"']],
  ['"x\ny",z\n\n  \n1,2\n', ['x\ny|z', '1|2']], ['a,5" pipe\nb,"c" \n', ['a|5" pipe', 'b|c']],
  ['"a" b",c\n', ['a" b|c']], ['"never\nclosed', ['never\nclosed']], ['"",""\n', ['|']],
  ['a,\n,b', ['a|', '|b']], ['""\n', ['']], ['a\r\n"b"\r\n', ['a', 'b']], ['"a"', ['a']],
]

void test('rows are cut as the table says', () => {
  for (const [text, rows] of CASES) {
    const cut = cutRows(text, { delimiter: ',', newline: '\n' }, true)
    assert.deepEqual(cut.rows.map((row) => cellsOf(row, ',').join('|')), rows, JSON.stringify(text))
    assert.equal(cut.cursor, text.length)
  }
})

const cell = fc.string({
  maxLength: 6, unit: fc.constantFrom('a', ' ', '"', ',', '\n', '\r\n', 'é', '='),
})
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 })

void test('what is written is read again, torn anywhere, and papaparse reads the same', async () => {
  await fc.assert(fc.asyncProperty(table, fc.nat(), async (rows, where) => {
    const text = `name,a@b.example\n${rows.map((cells) => `${csvRow(cells)}\n`).join('')}`
    const theirs = (Papa.parse(text, { delimiter: ',', newline: '\n' }).data as string[][])
      .filter((row) => row.length > 1)
    const bytes = Buffer.from(text)
    const at = where % bytes.length
    const input = Readable.from([bytes.subarray(0, at), bytes.subarray(at)], { objectMode: true })
    const mine: string[][] = []
    for await (const batch of readTable(input, { places: { address: 1 } })) {
      for (const row of batch.rows) {
        const cells = cellsOf(row, ',')
        mine.push(cells)
        for (const [place, value] of cells.entries()) {
          assert.equal(cellAt(row, ',', place), value)
        }
        assert.equal(cellAt(row, ',', cells.length), undefined)
      }
    }
    // A carriage return at the end of a line belongs to the line end.
    assert.deepEqual(mine, theirs)
    assert.deepEqual(mine.slice(1).map((cells) => cells.map(unmarkFormula)), rows)
  }), { numRuns: 300 })
})

void test('no text makes it throw or lose its place', () => {
  const any = fc.string({ maxLength: 60, unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ') })
  fc.assert(fc.property(any, (text) => {
    const { rows, cursor } = cutRows(text, { delimiter: ',', newline: '\n' }, false)
    const rest = cutRows(text.slice(cursor), { delimiter: ',', newline: '\n' }, true)
    const whole = cutRows(text, { delimiter: ',', newline: '\n' }, true)
    assert.deepEqual([...rows, ...rest.rows], whole.rows)
    // Written behind a row, a cell stays a cell of its own.
    for (const row of whole.rows) {
      assert.equal(cellsOf({ ...row, text: `${row.text},end` }, ',').at(-1), 'end', row.text)
    }
  }), { numRuns: 2_000 })
})

const FORMULAS = readFileSync(new URL('formulas.tsv', import.meta.url), 'utf8').split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t').map((text) => JSON.parse(text) as string))

void test('no cell is taken for a formula, and each comes back as it was', () => {
  for (const [given = '', written] of FORMULAS) {
    assert.equal(csvRow([given]), written)
    assert.equal(unmarkFormula(markFormula(given)), given)
  }
  const any = fc.string({ maxLength: 5, unit: fc.constantFrom("'", '=', '+', '1', ' ', '\t', 'a') })
  fc.assert(fc.property(any, (given) => {
    assert.equal(unmarkFormula(markFormula(given)), given)
    assert.doesNotMatch(markFormula(given), /^\s*(?:=|\+.*[^\d ])/)
  }), { numRuns: 2_000 })
})
