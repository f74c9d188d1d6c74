// Numbers come back from their packed form, whatever stands before them and however large they are.

import assert from 'node:assert/strict'
import test from 'node:test'
import { createReader, readNumber } from '../../src/text/read-numbers.ts'
import { createWriter, finishNumbers, writeNumber } from '../../src/text/write-numbers.ts'

const COUNT = 20_000
/** Steps through all numbers below 2^31 in an order that looks like none. */
const [FACTOR, MODULUS] = [48_271, 2 ** 31 - 1]

type Told = {
  readonly kind: number; readonly near: number; readonly far: number; readonly value: number
}

test('numbers come back in their contexts, those that are rare and large, too', () => {
  let seed = 1
  const next = (below: number): number => (seed = (seed * FACTOR) % MODULUS) % below
  const told = Array.from({ length: COUNT }, (_, i): Told => {
    const [kind, near, far] = [next(3), next(9), next(40)]
    const value = i % 500 === 0 ? next(2 ** 24) : next(1 + near) + (next(4) === 0 ? far : 0)
    return { kind, near, far, value }
  })
  assert.deepEqual(unpacked(packed(told), told), told.map(({ value }) => value))
})

test('a context that repeats itself costs nothing', () => {
  const told = Array.from({ length: COUNT }, (_, i) =>
    ({ kind: 0, near: i % 2, far: 0, value: 7 + (i % 2) }))
  const text = packed(told)
  assert.ok(text.length < 20, text)
  assert.deepEqual(unpacked(text, told), told.map(({ value }) => value))
})

test('codes do not grow without end where numbers are ever rarer', () => {
  const told = Array.from({ length: 22 }, (_, value) =>
    Array.from({ length: fibonacci(value) }, () => ({ kind: 0, near: 0, far: 0, value }))).flat()
  assert.deepEqual(unpacked(packed(told), told), told.map(({ value }) => value))
})

function packed(told: readonly Told[]): string {
  const writer = createWriter()
  for (const one of told) writeNumber(writer, one)
  return finishNumbers(writer)
}

function unpacked(text: string, told: readonly Told[]): number[] {
  const reader = createReader(text)
  return told.map(({ kind, near, far }) => readNumber(reader, kind, near, far))
}

function fibonacci(index: number): number {
  let [a, b] = [1, 1]
  for (let i = 0; i < index; i++) [a, b] = [b, a + b]
  return a
}
