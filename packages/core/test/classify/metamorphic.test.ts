// What says the same means the same: names, numbers, case, folding, wrappers and damage changed,
// the verdict is the same. What says the opposite does not. Over a sample of fixtures/wordings.

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import test from 'node:test'
import { createEngine, type ReplyInput } from '../../src/index.ts'

const FOLDER = new URL('../../../../fixtures/wordings/', import.meta.url)
/** Every so many rows one is taken. */
const STEP = 9
/**
 * Share of replies that are another reason, or in more doubt, with a negation more or less; over
 * all rows, as few of them have one to change.
 */
const NEGATION_FLOOR = 0.53
/** Statements that are taken back in vain as yet. */
const KEPT_MAX = 2
/** Verdicts that changed which a failing test shows. */
const MOVED_SHOWN = 9

type Change = (text: string) => string

const engine = createEngine()
const rows = readdirSync(FOLDER).filter((file) => file.endsWith('.tsv')).sort()
  .flatMap((file) => readFileSync(new URL(file, FOLDER), 'utf8').split('\n').slice(1))
  .map((line) => line.split('\t'))

const inputsOf = (step: number): readonly ReplyInput[] => rows
  .filter((cells, i) => i % step === 0 && (cells[6] ?? '') !== '')
  .map(([, , replyCode, enhancedCode, command, host, text = '']) => ({
    text: text.replaceAll('\\n', '\n'),
    replyCode: replyCode ? Number(replyCode) : undefined,
    enhancedCode: enhancedCode || undefined,
    command: (command || undefined) as ReplyInput['command'],
    host: host || undefined,
  }))
const inputs = inputsOf(STEP)

const digitsOf = (text: string): string =>
  text.replace(/(?<![\d.:-])(?!0)\d{5,}(?![\d.-])/g, (id) =>
    id.replace(/\d/g, (digit) => String((Number(digit) + 3) % 10)))

/** Two words of the first line between which it is folded. */
const FOLD = /(?<=[a-z]) (?=[a-z])/

