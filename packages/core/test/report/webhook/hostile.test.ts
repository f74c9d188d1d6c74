// Decoders read what strangers post: wrong types, prototype names, NUL, broken and endless JSON.
// None may throw, stall or give an address that nobody wrote.

import assert from 'node:assert/strict'
import test from 'node:test'
import { fc } from '../../../../../tests/fuzz/seeded.ts'
import {
  createEngine, readWebhook, WEBHOOK_VENDORS, type CaromEvent, type WebhookVendor,
} from '../../../src/index.ts'
import { JSON_DEPTH_MAX, readJsonText } from '../../../src/report/webhook/json.ts'
import { readMoment } from '../../../src/report/webhook/moment.ts'
import { assertQuick } from '../../quick.ts'
import { listSamples, type Sample } from './samples.ts'

const engine = createEngine()
const samples = listSamples()

/** What stands where something else is expected. */
const WRONG: readonly unknown[] = [
  null, true, false, 0, -1, 1e308, 5e-324, '', ' ', '\0', 'a\0b@left.example', 'constructor',
  '__proto__', 'toString', [], {}, [[]], [null], { length: 3 }, 'x'.repeat(5_000), '\ud800',
  '550 5.1.1 user unknown', 'nobody@left.example', '<nobody@left.example>', ['a@left.example'],
  'a@left.example, b@left.example', 1772438402, '1772438402.5', '2026-03-02T08:00:02Z', 'Infinity',
]

const change = fc.record({
  at: fc.nat(), how: fc.constantFrom('wrong', 'gone', 'wrapped', 'twice'),
  put: fc.constantFrom(...WRONG),
})

test('mutated samples', () => {
  const json = samples.filter(({ file }) => file.endsWith('.json'))
  fc.assert(fc.property(
    fc.constantFrom(...json), fc.array(change, { minLength: 1, maxLength: 6 }),
    (sample, changes) => {
      let value = unwrapped(JSON.parse(Buffer.from(sample.bytes).toString()))
      for (const one of changes) value = mutate(value, one)
      check(sample.vendor, Buffer.from(JSON.stringify(value)), sample.contentType)
    },
  ), { numRuns: 600 })
})

/** The event of SES stands as a text in its envelope. */
function unwrapped(value: unknown): unknown {
  const message = (value as { Message?: unknown } | null)?.Message
  return typeof message === 'string' && message.startsWith('{') ? JSON.parse(message) : value
}

test('damaged bytes', () => {
  fc.assert(fc.property(
    fc.constantFrom(...samples), fc.array(fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(40),
      put: fc.constantFrom('', '"', '\\', '{', '}', '[', ']', ',', ':', '\0', '\\u0000', '%', '&', '=', '%zz', '--', '\r\n', '9'.repeat(40), 'é', '\ud800'),
    }), { minLength: 1, maxLength: 8 }),
    (sample, damages) => {
      let text = Buffer.from(sample.bytes).toString('latin1')
      for (const { at, cut, put } of damages) {
        const from = Math.floor(at * text.length)
        text = text.slice(0, from) + put + text.slice(from + cut)
      }
      check(sample.vendor, Buffer.from(text, 'latin1'), sample.contentType)
    },
  ), { numRuns: 600 })
})

test('any bytes, under any type', () => {
  fc.assert(fc.property(
    fc.constantFrom(...WEBHOOK_VENDORS), fc.uint8Array({ maxLength: 300 }),
    fc.constantFrom('application/json', 'application/x-www-form-urlencoded', 'multipart/form-data', 'multipart/form-data; boundary=', 'multipart/form-data; boundary="a\r\nb"', '', 'text/plain'),
    (vendor, bytes, contentType) => check(vendor, bytes, contentType),
  ), { numRuns: 600 })
})

/** Every event is one that could be stored: no NUL, no address that is none, caps kept. */
function check(vendor: WebhookVendor, bytes: Uint8Array, contentType: string): void {
  const { events } = readWebhook(engine, vendor, { bytes, contentType })
  for (const event of events) assertSound(event)
  assert.equal(Object.getPrototypeOf({}), Object.prototype)
  assert.equal(({} as Record<string, unknown>)['event'], undefined)
}

function assertSound(event: CaromEvent): void {
  const text = JSON.stringify(event, (key, value: unknown) => {
    assert.ok(typeof value !== 'string' || !value.includes('\0'), key)
    return value
  })
  assert.ok(event.recipient === undefined || /^[^\s@].*@.+$/su.test(event.recipient), text)
  assert.ok(event.vendor !== undefined && (event.vendor.eventId ?? '').length <= 1_500)
  assert.ok(event.occurredAt === undefined || event.occurredAt.startsWith('20'), text)
  assert.ok(event.kind !== 'echo' || event.remedy === 'none', text)
}

