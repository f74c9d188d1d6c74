// Sends that a log told of have the domain they were sent from, so that rates by sending domain
// have them as well.

import assert from 'node:assert/strict'
import { createLogReader, writeLogItem } from '@carom/core'
import { onBoth } from './on-both.ts'
import type { Given } from './workbench.ts'

const HEAD = 'Mar  1 08:00:00 out1 postfix/'
const SENT = 'relay=mx.example.org[203.0.113.40]:25, delay=1, dsn=2.0.0, status=sent (250 OK)'
const GONE = 'relay=mx.example.org[203.0.113.40]:25, delay=1, dsn=5.1.1, ' +
  'status=bounced (host mx.example.org[203.0.113.40] said: 550 5.1.1 No such user)'

function logged(number: number, sender: string, recipient: string, result: string): Given {
  const id = `A1B2C3D4E${number}`
  const reader = createLogReader('postfix', { now: () => Date.UTC(2026, 2, 2) })
  const items = [
    `${HEAD}cleanup[7]: ${id}: message-id=<m${number}@host.example>`,
    `${HEAD}qmgr[6]: ${id}: from=<${sender}>, size=700, nrcpt=1 (queue active)`,
    `${HEAD}smtp[8]: ${id}: to=<${recipient}>, ${result}`,
  ].flatMap((line) => [...reader.read(line)])
  return {
    kind: 'log', trust: 2, body: items.map(writeLogItem).join('\n'),
    envelope: { vendor: 'postfix', registersSends: true },
  }
}

onBoth('a send of a log has the domain of its envelope sender', async (_t, bench) => {
  await bench.give(
    logged(1, 'bounce+ann=a.example@News.Example.com', 'ann@a.example', SENT),
    logged(2, 'bounce@news.example.com', 'bob@a.example', GONE),
    logged(3, 'root', 'cat@a.example', SENT))
  // A system that spells the domain in its own way means the same one.
  await bench.ledger.registerSends('t', [
    { recipient: 'dan@a.example', messageId: 'm4@host.example', fromDomain: 'NEWS.example.com' },
  ])
  const rows = await bench.store.all<object>(
    'SELECT recipient, from_domain FROM sends ORDER BY recipient')
  assert.deepEqual(rows.map((row) => ({ ...row })), [
    { recipient: 'ann@a.example', from_domain: 'news.example.com' },
    { recipient: 'bob@a.example', from_domain: 'news.example.com' },
    { recipient: 'cat@a.example', from_domain: '' },
    { recipient: 'dan@a.example', from_domain: 'news.example.com' },
  ])
  const days = await bench.store.all<{ n: number }>(
    `SELECT n FROM send_days WHERE kind = 'domain' AND name = 'news.example.com'`)
  assert.equal(days.reduce((sum, { n }) => sum + Number(n), 0), 3)
})
