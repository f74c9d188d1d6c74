// Bounces that we write: the engine reads back exactly what was meant, in every language and for
// every reason; other parsers see a well-formed report; and mail that must not be answered is not
// answered.

import assert from 'node:assert/strict'
import test from 'node:test'
import { simpleParser } from 'mailparser'
import PostalMime from 'postal-mime'
import { createEngine } from '../../src/engine.ts'
import { parseMessage } from '../../src/message/parse.ts'
import { composeBounce } from '../../src/report/compose.ts'
import type { BounceResult } from '../../src/report/compose.ts'
import type { BouncedRecipient, BounceRequest } from '../../src/report/compose-request.ts'
import { BOUNCE_TEXTS, SPOKEN_CODES } from '../../src/report/compose-texts.ts'
import type { BounceLanguage, SpokenReason } from '../../src/report/compose-texts.ts'
import { LIFTABLE_REFUSALS } from '../../src/report/refusal.ts'
import { RETURNED, message as readText, wire } from './messages.ts'

const engine = createEngine()
const decoder = new TextDecoder()
/** The message to answer: RETURNED without the list fields that forbid it. */
const ORIGINAL = RETURNED.replace(/List-Id: .*\n/, '')
const ALICE: BouncedRecipient = { address: 'alice@customer.example', reason: 'mailbox-unknown' }
const BASE: BounceRequest = {
  recipients: [ALICE], now: '2026-01-02T03:04:05.000Z', host: 'mx.customer.example', seed: '7f3a',
}
const LANGUAGES = Object.keys(BOUNCE_TEXTS) as BounceLanguage[]
const REASONS = Object.keys(SPOKEN_CODES) as SpokenReason[]

function compose(request: Partial<BounceRequest> = {}, original: string = ORIGINAL): BounceResult {
  return composeBounce(wire(original), { ...BASE, ...request })
}

function mustCompose(request: Partial<BounceRequest> = {}, original: string = ORIGINAL): Uint8Array {
  const result = compose(request, original)
  if (result.kind !== 'composed') throw new TypeError(JSON.stringify(result.refusals))
  return result.bytes
}

for (const language of LANGUAGES) {
  test(`${language}: every reason comes back as it was meant`, () => {
    for (const reason of REASONS) {
      const { events, problems } = engine.readMessage(mustCompose({ language, recipients: [{ ...ALICE, reason }] }))
      const [event] = events
      const { status } = SPOKEN_CODES[reason]
      assert.deepEqual(problems, [])
      assert.equal(events.length, 1)
      assert.deepEqual({
        kind: event?.kind, recipient: event?.recipient, reason: event?.reason, permanence: event?.permanence,
        enhancedCode: event?.enhancedCode, reportingMta: event?.reportingMta, messageId: event?.original?.messageId,
        occurredAt: event?.occurredAt, arrivalDate: event?.arrivalDate,
      }, {
        kind: 'failed', recipient: 'alice@customer.example', reason,
        permanence: status.startsWith('5') ? 'permanent' : 'transient', enhancedCode: status,
        reportingMta: 'mx.customer.example', messageId: 'm1@shop.example',
        occurredAt: '2026-01-02T03:04:05.000Z', arrivalDate: '2024-05-01T10:00:00.000Z',
      })
    }
  })

  test(`${language}: a delay comes back as a delay`, () => {
    for (const reason of REASONS.filter((one) => one !== 'expired')) {
      const request = { kind: 'delayed', language, recipients: [{ ...ALICE, reason }], willRetryUntil: '2026-01-07T03:04:05Z' } as const
      const [event] = engine.readMessage(mustCompose(request)).events
      assert.deepEqual([event?.kind, event?.reason, event?.recipient, event?.permanence, event?.willRetryUntil],
        ['delayed', 'delayed', 'alice@customer.example', 'transient', '2026-01-07T03:04:05.000Z'], reason)
    }
  })

  test(`${language}: texts are whole and say what they must`, () => {
    const { reasons, ...texts } = BOUNCE_TEXTS[language]
    assert.deepEqual(Object.keys(reasons), REASONS)
    for (const text of [...Object.values(texts), ...Object.values(reasons)]) assert.match(text, /\S{2}/)
    assert.match(texts.greeting, /\{host\}/)
    assert.match(texts.retryUntil, /\{date\}/)
  })
}

