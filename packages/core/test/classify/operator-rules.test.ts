// Rules that operators write judge before all others, and bad ones are told what is wrong.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkOperatorRules, createEngine, type OperatorRule } from '../../src/index.ts'
import { assertQuick } from '../quick.ts'

const plain = createEngine()
const RULES: readonly OperatorRule[] = [
  {
    id: 'bulletin', match: { words: ['RJ-77B', 'see bulletin'] }, reason: 'mailbox-unknown',
    hosts: ['museum.example'], codes: ['550'],
  },
  { id: 'whole', match: { template: '554 Denied by * (ref *)' }, reason: 'policy' },
  { id: 'sure', match: { words: ['user unknown'] }, codes: ['5.9'], reason: 'policy' },
]
const engine = plain.withRules(RULES)

test('words in order, from a host and with a code', () => {
  const text = '550 RJ-77B:\r\n  See   Bulletin 4'
  const verdict = engine.classify({ text, host: 'mx.museum.example' })
  assert.deepEqual([verdict.reason, verdict.remedy, verdict.confidence, verdict.bounceType],
    ['mailbox-unknown', 'suppress', 1, 'hard'])
  const [because] = verdict.because
  assert.equal(because?.rule, 'operator/bulletin')
  assert.equal(because.text, text.slice(...because.span))
  assert.equal(because.text, 'RJ-77B:\r\n  See   Bulletin')
  for (const other of [
    { text, host: 'mx.othermuseum.example' }, { text },
    { text: text.replace('550', '450'), host: 'mx.museum.example' },
    { text: '550 see bulletin of RJ-77B', host: 'museum.example' },
    { text: '550 RJ-77Bx see bulletin', host: 'museum.example' },
  ]) assert.notEqual(engine.classify(other).because[0]?.rule, 'operator/bulletin', other.text)
})

test('a rule that is switched off judges nothing', () => {
  const text = '554 denied by gate 7 (ref 4711)'
  const off = plain.withRules(RULES.map((rule) => ({ ...rule, enabled: rule.id !== 'whole' })))
  assert.deepEqual(off.classify({ text }), plain.classify({ text }))
  assert.equal(engine.classify({ text }).because[0]?.rule, 'operator/whole')
  const [problem] = checkOperatorRules([{ ...RULES[1], enabled: 'no' }]).problems ?? []
  assert.deepEqual(problem, { path: '[0].enabled', message: 'true or false is wanted' })
})

test('a whole text with gaps', () => {
  assert.equal(engine.classify({ text: '554 denied by  gate 7 (ref 4711)' }).reason, 'policy')
  assert.equal(
    engine.classify({ text: '554 denied by gate 7 (ref 4711)' }).because[0]?.rule, 'operator/whole')
  for (const text of ['x 554 denied by a (ref 4)', '554 denied by a (ref 4) x', '554 denied by (ref']) {
    assert.notEqual(engine.classify({ text }).because[0]?.rule, 'operator/whole', text)
  }
})

test('an operator rule wins over what the engine is sure of, where its code is there', () => {
  assert.equal(engine.classify({ text: '550 5.9.4 User unknown' }).reason, 'policy')
  assert.equal(engine.classify({ text: '550 5.1.1 User unknown' }).reason, 'mailbox-unknown')
  assert.equal(plain.classify({ text: '550 5.9.4 User unknown' }).because[0]?.rule
    .startsWith('operator/'), false)
  assert.equal(engine.explain({ text: '550 5.9.4 User unknown' }).verdict.reason, 'policy')
})

test('a report is judged by rules as well, whichever of its texts they fit', () => {
  const bytes = Buffer.from([
    'From: mailer-daemon@mx.example', 'Content-Type: multipart/report; boundary=b;',
    ' report-type=delivery-status', '', '--b', '', 'It failed: 554 denied by gate 7 (ref 1)', '',
    '--b', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.example', '',
    'Final-Recipient: rfc822; ann@example.org', 'Action: failed', 'Status: 5.0.0',
    'Diagnostic-Code: smtp; 554 Denied by gate 7 (ref 4711)', '', '--b--', '',
  ].join('\r\n'))
  const [event] = engine.readMessage(bytes).events
  assert.equal(event?.because[0]?.rule, 'operator/whole')
  assert.equal(event.diagnostic?.slice(...event.because[0].span),
    '554 Denied by gate 7 (ref 4711)')
})

