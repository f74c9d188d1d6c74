// Return-path tokens: what is made verifies, nothing else does.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { packText, unpackText } from '../../src/smtp/packed-text.ts'
import {
  makeReturnPath, verifyReturnPath, type ReturnPathRequest, type TokenKey,
} from '../../src/smtp/token.ts'

const DAY_MS = 86_400_000
const NOW = Date.UTC(2026, 10, 27, 12)
const KEY: TokenKey = { id: 'a', secret: bytes(1) }
const BASE: ReturnPathRequest = {
  keys: [KEY], domain: 'bounces.example.com', recipient: 'User.Name@Example.NET', now: NOW,
}

function bytes(seed: number): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, i) => (seed * 97 + i * 13) & 0xff)
}

function make(change: Partial<ReturnPathRequest> = {}): string {
  const result = makeReturnPath({ ...BASE, ...change })
  assert.equal(result.kind, 'made')
  return result.kind === 'made' ? result.address : ''
}

const verify = (address: string, keys: readonly TokenKey[] = [KEY], now = NOW) =>
  verifyReturnPath(address, { keys, now })

test('a token says whom the mail was for', () => {
  const address = make()
  assert.match(address, /^r[a-z2-7]{20,63}@bounces\.example\.com$/)
  assert.deepEqual(verify(address), {
    kind: 'valid', tenant: 'default', key: 'a', recipient: 'User.Name@example.net',
    expiresAt: (Math.floor(NOW / DAY_MS) + 46) * DAY_MS,
  })
})

test('this very address is made for ever: other programs make it too', () => {
  assert.equal(make(), GOLDEN)
})

test('a token survives what mail systems do to addresses', () => {
  const address = make({ prefix: 'bounces+' })
  const [local = ''] = address.split('@')
  const forms = [
    address.toUpperCase(), address.toLowerCase(), `prvs=0891a9abd5=${address}`,
    `SRS0=abcd=XY=bounces.example.com=${local}@forward.example`,
    `SRS1=abcd=one.example==abcd=XY=bounces.example.com=${local.toUpperCase()}@two.example`,
  ]
  for (const form of forms) {
    const verdict = verify(form)
    assert.equal(verdict.kind === 'valid' && verdict.recipient, 'User.Name@example.net', form)
  }
})

test('the local part keeps to 64 octets, whatever stands before', () => {
  for (const prefix of ['', 'b+', 'bounces+', 'a-rather-long-prefix-']) {
    let longest = 0
    for (let length = 1; length < 64; length++) {
      const recipient = `${'user.name'.repeat(8).slice(0, length)}@example.com`
      const result = makeReturnPath({ ...BASE, prefix, recipient })
      if (result.kind === 'too-long') continue
      longest = recipient.length
      assert.ok(result.address.indexOf('@') <= 64)
      const verdict = verify(result.address)
      assert.equal(verdict.kind === 'valid' && verdict.recipient, recipient)
    }
    assert.ok(longest >= 43 - prefix.length, `${prefix}: ${longest}`)
  }
})

test('what does not fit needs a send id', () => {
  const long = `${'q7-'.repeat(20)}@a-long-name-of-a-host.example`
  for (const recipient of [long, 'grüße@example.com']) {
    assert.equal(makeReturnPath({ ...BASE, recipient }).kind, 'too-long')
    for (const sendId of ['k4wqz7r2mcabh', '20261127-0042', 'a6f1c9e2-0b7d-4a35-8e1f-5d2c3b4a6978']) {
      const verdict = verify(make({ recipient, sendId }))
      assert.equal(verdict.kind === 'valid' && verdict.sendId, sendId)
    }
  }
  assert.equal(makeReturnPath({ ...BASE, recipient: long, sendId: long }).kind, 'too-long')
})

test('a list goes with the recipient', () => {
  const verdict = verify(make({ recipient: 'ann@example.org', list: 'news-de' }))
  assert.equal(verdict.kind === 'valid' && verdict.list, 'news-de')
  assert.equal(verdict.kind === 'valid' && verdict.recipient, 'ann@example.org')
})

