// Guides hold what has to be pasted; a test of a source tells what works and what does not, and
// stores nothing.

import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { WEBHOOK_VENDORS } from '@carom/core'
import { parse } from 'yaml'
import { readConfig } from '../../../src/service/config/read.ts'
import { SILENT_LOG } from '../../../src/service/log.ts'
import { createSourceAdmin } from '../../../src/service/source-admin.ts'

function adminOf(text: string) {
  const result = readConfig({ text, env: {}, nearest: () => undefined })
  assert.ok(result.kind === 'read', JSON.stringify(result))
  return createSourceAdmin(result.config, { log: SILENT_LOG, now: Date.now })
}

test('every vendor and kind has a guide, whose configuration is right', () => {
  const guides = adminOf('').guides('https://bounces.example.com/', 'mine-1')
  for (const vendor of WEBHOOK_VENDORS) {
    const guide = guides.find(({ id }) => id === `webhook/${vendor}`)
    assert.equal(guide?.values[0]?.value, 'https://bounces.example.com/hooks/mine-1')
    assert.ok(guide.steps.length > 0 && guide.proof !== '')
  }
  for (const { id, yaml } of guides.filter((guide) => guide.yaml !== '')) {
    const env = { MINE_1_SECRET: 'whsec_c2VjcmV0', BOUNCES_PASSWORD: 'x' }
    const result = readConfig({ text: yaml, env, nearest: () => undefined })
    assert.equal(result.kind, 'read', `${id}: ${JSON.stringify(result)}\n${yaml}`)
    assert.equal(typeof parse(yaml), 'object')
  }
  assert.equal(new Set(guides.map(({ id }) => id)).size, guides.length)
})

test('webhooks are tried with a sample that is signed as configured', async () => {
  const admin = adminOf([
    'sources:', '  - { name: own, type: webhook, vendor: generic, secret: s3cret }',
    '  - { name: mark, type: webhook, vendor: postmark, user: u, password: p }',
    '  - { name: rs, type: webhook, vendor: resend, secret: whsec_c2VjcmV0c2VjcmV0 }',
    '  - { name: aws, type: webhook, vendor: ses, topics: ["arn:aws:sns:eu-west-1:123456789012:b"] }',
    '  - { name: off, type: webhook, vendor: generic, enabled: false, secret: x }',
  ].join('\n'))
  for (const name of ['own', 'mark', 'rs']) {
    const tested = await admin.test('default', name)
    assert.deepEqual(tested?.steps.map((step) => [step.name, step.ok]),
      [['proof', true], ['decoder', true]], JSON.stringify(tested))
  }
  assert.equal((await admin.test('default', 'aws'))?.ok, false)
  assert.match((await admin.test('default', 'aws'))?.steps[0]?.detail ?? '', /Only the vendor/)
  assert.equal((await admin.test('default', 'off'))?.ok, false)
  assert.equal(await admin.test('default', 'none'), undefined)
  assert.equal(await admin.test('other', 'own'), undefined)
})

test('logs, files, ports and mailboxes are tried as they are', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'carom-sources-'))
  t.after(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'mail.log'), 'Mar  2 08:00:00 mx postfix/smtp[1]: 4F: ' +
    'to=<a@example.com>, relay=mx[192.0.2.1]:25, delay=1, dsn=2.0.0, status=sent (250 ok)\n')
  await writeFile(join(folder, 'other.log'), 'nothing of mail\n')
  const server = createServer((socket) => socket.end('220 mx ESMTP\r\n')).listen(0, '127.0.0.1')
  t.after(() => server.close())
  await new Promise((resolve) => { server.once('listening', resolve) })
  const { port } = server.address() as { port: number }
  const admin = adminOf([
    `smtp: { enabled: true, host: 127.0.0.1, port: ${port}, domains: [{ name: b.example.com, kind: bounces }] }`,
    'sources:', `  - { name: log, type: log, mta: auto, paths: ['${folder}/mail.log'] }`,
    `  - { name: odd, type: log, mta: auto, paths: ['${folder}/other.log', '${folder}/none*.log'] }`,
    `  - { name: box, type: mbox, files: ['${folder}/mbox'] }`,
    '  - { name: mail, type: imap, host: 127.0.0.1, port: 9, user: u, password: p }',
  ].join('\n'))
  const steps = async (id: string) =>
    (await admin.test('default', id))?.steps.map(({ ok, detail }) => `${ok} ${detail}`)
  assert.deepEqual(await steps('log'), ['true It can be read, and postfix wrote it.'])
  assert.deepEqual((await steps('odd'))?.map((step) => step.slice(0, 5)), ['false', 'false'])
  assert.deepEqual(await steps('box'), ['false It does not exist; look at the path.'])
  assert.deepEqual(await steps('smtp'), ['true It answers: 220 mx ESMTP'])
  assert.equal((await admin.test('default', 'mail'))?.ok, false)
})
