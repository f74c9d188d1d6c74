// SHA-256 and HMAC against Node's own.

import assert from 'node:assert/strict'
import { createHash, createHmac } from 'node:crypto'
import { test } from 'node:test'
import { contentKey, hmacSha256, sha256 } from '../../src/text/sha256.ts'

const LENGTHS = [0, 1, 31, 32, 55, 56, 63, 64, 65, 119, 120, 127, 128, 1_000, 9_999]

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const sample = (length: number, seed: number): Uint8Array =>
  Uint8Array.from({ length }, (_, i) => (i * 167 + seed * 31 + (i >> 5)) & 0xff)

test('digests are those of the standard', () => {
  for (const length of LENGTHS) {
    const bytes = sample(length, 7)
    assert.equal(hex(sha256(bytes)), createHash('sha256').update(bytes).digest('hex'))
  }
})

test('a keyed digest is that of RFC 2104', () => {
  for (const keyLength of LENGTHS) {
    for (const length of LENGTHS) {
      const key = sample(keyLength, 3)
      const message = sample(length, 5)
      assert.equal(
        hex(hmacSha256(key, message)), createHmac('sha256', key).update(message).digest('hex'))
    }
  }
})

test('a content key is the first half of the digest of the text in UTF-8', () => {
  for (const text of ['', 'abc', 'grüße 中文 😀', 'x'.repeat(5_000)]) {
    assert.equal(
      contentKey(text), createHash('sha256').update(text).digest('hex').slice(0, 32))
  }
})
