// Every step tells in plain words and numbers why it was taken, and names what caused it.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { formatMoment, formatSpan, ordinal, parseDuration } from '../../src/policy/duration.ts'
import { evaluate } from '../../src/policy/evaluate.ts'
import { PRESETS } from '../../src/policy/presets/index.ts'
import { DAY_MS, readHistory, START } from './history.ts'

const lines = readFileSync(new URL('words.tsv', import.meta.url), 'utf8').split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))

for (const line of lines) {
  const [id = '', history = '', day = '', words = ''] = line.split('\t')
  test(`${id}: ${words}`, () => {
    const policy = PRESETS.find((one) => one.id === id)
    assert.ok(policy)
    const { steps } = evaluate(policy, readHistory(history), START + Number(day) * DAY_MS)
    const last = steps.at(-1)?.why ?? ''
    assert.ok(last.startsWith(words), last)
  })
}

test('steps name the incidents that caused them and what else is to be done', () => {
  const policy = PRESETS.find(({ id }) => id === 'discourse')
  assert.ok(policy)
  const { steps, meters } = evaluate(policy, readHistory('gone@0 gone@1'), START + DAY_MS)
  assert.deepEqual(steps.map(({ incidents }) => incidents), [['gone-0'], ['gone-0', 'gone-1']])
  assert.deepEqual(steps.at(-1)?.actions, ['notify:recipient'])
  assert.deepEqual(meters, [
    { track: 'score', value: 4, threshold: 4, incidents: ['gone-0', 'gone-1'] },
  ])
})

test('durations', () => {
  const DURATIONS = [
    ['90s', 90_000], ['30m', 1_800_000], ['12h', 43_200_000], ['7d', 604_800_000],
    ['2w', 1_209_600_000], ['1y', 31_536_000_000], ['0d', 0], ['', undefined], ['7', undefined],
    ['7 d', undefined], ['-7d', undefined], ['7.5d', undefined], ['d', undefined],
    ['101y', undefined], ['9999999999d', undefined],
  ] as const
  for (const [text, ms] of DURATIONS) assert.equal(parseDuration(text), ms, text)
})

test('spans, moments and ordinals', () => {
  assert.deepEqual(
    [1000, 60_000, 7_200_000, DAY_MS, 1.5 * DAY_MS, 31.9 * DAY_MS].map(formatSpan),
    ['1 second', '1 minute', '2 hours', '1 day', '36 hours', '31 days'])
  for (const text of ['1970-01-01 00:00', '2000-02-29 23:59', '2100-03-01 00:00', '9999-12-31 12:30']) {
    assert.equal(formatMoment(Date.parse(`${text.replace(' ', 'T')}Z`)), `${text} UTC`)
  }
  assert.deepEqual([1, 2, 3, 4, 11, 12, 13, 21, 101, 111].map(ordinal),
    ['1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '21st', '101st', '111th'])
})
