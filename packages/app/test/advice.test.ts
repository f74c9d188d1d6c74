// `carom advice` as people and programs call it, on a store with some weeks of sends.

import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { runCarom } from './memory-io.ts'
import { openTemporaryStore } from './service/temporary-store.ts'

const DAY_MS = 86_400_000
const PAPER = { stdout: true, columns: 90, env: { NO_COLOR: '1' } }

/** Ten people who get the news each week, and one day with forty more. */
async function fill(t: TestContext): Promise<string> {
  const { store, url, cleanup } = await openTemporaryStore()
  t.after(cleanup)
  const now = Date.now()
  const rows = Array.from({ length: 21 }, (_, day) => day).flatMap((day) => {
    const people = day === 20 ? 300 : day % 7 === 0 ? 10 : 1
    return Array.from({ length: people }, (_, i) => [
      't', `m${day}-${i}@news.example`, `r${i}@example.com`, '', now - (21 - day) * DAY_MS, 'news',
      '', 'news.example', 'google', '192.0.2.1',
    ])
  })
  await store.write((tx) => tx.insert(
    'sends (tenant, message_id, recipient, envelope_id, sent_at, list, campaign, from_domain, ' +
    'receiver, from_ip)', rows, ''))
  await store.write((tx) => tx.run(`INSERT INTO optins (id, tenant, address, list, replaces, mail_to,
    status, source, language, actor, created_at, asked_at, expires_at, confirmed_at, mails,
    mail_state, mail_next_at, mail_tries) VALUES ('o1', 't', 'r0@example.com', 'news', '',
    'r0@example.com', 'confirmed', 'shop', 'en', 'form', 1, 1, 2, 2, 1, 'sent', 1, 1)`))
  return url
}

void test('each question is answered as JSON to a program and on paper to a person', async (t) => {
  const store = await fill(t)
  const asked: readonly (readonly [words: readonly string[], paper: RegExp, json: RegExp])[] = [
    [['habits'], /^A {2}Double opt-in\n {3}No bounce came/m, /^\{"from":\d+,.*"habit":"consistency"/],
    [['typos'], /^No bounced address/, /^\[\]$/m],
    [['optin'], /^ {2}news +1 +1 +0 +0 +100\.0 %$/m, /"confirmed":1,.*"source":"shop"/],
    [['frequency'], /^ {2}news +300 +347 +6 days +24 h +7 +0$/m, /"capPerWeek":7/],
    [['pacing'], /^No receiver asked/, /^\[\]$/m],
    [['volume'], /^ {2}\d{4}-\d\d-\d\d +300 {2}at most 10 before$/m, /"anomaly":"jump"/],
    [['volume', '--by', 'ip'], /^192\.0\.2\.1$/m, /"name":"192\.0\.2\.1"/],
    [['warm-up', '--target', '1000', '--domain', 'News.example'],
      /Sent on 21 days, 300 on the last, of which 0\.0 % bounced: half as many more/,
      /"days":\[\{"day":22,"sends":450\}/],
  ]
  for (const [words, paper, json] of asked) {
    const line = ['advice', ...words, '--store', store, '--tenant', 't']
    const [onPaper, asJson] = [await runCarom(line, '', PAPER), await runCarom(line)]
    assert.deepEqual([onPaper.code, onPaper.stderr, asJson.code], [0, '', 0], words.join(' '))
    assert.match(onPaper.stdout, paper)
    assert.match(asJson.stdout, json)
  }
  const rules = await runCarom(['advice', 'pacing', '--kumomta', '--store', store])
  assert.match(rules.stdout, /^# What receivers took/)
})

void test('wrong usage and a store that is not there are told', async () => {
  const cases: readonly (readonly [words: readonly string[], code: number, said: RegExp])[] = [
    [[], 2, /it takes one of habits, typos, optin, frequency, pacing, volume, warm-up/],
    [['volume', 'more'], 2, /it takes one of/],
    [['warm-up'], 2, /--target is the number of mails a day/],
    [['warm-up', '--target', '0'], 2, /--target/],
    [['volume', '--by', 'list'], 2, /domain, receiver or ip/],
    [['habits', '--since', 'soon'], 2, /--since cannot be 'soon'/],
    [['habits', '--store', '/nowhere/carom.db'], 1, /there is no store/],
  ]
  for (const [words, code, said] of cases) {
    const run = await runCarom(['advice', ...words])
    assert.equal(run.code, code, words.join(' '))
    assert.match(run.stderr, said)
  }
})
