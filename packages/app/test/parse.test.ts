// `carom parse` from the outside: what it prints, says and answers.

import assert from 'node:assert/strict'
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import type { CaromEvent } from '@carom/core'
import { runCarom } from './memory-io.ts'
import { bounce, folderOf, LETTER, mbox } from './sample-mail.ts'

const ANN = 'ann@example.org'
const BOB = 'bob@example.org'

function eventsOf(ndjson: string): CaromEvent[] {
  return ndjson.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as CaromEvent)
}

/** File, number in its mbox and recipient of each event. */
function placesOf(ndjson: string, folder: string): string[] {
  return eventsOf(ndjson).map(({ source, recipient }) => {
    const { file, index } = source as { file: string; index?: number }
    return [file.replace(`${folder}/`, ''), index, recipient].filter((x) => x !== undefined).join(' ')
  })
}

test('one message from standard input', async () => {
  const { code, stdout, stderr } = await runCarom(['parse'], bounce(ANN))
  const [event] = eventsOf(stdout)
  assert.equal(code, 0)
  assert.equal(event?.recipient, ANN)
  assert.deepEqual(event?.source, { type: 'file', file: '-' })
  assert.match(stderr, /^1 message · 1 report · 1 event\n {2}reasons {2}mailbox-unknown 1\n$/)
})

test('mail that reports nothing prints nothing and is counted', async () => {
  const { code, stdout, stderr } = await runCarom(['parse', '-'], LETTER)
  assert.deepEqual([code, stdout, stderr], [0, '', '1 message · 0 reports · 0 events\n'])
})

test('an mbox from standard input', async () => {
  const { stdout } = await runCarom(['parse', '-q'], mbox([bounce(ANN), LETTER, bounce(BOB)]))
  assert.deepEqual(placesOf(stdout, ''), [`- 0 ${ANN}`, `- 2 ${BOB}`])
})

test('files, folders and Maildirs, in the order of arguments and names', async (t) => {
  const folder = folderOf(t, {
    'b.eml': bounce('b@example.org'),
    'a.eml': bounce('a@example.org'),
    'deep/er/c.eml': bounce('c@example.org'),
    'notes.json': '{\n  "no": "mail"\n}\n',
    'film.mp4': new Uint8Array(1_100_000),
    '.hidden.eml': bounce('hidden@example.org'),
    'Maildir/cur/2:2,S': bounce('cur@example.org'),
    'Maildir/new/1': bounce('new@example.org'),
    'Maildir/tmp/0': bounce('tmp@example.org'),
    'Maildir/dovecot.index': bounce('index@example.org'),
    'Maildir/.Junk/cur/1': bounce('junk@example.org'),
    'Maildir/.Junk/new/.keep': '',
    'Maildir/.Junk/tmp/.keep': '',
  })
  const { code, stdout, stderr } = await runCarom(['parse', `${folder}/b.eml`, folder])
  assert.equal(code, 0)
  assert.deepEqual(placesOf(stdout, folder), [
    'b.eml b@example.org',
    'Maildir/.Junk/cur/1 junk@example.org',
    'Maildir/cur/2:2,S cur@example.org',
    'Maildir/new/1 new@example.org',
    'a.eml a@example.org',
    'b.eml b@example.org',
    'deep/er/c.eml c@example.org',
  ])
  assert.match(stderr, /^7 messages · 7 reports · 7 events · 2 files skipped that are no mail\n/)
})

test('source.file is the path as typed', async (t) => {
  const folder = folderOf(t, { 'x/a.eml': bounce(ANN) })
  for (const [typed, file] of [
    [`${folder}/x`, `${folder}/x/a.eml`], [`${folder}/x/`, `${folder}/x/a.eml`],
    [`${folder}/x/../x/a.eml`, `${folder}/x/../x/a.eml`],
  ] as const) {
    const { stdout } = await runCarom(['parse', '-q', typed])
    assert.deepEqual(eventsOf(stdout)[0]?.source, { type: 'file', file })
  }
})

test('packed files are unpacked: a message, an mbox, a Maildir file, standard input', async (t) => {
  const two = mbox([bounce(ANN), bounce(BOB)])
  const folder = folderOf(t, {
    'a.eml.gz': gzipSync(bounce(ANN)),
    'b.mbox.gz': gzipSync(two),
    'c.gz': Buffer.concat([gzipSync(two.slice(0, 300)), gzipSync(two.slice(300))]),
    'md/cur/1:2,S': gzipSync(bounce('md@example.org')),
    'md/new/.keep': '', 'md/tmp/.keep': '',
  })
  const { code, stdout } = await runCarom(['parse', '-q', folder])
  assert.equal(code, 0)
  assert.deepEqual(placesOf(stdout, folder), [
    `a.eml.gz ${ANN}`, `b.mbox.gz 0 ${ANN}`, `b.mbox.gz 1 ${BOB}`, `c.gz 0 ${ANN}`, `c.gz 1 ${BOB}`,
    'md/cur/1:2,S md@example.org',
  ])
  const piped = await runCarom(['parse', '-q'], gzipSync(two))
  assert.deepEqual(placesOf(piped.stdout, ''), [`- 0 ${ANN}`, `- 1 ${BOB}`])
})

