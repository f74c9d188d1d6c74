// What README and docs show is what happens: `ts` blocks are programs that print what their
// comments say, and lines after `$ ` in `sh` blocks are commands that print what stands below them.
// `…` stands for whatever is between. A block that cannot be run here says so: ```sh no-run

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import test from 'node:test'
import { listFiles, ROOT } from '../scripts/source-files.ts'

type Block = {
  readonly language: string
  readonly line: number
  readonly lines: readonly string[]
}

const FENCE = /^(`{3,})(\w*)(.*)$/

for (const path of listFiles('README.md', 'packages/*/README.md', 'docs/*.md')) {
  for (const block of readBlocks(readFileSync(join(ROOT, path), 'utf8'))) {
    const name = `${path}:${block.line}`
    if (block.language === 'ts') test(`program at ${name}`, () => { runProgram(block) })
    if (block.language !== 'sh') continue
    for (const [command, expected] of readCommands(block)) {
      test(`${name}: ${command}`, () => { runCommand(command, expected) })
    }
  }
}

test('blocks, commands and what they print are told apart', () => {
  const [block] = readBlocks('text\n```sh\n$ echo a\na\n\n$ true\n```\n')
  assert.equal(block?.line, 3)
  assert.deepEqual(readCommands(block as Block), [['echo a', 'a'], ['true', '']])
  assert.deepEqual(readBlocks('```sh no-run\n$ reboot\n```'), [])
  assert.ok(isLike('a … c\nd', 'a b c\nd') && !isLike('a … c', 'a b d'))
})

function readBlocks(markdown: string): Block[] {
  const blocks: Block[] = []
  let open:
    { fence: string; language: string; isRun: boolean; line: number; lines: string[] } | undefined
  markdown.split('\n').forEach((text, i) => {
    if (open === undefined) {
      const [, fence, language = '', rest = ''] = FENCE.exec(text) ?? []
      if (fence === undefined) return
      open = { fence, language, isRun: rest.trim() !== 'no-run', line: i + 2, lines: [] }
    } else if (text === open.fence) {
      if (open.isRun) blocks.push({ language: open.language, line: open.line, lines: open.lines })
      open = undefined
    } else open.lines.push(text)
  })
  return blocks
}

function readCommands({ lines }: Block): [command: string, expected: string][] {
  const commands: [string, string][] = []
  for (const line of lines) {
    const last = commands.at(-1)
    if (line.startsWith('$ ')) commands.push([line.slice(2), ''])
    else if (last !== undefined) last[1] += line + '\n'
  }
  return commands.map(([command, expected]) => [command, expected.trim()])
}

function runCommand(command: string, expected: string): void {
  const path = [join(ROOT, 'node_modules/.bin'), process.env['PATH']].join(delimiter)
  const env = { ...process.env, PATH: path, NO_COLOR: '1', COLUMNS: '120' }
  const { status, stdout, stderr } = spawnSync('bash', ['-c', command], { cwd: ROOT, env, encoding: 'utf8' })
  if (expected === '') assert.equal(status, 0, stderr)
  else assertLike(expected, stdout + stderr)
}

/**
 * Runs it where `@carom/core` is the workspace's; the comments of its console.log lines are its
 * output.
 */
function runProgram({ lines, line }: Block): void {
  const folder = join(ROOT, '.cache/readme')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `line-${line}.ts`)
  writeFileSync(file, lines.join('\n'))
  const { status, stdout, stderr } = spawnSync(process.execPath, [file], { cwd: ROOT, encoding: 'utf8' })
  assert.equal(status, 0, stderr)
  const expected = lines.flatMap((text) => /console\.log\(.*\) *\/\/ (.*)$/.exec(text)?.[1] ?? [])
  if (expected.length > 0) assertLike(expected.join('\n'), stdout)
}

function assertLike(expected: string, actual: string): void {
  const seen = actual.split('\n').map((text) => text.trimEnd()).join('\n').trim()
  if (!isLike(expected, seen)) assert.equal(seen, expected)
}

function isLike(expected: string, actual: string): boolean {
  let at = 0
  const pieces = expected.split('…').map((piece) => piece.trim())
  for (const [i, piece] of pieces.entries()) {
    const found = actual.indexOf(piece, at)
    if (found < 0 || (i === 0 && found > 0)) return false
    at = found + piece.length
  }
  return pieces.at(-1) === '' || actual.endsWith(pieces.at(-1) as string)
}