test('rules and hostile texts take no more than linear time', () => {
  const rule: OperatorRule = {
    id: 'slow', reason: 'policy',
    match: { template: `aaaa*${'a*'.repeat(17)}b` },
  }
  const slow = plain.withRules([rule, { ...rule, id: 's2', match: { words: ['a a a a', 'a b'] } }])
  assertQuick(2_000, () => {
    slow.classify({ text: 'a'.repeat(60_000) })
    slow.classify({ text: 'a '.repeat(30_000) })
  })
})

test('what is wrong with a rule is told where it stands', () => {
  const wrong = (value: unknown): string =>
    checkOperatorRules(value).problems?.map(({ path }) => path).join(' ') ?? 'right'
  assert.equal(wrong(RULES), 'right')
  const good = { id: 'a', match: { words: ['some words'] }, reason: 'policy' }
  for (const [value, paths] of [
    [5, ''], [[5], '[0]'], [[{ ...good, id: 'A b' }], '[0].id'],
    [[good, good], '[1].id'], [[{ ...good, reason: 'nonsense' }], '[0].reason'],
    [[{ ...good, regex: '.*' }], '[0].regex'], [[{ ...good, match: { regex: '.' } }], '[0].match'],
    [[{ ...good, match: { words: ['a'] } }], '[0].match.words'],
    [[{ ...good, match: { words: [] } }], '[0].match.words'],
    [[{ ...good, match: { words: ['some words', ''] } }], '[0].match.words[1]'],
    [[{ ...good, match: { template: '*' } }], '[0].match.template'],
    [[{ ...good, match: { words: ['ok then'], template: 'x' } }], '[0].match'],
    [[{ ...good, codes: ['9'] }], '[0].codes[0]'], [[{ ...good, hosts: ['*'] }], '[0].hosts[0]'],
    [[{ ...good, note: 5 }], '[0].note'], [Array(501).fill(good), ''], [[null], '[0]'],
  ] as const) assert.equal(wrong(value), paths, JSON.stringify(value)?.slice(0, 80))
})

const letter = (words: string, from = 'daemon@museum.example'): Uint8Array => Buffer.from([
  `From: ${from}`, 'To: news@example.com', 'Subject: Notice RJ-77B', '', words, '',
].join('\r\n'))
const ruled = (reason: OperatorRule['reason']) => plain.withRules(
  [{ id: 'bulletin', match: { words: ['RJ-77B', 'see bulletin'] }, reason }])

test('a message that no reader knows is what the rule says that fits its words', () => {
  const one = letter('For <ann@museum.example>, see bulletin 4.')
  assert.deepEqual(plain.readMessage(one).events, [])
  const [event, another] = ruled('mailbox-unknown').readMessage(one).events
  assert.equal(another, undefined)
  assert.deepEqual([event?.kind, event?.recipient, event?.reason, event?.remedy],
    ['failed', 'ann@museum.example', 'mailbox-unknown', 'suppress'])
  assert.equal(event?.because[0]?.rule, 'operator/bulletin')
  assert.deepEqual(ruled('policy').readMessage(letter('See the other bulletin.')).events, [])
  const [nobody] = ruled('policy').readMessage(letter('See bulletin 4.')).events
  assert.deepEqual([nobody?.recipient, nobody?.problems], [undefined, ['recipient-missing']])
})

test('and it may say that such a message is no failure', () => {
  const words = 'I write to bob@museum.example: see bulletin 4.'
  const kindOf = (reason: OperatorRule['reason']) => {
    const [event] = ruled(reason).readMessage(letter(words, 'ann@museum.example')).events
    return [event?.kind, event?.recipient, event?.remedy]
  }
  assert.deepEqual(kindOf('auto-reply'), ['auto-reply', 'ann@museum.example', 'none'])
  assert.deepEqual(kindOf('delayed'), ['delayed', 'bob@museum.example', 'none'])
})