test('what cannot be read is named with its reason; the rest is read', async (t) => {
  const folder = folderOf(t, {
    'a.eml': bounce(ANN),
    'b.eml.gz': gzipSync(bounce(BOB)).subarray(0, 60),
    'c.eml.gz': Buffer.concat([Buffer.from([0x1f, 0x8b]), Buffer.alloc(30, 7)]),
    'd.xz': Buffer.from('\xfd7zXZ\0 and so on', 'latin1'),
    'e.tar': Buffer.from(`${'a.eml'.padEnd(257, '\0')}ustar\0`.padEnd(512, '\0')),
  })
  const files = ['a.eml', 'missing.eml', 'b.eml.gz', 'c.eml.gz', 'd.xz', 'e.tar', 'a.eml/x']
  const { code, stdout, stderr } =
    await runCarom(['parse', ...files.map((file) => `${folder}/${file}`)])
  assert.equal(code, 1)
  assert.deepEqual(placesOf(stdout, folder), [`a.eml ${ANN}`])
  assert.deepEqual(stderr.replaceAll(`${folder}/`, '').split('\n').slice(0, 7), [
    'carom parse: missing.eml: no such file or folder',
    'carom parse: b.eml.gz: the packed data end too early',
    'carom parse: c.eml.gz: the packed data are damaged',
    'carom parse: d.xz: is xz: unpack it with `xzcat FILE | carom parse`',
    'carom parse: e.tar: is a tar archive: unpack it and name the folder',
    'carom parse: a.eml/x: a part of the path is no folder',
    '1 message · 1 report · 1 event · 6 inputs not read',
  ])
})

test('a packed stream that breaks off gives what came before', async () => {
  const packed = gzipSync(mbox([bounce(ANN), bounce(BOB)]), { level: 0 })
  const { code, stdout, stderr } = await runCarom(['parse'], packed.subarray(0, packed.length - 40))
  assert.equal(code, 1)
  assert.equal(placesOf(stdout, '')[0], `- 0 ${ANN}`)
  assert.match(stderr, /^carom parse: standard input: the packed data end too early\n/)
})

test('links to folders above are not walked for ever; broken links are named', async (t) => {
  const folder = folderOf(t, { 'a/x.eml': bounce(ANN) })
  symlinkSync(folder, `${folder}/a/loop`)
  symlinkSync(`${folder}/nowhere`, `${folder}/a/broken`)
  const { code, stdout, stderr } = await runCarom(['parse', folder])
  assert.equal(code, 1)
  assert.deepEqual(placesOf(stdout, folder), [`a/x.eml ${ANN}`])
  assert.match(stderr, /a\/broken: no such file or folder\n1 message/)
})

test('a folder without permission is named', { skip: process.getuid?.() === 0 }, async (t) => {
  const folder = folderOf(t, {})
  mkdirSync(`${folder}/locked`)
  chmodSync(`${folder}/locked`, 0)
  const { code, stderr } = await runCarom(['parse', folder])
  assert.equal(code, 1)
  assert.match(stderr, /locked: permission denied/)
})

test('an empty file and an empty folder', async (t) => {
  const folder = folderOf(t, { 'empty.eml': '' })
  mkdirSync(`${folder}/nothing`)
  const named = await runCarom(['parse', `${folder}/empty.eml`])
  assert.deepEqual([named.code, named.stdout, named.stderr], [
    0, '', '0 messages · 0 reports · 0 events · 1 file skipped that is no mail\n',
  ])
  const none = await runCarom(['parse', `${folder}/nothing`])
  assert.deepEqual([none.code, none.stdout, none.stderr], [0, '', '0 messages · 0 reports · 0 events\n'])
})

test('header fields that were asked for are kept', async () => {
  const returned = bounce(ANN) + `\n--- Below this line is a copy of the message.\n
From: news@shop.example
To: ${ANN}
Subject: Sale
X-Campaign-Id: 2026-07
X-Other: no
Message-ID: <1@shop.example>

Hello
`
  const { stdout } = await runCarom(['parse', '-q', '--header', 'X-Campaign-ID'], returned)
  assert.deepEqual(eventsOf(stdout)[0]?.original?.headers, { 'x-campaign-id': '2026-07' })
})

test('the same lines whether threads help or not', async (t) => {
  const many = Array.from({ length: 1_500 }, (_, i) => bounce(`user${i}@example.org`))
  const files = Object.fromEntries(many.slice(0, 1_200).map((text, i) => [`dir/${1_000 + i}.eml`, text]))
  const folder = folderOf(t, { ...files, 'big.mbox': mbox(many) })
  writeFileSync(`${folder}/bigger.mbox`, mbox([...many, ...many, ...many, ...many, ...many, ...many]))
  const paths = [`${folder}/dir`, `${folder}/bigger.mbox`, `${folder}/big.mbox`]
  const alone = await runCarom(['parse', '--workers', '0', ...paths])
  const together = await runCarom(['parse', '--workers', '3', ...paths])
  assert.equal(together.stdout, alone.stdout)
  assert.equal(together.stderr, alone.stderr)
  assert.match(alone.stderr, /^11,700 messages · 11,700 reports/)
})

test('an empty input holds no message', async () => {
  const { code, stdout, stderr } = await runCarom(['parse', '--format', 'ndjson'], '')
  assert.deepEqual([code, stdout], [0, ''])
  assert.match(stderr, /^0 messages/)
})
