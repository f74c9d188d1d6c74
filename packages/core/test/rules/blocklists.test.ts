// Block lists found in replies by zone, site or name.

import assert from 'node:assert/strict'
import test from 'node:test'
import { BLOCKLISTS, findBlocklist } from '../../src/rules/blocklists.ts'
import { assertQuick } from '../quick.ts'

type Case = readonly [text: string, name: string | undefined, zone?: string]

const CASES: readonly Case[] = [
  ['blocked using zen.spamhaus.org', 'Spamhaus ZEN', 'zen.spamhaus.org'],
  ['1.2.0.192.zen.spamhaus.org is listed', 'Spamhaus ZEN', 'zen.spamhaus.org'],
  ['blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/192.0.2.1', 'Spamhaus ZEN', 'zen.spamhaus.org'],
  ['see https://www.spamhaus.org/query/ip/192.0.2.1', 'Spamhaus'],
  ['listed by ZEN.SPAMHAUS.ORG.', 'Spamhaus ZEN', 'zen.spamhaus.org'],
  ['abc123.combined.mail.abusix.zone', 'Abusix', 'combined.mail.abusix.zone'],
  ['2001:db8::1 in sbl-xbl.spamhaus.org', 'Spamhaus SBL-XBL', 'sbl-xbl.spamhaus.org'],
  ['Your IP is in the Spamhaus XBL', 'Spamhaus XBL'],
  ['blocked using Trend Micro RBL+', 'Trend Micro ERS'],
  ['bl.spamcop.net=127.0.0.2', 'SpamCop', 'bl.spamcop.net'],
  ['dnsbl-1.uceprotect.net', 'UCEPROTECT Level 1', 'dnsbl-1.uceprotect.net'],
  ['blocked by UCEPROTECT', 'UCEPROTECT'],
  ['domain example.com in multi.surbl.org', 'SURBL', 'multi.surbl.org'],
  ['http://www.barracudanetworks.com/reputation/?ip=192.0.2.1', 'Barracuda'],
  ['new.spam.dnsbl.sorbs.net', 'SORBS', 'new.spam.dnsbl.sorbs.net'],
  ['mail from news@example.com refused', undefined],
  ['myzen.notspamhaus.org', undefined],
  ['', undefined],
]

for (const [text, name, zone] of CASES) {
  test(`block list: ${text || 'nothing'}`, () => {
    const found = findBlocklist(text)
    assert.equal(found?.name, name)
    assert.equal(found?.zone, zone)
  })
}

test('block lists: every zone, site and name is in one list, and every list can be found', () => {
  const keys = BLOCKLISTS.flatMap(({ zones, sites, words }) => [...zones, ...sites, ...words])
  assert.equal(new Set(keys).size, keys.length)
  for (const { name, zones, sites, words } of BLOCKLISTS) {
    for (const zone of zones) assert.deepEqual(findBlocklist(`listed at ${zone}`), { name, zone })
    for (const key of [...sites, ...words]) assert.deepEqual(findBlocklist(`see ${key}`), { name })
  }
})

test('block lists: time grows with the length alone', () => {
  for (const text of ['a.'.repeat(50_000), 'spamhaus '.repeat(10_000), '.'.repeat(100_000), 'z'.repeat(100_000)]) {
    assertQuick(1_000, () => findBlocklist(text), text.slice(0, 10))
  }
})