test('keys rotate: the first signs, old ones verify until their end', () => {
  const next: TokenKey = { id: 'b', secret: bytes(2) }
  const old = make()
  const fresh = make({ keys: [next, KEY] })
  const retired = { ...KEY, verifiesUntil: NOW + DAY_MS }
  assert.equal(verify(old, [next, retired]).kind, 'valid')
  assert.equal(verify(fresh, [next, retired]).kind, 'valid')
  assert.equal(verify(fresh, [KEY]).kind, 'invalid')
  assert.equal(verify(old, [next, retired], NOW + DAY_MS).kind, 'invalid')
})

test('a token ends with its day', () => {
  const address = make({ lifetimeDays: 3 })
  const lastDay = (Math.floor(NOW / DAY_MS) + 4) * DAY_MS
  assert.equal(verify(address, [KEY], lastDay - 1).kind, 'valid')
  assert.deepEqual(verify(address, [KEY], lastDay), { kind: 'invalid', why: 'expired' })
  assert.equal(verify(address, [KEY], NOW + 1_000 * DAY_MS).kind, 'invalid')
})

test('a token is bound to its tenant and domain', () => {
  const address = make()
  assert.equal(verify(address.replace('bounces.', 'other.')).kind, 'invalid')
  assert.equal(verify(address, [{ ...KEY, tenant: 'another' }]).kind, 'invalid')
  const both = [{ ...KEY, tenant: 'another', secret: bytes(9) }, KEY]
  const verdict = verify(address, both)
  assert.equal(verdict.kind === 'valid' && verdict.tenant, 'default')
})

test('of 10,000 forged tokens none is valid', () => {
  const genuine = make({ prefix: 'b+' })
  const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
  const random = createRandom(20_261_127)
  const pick = (): string => alphabet.charAt(random(32))
  const other = make({ prefix: 'b+', recipient: 'someone@example.org' })
  let tried = 0
  for (let i = 0; i < 10_000; i++) {
    const at = 2 + random(genuine.indexOf('@') - 2)
    const forged = [
      genuine.slice(0, at) + pick() + genuine.slice(at + 1),
      genuine.slice(0, at) + genuine.slice(at + 1),
      genuine.slice(0, at) + pick() + genuine.slice(at),
      genuine.slice(0, -36) + other.slice(-36),
      `b+${Array.from({ length: 21 + random(40) }, pick).join('')}@bounces.example.com`,
    ][i % 5] as string
    if (forged.toLowerCase() === genuine) continue
    tried++
    assert.equal(verify(forged).kind, 'invalid', forged)
  }
  assert.ok(tried > 9_500)
})

test('what is no address is no token, and nothing throws', () => {
  const texts = ['', '@', 'a@', '@b', 'r'.repeat(5_000), '=@='.repeat(400), '\u0000@x', 'prvs==@']
  for (const text of texts) assert.equal(verify(text).kind, 'invalid')
})

test('keys, prefixes and lifetimes that can make no token are refused at the door', () => {
  const wrong: Partial<ReturnPathRequest>[] = [
    { keys: [] }, { keys: [{ id: 'A', secret: bytes(1) }] }, { keys: [{ id: 'aa', secret: bytes(1) }] },
    { keys: [{ id: 'a', secret: bytes(1).subarray(0, 15) }] }, { prefix: 'bounces' },
    { prefix: '+' }, { domain: 'no domain' }, { lifetimeDays: 0 }, { lifetimeDays: 401 },
    { lifetimeDays: Number.NaN }, { recipient: 'nobody' }, { recipient: 'a\n@b.example' },
  ]
  for (const change of wrong) {
    assert.throws(() => makeReturnPath({ ...BASE, ...change }), TypeError, JSON.stringify(change))
  }
})

test('packed text is read back, and nothing else is read', () => {
  const random = createRandom(7)
  for (let i = 0; i < 3_000; i++) {
    const text = Array.from({ length: random(40) }, () => String.fromCharCode(32 + random(95))).join('')
    const packed = packText(text)
    if (packed !== undefined) assert.equal(unpackText(packed), text)
  }
  assert.equal(packText('é'), undefined)
  for (const text of ['7', 'A', 'a1', '77']) assert.equal(unpackText(text), undefined, text)
})

const GOLDEN = 'rauk55imai3zufebycuctfha7akyfommbsbizzblgr@bounces.example.com'

/** Numbers below a bound, the same in every run (mulberry32). */
function createRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}
