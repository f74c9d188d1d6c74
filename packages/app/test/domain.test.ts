// `carom domain check` as people and programs call it, against a name server on loopback.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runCarom } from './memory-io.ts'
import { openZoneServer } from './service/prevent/zone-server.ts'

const ZONES = new URL('../../../fixtures/domains/zones.yaml', import.meta.url)

void test('a sound domain ends well and says so in one line of JSON', async (t) => {
  const { address } = await openZoneServer(t, ZONES)
  const { code, stdout } = await runCarom(
    ['domain', 'check', '--dns', address, '-s', 's1', 'redirect.example', 'bounce.sound.example'])
  const reports = stdout.trim().split('\n').map((line) => JSON.parse(line) as { grade: string })
  assert.deepEqual(reports.map(({ grade }) => grade), ['F', 'D'])
  assert.equal(code, 1)
  const sound = await runCarom(['domain', 'check', '--dns', address, 'sound.example', '-s', 's1'])
  // The MTA-STS policy of a name that is nobody's cannot be fetched.
  const { findings } = JSON.parse(sound.stdout) as { findings: { id: string; severity: string }[] }
  assert.deepEqual(findings.filter(({ severity }) => severity === 'broken').map(({ id }) => id),
    ['mta-sts/no-policy'])
})

void test('on paper each fault has the record to publish on a line of its own', async (t) => {
  const { address } = await openZoneServer(t, ZONES)
  const { stdout } = await runCarom(
    ['domain', 'check', '--dns', address, 'bare.example'], '',
    { stdout: true, columns: 100, env: { NO_COLOR: '1' } })
  assert.match(stdout, /bare\.example {2}grade F/)
  assert.match(stdout, /^ +bare\.example\. TXT "v=spf1 mx ~all"$/m)
  assert.match(stdout, /^ +_dmarc\.bare\.example\. TXT "v=DMARC1; p=none; rua=mailto:[^"]+"$/m)
  assert.doesNotMatch(stdout, /\bgood {2,}/)
})

void test('wrong usage says what is wrong', async () => {
  for (const [words, said] of [
    [['domain'], /no domain to check/], [['domain', 'check', 'x'], /'x' is no domain/],
    [['domain', 'check', 'a_b.example'], /is no domain/],
    [['domain', 'check', '192.0.2.1'], /is no domain/],
    [['domain', 'check', 'example.com', '--ip', 'one'], /--ip cannot be 'one'/],
    [['domain', 'check', 'example.com', '--dns', 'ns1'], /--dns cannot be 'ns1'/],
  ] as const) {
    const { code, stderr } = await runCarom([...words])
    assert.equal(code, 2)
    assert.match(stderr, said)
  }
})