/** Changes that leave the meaning alone, and the share of verdicts that stay. */
const SAME: Readonly<Record<string, readonly [change: Change, floor: number]>> = {
  'addresses': [(text) => text.replace(/[\w.+-]+@(?=example\.)/g, 'q7.lenz@'), 0.99],
  'domains': [(text) => text.replace(/example\.(com|net|org)/g, 'mx4.example.$1'), 0.99],
  'IP addresses': [(text) => text.replace(/\b192\.0\.2\.\d+/g, '198.51.100.77'), 0.98],
  'ids': [digitsOf, 0.96],
  'capitals': [(text) => /[a-z][A-Z]/.test(text) ? text : text.toUpperCase(), 0.99],
  'small letters': [(text) => /[a-z][A-Z]/.test(text) ? text : text.toLowerCase(), 0.99],
  'folding': [(text) => text.replace(FOLD, '\r\n    '), 0.96],
  'spaces': [(text) => text.replace(/ /g, '  '), 0.99],
  'no-break spaces': [(text) => text.replace(/ /g, '\u00a0'), 0.99],
  'typographic quotes': [(text) => text.replace(/'/g, '\u2019'), 0.99],
  'soft hyphens': [(text) => text.replace(/([a-z]{3})([a-z]{3})/g, '$1\u00ad$2'), 0.99],
  'entities': [(text) => text.replace(/</g, '&lt;').replace(/'/g, '&#39;'), 0.99],
  'wrong decoding': [(text) => Array.from(new TextEncoder().encode(text), latin1).join(''), 0.99],
  'quotes around it': [(text) => `"${text}"`, 0.99],
  'a wrapper before it': [(text) => `The following addresses failed:\n${text}`, 0.99],
  'a wrapper behind it': [(text) => `${text}\nThis is a permanent error; I've given up.`, 0.99],
  'a link behind it': [(text) => `${text} https://www.example.com/help/12345`, 0.99],
  'a ticket behind it': [(text) => `${text} [a1B2-c3]`, 0.99],
}

/** A byte as windows-1252 shows it. */
function latin1(byte: number): string {
  return new TextDecoder('windows-1252').decode(Uint8Array.of(byte))
}

function verdictOf(input: ReplyInput, text: string) {
  return engine.classify({ ...input, text })
}

for (const [name, [change, floor]] of Object.entries(SAME)) {
  test(`metamorphic: ${name} changed`, () => {
    const moved: string[] = []
    let changed = 0
    for (const input of inputs) {
      const text = change(input.text)
      if (text === input.text) continue
      changed++
      const before = verdictOf(input, input.text)
      const after = verdictOf(input, text)
      if (before.reason !== after.reason) moved.push(`${before.reason} ${after.reason} ${text}`)
    }
    const share = 1 - moved.length / changed
    const told = `${share.toFixed(4)} of ${changed} stay\n${moved.slice(0, MOVED_SHOWN).join('\n')}`
    assert.ok(share >= floor, told)
  })
}

/** Statements and what takes each of them back. */
const TAKEN_BACK: readonly (readonly [statement: string, opposite: string])[] = [
  ['The mailbox is full', 'The mailbox is not full'],
  ['The user is over quota', 'The user is not over quota'],
  ['The account has been disabled', 'The account has not been disabled'],
  ['The mailbox is inactive', 'The mailbox is not inactive'],
  ['No such user', 'There is such a user'],
  ['The user does not exist', 'The user does exist'],
  ['The mailbox was not found', 'The mailbox was found'],
  ['The recipient is unknown', 'The recipient is not unknown'],
  ['The domain does not exist', 'The domain does exist'],
  ['The domain does not accept mail', 'The domain does accept mail'],
  ['The address is invalid', 'The address is not invalid'],
  ['Your IP is listed by Spamhaus', 'Your IP is not listed by Spamhaus'],
  ['Your server is on our blacklist', 'Your server is not on our blacklist'],
  ['The message is too large', 'The message is not too large'],
  ['The message is spam', 'The message is not spam'],
  ['The message contains a virus', 'The message does not contain a virus'],
  ['SPF check failed', 'SPF check did not fail'],
  ['The sender domain does not resolve', 'The sender domain does resolve'],
  ['Relaying is not allowed', 'Relaying is allowed'],
  ['You may not send to this list', 'You may send to this list'],
  ['The server is too busy', 'The server is not too busy'],
  ['You are sending too fast', 'You are not sending too fast'],
  ['TLS is required', 'TLS is not required'],
  ['Authentication is required', 'Authentication is not required'],
  ['The attachment is not allowed', 'The attachment is allowed'],
  ['The connection timed out', 'The connection did not time out'],
  ['Das Postfach ist voll', 'Das Postfach ist nicht voll'],
  ['Benutzer existiert nicht', 'Benutzer existiert'],
  ["L'utilisateur n'existe pas", "L'utilisateur existe"],
  ['El usuario no existe', 'El usuario existe'],
  ['Пользователь не найден', 'Пользователь найден'],
]

test('metamorphic: what is taken back is said no longer, or with more doubt', () => {
  const kept = TAKEN_BACK.filter(([statement, opposite]) => {
    const before = engine.classify({ text: statement })
    const after = engine.classify({ text: opposite })
    return before.reason === after.reason && after.confidence >= before.confidence
  })
  assert.ok(kept.length <= KEPT_MAX, kept.join('\n'))
})

/** A negation more, or one less. */
const NEGATIONS: readonly (readonly [found: RegExp, changed: string])[] = [
  [/\b(is|was|has been|have been|are|were) (?!not)(?=[a-z]+(ed|full|unknown|busy)\b)/, '$1 not '],
  [/\b(does|do|did|is|was|has|have|could|can|may|are|were) ?(not|n't) /, '$1 '],
]

test('metamorphic: a negation more or less makes doubt', () => {
  let changed = 0
  let kept = 0
  for (const input of inputsOf(1)) {
    for (const [found, instead] of NEGATIONS) {
      const text = input.text.replace(found, instead)
      if (text === input.text) continue
      changed++
      const before = verdictOf(input, input.text)
      const after = verdictOf(input, text)
      if (before.reason === after.reason && after.confidence >= before.confidence) kept++
    }
  }
  const share = 1 - kept / changed
  assert.ok(share >= NEGATION_FLOOR, `${share.toFixed(4)} of ${changed}`)
})