test('several recipients, each with its own reply', () => {
  const recipients: BouncedRecipient[] = [
    { address: 'alice@customer.example', reply: '552 5.2.2 over quota', remoteMta: 'mx1.customer.example' },
    { address: 'bob@customer.example', originalRecipient: 'robert@customer.example', reply: '550 no such user here' },
    { address: 'carol@customer.example', reason: 'policy', status: '5.7.26' },
  ]
  const { events } = engine.readMessage(mustCompose({ recipients, envelopeId: 'Q1' }))
  assert.deepEqual(
    events.map(({ recipient, reason, enhancedCode, replyCode, remoteMta, envelopeId }) => [
      recipient, reason, enhancedCode, replyCode, remoteMta, envelopeId,
    ]),
    [
      ['alice@customer.example', 'mailbox-full', '5.2.2', 552, 'mx1.customer.example', 'Q1'],
      ['robert@customer.example', 'mailbox-unknown', '5.0.0', 550, undefined, 'Q1'],
      ['carol@customer.example', 'policy', '5.7.26', undefined, undefined, 'Q1'],
    ],
  )
})

test('the fields of an automatic answer', () => {
  const original = ORIGINAL.replace('Subject:', 'References: <a@b.test> <c@d.test>\nSubject:')
  const read = parseMessage(mustCompose({}, original))
  const field = (name: string): string | undefined => read.header(name)
  assert.equal(field('to'), '<news@shop.example>')
  assert.equal(field('from'), 'Mail Delivery System <mailer-daemon@mx.customer.example>')
  assert.equal(field('auto-submitted'), 'auto-replied')
  assert.equal(field('in-reply-to'), '<m1@shop.example>')
  assert.equal(field('references'), '<a@b.test> <c@d.test> <m1@shop.example>')
  assert.equal(field('message-id'), '<carom.7f3a@mx.customer.example>')
  assert.equal(field('return-path'), undefined)
  assert.equal(read.type, 'multipart/report')
  assert.equal(read.param('report-type'), 'delivery-status')
  assert.deepEqual(read.parts.map(({ type }) => type), ['text/plain', 'message/delivery-status', 'message/rfc822'])
  assert.deepEqual(read.problems, [])
})

test('the envelope: from nobody, to the return path', () => {
  const result = compose({ returnPath: '<@relay.example:mai-7@shop.example>' })
  assert.ok(result.kind === 'composed')
  assert.deepEqual([result.envelopeSender, result.to, result.returned, result.needsSmtpUtf8],
    ['', 'mai-7@shop.example', 'message', false])
})

test('what is returned: the message, its headers when told or too large', () => {
  const partOf = (request: Partial<BounceRequest>, original?: string): string | undefined =>
    parseMessage(mustCompose(request, original)).parts[2]?.type
  assert.equal(partOf({}), 'message/rfc822')
  assert.equal(partOf({ headersOnly: true }), 'text/rfc822-headers')
  assert.equal(partOf({ messageBytesMax: 100 }), 'text/rfc822-headers')
  assert.equal(partOf({}, ORIGINAL + 'x\n'.repeat(30_000)), 'text/rfc822-headers')
  assert.equal(partOf({}, ORIGINAL.replace('May offers', 'Angebote für Mai')), 'message/global')
  assert.equal(partOf({}, ORIGINAL + 'für'), 'text/rfc822-headers')
})

