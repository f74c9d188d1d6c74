// Any input to what the mail intakes parse: nothing throws, nothing depends on how bytes are cut.

import assert from 'node:assert/strict'
import { open, mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { test } from 'node:test'
import { fc } from '../../../../../tests/fuzz/seeded.ts'
import { trackProgress } from '../../../src/service/intake/imap/progress.ts'
import { readKnown, shortName } from '../../../src/service/intake/mailbox/known.ts'
import { readTopAddress, readTopField } from '../../../src/service/intake/mailbox/top-field.ts'
import { baseName, seenName } from '../../../src/service/intake/maildir/file-name.ts'
import { parseCheckpoint } from '../../../src/service/intake/mbox/checkpoint.ts'
import type { Checkpoint } from '../../../src/service/intake/mbox/checkpoint.ts'
import { hashMessage } from '../../../src/service/intake/mbox/message-key.ts'
import { checkMboxOptions } from '../../../src/service/intake/mbox/options.ts'
import { readMboxFile } from '../../../src/service/intake/mbox/read-file.ts'
import { readLines } from '../../../src/service/intake/pop3/reader.ts'
import { memoryDeps } from './memory-deps.ts'

const runs = { numRuns: 150 }

/** Text of the characters on which the parsers turn. */
const knotty = fc.string({
  unit: fc.constantFrom('.', '\r', '\n', '\r\n', 'a', ' ', '\t', ':', '<', '>', 'Date', '\u0000'),
  maxLength: 200,
})

function cut(bytes: Buffer, sizes: readonly number[]): Buffer[] {
  const pieces: Buffer[] = []
  for (let at = 0, i = 0; at < bytes.length; i += 1) {
    const size = sizes[i % sizes.length] ?? 1
    pieces.push(bytes.subarray(at, at + size))
    at += size
  }
  return pieces
}

const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 })

test('a POP3 message is the same however its bytes come', async () => {
  await fc.assert(fc.asyncProperty(knotty, sizes, fc.nat(300), async (text, pieces, bytesMax) => {
    const message = Buffer.from(`${text}\r\n`)
    const stuffed = message.toString('latin1').replace(/(^|\n)\./g, '$1..')
    const stream = new PassThrough()
    const reader = readLines(stream as unknown as Socket)
    const sending = (async () => {
      for (const piece of cut(Buffer.from(`${stuffed}.\r\n+OK next\r\n`, 'latin1'), pieces)) {
        stream.write(piece)
        await new Promise(setImmediate)
      }
    })()
    const body = await reader.body(bytesMax)
    assert.deepEqual(body.bytes, message.subarray(0, bytesMax))
    assert.equal(body.size, message.length)
    assert.equal(await reader.line(), '+OK next')
    await sending
  }), runs)
})

test('the topmost field is found, and anything else is survived', () => {
  fc.assert(fc.property(knotty, fc.uint8Array({ maxLength: 300 }), (text, bytes) => {
    readTopField(bytes, 'Date')
    readTopAddress(Buffer.from(text), 'Date')
    const found = readTopField(Buffer.from(`To: x\r\ndate : no\r\nDATE: here\r\n${text}`), 'Date')
    assert.ok(found?.startsWith('here'))
  }), runs)
})

test('cursors of any text are read, and those written are read as they were', () => {
  fc.assert(fc.property(fc.string(), fc.array(fc.string()), fc.nat(2 ** 31), (text, names, uid) => {
    trackProgress(text).toCursor()
    parseCheckpoint(text)
    readKnown(text).toCursor()
    const progress = trackProgress(`7 ${uid}`)
    progress.open('7')
    assert.equal(progress.lastUid(), uid)
    assert.equal(progress.toCursor(), `7 ${uid}`)
    const known = readKnown(undefined)
    for (const name of names) known.see(shortName(name))
    const again = readKnown(known.toCursor())
    for (const name of names) {
      assert.equal(again.timesSeen(shortName(name)), known.timesSeen(shortName(name)))
    }
  }), runs)
})

test('names and keys of anything', () => {
  fc.assert(fc.property(fc.string(), fc.uint8Array({ maxLength: 500 }), (name, bytes) => {
    assert.equal(baseName(seenName(name)), baseName(name))
    assert.equal(seenName(seenName(name)), seenName(name))
    assert.match(hashMessage(bytes), /^[0-9a-f]{64}$/)
  }), runs)
})

test('an mbox is the same however it grows', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'carom-mbox-fuzz-'))
  const file = join(folder, 'mail')
  const entry = fc.tuple(fc.nat(59), knotty).map(([second, text]) =>
    `From a@example.com Mon Nov  2 10:00:${String(second).padStart(2, '0')} 2026\n` +
    `Subject: ${second}\n\n${text.replaceAll('From ', '>From ')}\n\n`)
  const growth = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 8 })
  await fc.assert(fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 6 }), growth,
    async (entries, steps) => {
      const bytes = Buffer.from(entries.join(''))
      const whole = await readGrowing(file, [bytes])
      assert.deepEqual(await readGrowing(file, cut(bytes, steps)), whole)
      assert.equal(new Set(whole).size, new Set(entries.map((text) =>
        hashMessage(Buffer.from(text.slice(text.indexOf('\n') + 1).replace(/\n$/, ''))))).size)
    }), { ...runs, numRuns: 40 })
  await rm(folder, { recursive: true, force: true })
})

/** The keys of the messages of a file that grows piece by piece and is quiet at its end. */
async function readGrowing(file: string, pieces: readonly Buffer[]): Promise<string[]> {
  const deps = memoryDeps()
  const options = checkMboxOptions({ tenant: 'main', source: 'mbox', files: [file] })
  await writeFile(file, '')
  const handle = await open(file, 'r+')
  let checkpoint: Checkpoint | undefined
  for (const [i, piece] of [...pieces, Buffer.alloc(0)].entries()) {
    await handle.appendFile(piece)
    checkpoint = await readMboxFile({
      handle, file, options, checkpoint, isQuiet: i === pieces.length,
      deps: { ...deps, isBounce: () => true, noteInput: () => undefined },
      signal: new AbortController().signal, save: () => Promise.resolve(),
    })
  }
  await handle.close()
  return deps.inputs.map(({ transportKey }) => transportKey.slice(-64)).sort()
}
