// Who sent a report: what signatures, SPF and the word of own servers prove, and for whom.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { originOf, proveSender } from '../../../src/service/reports/origin.ts'
import { resolve, signed } from '../bounce/zone.ts'
import { mailWith, readFixture } from './packed.ts'

type Case = {
  readonly name: string
  readonly from: string
  readonly signer?: string
  readonly signedBytes?: number
  readonly results?: string
  readonly mailFrom?: string
  readonly client?: string
  readonly reporter: string
  readonly contact?: string
  readonly sender: string
  readonly problem: string
}

const CASES = JSON.parse(
  readFileSync(new URL('origins.json', import.meta.url), 'utf8')) as readonly Case[]
const deps = { resolve, authservIds: ['mx.ours.example'], receivedBy: [] }

for (const { name, from, signer, signedBytes, results, reporter, ...one } of CASES) {
  void test(`the origin of a report: ${name}`, async () => {
    const plain = mailWith(readFixture('google.xml'), { type: 'text/xml', from })
    const mail = signer === undefined ? plain : await signed(plain, signer, signedBytes)
    const bytes = results === undefined ? mail
      : Buffer.concat([Buffer.from(`Authentication-Results: ${results}\r\n`), mail])
    const client = one.client === undefined ? undefined : { ip: one.client, helo: 'mx.shop.example' }
    const proven = await proveSender({ bytes, client, mailFrom: one.mailFrom, isWhole: true }, deps)
    const origin = originOf(proven, { reporter, contact: one.contact ?? '' })
    assert.deepEqual(origin, { sender: one.sender, problem: one.problem })
    assert.equal(proven.mayHoldLater, false)
  })
}