test('whatever is returned, the engine finds the message again', () => {
  for (const original of [ORIGINAL, ORIGINAL + 'für', ORIGINAL.replace('May offers', 'Angebote für Mai')]) {
    for (const headersOnly of [true, false]) {
      const [event] = engine.readMessage(mustCompose({ headersOnly }, original)).events
      assert.equal(event?.original?.messageId, 'm1@shop.example')
      assert.match(event?.original?.subject ?? '', /offers|für Mai/)
    }
  }
})

test('an address beyond ASCII needs SMTPUTF8 and survives', () => {
  const result = compose({ returnPath: 'böb@shop.example', recipients: [{ ...ALICE, address: 'älice@customer.example' }] })
  assert.ok(result.kind === 'composed')
  assert.equal(result.needsSmtpUtf8, true)
  assert.equal(engine.readMessage(result.bytes).events[0]?.recipient, 'älice@customer.example')
})

test('a reply beyond ASCII survives', () => {
  const reply = '550 5.1.1 Postfach existiert nicht (unbekannter Empfänger)'
  const [event] = engine.readMessage(mustCompose({ recipients: [{ address: ALICE.address, reply }] })).events
  assert.equal(event?.diagnostic, reply)
})

test('no value can bring in a recipient, a field or a part', () => {
  const evil = 'x\r\n\r\nFinal-Recipient: rfc822; victim@b.test\r\nAction: failed\r\n--b1'
  const bytes = mustCompose({
    envelopeId: evil, recipients: [{ address: ALICE.address, reply: `550 ${evil}`, remoteMta: evil }],
  })
  const { events } = engine.readMessage(bytes)
  assert.deepEqual(events.map(({ recipient }) => recipient), [ALICE.address])
  assert.equal(parseMessage(bytes).parts.length, 3)
})

test('other parsers see the same report', async () => {
  for (const language of LANGUAGES) {
    const bytes = mustCompose({ language })
    const words = BOUNCE_TEXTS[language].reasons['mailbox-unknown']
    const one = await simpleParser(Buffer.from(bytes))
    assert.ok(one.text?.includes(words), language)
    assert.equal(one.subject, BOUNCE_TEXTS[language].failedSubject)
    assert.equal(one.inReplyTo, '<m1@shop.example>')
    const other = await PostalMime.parse(bytes, { forceRfc822Attachments: true })
    assert.ok(other.text?.includes(words), language)
    assert.equal(other.subject, BOUNCE_TEXTS[language].failedSubject)
    assert.deepEqual(other.attachments.map(({ mimeType }) => mimeType), ['message/delivery-status', 'message/rfc822'])
    const status = decoder.decode(other.attachments[0]?.content as ArrayBuffer)
    assert.match(status, /^Final-Recipient: rfc822; alice@customer\.example\r?$/m)
  }
})

