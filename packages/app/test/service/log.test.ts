// The log: one line a message, no secrets ever, no addresses unless asked for.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../tests/fuzz/seeded.ts'
import { createLog, LOG_DEFAULTS, type LogOptions } from '../../src/service/log.ts'

/** A line whose fields a test names as it expects them. */
type Line = { readonly [name: string]: Line } & readonly Line[]

function record(options: Partial<LogOptions> = {}) {
  const lines: string[] = []
  const log = createLog({ ...LOG_DEFAULTS, level: 'debug', ...options }, {
    write: (line) => lines.push(line),
  })
  return { log, lines, read: () => lines.map((line) => JSON.parse(line) as Line) }
}

/** Where a secret may stand; CANARY is never to be seen. */
const SECRETS: readonly unknown[] = [
  { authorization: 'Bearer CANARY1234' }, { headers: { Authorization: 'CANARY', Cookie: 'CANARY' } },
  { password: 'CANARY' }, { apiKey: 'CANARY', 'api-key': 'CANARY' }, { pass: 'CANARY' },
  { secrets: 1, clientSecret: 'CANARY' }, { token: 'CANARY' }, { auth: { user: 'x', pass: 'CANARY' } },
  { url: 'postgres://carom:CANARY@db.example.com/carom' }, { text: 'AUTH PLAIN CANARYCANARY=' },
  { text: 'Authorization: Basic CANARYCANARY' }, { key: 'carom_0123456789ab_CANARYCANARYCANARY' },
  { text: 'the key carom_0123456789ab_CANARYCANARYCANARY is used' },
  { url: 'https://app.example.com/hook?token=CANARY&x=1' }, { error: new Error('at https://u:CANARY@h/') },
  { error: new Error('x', { cause: new Error('imap://me:CANARY@mail.example.com') }) },
  { deep: [{ list: [{ privateKey: 'CANARY' }] }] },
]

for (const fields of SECRETS) {
  test(`no secret is written of ${JSON.stringify(fields)}`, () => {
    for (const addresses of [true, false]) {
      const { log, lines } = record({ addresses })
      log.info('told', fields as Record<string, unknown>)
      log.error(`in words: ${JSON.stringify(fields)}`.replaceAll('"', ' ').slice(0, 0) || 'told')
      assert.doesNotMatch(lines.join(''), /CANARY/)
    }
  })
}

test('an address is a hash that stays the same, or itself without its token', () => {
  const hidden = record()
  hidden.log.info('from Ann@Example.org to ann@example.org', { to: ['<bob@example.com>'] })
  const [line] = hidden.read()
  const [first, second] = String(line?.['message']).match(/address:[0-9a-f]{10}/g) ?? []
  assert.equal(first, second)
  assert.match(String(line?.['to']?.[0]), /^<address:[0-9a-f]{10}@example\.com>$/)
  const shown = record({ addresses: true })
  shown.log.info('to b+ann=example.org.abcdefgh23456789ab@bounces.example.com for ann@example.org')
  assert.equal(shown.read()[0]?.['message'],
    'to b+ann=example.org.[hidden]@bounces.example.com for ann@example.org')
})

test('the level holds and can be changed', () => {
  const { log, lines } = record({ level: 'warn' })
  log.info('no')
  log.warn('yes')
  log.setLevel('debug')
  log.debug('yes')
  assert.equal(lines.length, 2)
})

test('whatever is told makes one line of JSON, or of words', () => {
  const cyclic: Record<string, unknown> = { n: 5n, f: () => 1, bytes: new Uint8Array(3), nan: NaN }
  cyclic['self'] = cyclic
  fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.object(), (message, fields) => {
    for (const format of ['json', 'text'] as const) {
      const { log, lines } = record({ format })
      log.info(message, fields)
      log.info(message, cyclic)
      assert.equal(lines.length, 2)
      for (const line of lines) {
        assert.equal(line.indexOf('\n'), line.length - 1)
        assert.doesNotMatch(line.slice(0, -1), /[\0-\x1f]/)
        if (format === 'json') JSON.parse(line)
      }
    }
  }), { numRuns: 200 })
})

test('a very long text is cut', () => {
  const { log, lines } = record()
  log.info('x'.repeat(1_000_000), { text: 'a@'.repeat(500_000) })
  assert.ok((lines[0]?.length ?? 0) < 50_000)
})
