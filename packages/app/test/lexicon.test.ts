// `carom lexicon check`: what no lexicon knows, by language, and what fell through.

import assert from 'node:assert/strict'
import test from 'node:test'
import { runCarom } from './memory-io.ts'

type Report = {
  readonly texts: number
  readonly fallen: number
  readonly languages: readonly {
    readonly language: string
    readonly words: readonly { readonly word: string; readonly texts: number }[]
  }[]
  readonly fallenTexts: readonly { readonly text: string; readonly reason: string }[]
}

const GERMAN = 'Der Briefkasten des Empfängers ist von Mäusen zerfressen und nicht erreichbar'
const ENGLISH = '550 Frobnicated by quxification'

async function check(
  input: string, ...options: string[]
): Promise<{ code: number; report: Report }> {
  const { code, stdout } = await runCarom(['lexicon', 'check', '--json', ...options], input)
  return { code, report: JSON.parse(stdout) as Report }
}

function wordsOf({ languages }: Report, wanted: string): string[] {
  return languages.find(({ language }) => language === wanted)?.words.map(({ word }) => word) ?? []
}

test('unknown words stand under the language of their texts, the most frequent first', async () => {
  const { report } = await check(`${ENGLISH}\n${GERMAN}\nMÄUSEN ist und war der Postfach\n\n`)
  assert.equal(report.texts, 3)
  assert.deepEqual(wordsOf(report, '').sort(), ['frobnicated', 'quxification'])
  assert.equal(wordsOf(report, 'de')[0], 'mäusen')
  assert.ok(wordsOf(report, 'de').includes('zerfressen'))
  assert.ok(!wordsOf(report, 'de').includes('briefkasten'))
})

test('texts that are understood do not fall through, and tell no known word', async () => {
  const { code, report } = await check('550 5.1.1 user unknown\n552 5.2.2 mailbox full\n')
  assert.deepEqual([code, report.fallen, report.fallenTexts], [0, 0, []])
  assert.deepEqual(report.languages, [])
})

test('texts that fell through are named, and make the exit code', async () => {
  const { code, report } = await check(`${ENGLISH}\n`)
  assert.deepEqual([code, report.fallen], [1, 1])
  assert.equal(report.fallenTexts[0]?.text, ENGLISH)
  assert.equal((await check('user unknown\n', '--below', '1')).report.fallen, 1)
})

test('words of addresses, host names and links are no words', async () => {
  const { report } = await check(
    '550 user unknown frobnicate@quxify.example.com at mx.grumble.example, https://wibble.example/x\n')
  assert.deepEqual(wordsOf(report, ''), [])
})

test('scripts without spaces give pieces', async () => {
  const { report } = await check('メールボックスが猫に食べられました\n')
  assert.ok(wordsOf(report, 'ja').length > 0)
})

test('JSON lines are read as classify reads them', async () => {
  const { report } = await check(`${JSON.stringify({ text: ENGLISH, replyCode: 550 })}\n{ no JSON\n`)
  assert.deepEqual(report.fallenTexts.map(({ text }) => text).sort(), [ENGLISH, '{ no JSON'])
})

test('for people', async () => {
  const { stdout } = await runCarom(['lexicon', 'check', '-n', '1'], `${GERMAN}\n${ENGLISH}\n`)
  for (const words of [/2 texts read, \d fell through/, /German \(de\)/, /and 1 more/, /rules\/lexicon/]) {
    assert.match(stdout, words)
  }
})

test('wrong usage', async () => {
  for (const words of [['lexicon'], ['lexicon', 'chekc'], ['lexicon', 'check', '-n', '0'],
    ['lexicon', 'check', '--below', '2']]) {
    const { code, stderr } = await runCarom(words, '')
    assert.equal(code, 2)
    assert.match(stderr, /^carom lexicon: /)
  }
})