const with_ = (line: string): string => ORIGINAL.replace('Subject:', `${line}\nSubject:`)
const path = (value: string): string => ORIGINAL.replace('<news@shop.example>', value)
const REFUSED: readonly (readonly [string, string, Partial<BounceRequest>?])[] = [
  ['return-path-missing', ORIGINAL.replace(/Return-Path: .*\n/, '')],
  ['return-path-null', path('<>')],
  ['return-path-null', ORIGINAL, { returnPath: '' }],
  ['return-path-null', ORIGINAL.replace(/Return-Path: .*\n/, 'From MAILER-DAEMON Mon Jan  1 00:00:00 2024\n')],
  ['return-path-unusable', path('<news>')],
  ['return-path-unusable', path('<news@localhost>')],
  ['return-path-unusable', path(`<${'x'.repeat(300)}@shop.example>`)],
  ['return-path-unusable', path('nobody')],
  ['report', `Return-Path: <x@y.example>\n${decoder.decode(mustCompose())}`],
  ['report', 'Return-Path: <x@y.example>\nFrom: MAILER-DAEMON@y.example\nSubject: failure notice\n\n' +
    'Hi. This is the qmail-send program at y.example.\n\n<a@b.example>:\n550 5.1.1 no such user\n'],
  ['automatic', with_('Auto-Submitted: auto-replied')],
  ['automatic', with_('Auto-Submitted: Auto-Generated; owner=x')],
  ['automatic', with_('X-Autoreply: yes')],
  ['list-mail', RETURNED],
  ['list-mail', with_('List-Unsubscribe: <https://shop.example/u>')],
  ['list-mail', ORIGINAL, { returnPath: 'offers-bounces+alice=customer.example@shop.example' }],
  ['list-mail', ORIGINAL, { returnPath: 'owner-offers@shop.example' }],
  ['bulk-mail', with_('Precedence: bulk')],
  ['responses-unwanted', with_('X-Auto-Response-Suppress: OOF, AutoReply')],
  ['daemon-sender', path('<MAILER-DAEMON@shop.example>')],
  ['daemon-sender', path('<postmaster@shop.example>')],
  ['no-reply-sender', path('<no-reply@shop.example>')],
  ['no-reply-sender', path('<donotreply@shop.example>')],
  ['own-address', path('<bounces@mx.customer.example>'), { from: 'bounces@mx.customer.example' }],
  ['own-address', ORIGINAL, { ownAddresses: ['News@Shop.example'] }],
  ['loop', with_('X-Loop: alice@customer.example')],
  ['loop', 'Received: by a.example; Wed, 1 May 2024 10:00:00 +0000\n'.repeat(60) + ORIGINAL],
]

test('mail that must not be answered is not, and the reason is said', () => {
  for (const [code, original, request] of REFUSED) {
    const result = compose(request, original)
    assert.ok(result.kind === 'refused', `${code}: ${original.slice(0, 200)}`)
    assert.ok(result.refusals.some((refusal) => refusal.code === code), `${code}: ${JSON.stringify(result.refusals)}`)
    for (const { because } of result.refusals) assert.match(because, /\w/)
  }
})

test('a caller may lift what is a matter of judgement, never what is final', () => {
  for (const [code, original, request] of REFUSED) {
    const result = compose({ ...request, allow: [...LIFTABLE_REFUSALS, 'report', 'return-path-null'] }, original)
    const isLiftable = (LIFTABLE_REFUSALS as readonly string[]).includes(code)
    assert.equal(result.kind, isLiftable ? 'composed' : 'refused', code)
  }
})

test('ordinary answers are no reason to refuse', () => {
  for (const line of ['Auto-Submitted: no', 'Precedence: normal', 'X-Auto-Response-Suppress: OOF', 'In-Reply-To: <x@y.example>']) {
    assert.equal(compose({}, with_(line)).kind, 'composed', line)
  }
})

const WRONG: readonly Partial<BounceRequest>[] = [
  { recipients: [] }, { kind: 'delayed', recipients: [{ ...ALICE, reason: 'expired' }] }, { recipients: [{ address: 'a@b.example' }] }, { recipients: [{ address: ' ', reason: 'policy' }] },
  { recipients: [{ ...ALICE, address: 'a@b.example\r\nX: y' }] }, { recipients: [{ ...ALICE, originalRecipient: 'b' }] },
  { recipients: [{ ...ALICE, reason: 'greylisted' as SpokenReason }] }, { recipients: [{ ...ALICE, status: '2.0.0' }] },
  { recipients: [{ ...ALICE, status: '5.1' }] }, { language: 'tlh' as BounceLanguage }, { now: 'soon' }, { host: '' }, { seed: '' },
]

test('a request that makes no sense is the caller’s mistake', () => {
  for (const request of WRONG) {
    assert.throws(() => compose(request), TypeError, JSON.stringify(request))
  }
})

test('the same request gives the same bytes', () => {
  assert.deepEqual(mustCompose(), mustCompose())
  assert.notDeepEqual(mustCompose(), mustCompose({ seed: '7f3b' }))
  assert.equal(readText(decoder.decode(mustCompose())).header('date'), 'Fri, 02 Jan 2026 03:04:05 +0000')
})
