// mbox files: where messages begin, and that any way of cutting a file gives the same messages.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MESSAGE_BYTES_MAX } from '@carom/core'
import { fc } from '../../../tests/fuzz/seeded.ts'
import { planInput } from '../src/cli/input/plan.ts'
import { readStream } from '../src/cli/input/stream.ts'
import { listFromLines, messageSpan, unmarkFromLines } from '../src/mbox/from-lines.ts'
import { readKind } from '../src/cli/input/kind.ts'
import { FileReader } from '../src/cli/input/file-reader.ts'
import type { Piece } from '../src/cli/input/piece.ts'
import { Judge } from '../src/cli/judge.ts'
import { bounce, folderOf, FROM_LINE, LETTER, mbox } from './sample-mail.ts'

/** The messages of an mbox, read as a whole. */
function split(text: string): string[] {
  const bytes = Buffer.from(text, 'latin1')
  const input = readKind(bytes)
  if (input.kind !== 'mbox') return []
  const starts = listFromLines(bytes, input.start, bytes.length, true)
  return starts.map((start, i) => Buffer.from(unmarkFromLines(
    bytes, messageSpan(bytes, start, starts[i + 1] ?? bytes.length))).toString('latin1'))
}

test('messages begin after From lines', () => {
  const cases: Record<string, readonly [mbox: string, messages: readonly string[]]> = {
    'two messages': [mbox([LETTER, bounce('a@example.org')]), [LETTER, bounce('a@example.org')]],
    'the last one without its empty line': [`${FROM_LINE}${LETTER}`, [LETTER]],
    'an empty line missing before the second': [
      `${FROM_LINE}${LETTER}${FROM_LINE}${LETTER}\n`, [LETTER, LETTER]],
    'no header field after it, but a time in it': [
      `${FROM_LINE}${LETTER}\n${FROM_LINE}\nno header\n`, [LETTER, '\nno header\n']],
    'no time in it, but a header field after it': [
      `From nobody\n${LETTER}\nFrom nobody\n${LETTER}`, [LETTER, LETTER]],
    'prose that begins with From': [
      `${FROM_LINE}${LETTER}\nFrom here on it rains.\nBye\n`, [`${LETTER}\nFrom here on it rains.\nBye\n`]],
    'prose within a paragraph that quotes a time': [
      `${FROM_LINE}${LETTER}a\nFrom 10:30 to 11:00 we talk\nb\n`,
      [`${LETTER}a\nFrom 10:30 to 11:00 we talk\nb\n`]],
    'marked lines of both dialects': [
      `${FROM_LINE}Subject: x\n\n>From me\n>>From you\n> From us\na >From b\n`,
      ['Subject: x\n\nFrom me\n>From you\n> From us\na >From b\n']],
    'a header that begins with a marked From line': [
      `${FROM_LINE}>From x Sat Feb 14 08:15:09 2026\nSubject: x\n\nx\n`,
      ['>From x Sat Feb 14 08:15:09 2026\nSubject: x\n\nx\n']],
    'a byte order mark and an empty line first': [`\xef\xbb\xbf\n${FROM_LINE}${LETTER}`, [LETTER]],
    'CRLF': [mbox([LETTER, LETTER]).replaceAll('\n', '\r\n'),
      [LETTER.replaceAll('\n', '\r\n'), LETTER.replaceAll('\n', '\r\n')]],
    'a message alone': [LETTER, []],
  }
  for (const [name, [text, messages]] of Object.entries(cases)) {
    assert.deepEqual(split(text), messages, name)
  }
})

/** Lines of which hostile and honest mboxes are made. */
const LINES = [
  FROM_LINE, FROM_LINE.replace('\n', '\r\n'), 'From nobody\n', '\n', '\n', '\r\n', 'Subject: x\n', 'From: a@example.org\n',
  '>From me\n', '>>From you\n', 'From here on\n', 'From 10:30 on\n', 'text\n', 'text', 'From ', '\n\n\n',
]
const anyMbox = fc.array(fc.oneof(
  fc.constantFrom(...LINES), fc.constant(`${FROM_LINE}${bounce('ann@example.org')}\n`),
), { maxLength: 40 }).map((lines) => `${FROM_LINE}Subject: first\n\n${lines.join('')}`)

type Sum = { lines: string; messages: number; bytes: number }

