// The table of events: golden texts for several widths.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CaromEvent } from '@carom/core'
import { createStyle } from '../src/cli/output/style.ts'
import { Table } from '../src/cli/output/table.ts'

function event(
  recipient: string, diagnostic: string, deciding: string, verdict: Partial<CaromEvent> = {},
): CaromEvent {
  const from = diagnostic.indexOf(deciding)
  return {
    schema: 'carom/1', id: '', kind: 'failed', recipient, reason: 'mailbox-unknown',
    permanence: 'permanent', remedy: 'suppress', scope: 'address', bounceType: 'hard', confidence: 1,
    diagnostic, source: { type: 'bytes' },
    because: [{ rule: 'x', part: 'reply', text: deciding, span: [from, from + deciding.length] }],
    ...verdict,
  }
}

const { diagnostic: _, ...silent } = event('', '', '')
const EVENTS: readonly CaromEvent[] = [
  event('ann@example.org', '550 5.1.1 <ann@example.org>: user unknown', 'user unknown'),
  event('someone.with.a.long.name@a.long.subdomain.example.org',
    '552 5.2.2 We looked at this account for a long time and have to say that it is over quota now', 'over quota',
    { reason: 'mailbox-full', remedy: 'retry', bounceType: 'soft' }),
  event('吉田@例え.example', '550 指定されたユーザーは存在しません', '存在しません'),
  event('zoe@example.net', '550 5.7.1 blocked, see https://x.example/', 'blocked',
    { reason: 'ip-blocklisted', remedy: 'fix', bounceType: 'soft' }),
  { ...silent, kind: 'complaint', reason: 'complaint', remedy: 'none', recipient: 'pat@example.org', feedbackType: 'abuse' },
  { ...silent, kind: 'auto-reply', reason: 'auto-reply', remedy: 'none', recipient: 'uma@example.org',
    original: { subject: 'Sale\x1b[2J' } },
]

function table(columns: number, isTerminal = false, events = EVENTS): string[] {
  const made = new Table(columns, createStyle({ isTerminal }, {}))
  return (made.add(events) + made.end()).split('\n')
}

test('120 columns: one line each, the deciding words are shown', () => {
  assert.deepEqual(table(120), [
    'ADDRESS                                   VERDICT               REMEDY    WHY',
    'ann@example.org                           hard mailbox-unknown  suppress  550 5.1.1 <ann@example.org>: user unknown',
    'someone.with.a.long.name@a.long.subdoma…  soft mailbox-full     retry     552 5.2.2… to say that it is over quota now',
    '吉田@例え.example                         hard mailbox-unknown  suppress  550 指定されたユーザーは存在しません',
    'zoe@example.net                           soft ip-blocklisted   fix       550 5.7.1 blocked, see https://x.example/',
    'pat@example.org                           complaint             none      feedback: abuse',
    'uma@example.org                           auto-reply            none      about "Sale␛[2J"',
    '',
  ])
})

test('70 columns: the words stand below', () => {
  assert.deepEqual(table(70), [
    'ADDRESS                                 VERDICT               REMEDY',
    '    WHY',
    'ann@example.org                         hard mailbox-unknown  suppress',
    '    550 5.1.1 <ann@example.org>: user unknown',
    'someone.with.a.long.name@a.long.subdo…  soft mailbox-full     retry',
    '    552 5.2.2… a long time and have to say that it is over quota now',
    '吉田@例え.example                       hard mailbox-unknown  suppress',
    '    550 指定されたユーザーは存在しません',
    'zoe@example.net                         soft ip-blocklisted   fix',
    '    550 5.7.1 blocked, see https://x.example/',
    'pat@example.org                         complaint             none',
    '    feedback: abuse',
    'uma@example.org                         auto-reply            none',
    '    about "Sale␛[2J"',
    '',
  ])
})

test('30 columns: what can be shown is shown', () => {
  for (const line of table(30, false, EVENTS.slice(0, 3))) assert.ok(line.length <= 42, line)
})

test('colours follow the remedy; the deciding words are bold', () => {
  const [, first, , , fourth] = table(120, true)
  assert.match(first ?? '', /\x1b\[31msuppress\x1b\[39m {2}550 5\.1\.1 <ann@example\.org>: \x1b\[1muser unknown\x1b\[22m$/)
  assert.match(fourth ?? '', /\x1b\[35mfix {5}\x1b\[39m {2}550 5\.7\.1 \x1b\[1mblocked\x1b\[22m, see/)
})

test('an endless table settles its columns by its first rows', () => {
  const made = new Table(120, createStyle({ isTerminal: false }, {}))
  const early = made.add(Array.from({ length: 199 }, () => EVENTS[0] as CaromEvent))
  assert.equal(early, '')
  const settled = made.add([EVENTS[0] as CaromEvent])
  assert.equal(settled.split('\n').length, 202)
  const [later] = made.add([EVENTS[1] as CaromEvent]).split('\n')
  assert.ok(later?.startsWith('someone.with.a…  soft mailbox-full   '), later)
  assert.equal(made.end(), '')
})
