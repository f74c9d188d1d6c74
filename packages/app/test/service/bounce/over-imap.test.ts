// From a mark in a Dovecot account, over the API, to the relay and into the folder of bounced mail.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { openApi } from '../http/fake-api.ts'
import { missingDovecot, startDovecot } from '../intake/dovecot.ts'
import { delivered, writtenLetter } from './letters.ts'
import { openWorkbench } from './workbench.ts'
import { signed } from './zone.ts'

test('plan and carry out what was marked', { skip: missingDovecot() }, async (t) => {
  const dovecot = await startDovecot()
  t.after(() => dovecot.stop())
  const bench = await openWorkbench(t, { certificateAuthority: dovecot.certificate })
  const inbox = join(dovecot.maildir('ann'), 'new')
  await mkdir(inbox, { recursive: true })
  const letters = [
    delivered(await signed(writtenLetter(), 'shop.example')),
    delivered(writtenLetter({ id: 'forged@shop.example', subject: 'Forged' })),
  ]
  for (const [i, bytes] of letters.entries()) {
    await writeFile(join(inbox, `${Math.floor(Date.now() / 1000) + i}.M${i}.mx`), bytes)
  }
  execFileSync('chown', ['-R', 'nobody', join(dovecot.maildir('ann'), '..')])
  const { bounces, mailboxes } = bench
  const api = await openApi(t, {}, { bounces, mailboxes })
  const added = await api.ask('POST', '/v1/mailboxes', { json: {
    name: 'Office', addresses: ['office@ours.example'], account: {
      kind: 'imap', host: 'localhost', port: dovecot.imaps, user: 'ann', password: dovecot.password,
    },
  } })
  assert.equal(added.status, 201, added.text)
  assert.ok(!added.text.includes(dovecot.password))
  const id = String(added.json['id'])
  const list = await api.ask('GET', `/v1/mailboxes/${id}/messages?limit=1`)
  const more = await api.ask('GET',
    `/v1/mailboxes/${id}/messages?limit=1&cursor=${String(list.json['next'])}`)
  const keys = [list, more].map(({ json }) => String(json['rows']?.[0]?.['key']))
  assert.equal(new Set(keys).size, 2)
  const marked = await api.ask('PUT', `/v1/mailboxes/${id}/mark`, { json: { keys, mark: 'bounce' } })
  assert.equal(Number(marked.json['changed']), 2, marked.text)
  const body = { mailbox: id, marked: true }
  const plan = await api.ask('POST', '/v1/bounces', { json: body })
  assert.equal(plan.status, 200, plan.text)
  assert.deepEqual(states(plan.json), ['planned', 'refused'])
  assert.equal(bench.sink.sent.length, 0)
  const blind = await api.ask('POST', '/v1/bounces', { json: body, key: 'operate' })
  assert.deepEqual(states(blind.json), ['planned', 'refused'])
  assert.ok(!/"(?:subject|author|bytes)"/.test(blind.text), 'it may act, not read')
  const refused = await api.ask('POST', '/v1/bounces', {
    json: { ...body, dryRun: false }, key: 'read,write,personal',
  })
  assert.equal(refused.status, 403)
  const done = await api.ask('POST', '/v1/bounces', {
    json: { ...body, dryRun: false, plannedAt: plan.json['plannedAt'] },
  })
  assert.deepEqual(states(done.json), ['refused', 'sent'])
  const bytes = plan.json['rows']?.flatMap((row) => row['bounce']?.['bytes'] ?? [])
  assert.equal(bench.sink.sent[0]?.bytes.toString('base64'), String(bytes))
  const folders = await api.ask('GET', `/v1/mailboxes/${id}/folders`)
  assert.match(folders.text, /"name":"Bounced","messages":1/)
  const log = await api.ask('GET', '/v1/bounces?recipient=ann@shop.example')
  assert.match(log.text, /"state":"sent"/)
  const gone = await api.ask('POST', '/v1/bounces', { json: { mailbox: id, keys } })
  assert.deepEqual(states(gone.json), ['gone', 'refused'])
})

function states(answer: unknown): string[] {
  return (answer as { rows: { state: string }[] }).rows.map(({ state }) => state).sort()
}