async function judge(pieces: AsyncIterable<Piece>): Promise<Sum> {
  const judged = new Judge({ format: 'ndjson', headers: [] })
  const sum = { lines: '', messages: 0, bytes: 0 }
  for await (const piece of pieces) {
    const { lines, tally, bytes, failures } = judged.judge(piece)
    assert.deepEqual(failures, [])
    sum.lines += lines as string
    sum.messages += tally.messages
    sum.bytes += bytes
  }
  return sum
}

async function* chunksOf(text: string, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text, 'latin1')
  let at = 0
  for (let i = 0; at < bytes.length; i++) {
    const size = sizes[i % sizes.length] as number
    yield bytes.subarray(at, at + size)
    at += size
  }
}

test('a stream gives the same messages whatever the size of its chunks and pieces', async () => {
  await fc.assert(fc.asyncProperty(
    anyMbox, fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 5 }),
    fc.integer({ min: 1, max: 3_000 }),
    async (text, sizes, pieceBytes) => {
      const whole = await judge(readStream('x', chunksOf(text, [text.length])))
      const cut = await judge(readStream('x', chunksOf(text, sizes), pieceBytes))
      assert.deepEqual(cut, whole)
      assert.equal(whole.messages, split(text).filter((message) => message.length > 0).length)
    },
  ), { numRuns: 50 })
})

test('byte ranges of a file give the same messages whatever their size', async (t) => {
  const folder = folderOf(t, {})
  const { writeFileSync } = await import('node:fs')
  const reader = new FileReader()
  fc.assert(fc.property(anyMbox, fc.integer({ min: 1, max: 2_000 }), (text, pieceBytes) => {
    const file = `${folder}/x.mbox`
    writeFileSync(file, Buffer.from(text, 'latin1'))
    const messages: string[] = []
    const ranges = Math.ceil(text.length / pieceBytes)
    for (let number = 0; number < ranges; number++) {
      const from = number * pieceBytes
      const read = reader.readRange({
        kind: 'range', file, from, to: Math.min(text.length, from + pieceBytes), number,
        firstIndexes: new Int32Array(new SharedArrayBuffer(4)), bytes: 0,
      })
      read.fromLines.forEach((start, i) => {
        const span = messageSpan(read.bytes, start, read.fromLines[i + 1] ?? read.end)
        messages.push(Buffer.from(unmarkFromLines(read.bytes, span)).toString('latin1'))
      })
    }
    assert.deepEqual(messages, split(text))
  }), { numRuns: 300 })
})

test('a large mbox is planned as ranges that are numbered through', async (t) => {
  const messages = Array.from({ length: 3_000 }, (_, i) => bounce(`user${i}@example.org`))
  const folder = folderOf(t, { 'big.mbox': mbox(messages) })
  const plan = (pieceBytes: number): AsyncIterable<Piece> =>
    planInput([`${folder}/big.mbox`], { stdin: chunksOf('', [1]), pieceBytes })
  const pieces: Piece[] = []
  for await (const piece of plan(100_000)) pieces.push(piece)
  assert.ok(pieces.length > 10 && pieces.every(({ kind }) => kind === 'range'))
  const fine = await judge(plan(7_001))
  assert.equal(fine.messages, 3_000)
  assert.deepEqual(fine, await judge(plan(1_000_000)))
  const numbers = fine.lines.trim().split('\n').map((line) =>
    (JSON.parse(line) as { source: { index: number } }).source.index)
  assert.deepEqual(numbers, messages.map((_, i) => i))
})

test('a message longer than the core reads is cut, and the next one found', async (t) => {
  const long = `${LETTER}\n${'long '.repeat(MESSAGE_BYTES_MAX / 5 + 2_000)}\n`
  const text = mbox([bounce('ann@example.org'), long, bounce('bob@example.org')])
  const folder = folderOf(t, { 'long.mbox': text })
  const ranges = await judge(planInput([`${folder}/long.mbox`], { stdin: chunksOf('', [1]) }))
  const streamed = await judge(readStream(`${folder}/long.mbox`, chunksOf(text, [999_999])))
  assert.equal(ranges.messages, 3)
  assert.equal(ranges.lines, streamed.lines)
  assert.equal(streamed.bytes, text.length)
  assert.deepEqual(ranges.lines.trim().split('\n').map((line) =>
    (JSON.parse(line) as { recipient: string }).recipient), ['ann@example.org', 'bob@example.org'])
})
