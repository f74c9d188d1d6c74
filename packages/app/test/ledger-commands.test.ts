// `carom undo`, `policy`, `reclassify` and `unmatched` on a store with a history.

import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { runCarom, type Ran } from './memory-io.ts'
import { DAY_MS, gone, openWorkbench, type Workbench } from './service/pipeline/workbench.ts'

let bench: Workbench
let folder: string

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'carom-ledger-'))
  bench = await openWorkbench()
  for (const messageId of ['<1@x>', '<2@x>']) {
    await bench.give(gone('joe@example.com', { messageId }))
    await bench.pass(2 * DAY_MS)
  }
  await bench.give({ kind: 'message', body: 'Subject: Hello\r\n\r\nIs anybody there?' })
})

after(async () => {
  await bench.close()
  rmSync(folder, { recursive: true, force: true })
})

function run(...words: readonly string[]): Promise<Ran> {
  return runCarom([...words, '--store', bench.url, '--tenant', 't'])
}

test('undo shows first and does it when asked', async () => {
  const shown = await run('undo', '--reason', 'mailbox-unknown')
  assert.equal(shown.code, 0)
  assert.match(shown.stdout, /2 bounces of 1 addresses would be taken back; 1 suppressions would be/)
  assert.match(shown.stdout, /joe@example\.com: suppressed → active/)
  assert.match(shown.stdout, /Add --apply/)
  assert.equal((await bench.check('joe@example.com'))?.answer, 'do-not-send')
  const nothing = await run('undo', '--receiver', 'nobody')
  assert.deepEqual([nothing.code, nothing.stdout], [1, 'No bounce fits.\n'])
})

for (const [words, problem] of [
  [['undo'], /it would undo everything/], [['undo', '--since', 'noon'], /--since cannot be 'noon'/],
  [['policy'], /it takes list/], [['policy', 'simulate'], /simulate wants --policy/],
  [['unmatched', '--limit', '0'], /--limit cannot be '0'/], [['reclassify', 'all'], /what is 'all'/],
] as const) {
  test(`carom ${words.join(' ')} is wrong usage`, async () => {
    const { code, stderr } = await run(...words)
    assert.equal(code, 2)
    assert.match(stderr, problem)
  })
}

test('policies are listed, shown and tried on the history', async () => {
  const listed = await run('policy', 'list')
  assert.match(listed.stdout, /^\* carom /m)
  assert.match(listed.stdout, /^ {2}mailchimp /m)
  assert.match((await run('policy', 'show', 'ses')).stdout, /^id: ses$/m)
  assert.equal((await run('policy', 'show', 'nobody')).code, 1)
  const tried = await run('policy', 'simulate', '--policy', 'fxa')
  assert.match(tried.stdout, /of 1 addresses with a history would be treated otherwise/)
})

test('an own policy from a file is checked before it decides', async () => {
  const wrong = join(folder, 'wrong.yaml')
  writeFileSync(wrong, 'id: own\nversion: 1\ntitle: Own\ntracks: nothing\n')
  const refused = await run('policy', 'use', wrong)
  assert.equal(refused.code, 1)
  assert.match(refused.stderr, /tracks/)
  const right = join(folder, 'own.yaml')
  writeFileSync(right, [
    'id: own', 'version: 1', 'title: Own', 'tracks:', '  - id: any', '    title: bounce',
    '    meter: count', '    threshold: 9', '    actions: [{ do: suppress }]', '',
  ].join('\n'))
  const used = await run('policy', 'use', right)
  assert.deepEqual([used.code, used.stdout], [0, 'own@1 decides from now on.\n'])
})

test('what nobody could read is listed', async () => {
  const { code, stdout } = await run('unmatched', '--samples')
  assert.equal(code, 0)
  assert.match(stdout, /1 {2}Hello Is anybody there\?/)
  assert.match(stdout, /\| Subject: Hello/)
})

test('stored inputs are judged again', async () => {
  const { code, stdout } = await run('reclassify', '--unmatched', 'also')
  assert.equal(code, 0)
  assert.match(stdout, /^3 inputs were judged; 0 would change/)
})

for (const [line, code, said] of [
  ['unmatched', 1, /^carom unmatched: there is no store .*none\.db; .* --store\n$/],
  ['undo --reason virus', 1, /^carom undo: there is no store/],
  ['reclassify', 1, /^carom reclassify: there is no store/],
  ['policy simulate --policy ses', 1, /^carom policy: there is no store/],
  ['check ann@example.com', 1, /^carom check: there is no store/],
  ['user list', 1, /^carom user: there is no store/],
  ['policy list', 0, /^$/],
] as const) {
  test(`carom ${line} makes no store where there is none`, async () => {
    const file = join(folder, 'none.db')
    const { code: ended, stderr } = await runCarom([...line.split(' '), '--store', file])
    assert.match(stderr, said)
    assert.deepEqual([ended, existsSync(file)], [code, false])
  })
}

test('a policy may be chosen before the first start', async () => {
  const file = join(folder, 'first.db')
  assert.equal((await runCarom(['policy', 'use', 'ses', '--store', file])).code, 0)
  assert.match((await runCarom(['policy', 'list', '--store', file])).stdout, /^\* ses /m)
})