function mutate(value: unknown, one: { at: number; how: string; put: unknown }): unknown {
  const places: { holder: Record<string, unknown>; key: string }[] = []
  const walk = (holder: unknown): void => {
    if (typeof holder !== 'object' || holder === null) return
    for (const key of Object.keys(holder)) {
      places.push({ holder: holder as Record<string, unknown>, key })
      walk((holder as Record<string, unknown>)[key])
    }
  }
  walk(value)
  const place = places[one.at % Math.max(1, places.length)]
  if (place === undefined) return structuredClone(one.put)
  const { holder, key } = place
  // A copy: a value that stands in two places could later be put into itself.
  if (one.how === 'wrong') holder[key] = structuredClone(one.put)
  else if (one.how === 'wrapped') holder[key] = [holder[key]]
  else if (one.how === 'twice') holder[key] = [holder[key], structuredClone(holder[key])]
  else if (Array.isArray(holder)) holder.splice(Number(key), 1)
  else delete holder[key]
  return value
}

test('bodies of a megabyte that are made to be slow', () => {
  const size = 1_000_000
  const bodies: readonly string[] = [
    '['.repeat(size), '{"a":'.repeat(size / 5), '"'.repeat(size), '"' + '\\'.repeat(size),
    '\\"'.repeat(size / 2), '9'.repeat(size), `[${'9'.repeat(20)},`.repeat(size / 22), '%'.repeat(size),
    '&'.repeat(size), 'a=b&'.repeat(size / 4), `{"event":"bounce","reason":"${'5.'.repeat(size / 2)}"}`,
    `[${'{"event":"bounce","email":"a@left.example"},'.repeat(size / 45)}{}]`,
    `{"data":{"to":[${'"a@left.example",'.repeat(size / 18)}"b@left.example"]},"type":"email.bounced"}`,
    `mandrill_events=${'%5B'.repeat(size / 3)}`, `--b\r\n${'Content-Disposition: form-data; name="a"\r\n\r\n--b\r\n'.repeat(size / 48)}`,
  ]
  for (const vendor of ['sendgrid', 'mailgun', 'resend'] as const) {
    for (const text of bodies) {
      const bytes = Buffer.from(text)
      const contentType = text.startsWith('--') ? 'multipart/form-data; boundary=b'
        : text.includes('=') ? 'application/x-www-form-urlencoded' : 'application/json'
      assertQuick(2_000, () => { readWebhook(engine, vendor, { bytes, contentType }) },
        `${vendor} ${text.slice(0, 30)}`)
    }
  }
})

test('JSON keeps the digits of ids and refuses depth', () => {
  const cases: readonly (readonly [string, unknown, string?])[] = [
    ['{"a":9007199254740993123}', { a: '9007199254740993123' }],
    ['[-9007199254740993123,1]', ['-9007199254740993123', 1]],
    ['{"a":"x 9007199254740993123,"}', { a: 'x 9007199254740993123,' }],
    ['{"a\\"9007199254740993123":1}', { 'a"9007199254740993123': 1 }],
    ['1772438402.3184762', 1772438402.3184762],
    ['{"a":1}garbage', undefined, 'json-broken'],
    ['', undefined, 'json-broken'],
    ['['.repeat(JSON_DEPTH_MAX) + ']'.repeat(JSON_DEPTH_MAX), nested(JSON_DEPTH_MAX)],
    ['['.repeat(JSON_DEPTH_MAX + 1) + ']'.repeat(JSON_DEPTH_MAX + 1), undefined, 'json-deep'],
  ]
  for (const [text, value, problem] of cases) {
    const problems: string[] = []
    assert.deepEqual(readJsonText(text, problems), value, text)
    assert.deepEqual(problems, problem === undefined ? [] : [problem], text)
  }
})

function nested(depth: number): unknown {
  return depth === 1 ? [] : [nested(depth - 1)]
}

test('times of every vendor', () => {
  const cases: readonly (readonly [unknown, string | undefined])[] = [
    [1772438402, '2026-03-02T08:00:02.000Z'], ['1772438402', '2026-03-02T08:00:02.000Z'],
    [1772438402.318476, '2026-03-02T08:00:02.318Z'], [1772438402318, '2026-03-02T08:00:02.318Z'],
    ['2026-03-02T08:00:02.318476Z', '2026-03-02T08:00:02.318Z'],
    ['2026-03-02T09:00:02+01:00', '2026-03-02T08:00:02.000Z'],
    ['2026-03-02 08:00:02', '2026-03-02T08:00:02.000Z'],
    ['3/2/2026 8:00:02 PM', '2026-03-02T20:00:02.000Z'],
    ['3/2/2026 12:00:02 AM', '2026-03-02T00:00:02.000Z'],
    ['13/2/2026 12:00:02 AM', undefined], [0, undefined], [-1, undefined], [1e300, undefined],
    ['yesterday', undefined], [null, undefined], [{}, undefined], ['', undefined],
  ]
  for (const [value, moment] of cases) assert.equal(readMoment(value), moment, String(value))
})

test('what comes as parameters of a URL is read too', () => {
  const query = Object.fromEntries(new URLSearchParams(
    Buffer.from(elastic('no-mailbox').bytes).toString()))
  const { events } = readWebhook(engine, 'elastic-email', { bytes: new Uint8Array(), query })
  assert.deepEqual(events.map(({ kind, recipient, reason }) => ({ kind, recipient, reason })), [
    { kind: 'failed', recipient: 'nemo@left.example', reason: 'mailbox-unknown' },
  ])
})

function elastic(name: string): Sample {
  return samples.find(({ file }) => file === `elastic-email/${name}.txt`) as Sample
}
