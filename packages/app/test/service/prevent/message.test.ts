// A message beside what the DNS says of its links and what the store has of its campaign.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDnsClient, DNS_CLIENT_DEFAULTS } from '../../../src/service/prevent/dns/client.ts'
import { checkMessage } from '../../../src/service/prevent/message/check.ts'
import { readRefused } from '../../../src/service/prevent/message/refused.ts'
import { runCarom } from '../../memory-io.ts'
import { openWorkbench, type Workbench } from '../pipeline/workbench.ts'
import { isPostgresMissing } from '../postgres-there.ts'
import { openZoneServer } from './zone-server.ts'

const ZONES = new URL('../../../../../fixtures/domains/zones.yaml', import.meta.url)
const LISTS = {
  'test.multi.surbl.org': { A: ['127.0.0.2'] }, 'bad.example.multi.surbl.org': { A: ['127.0.0.4'] },
  'www.bad.example': { A: ['192.0.2.80'] }, 'good.example': { A: ['192.0.2.81'] },
}

function letter(body: string, more: readonly string[] = []): Buffer {
  return Buffer.from([
    'From: News <news@example.com>', 'To: ann@example.org', 'Subject: The autumn offers',
    'Date: Fri, 27 Nov 2026 10:00:00 +0000', 'Message-ID: <a1@example.com>', 'MIME-Version: 1.0',
    ...more, 'Content-Type: text/html; charset=utf-8', '', body, '',
  ].join('\r\n'))
}

test('links are looked up: hosts that are not there, and domains that lists name', async (t) => {
  const { address, asked } = await openZoneServer(t, ZONES, LISTS)
  const dns = createDnsClient({ ...DNS_CLIENT_DEFAULTS, servers: [address] }, Date.now)
  const links = ['https://www.bad.example/a', 'https://good.example/', 'https://gone.example/x',
    'https://192.0.2.9/', 'mailto:news@bad.example']
  const message = letter(links.map((link) => `<p>Words <a href="${link}">here</a></p>`).join(''))
  const found = async (blocklists: readonly string[]) =>
    (await checkMessage(message, { now: Date.now(), dns, blocklists })).findings
      .filter(({ id }) => /^links\/(?:no|blocklists)/.test(id)).map(({ id, text }) => `${id} ${text}`)
  assert.deepEqual(await found([]), ['links/no-such-host A link leads to gone.example, which is ' +
    'not there: there is no such name in the DNS.'])
  assert.ok(!asked.some((question) => question.includes('surbl')), 'nobody asked for it')
  assert.match((await found(['multi.surbl.org'])).at(-1) ?? '',
    /^links\/blocklists-listed bad\.example is on SURBL \(127\.0\.0\.4\)/)
  const { stdout, code } = await runCarom(['message', 'check', '--dns', address, '--json',
    '--blocklist', 'multi.uribl.com'], message)
  assert.match(stdout, /"links\/blocklists-unusable"/)
  assert.equal(code, 1)
})

for (const kind of ['sqlite', 'postgres'] as const) {
  const skip = kind === 'postgres' && await isPostgresMissing() && 'no PostgreSQL here'
  test(`${kind}: what of the same campaign was refused for its content`, { skip }, async () => {
    const bench = await openWorkbench({ kind })
    try {
      await refuse(bench, 3, { campaign: 'autumn-26' })
      await refuse(bench, 2, { subject: 'The autumn offers' })
      await refuse(bench, 4, { campaign: 'winter-26' })
      const refused = (names: Parameters<typeof readRefused>[2]) =>
        readRefused(bench.store, 't', names, bench.now)
      const check = async (message: Buffer, campaign?: string) => {
        const { findings, areas } = await checkMessage(
          message, { now: bench.now, refused, campaign })
        assert.ok(areas.some(({ area }) => area === 'campaign'))
        return findings.find(({ area }) => area === 'campaign')?.text
      }
      const both = 'Of the same campaign 5 messages were refused for the content in thirty days: ' +
        'spam-content at example.net (5).'
      assert.equal(await check(letter('Hello'), 'autumn-26'), both)
      assert.equal(await check(letter('Hello', ['Feedback-ID: autumn-26:7:news:example'])), both)
      assert.match(await check(letter('Hello')) ?? '', /^Of the same campaign 2 messages/)
      assert.equal(await check(Buffer.from('Subject: Another\r\n\r\nHello')), undefined)
      const run = await runCarom(['message', 'check', '--no-dns', '--store', bench.url,
        '--tenant', 't', '--campaign', 'winter-26', '--json'], letter('Hello'))
      assert.doesNotMatch(run.stdout, /"campaign\/refused"/, 'of thirty days before today alone')
    } finally {
      await bench.close()
    }
  })
}

async function refuse(
  bench: Workbench, count: number, more: { readonly campaign?: string; readonly subject?: string },
): Promise<void> {
  await bench.give({ trust: 2, body: Array.from({ length: count }, (_, i) => ({
    recipient: `r${i}@example.net`, messageId: `${more.campaign ?? more.subject}${i}@example.com`,
    reply: '554 5.7.1 Message rejected as spam', ...more,
  })) })
}
