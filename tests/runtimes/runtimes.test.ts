// The bundled core gives the same events in Node, in a context without Node's globals, in a browser
// page and in a worker. The browser is CHROMIUM, /usr/bin/chromium or a Chrome that is installed.

import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { pathToFileURL } from 'node:url'
import vm from 'node:vm'
import { build, type Plugin } from 'esbuild'
import { chromium, type Page } from 'playwright-core'
import { createEngine } from '../../packages/core/src/index.ts'
import { ROOT } from '../../scripts/source-files.ts'
import { bundleCore } from './bundle.ts'
import { SAMPLES } from './messages.ts'

const REPLIES = [
  '550 5.1.1 <ann@example.com>: user unknown', '452 4.2.2 mailbox full', '421 try again in 5 minutes',
  '554 5.7.1 Message rejected as spam', '550 Postfach nicht gefunden', '550 メールボックスがありません',
]
const bytes = SAMPLES.map(([, message]) => [...Buffer.from(message, 'latin1')])

/** What every runtime runs; it sees nothing but `carom` and its two arguments. */
const READ = `(function (bytes, replies) {
  const engine = carom.createEngine()
  return JSON.stringify([
    bytes.map(function (message) { return engine.readMessage(new Uint8Array(message)) }),
    replies.map(function (text) { return engine.classify({ text: text }) }),
  ])
})`

const engine = createEngine()
const expected = JSON.parse(JSON.stringify([
  bytes.map((message) => engine.readMessage(new Uint8Array(message))),
  REPLIES.map((text) => engine.classify({ text })),
])) as [{ events: unknown[] }[], unknown[]]

const { script } = await bundleCore()
const call = `${READ}(${JSON.stringify(bytes)}, ${JSON.stringify(REPLIES)})`

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const browser = [process.env['CHROMIUM'] ?? '', ...places].find((path) => existsSync(path))
// Where tests are run for everyone, a missing browser is a failure, not a reason to test less.
const skip = browser === undefined && process.env['CI'] === undefined
  ? 'no Chromium here: apt install chromium, or set CHROMIUM'
  : false

test('the samples are what they say', () => {
  const counts = expected[0].map(({ events }) => events.length)
  assert.deepEqual(counts, [1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0])
})

test('the bundle in Node', () => {
  const read = vm.runInThisContext(`${script}\n${call}`) as string
  assert.deepEqual(JSON.parse(read), expected)
})

test('the bundle that reads its rules as loaded arrays from files', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'carom-loaded-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const { loadedRules } = await import(`${ROOT}/scripts/loaded-rules.mjs`) as {
    loadedRules: (bundler: object, folder: URL) => Promise<Plugin>
  }
  await build({
    absWorkingDir: ROOT, stdin: {
      contents: `
        import { createEngine } from './packages/core/src/index.ts'
        export const read = ${READ.replace('carom.', '')}`,
      resolveDir: ROOT,
    },
    outfile: join(folder, 'read.mjs'), bundle: true, format: 'esm', platform: 'node',
    plugins: [await loadedRules({ build }, pathToFileURL(`${folder}/`))],
  })
  assert.ok(statSync(join(folder, 'knowledge.bin')).size > statSync(join(folder, 'read.mjs')).size)
  const { read } = await import(pathToFileURL(join(folder, 'read.mjs')).href) as {
    read: (messages: readonly number[][], replies: readonly string[]) => string
  }
  assert.deepEqual(JSON.parse(read(bytes, REPLIES)), expected)
})

test('the bundle in a context that has nothing but TextDecoder and TextEncoder', () => {
  const context = vm.createContext({ TextDecoder, TextEncoder })
  const read = vm.runInContext(`${script}\n${call}`, context) as string
  assert.deepEqual(JSON.parse(read), expected)
})

test('the bundle in a browser page and in a worker', { skip }, async () => {
  assert.ok(browser !== undefined, 'no Chromium found')
  const running = await chromium.launch({ executablePath: browser, args: ['--no-sandbox'] })
  try {
    const page = await running.newPage()
    await page.addScriptTag({ content: `var carom; ${script}` })
    assert.deepEqual(JSON.parse(await page.evaluate(call) as string), expected, 'in a page')
    assert.deepEqual(JSON.parse(await readInWorker(page)), expected, 'in a worker')
  } finally {
    await running.close()
  }
})

function readInWorker(page: Page): Promise<string> {
  return page.evaluate((source) => new Promise<string>((resolve, reject) => {
    const worker = new Worker(URL.createObjectURL(new Blob([source])))
    worker.addEventListener('message', ({ data }) => { resolve(data as string) })
    worker.addEventListener('error', ({ message }) => { reject(new Error(message)) })
  }), `${script}\npostMessage(${call})`)
}
