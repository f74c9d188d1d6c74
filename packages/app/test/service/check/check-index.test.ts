// The table behind the check never forgets an address, whatever was added and removed around it.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { KeyPage } from '../../../src/service/check/check-index.ts'
import { createCheckIndex } from '../../../src/service/check/check-index.ts'
import { hashAddress } from '../../../src/service/check/hashed-address.ts'
import { HashTable } from '../../../src/service/check/hash-table.ts'
import type { AddressKey } from '../../../src/service/store/types.ts'

const SEED = { first: 7, second: 11 }

/** Numbers that look random and are the same at every run (xorshift). */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
}

test('a table holds exactly what was added and not removed, by the side of a Set', () => {
  for (const [narrow, steps] of [[0xff, 20_000], [0xffff, 60_000], [0xffffffff, 60_000]] as const) {
    const random = createRandom(narrow | 1)
    const table = new HashTable()
    const model = new Set<string>()
    for (let step = 0; step < steps; step++) {
      // Few different hashes: long runs of equal ones in one segment, the worst that can come.
      const first = random() & narrow
      const second = random() & (narrow & 0xffff | 0x3000_0000)
      const name = `${first & 0x7fffffff || 1}/${second >>> 20}/${second & 0xffff}`
      if (random() % 3 === 0) assert.equal(table.remove(first, second), model.delete(name), name)
      else {
        assert.equal(table.add(first, second), !model.has(name), name)
        model.add(name)
      }
      assert.equal(table.has(first, second), model.has(name))
    }
    assert.equal(table.size, model.size)
    for (const name of model) {
      const [first = 0, top = 0, low = 0] = name.split('/').map(Number)
      assert.ok(table.has(first, top << 20 | low), name)
    }
  }
})

test('200,000 addresses take at most ten bytes each and none is missing', async () => {
  const index = createCheckIndex({ seed: SEED })
  const keys = Array.from({ length: 200_000 }, (_, at) => ({
    tenant: 'default', address: `user${at}@host${at % 97}.example`, list: '',
  }))
  await index.load(pagesOf(keys))
  assert.equal(index.size, keys.length)
  // A part of it does not grow with their number.
  assert.ok(index.bytes <= 800_000 + keys.length * 9, `${index.bytes} bytes`)
  for (const { tenant, address } of keys) assert.ok(index.mayBeBlocked(tenant, address), address)
  const strangers = keys.filter(({ address }) => index.mayBeBlocked('default', `x${address}`))
  assert.equal(strangers.length, 0)
})

test('a table that grows by itself keeps what it holds', () => {
  const index = createCheckIndex({ seed: SEED })
  for (let at = 0; at < 150_000; at++) index.add({ tenant: '', address: `u${at}@a.test`, list: '' })
  for (let at = 0; at < 150_000; at += 2) {
    index.remove({ tenant: '', address: `u${at}@a.test`, list: '' })
  }
  assert.equal(index.size, 75_000)
  for (let at = 0; at < 150_000; at++) {
    assert.equal(index.mayBeBlocked('', `u${at}@a.test`), at % 2 === 1, `u${at}`)
  }
})

test('a list, a tenant and an address cannot be taken for one another', () => {
  const index = createCheckIndex({ seed: SEED })
  index.add({ tenant: 'one', address: 'a@b.example', list: 'news' })
  index.add({ tenant: 'two', address: 'all@b.example', list: '' })
  assert.ok(index.mayBeBlocked('one', 'a@b.example', 'news'))
  assert.ok(!index.mayBeBlocked('one', 'a@b.example'), 'without a list')
  assert.ok(!index.mayBeBlocked('one', 'a@b.example', 'offers'))
  assert.ok(!index.mayBeBlocked('two', 'a@b.example', 'news'), 'other tenant')
  assert.ok(index.mayBeBlocked('two', 'all@b.example', 'any list'))
  assert.ok(!index.mayBeBlocked('on', 'ea@b.example', 'news'))
  assert.ok(!index.mayBeBlocked('one', 'a@b.examplenews'))
})

test('the index knows whether hashed addresses are among its keys', () => {
  const index = createCheckIndex({ seed: SEED })
  const address = hashAddress('pepper', 'a@b.example')
  assert.equal(index.hasHashed, false)
  index.add({ tenant: '', address, list: '' })
  index.add({ tenant: '', address, list: '' })
  assert.equal(index.hasHashed, true)
  index.remove({ tenant: '', address, list: '' })
  assert.equal(index.hasHashed, false)
  assert.throws(() => hashAddress('', 'a@b.example'), TypeError)
})

async function* pagesOf(keys: readonly AddressKey[]): AsyncGenerator<KeyPage> {
  for (let at = 0; at < keys.length; at += 10_000) {
    const lines = keys.slice(at, at + 10_000).map(({ address }) => address).join('\n')
    yield { tenant: 'default', list: '', lines }
  }
}
