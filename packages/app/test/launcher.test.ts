// The command as a process: launcher, exit codes, pipes that close, and a bundle that is out of
// date.

import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import { bounce, folderOf, mbox } from './sample-mail.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const LAUNCHER = 'packages/app/bin/carom.mjs'

function run(words: readonly string[], input = '', root = ROOT): ReturnType<typeof spawnSync> & { stdout: string } {
  return spawnSync(process.execPath, [join(root, LAUNCHER), ...words], { input, encoding: 'utf8' })
}

test('exit codes and streams of the process', (t) => {
  const good = run(['parse', '-q'], bounce('ann@example.org'))
  assert.equal(good.status, 0)
  assert.match(good.stdout, /"recipient":"ann@example.org"/)
  assert.equal(run(['parse', join(folderOf(t, {}), 'missing')]).status, 1)
  assert.equal(run(['parse', '--nonsense']).status, 2)
})

test('a reader that has seen enough ends the run without a word', async (t) => {
  const folder = folderOf(t, {
    'x.mbox': mbox(Array.from({ length: 4_000 }, (_, i) => bounce(`user${i}@example.org`))),
  })
  const child = spawn(process.execPath, [join(ROOT, LAUNCHER), 'parse', '-q', `${folder}/x.mbox`])
  let said = ''
  child.stderr.on('data', (piece: Buffer) => { said += piece.toString() })
  child.stdout.once('data', () => child.stdout.destroy())
  const code = await new Promise((resolve) => { child.on('close', resolve) })
  assert.deepEqual([code, said], [0, ''])
})

/** A working tree with a bundle of one line, made from one source. */
function workingTree(t: TestContext): string {
  const root = folderOf(t, {
    'packages/app/src/cli/main.ts': "export const runProcess = () => console.log('sources')\n",
    'packages/app/dist/carom.js': "export const runProcess = () => console.log('bundle')\n",
    'package.json': '{ "type": "module" }',
  })
  mkdirSync(join(root, 'scripts'))
  mkdirSync(join(root, 'packages/app/bin'))
  for (const file of [LAUNCHER, 'scripts/bundle-check.mjs']) cpSync(join(ROOT, file), join(root, file))
  noteInputs(root, 'packages/app/dist/', 'packages/app/src/cli/main.ts')
  return root
}

function noteInputs(root: string, folder: string, input: string): void {
  const note = spawnSync(process.execPath, ['--input-type=module', '-e', `
    const { noteBundleInputs } = await import(${JSON.stringify(join(root, 'scripts/bundle-check.mjs'))})
    const { pathToFileURL } = await import('node:url')
    await noteBundleInputs(pathToFileURL(${JSON.stringify(join(root, folder))}), ['${input}'])
  `], { encoding: 'utf8' })
  assert.equal(note.status, 0, note.stderr)
}

test('a bundle is run as long as its sources are the same, whatever their times', (t) => {
  const root = workingTree(t)
  assert.equal(run([], '', root).stdout, 'bundle\n')
  utimesSync(join(root, 'packages/app/src/cli/main.ts'), 1, 1)
  assert.equal(run([], '', root).stdout, 'bundle\n')
})

test('a bundle that is out of date is never run', (t) => {
  const root = workingTree(t)
  const source = join(root, 'packages/app/src/cli/main.ts')
  writeFileSync(source, readFileSync(source, 'utf8').replace('sources', 'changed'))
  assert.equal(run([], '', root).stdout, 'changed\n')
})

test('pages that are out of date are not served, and stop no other command', (t) => {
  const root = workingTree(t)
  mkdirSync(join(root, 'packages/app/dist/web'))
  const page = join(root, 'page.tsx')
  writeFileSync(page, 'what it was made from')
  noteInputs(root, 'packages/app/dist/web/', 'page.tsx')
  assert.equal(run(['serve'], '', root).stdout, 'bundle\n')
  writeFileSync(page, 'and what it is now')
  assert.equal(run(['serve'], '', root).stdout, 'sources\n')
  assert.equal(run(['parse'], '', root).stdout, 'bundle\n')
})

