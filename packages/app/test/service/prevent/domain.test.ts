// The check of a domain against a real name server on loopback: a table of domains and of what is
// found in each.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parse } from 'yaml'
import { createDnsClient, DNS_CLIENT_DEFAULTS } from '../../../src/service/prevent/dns/client.ts'
import { checkDomain } from '../../../src/service/prevent/domain/check.ts'
import type { DomainQuestion } from '../../../src/service/prevent/domain/types.ts'
import { openZoneServer } from './zone-server.ts'

const FIXTURES = new URL('../../../../../fixtures/domains/', import.meta.url)
const ZONES = new URL('zones.yaml', FIXTURES)

type Case = {
  readonly about: string
  readonly question: DomainQuestion
  readonly grade?: string
  readonly findings: readonly string[]
}

const cases = parse(readFileSync(new URL('cases.yaml', FIXTURES), 'utf8')) as readonly Case[]

const POLICIES: Readonly<Record<string, string>> = {
  'https://mta-sts.sound.example/.well-known/mta-sts.txt':
    'version: STSv1\r\nmode: enforce\r\nmx: mx.sound.example\r\nmax_age: 604800\r\n',
}

for (const { about, question, grade, findings } of cases) {
  void test(`domain check: ${about}`, async (t) => {
    const server = await openZoneServer(t, ZONES)
    const dns = createDnsClient({ ...DNS_CLIENT_DEFAULTS, servers: [server.address] }, Date.now)
    const fetchText = (url: string) => Promise.resolve(POLICIES[url])
    const report = await checkDomain(question, { dns, fetchText })
    const found = report.findings.filter(({ severity }) => severity !== 'good')
    assert.deepEqual(found.map(({ id }) => id).sort(), findings.toSorted())
    if (grade !== undefined) assert.equal(report.grade, grade)
    for (const { text, id } of report.findings) {
      assert.match(text, /^\S.*[.…]$/s, `${id} is a sentence`)
    }
  })
}

void test('a record to publish is one that the next check finds sound', async (t) => {
  const server = await openZoneServer(t, ZONES)
  const dns = createDnsClient({ ...DNS_CLIENT_DEFAULTS, servers: [server.address] }, Date.now)
  const { findings } = await checkDomain({ domain: 'noall.example' }, { dns })
  const fix = findings.find(({ id }) => id === 'spf/no-all')?.fix
  assert.deepEqual(fix, { kind: 'replace', record: {
    name: 'noall.example', type: 'TXT', value: 'v=spf1 mx ~all',
  } })
})

void test('equal questions are asked once, and names that are none not at all', async (t) => {
  const server = await openZoneServer(t, ZONES)
  const dns = createDnsClient({ ...DNS_CLIENT_DEFAULTS, servers: [server.address] }, Date.now)
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => dns.lookup('Sound.Example.', 'TXT')))
  assert.equal(new Set(answers.map(({ kind }) => kind)).size, 1)
  assert.equal(server.asked.length, 1)
  for (const name of ['a b.example', 'x'.repeat(300) + '.example', '..', 'a\u0000.example', '']) {
    assert.deepEqual(await dns.lookup(name, 'A'), { kind: 'trouble', code: 'BADNAME' })
  }
  assert.equal(server.asked.length, 1)
})

void test('a server that is silent is trouble, not a fault of the domain', async () => {
  const dns = createDnsClient(
    { ...DNS_CLIENT_DEFAULTS, servers: ['127.0.0.1:9'], timeoutMs: 100, tries: 1 }, Date.now)
  const { findings, grade } = await checkDomain({ domain: 'sound.example' }, { dns })
  assert.deepEqual([...new Set(findings.map(({ severity }) => severity))]
    .filter((severity) => severity === 'broken'), [])
  assert.equal(grade, 'unknown')
})
