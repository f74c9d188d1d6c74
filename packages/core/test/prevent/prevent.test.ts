// Addresses before anything is sent: tables of what was typed and meant, and of what is no address.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { checkSyntax, createTypoFinder } from '@carom/core/prevent'
import { fc } from '../../../../tests/fuzz/seeded.ts'

function readRows(name: string): string[][] {
  const file = new URL(`../../../../fixtures/addresses/${name}.tsv`, import.meta.url)
  return readFileSync(file, 'utf8').split('\n')
    .filter((line) => line !== '' && !line.startsWith('# ')).map((line) => line.split('\t'))
}

void test('mistyped domains are taken for what was meant, others for nothing', () => {
  const { suggest } = createTypoFinder()
  for (const [typed = '', meant = ''] of readRows('typos')) {
    assert.equal(suggest(typed)?.domain ?? '', meant, typed)
  }
})

void test('each address is what the table says', () => {
  for (const [address = '', expected = ''] of readRows('syntax')) {
    const result = checkSyntax(address)
    const said = result.kind === 'valid' ? ['valid', ...result.notes].join(' ') : result.problem
    assert.equal(said, expected, address)
  }
})

void test('what is frequent in the own list is no typo, and may be what others meant', () => {
  for (const [list = '', typed = '', meant = ''] of readRows('own-domains')) {
    const own = new Map(list.split(' ').flatMap((one): [string, number][] => {
      const [domain = '', n] = one.split('=')
      return domain === '' ? [] : [[domain, Number(n)]]
    }))
    assert.equal(createTypoFinder({ own }).suggest(typed)?.domain ?? '', meant, `${typed}: ${list}`)
  }
})

void test('no text makes them throw, and what is valid stays so when it is read again', () => {
  const { suggest } = createTypoFinder()
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
    suggest(text)
    const result = checkSyntax(text)
    if (result.kind === 'valid') assert.deepEqual(checkSyntax(result.address), result)
  }))
  fc.assert(fc.property(fc.emailAddress(), (address) => {
    assert.equal(checkSyntax(address).kind, 'valid', address)
  }))
})

void test('the quick look at an address says what the careful one says', () => {
  const sign = fc.constantFrom(...'aZ09.-_+@x@.', 'com', 'xn--', '.com', 'é')
  fc.assert(fc.property(fc.string({ maxLength: 24, unit: sign }), (text) => {
    // A blank at the end is cut off, with care.
    assert.deepEqual(checkSyntax(text), checkSyntax(`${text} `))
  }), { numRuns: 20_000 })
  for (const text of ['a@b.c', 'a@b.co', 'a@b1.2c', 'a@1.com', 'a.b+c-d_e@f-g.h.com', 'A@b.com']) {
    assert.deepEqual(checkSyntax(text), checkSyntax(`${text} `), text)
    assert.equal(checkSyntax(text).kind, 'valid', text)
  }
})