test('a bundle without notes is not trusted in a working tree', (t) => {
  const root = workingTree(t)
  writeFileSync(join(root, 'packages/app/dist/inputs.json'), '[["pack')
  assert.equal(run([], '', root).stdout, 'sources\n')
})

test('an installed package has its bundle alone', (t) => {
  const root = folderOf(t, {
    'packages/app/dist/carom.js': "export const runProcess = () => console.log('installed')\n",
    'packages/app/package.json': '{ "type": "module" }',
  })
  mkdirSync(join(root, 'packages/app/bin'))
  cpSync(join(ROOT, LAUNCHER), join(root, LAUNCHER))
  assert.equal(run([], '', root).stdout, 'installed\n')
})

// Where the machine has an older Node, it is asked too.
const OLD_NODE = ['/usr/bin/node', '/usr/local/bin/node'].find((file) =>
  existsSync(file) && Number.parseInt(spawnSync(file, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout, 10) < 24)

test('an older Node runs the sources with the pinned one, or says what to do', { skip: OLD_NODE === undefined }, (t) => {
  const root = workingTree(t)
  writeFileSync(join(root, 'packages/app/dist/inputs.json'), '[]broken')
  const ask = () => spawnSync(OLD_NODE as string, [join(root, LAUNCHER)], { encoding: 'utf8' })
  const helpless = ask()
  assert.equal(helpless.status, 1)
  assert.match(helpless.stderr, /its sources need Node 24 or later, and this is Node \d+\.\d+\.\d+\.\nRun `npm install`/)
  mkdirSync(join(root, 'node_modules/node/bin'), { recursive: true })
  symlinkSync(process.execPath, join(root, 'node_modules/node/bin/node'))
  assert.equal(ask().stdout, 'sources\n')
})

test('on an older Node what works on a store is run with the pinned one', { skip: OLD_NODE === undefined }, (t) => {
  const root = workingTree(t)
  writeFileSync(join(root, 'packages/app/dist/carom.js'),
    'export const runProcess = () => console.log(Number.parseInt(process.versions.node))\n')
  mkdirSync(join(root, 'node_modules/node/bin'), { recursive: true })
  symlinkSync(process.execPath, join(root, 'node_modules/node/bin/node'))
  const isPinned = (line: string): boolean => spawnSync(
    OLD_NODE as string, [join(root, LAUNCHER), ...line.split(' ')], { encoding: 'utf8' },
  ).stdout === `${Number.parseInt(process.versions.node, 10)}\n`
  for (const line of ['undo', 'advice habits', 'domain reputation', 'list check --store x', 'message check -c x', 'domain check --config=x']) {
    assert.equal(isPinned(line), true, line)
  }
  for (const line of ['parse x', 'domain check x', 'list check x', 'message check x']) {
    assert.equal(isPinned(line), false, line)
  }
})

test('an older Node answers by itself what needs no store', { skip: OLD_NODE === undefined }, () => {
  for (const line of ['help', '--help', 'help serve', 'explain 550', 'parse --help']) {
    const { status, stderr } = spawnSync(OLD_NODE as string, [join(ROOT, LAUNCHER), ...line.split(' ')], { encoding: 'utf8' })
    assert.deepEqual([line, status, stderr], [line, 0, ''])
  }
})

test('an older Node tells those who installed the package how to bring the right one', { skip: OLD_NODE === undefined }, (t) => {
  const root = folderOf(t, { 'packages/app/dist/carom.js': '', 'packages/app/package.json': '{}' })
  mkdirSync(join(root, 'packages/app/bin'))
  cpSync(join(ROOT, LAUNCHER), join(root, LAUNCHER))
  const { status, stderr } = spawnSync(OLD_NODE as string, [join(root, LAUNCHER), 'serve'], { encoding: 'utf8' })
  assert.equal(status, 1)
  assert.match(stderr, /^carom: carom serve needs Node 24 .*\nRun `npm install node@24` where carom/)
  // A mail system that pipes a bounce in has to keep it.
  assert.equal(spawnSync(OLD_NODE as string, [join(root, LAUNCHER), 'deliver'], { input: 'x' }).status, 75)
})
