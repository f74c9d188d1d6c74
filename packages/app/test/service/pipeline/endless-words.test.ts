// Words without end in what strangers write: no index of a database takes them, and one report with
// them must not hold up all others (T14).

import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { onBoth } from './on-both.ts'
import { statusReport } from './status-report.ts'
import { gone, type Given } from './workbench.ts'

/** Nothing that a database could pack. */
const word = (length: number): string => randomBytes(length).toString('base64url').slice(0, length)

function report(recipient: string, original: string, remote: string): Given {
  return { kind: 'message', trust: 2, body: statusReport({
    recipient, original, remoteMta: remote, header: `Message-ID: <${word(20)}@mx.a.example>`,
  }) }
}

function delivered(now: number, recipient: string, messageId: string, queueId = 'q'): Given {
  return {
    kind: 'log', trust: 2, envelope: { vendor: 'postfix', registersSends: true },
    body: JSON.stringify({ delivered: [
      'postfix', new Date(now).toISOString(), 'mx', queueId, recipient, '', messageId,
    ] }),
  }
}

const EVENT = {
  schema: 'carom/1', id: 'e1', kind: 'failed', recipient: 'eve@a.example', reason: 'ip-blocklisted',
  permanence: 'permanent', remedy: 'fix', scope: 'sender-ip', bounceType: 'soft', confidence: 1,
  because: [], source: { type: 'http' },
}

onBoth('endless words hold nothing up', async (_t, bench) => {
  const endless: Given[] = [
    report('ann@a.example', `Message-ID: <${word(6_000)}@x>\nList-ID: <${word(6_000)}>`, 'mx.example'),
    report('bob@a.example', `Feedback-ID: ${word(6_000)}`, `${word(6_000)}.example`),
    report(`${word(6_000)}@${word(6_000)}.example`, '', 'mx.example'),
    delivered(bench.now, 'cat@a.example', `<${word(9_000)}@x>`, word(3_000)),
    delivered(bench.now, `${word(9_000)}@a.example`, '<1@x>'),
    delivered(bench.now, `dan@${word(9_000)}.example`, '<2@x>'),
    { kind: 'events', trust: 2, body: { ...EVENT, provider: word(9_000) } },
    { kind: 'events', trust: 2, body: { ...EVENT, id: 'e2', blocklist: { name: word(9_000) } } },
    { kind: 'events', trust: 2, body: { ...EVENT, id: word(9_000) } },
    { kind: 'events', trust: 2, body: { ...EVENT, id: 'e3', original: { listId: word(9_000) } } },
  ]
  await bench.give(...endless, gone('last@a.example'))
  assert.equal(await bench.status('last@a.example'), 'paused')
  assert.equal(await bench.status('ann@a.example'), 'paused')
  const waiting = await bench.store.all(`SELECT state FROM inbox WHERE state IN ('new', 'poison')`)
  assert.deepEqual(waiting, [])
})
