// Every text of every route, put in turn to what breaks databases and programs: refused or taken,
// the same on both stores, and never a failure of the service's own (T12, T14, T26).

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatCursor } from '../../../src/service/http/cursors.ts'
import type { SampleRequest } from '../http/requests.ts'
import { ADDRESS, fillSecretly, requestsOf, SETTINGS } from './two-tenants.ts'
import { openWhole, STORE_KINDS, type Asked } from './whole-service.ts'

/** JSON spells them out, so that a lone surrogate survives to the reader. */
const HOSTILE: Readonly<Record<string, string>> = {
  nul: '"a\\u0000b"', surrogate: '"a\\ud800b"', address: '"a\\u0000@example.org"',
  pair: '"\\ud83d\\ude00\\u202e\\u001b[31m@example.org"', prototype: '"__proto__"',
  huge: '1e308', negative: '-1', deep: `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
  own: '{"__proto__":{"admin":true},"constructor":1}', quote: '"\' OR 1=1 -- %_\\\\"',
  nothing: 'null', long: JSON.stringify('x'.repeat(70_000)),
}

/** The JSON with one value in turn put to `hostile`: the text that is sent. */
function* mutations(value: unknown, hostile: string): Generator<string> {
  const mark = '\u2603 here'
  for (const changed of replaceEach(value, mark)) {
    yield JSON.stringify(changed).replace(JSON.stringify(mark), () => hostile)
  }
}

function* replaceEach(value: unknown, mark: string): Generator<unknown> {
  if (typeof value !== 'object' || value === null) {
    yield mark
    return
  }
  for (const [name, inner] of Object.entries(value)) {
    for (const changed of replaceEach(inner, mark)) {
      yield Array.isArray(value)
        ? value.map((entry: unknown, i) => String(i) === name ? changed : entry)
        : { ...value, [name]: changed }
    }
  }
  if (!Array.isArray(value)) yield { ...value, extra: mark }
}

/** The path with one parameter in turn put to the text. */
function* paths(path: string, text: string): Generator<string> {
  const url = new URL(path, 'http://localhost')
  const encoded = encodeURIComponent(text)
  for (const name of new Set(url.searchParams.keys())) {
    const changed = new URL(url)
    changed.searchParams.set(name, text)
    yield changed.pathname + changed.search
  }
  const words = url.pathname.split('/')
  for (let i = 3; i < words.length; i++) {
    yield words.with(i, encoded).join('/') + url.search
  }
}

const REPLY = {
  recipient: ADDRESS, reply: '550 5.1.1 no', kind: 'failed', command: 'RCPT', messageId: '<m@x.y>',
  envelopeId: 'e', remoteMta: 'mx.example', subject: 's', campaign: 'c', id: 'i', at: 1,
}

const EVENT = {
  schema: 'carom/1', id: 'e', kind: 'failed', recipient: ADDRESS, originalRecipient: ADDRESS,
  finalRecipient: ADDRESS, reason: 'mailbox-unknown', permanence: 'permanent', remedy: 'suppress',
  scope: 'address', confidence: 1, replyCode: 550, enhancedCode: '5.1.1', command: 'RCPT',
  diagnostic: '550 5.1.1 no', provider: 'google', blocklist: { name: 'x', zone: 'y' },
  retryAfterSeconds: 1, reporter: 'postfix', reportingMta: 'a.example', remoteMta: 'b.example',
  occurredAt: '2026-01-01T00:00:00Z', arrivalDate: '2026-01-01T00:00:00Z',
  willRetryUntil: '2026-01-01T00:00:00Z', envelopeId: 'e', token: { recipient: ADDRESS },
  original: { messageId: 'm', from: 'a@b.example', to: ADDRESS, subject: 's', date: '2026-01-01',
    listId: 'l', feedbackId: 'f' },
  because: [{ rule: 'r', part: 'p', text: 't', span: [0, 1] }], problems: ['p'],
  source: { type: 'webhook', vendor: 'ses' },
}

const MORE: readonly SampleRequest[] = [
  { method: 'POST', path: '/v1/events?source=s&campaign=c', ask: { json: [REPLY] } },
  { method: 'POST', path: '/v1/events?list=l', ask: { json: EVENT } },
  { method: 'POST', path: '/v1/suppressions', ask: { json: {
    address: ADDRESS, list: 'l', reason: 'manual', note: 'n', createdAt: 1, expiresAt: 2,
  } } },
  ...[
    ['suppressions', 'suppressions', 'a\0b', ''], ['unmatched', 'unmatched', 1, 'a\0b'],
    [`addresses/${ADDRESS}/timeline`, 'timeline', 1, 'a\0', '\ud800'], ['optin', 'optin', 1, '\0'],
  ].map(([path, list = '', ...key]) => ({
    method: 'GET', path: `/v1/${path}?cursor=${formatCursor(String(list), key)}`,
  })),
  { method: 'POST', path: '/v1/sends', ask: { json: [{
    recipient: ADDRESS, messageId: 'm', envelopeId: 'e', list: 'l', campaign: 'c',
    fromDomain: 'x.example', fromIp: '192.0.2.1', sentAt: 1,
  }] } },
]

const answers = new Map<string, number>()

for (const { kind, skip } of STORE_KINDS) {
  test(`nothing that is sent fails the service, on ${kind}`, { skip }, async (t) => {
    const whole = await openWhole(t, kind, { text: SETTINGS })
    const ask = await whole.asks('default')
    await fillSecretly(whole, ask)
    const failed: string[] = []
    let asked = 0
    const tell = async (method: string, path: string, sent: Asked, what: string) => {
      const { status, text } = await ask(method, path, sent)
      asked++
      if (status >= 500) failed.push(`${what}: ${status} ${text}`)
      const key = what.replaceAll(/\/[\w%]*[0-9a-f]{12,}/g, '/*')
      const before = answers.get(key)
      if (before === undefined) answers.set(key, status)
      else if (before !== status) failed.push(`${what}: ${before} and ${status}`)
    }
    const samples = [...await requestsOf(whole, ask), ...MORE]
    for (const [at, { method, path, ask: sample }] of samples.entries()) {
      for (const [name, hostile] of Object.entries(HOSTILE)) {
        const plain: unknown = name === 'deep' ? 'deep' : JSON.parse(hostile)
        if (sample?.json !== undefined) {
          let n = 0
          for (const body of mutations(sample.json, hostile)) {
            const what = `${at} ${method} ${path} ${name} ${n++}`
            await tell(method, path, { body, type: 'application/json' }, what)
          }
        } else if (typeof plain === 'string' && plain.length < 1_000) {
          let n = 0
          if (/[\ud800-\udfff]/.test(plain) && !plain.isWellFormed()) continue
          for (const changed of paths(path, plain)) {
            const what = `${at} ${method} ${changed} ${name} ${n++}`
            await tell(method, changed, sample ?? {}, what)
          }
        }
      }
    }
    await whole.settled()
    // What was taken can be shown.
    for (const { method, path } of samples) {
      if (method === 'GET') await tell(method, path, {}, `after all: ${path}`)
    }
    assert.deepEqual(failed, [], `of ${asked}`)
    const poison = await whole.service.store.all(
      `SELECT kind, error FROM inbox WHERE state = 'poison'`)
    assert.deepEqual(poison, [])
  })
}
