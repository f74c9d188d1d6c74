// Sessions are counted by the network of their peer: IPv4 by /24, IPv6 by /64.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createNetworkCounts } from '../../../../src/service/intake/smtp/networks.ts'

const SAME: readonly (readonly [string, string])[] = [
  ['192.0.2.1', '192.0.2.255'], ['192.0.2.1', '::ffff:192.0.2.9'],
  ['2001:db8::1', '2001:db8:0:0:ffff::2'], ['2001:0DB8:0001:0002::1', '2001:db8:1:2:3:4:5:6'],
  ['::1', '::2'], ['fe80::1%eth0', 'fe80::2'],
]
const DIFFERENT: readonly (readonly [string, string])[] = [
  ['192.0.2.1', '192.0.3.1'], ['2001:db8::1', '2001:db8:0:1::1'], ['192.0.2.1', '2001:db8::1'],
  ['2001:db8:1::', '2001:db8::1'],
]

test('addresses of one network are counted together, others are not', () => {
  for (const [pairs, expected] of [[SAME, 1], [DIFFERENT, 0]] as const) {
    for (const [first, second] of pairs) {
      const counts = createNetworkCounts()
      const leave = counts.enter(first)
      assert.equal(counts.count(second), expected, `${first} ${second}`)
      leave()
      assert.equal(counts.count(first), 0)
    }
  }
})
