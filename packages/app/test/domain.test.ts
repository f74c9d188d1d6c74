// `carom domain check` as people and programs call it, against a name server on loopback.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { runCarom } from './memory-io.ts'
import { readReportFile } from '../src/service/reports/read.ts'
import { writeReports } from '../src/service/reports/write.ts'
import { mailWith, readFixture } from './service/reports/packed.ts'
import { openTemporaryStore } from './service/temporary-store.ts'
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

void test('reports of receivers are read from files of any kind, and summed up once', async () => {
  const folder = fileURLToPath(new URL('../../../fixtures/reports/', import.meta.url))
  const files = ['microsoft.xml', 'google.xml', 'google.xml', 'tls-google.json']
  const { code, stdout, stderr } = await runCarom(
    ['domain', 'reports', ...files.map((name) => folder + name)], '',
    { stdout: true, columns: 100, env: { NO_COLOR: '1' } })
  assert.equal(code, 1)
  assert.equal(stderr, '')
  assert.match(stdout, /^ {2}88\.4 % of 1756 messages passed DMARC \(2 reports\)\.$/m)
  assert.match(stdout, /broken +192\.0\.2\.25, which sends for you, failed DMARC with 140 of 200/)
  assert.match(stdout, /broken +20 of 836 sessions failed at mx2\.mail\.example\.com/)
  assert.match(stdout, /^ {2}198\.51\.100\.77 +unknown +0 of 64 passed/m)
  const own = await runCarom(
    ['domain', 'reports', '--sender', '198.51.100.0/24', `${folder}google.xml`])
  const { dmarc } = JSON.parse(own.stdout) as {
    dmarc: { sources: { ip: string; standing: string }[] }
  }
  assert.equal(dmarc.sources.find(({ ip }) => ip === '198.51.100.77')?.standing, 'known')
})

void test('what cannot be read as a report is named, and the others are read', async () => {
  const folder = fileURLToPath(new URL('../../../fixtures/reports/', import.meta.url))
  const { code, stdout, stderr } = await runCarom(['domain', 'reports', `${folder}yahoo.xml`,
    `${folder}broken-cut.xml`, `${folder}broken-entities.xml`, `${folder}none.xml`])
  assert.equal(code, 1)
  assert.equal(JSON.parse(stdout)['dmarc']['messages'], 36)
  assert.match(stderr, /broken-cut\.xml: damaged: xml-cut, record-damaged/)
  assert.match(stderr, /broken-entities\.xml: no report is in it \(xml-document-type/)
  assert.match(stderr, /none\.xml: no such file/)
  const wrong = await runCarom(['domain', 'reports', '--sender', 'x', `${folder}yahoo.xml`])
  assert.equal(wrong.code, 2)
  const from = await runCarom(['domain', 'reports'], readFileSync(`${folder}yahoo.xml`))
  assert.equal(JSON.parse(from.stdout)['domain'], 'example.com')
})

void test('a mailed report that nobody is proven to have sent is told, and counts for nothing', async (t) => {
  const { address } = await openZoneServer(t, ZONES)
  const mail = mailWith(readFixture('microsoft.xml'), { type: 'text/xml' })
  const ask = (...words: readonly string[]) => runCarom(
    ['domain', 'reports', '--dns', address, ...words], mail,
    { stdout: true, columns: 200, env: { NO_COLOR: '1' } })
  const { code, stdout } = await ask()
  assert.equal(code, 0)
  assert.match(stdout, /^ {2}1 report of 200 in the name of Outlook\.com, left out: its mail from /m)
  assert.match(stdout, /receiver\.example is not signed\.$/m)
  assert.doesNotMatch(stdout, /passed DMARC/)
  const all = await ask('--unverified')
  assert.equal(all.code, 1)
  assert.match(all.stdout, /30\.0 % of 200 messages passed DMARC/)
})

void test('the store tells what receivers reported, and never weighs in the grade', async (t) => {
  const { address } = await openZoneServer(t, ZONES)
  const { store, url, cleanup } = await openTemporaryStore()
  t.after(cleanup)
  const from = Date.now() - 86_400_000
  const give = (name: string, isMail: boolean) => store.write((tx) =>
    writeReports(tx, 'default', readReportFile(readFixture(name)).reports.map((report) => ({
      report: { ...report, domain: 'sound.example', from, until: from }, inboxId: 1,
      trust: isMail ? 0 : 1, receivedAt: from, isMail,
    }))))
  const ask = async (...words: readonly string[]) => JSON.parse((await runCarom([
    'domain', 'check', '--dns', address, 'sound.example', '-s', 's1', ...words])).stdout) as {
    grade: string; findings: { id: string; area: string; severity: string; text: string }[] }
  const alone = await ask()
  const reported = async () => {
    const { grade, findings } = await ask('--store', url)
    assert.equal(grade, alone.grade)
    const own = findings.filter(({ id }) => id.startsWith('reported/'))
    assert.ok(own.every(({ severity }) => severity === 'note'))
    assert.equal(findings.length - own.length, alone.findings.length)
    return own.map(({ id, area, text }) => `${area} ${id} ${text}`)
  }
  assert.deepEqual(await reported(),
    ['dmarc reported/none No receiver reported about sound.example in 30 days.'])
  await give('google.xml', true)
  assert.deepEqual(await reported(),
    ['dmarc reported/unverified 1 report left out: nobody is proven to have sent it.'])
  await give('microsoft.xml', false)
  await give('tls-google.json', false)
  const [first = '', ...others] = (await reported()).sort()
  assert.equal(first, 'dmarc reported/dmarc Receivers reported 200 messages in its name in 30 days: ' +
    '30.0 % passed DMARC, 140 went into quarantine, 0 were refused (1 report of Outlook.com).')
  assert.match(others[0] ?? '', /^dmarc reported\/dmarc\/own-mail-fails 192\.0\.2\.25, which sends /)
  assert.match(others.at(-1) ?? '', /^tls-rpt reported\/tls\/validation-failure 3 of 836 sessions/)
  const gone = await runCarom(['domain', 'check', '--store', `${url}.gone`, 'sound.example'])
  assert.deepEqual([gone.code, gone.stdout], [1, ''])
  assert.match(gone.stderr, /^carom domain: there is no store/)
})
