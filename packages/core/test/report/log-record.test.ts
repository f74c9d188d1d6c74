// What a log told, written down and read again: the same key, recipient, time and message.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createLogReader } from '../../src/report/log/index.ts'
import { readLogItem, writeLogItem } from '../../src/report/log/record.ts'
import type { LogItem } from '../../src/report/log/types.ts'

const HEAD = 'Jun 12 08:00:00 out1 postfix/'
const LINES = [
  `${HEAD}cleanup[7]: A1B2C3D4E5: message-id=<one@example.com>`,
  `${HEAD}smtp[8]: A1B2C3D4E5: to=<"a b"@example.org>, orig_to=<c@example.org>, ` +
    'relay=mx.example.org[203.0.113.40]:25, delay=1, dsn=2.0.0, status=sent (250 OK)',
  `${HEAD}smtp[8]: A1B2C3D4E5: to=<gone@example.org>, relay=mx.example.org[203.0.113.40]:25, ` +
    'delay=1, dsn=5.1.1, status=bounced (host mx.example.org[203.0.113.40] said: 550 5.1.1 No)',
  `${HEAD}smtp[8]: A1B2C3D4E5: to=<full@example.org>, relay=none, delay=1, dsn=4.4.1, ` +
    'status=deferred (connect to mx.example.org[203.0.113.40]:25: Connection timed out)',
]

function itemsOf(lines: readonly string[]): LogItem[] {
  const reader = createLogReader('postfix', { now: () => Date.UTC(2026, 5, 13) })
  return lines.flatMap((line) => [...reader.read(line)])
}

test('an item that is written down says the same when it is read', () => {
  const items = itemsOf(LINES)
  assert.equal(items.length, 3)
  for (const item of items) {
    const read = readLogItem(JSON.parse(writeLogItem(item)))
    const [before] = item.report.recipients
    const [after] = read?.report.recipients ?? []
    assert.equal(read?.report.logKey, item.key)
    assert.equal(read.date, item.date)
    assert.deepEqual(read.report.original, item.report.original)
    for (const name of ['kind', 'finalRecipient', 'originalRecipient', 'finalLogId'] as const) {
      assert.equal(after?.[name], before?.[name], name)
    }
    if (before?.kind !== 'delivered') assert.deepEqual(read.report, item.report)
  }
})

test('a delivery takes few bytes', () => {
  const [delivered] = itemsOf(LINES)
  assert.ok(delivered !== undefined && writeLogItem(delivered).length < 160)
})

test('a delivery without a stamp keeps the reply that tells it from others', () => {
  const [item] = itemsOf(LINES)
  assert.ok(item !== undefined)
  const { date: _date, ...undated } = item
  const read = readLogItem(JSON.parse(writeLogItem(undated)))
  assert.deepEqual(read?.report, item.report)
})

test('the domain of the envelope sender goes with an item, and nothing else of it', () => {
  for (const [sender, domain] of [
    ['news+secret=a@Bounces.Example.COM', 'bounces.example.com'], ['x@b\u00fccher.example',
      'xn--bcher-kva.example'], ['', undefined], ['root', undefined], ['x@[192.0.2.1]', undefined],
    ['x@a\u0001b.example', undefined], [`x@${'a.'.repeat(200)}example`, undefined],
    ['x@', undefined],
  ]) {
    const items = itemsOf([
      `${HEAD}qmgr[6]: A1B2C3D4E5: from=<${sender}>, size=700, nrcpt=1 (queue active)`,
      ...LINES.slice(1, 3),
    ])
    if (sender !== '') assert.equal(items.length, 2, sender)
    for (const item of items) {
      const written = writeLogItem(item)
      assert.equal(readLogItem(JSON.parse(written))?.senderDomain, domain, sender)
      assert.ok(item.report.recipients[0]?.kind !== 'delivered' || !written.includes('secret'))
    }
  }
})

test('what is no item is none', () => {
  for (const value of [
    null, 7, 'x', [], {}, { delivered: 1 }, { delivered: ['postfix'] }, { report: {} },
    { delivered: [1, 2, 3, 4, 5, 6, 7] }, { delivered: ['postfix', 'x', '', '', '', '', ''] },
    { delivered: Array(9).fill('postfix') },
    { report: { recipients: [] }, lines: 'x' },
  ]) assert.equal(readLogItem(value), undefined, JSON.stringify(value))
})
