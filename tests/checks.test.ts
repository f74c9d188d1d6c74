// The checks find what they are for: each one on a few lines that break its rules.

import assert from 'node:assert/strict'
import test from 'node:test'
import { HELP, readArguments } from '../bench/arguments.ts'
import { checkRegexes } from '../scripts/check-regexes.ts'
import { findCycles, findForbidden, importsOf } from '../scripts/check-imports.ts'
import { parseSourceText, type Finding } from '../scripts/source-files.ts'
import { tidyFile } from '../scripts/tidy.ts'

const OPENING = '// Says what this is, in a sentence.\n\n'
const PATH = 'packages/core/src/text/sample.ts'

const STYLE: readonly (readonly [what: string, text: string, finding: string | undefined])[] = [
  ['a file without an opening', 'export const a = 1\n', 'does not say in a sentence'],
  ['a title is no sentence', '// Samples\n\nexport const a = 1\n', 'does not say in a sentence'],
  ['a good file', `${OPENING}export const a = 1\n`, undefined],
  ['a long line', `${OPENING}// ${'x'.repeat(98)}\n`, '101 characters'],
  ['a long row of a table', `${OPENING}const ROWS = ['${'x'.repeat(98)}']\n`, undefined],
  ['a long file', OPENING + '\n'.repeat(260), 'lines, more than 250'],
  ['a long table', `${OPENING}const ROWS = [\n${'  1,\n'.repeat(260)}]\n`, undefined],
  ['a long function', `${OPENING}function read() {\n${'  read()\n'.repeat(70)}}\n`, 'function of 72 lines'],
  ['unfinished work', `${OPENING}// TODO: more\n`, 'unfinished work'],
  ['an empty catch', `${OPENING}try { a() } catch {}\n`, 'empty catch'],
  ['a catch that answers', `${OPENING}try { a() } catch { b() }\n`, undefined],
  ['a default export', `${OPENING}export default 1\n`, 'default export'],
  ['a throw in the core', `${OPENING}throw new Error('x')\n`, 'nothing but TypeError'],
  ['a vague verb', `${OPENING}function handleReply() {}\n`, '"handle" says nothing'],
  ['a vague noun', `${OPENING}const replyUtils = 1\n`, '"utils" says nothing'],
  ['a word the field does not use', `${OPENING}const { statusCode } = x\n`, 'write `enhancedCode`'],
  ['long words', `${OPENING}// In order to read it.\n`, 'long-winded'],
  ['no line end at the end', `${OPENING}const a = 1`, 'without a line end'],
]

for (const [what, text, finding] of STYLE) {
  test(`style: ${what}`, () => { assertFinding(tidyFile(parseSourceText(PATH, text)), finding) })
}

test('style: file names are in kebab-case', () => {
  const path = 'packages/core/src/text/sampleText.ts'
  assertFinding(tidyFile(parseSourceText(path, `${OPENING}const a = 1\n`)), 'kebab-case')
})

const IMPORTS: readonly (readonly [from: string, line: string, finding: string | undefined])[] = [
  ['packages/core/src/text/a.ts', "import { b } from '../smtp/b.ts'", 'may not import core/src/smtp/b.ts'],
  ['packages/core/src/text/a.ts', "import type { B } from '../smtp/b.ts'", 'may not import a type of'],
  ['packages/core/src/text/a.ts', "import { readFileSync } from 'node:fs'", 'may not import node:fs'],
  ['packages/core/src/message/a.ts', "import { b } from '../text/b.ts'", undefined],
  ['packages/core/src/rules/a.ts', "import type { B } from '../smtp/b.ts'", undefined],
  ['packages/core/src/rules/a.ts', "import { b } from '../smtp/b.ts'", 'may not import core/src/smtp/b.ts'],
  ['packages/core/src/report/a.ts', "export { b } from '../classify/b.ts'", 'may not import'],
  ['packages/core/src/lost/a.ts', "import { b } from './b.ts'", 'not in the table of rooms'],
  ['packages/app/src/cli/a.ts', "import { b } from '@carom/core'", undefined],
  ['packages/app/src/cli/a.ts', "import { b } from '../../../core/src/engine.ts'", 'may not import'],
  ['packages/app/src/cli/a.ts', "await import('../service/store/b.ts')", undefined],
  ['packages/app/src/service/check/a.ts', "await import('../store/b.ts')", 'may not import'],
]

for (const [from, line, finding] of IMPORTS) {
  test(`imports: ${from.slice('packages/'.length)}: ${line}`, () => {
    assertFinding(findForbidden(importsOf(parseSourceText(from, line))), finding)
  })
}

test('imports: a cycle is found, by types too', () => {
  const edges = [['a', 'b'], ['b', 'c'], ['c', 'a'], ['c', 'd']].map(([from = '', to = '']) =>
    ({ from, to, line: 1, onlyTypes: true }))
  assert.deepEqual(findCycles(edges).map(({ what }) => what), ['cycle: a → b → c → a'])
})

const REGEXES: readonly (readonly [text: string, finding: string | undefined])[] = [
  ['const a = /^a+$/', undefined],
  ['const a = /a{1,20}$/', undefined],
  ['const a = /a+$/', 'tried from every character'],
  ['const a = /^(a+)+$/', 'in many ways'],
  ['const a = /^a*b?a*$/', 'can trade'],
  ["const a = new RegExp('a+$')", 'tried from every character'],
  ["const a = new RegExp(['^a', 'b$'].join('|'))", undefined],
  ["const a = new RegExp(b + '$')", 'cannot be checked'],
]

for (const [text, finding] of REGEXES) {
  test(`regular expressions: ${text}`, () => {
    assertFinding(checkRegexes(parseSourceText(PATH, text)), finding)
  })
}

function assertFinding(findings: readonly Finding[], expected: string | undefined): void {
  const seen = findings.map(({ what }) => what).join('; ')
  if (expected === undefined) assert.equal(seen, '')
  else assert.ok(seen.includes(expected), seen || 'nothing was found')
}

test('the bench says what it takes, and what it does not', () => {
  const run = { json: false, big: false, full: false }
  for (const [line, expected] of [
    ['--help', { kind: 'help' }], ['service -h', { kind: 'help' }],
    ['--only lists,start', { kind: 'run', run: { ...run, parts: ['lists', 'start'], figure: undefined } }],
    ['service log --full', { kind: 'run', run: { ...run, full: true, parts: ['service'], figure: 'log' } }],
    ['lits', { kind: 'wrong', problem: "there is no part 'lits'" }],
    ['--only lists,x', { kind: 'wrong', problem: "there is no part 'x'" }],
    ['web first now', { kind: 'wrong', problem: "'now' is too much" }],
  ] as const) {
    assert.deepEqual(readArguments(line.split(' ')), expected, line)
  }
  const wrong = readArguments(['--hepl'])
  assert.match(wrong.kind === 'wrong' ? wrong.problem : '', /Unknown option '--hepl'/)
  assert.equal(readArguments([]).kind, 'run')
  assert.match(HELP, /^ {2}mailbox +carom parse/m)
})
