// A real Postfix bounces mail back by LMTP, with the settings of docs/return-path-token.md.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { createEngine, makeReturnPath } from '@carom/core'
import { createTransport } from 'nodemailer'
import { SMTPServer } from 'smtp-server'
import { BOUNCES, KEY, NOW, startListener } from './listener.ts'
import { startPostfix, whyNoPostfix } from './postfix.ts'

const DOC = new URL('../../../../../../docs/return-path-token.md', import.meta.url)
const skip = whyNoPostfix() ?? false

test('Postfix brings its bounces, and turns away what has no token', { skip }, async (t) => {
  const listener = await startListener({ protocol: 'lmtp' })
  t.after(() => listener.stop())
  const refuser = new SMTPServer({
    authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], disableReverseLookup: true,
    onRcptTo: ({ address }, _session, answer) => {
      answer(Object.assign(new Error(`5.1.1 <${address}>: User unknown`), { responseCode: 550 }))
    },
  })
  await new Promise<void>((resolve) => { refuser.listen(0, '127.0.0.1', () => resolve()) })
  t.after(() => refuser.close())
  const { port: refusing } = refuser.server.address() as AddressInfo
  const settings = /^```\n# main\.cf\n([\s\S]*?)^```$/m.exec(readFileSync(DOC, 'utf8'))?.[1] ?? ''
  const changed = settings.replace('127.0.0.1:2424', `127.0.0.1:${listener.port}`)
    .replace('inline:{ ', `inline:{ { dead.example = smtp:[127.0.0.1]:${refusing} }, `)
  assert.notEqual(changed, settings)
  const postfix = await startPostfix(`${changed}
relay_domains = ${BOUNCES} dead.example
smtpd_recipient_restrictions = permit_auth_destination, reject_unauth_destination
smtpd_relay_restrictions = check_recipient_access inline:{ { ${BOUNCES} =
  reject_unverified_recipient } }, reject_unauth_destination`)
  t.after(() => postfix.stop())
  const transport = createTransport({ host: '127.0.0.1', port: postfix.port, ignoreTLS: true })
  t.after(() => transport.close())

  const made = makeReturnPath({
    keys: [KEY], domain: BOUNCES, recipient: 'gone@dead.example', now: NOW,
  })
  const from = made.kind === 'made' ? made.address : ''
  await transport.sendMail({
    envelope: { from, to: 'gone@dead.example' }, from: 'news@example.com',
    to: 'gone@dead.example', subject: 'News', text: 'Hello',
  })
  const deadline = Date.now() + 30_000
  while (listener.inputs().length === 0 && Date.now() < deadline) {
    await new Promise((resolve) => { setTimeout(resolve, 50) })
  }
  const [input] = listener.inputs()
  assert.ok(input, postfix.log())
  assert.equal(input.trust, 3)
  assert.deepEqual(input.envelope.token, { recipient: 'gone@dead.example' })
  assert.equal(input.envelope.mailFrom, '')
  const [event] = createEngine().readMessage(input.bytes).events
  assert.deepEqual(
    [event?.recipient, event?.reason, event?.enhancedCode, event?.reporter],
    ['gone@dead.example', 'mailbox-unknown', '5.1.1', 'postfix'])

  await assert.rejects(transport.sendMail({
    envelope: { from: '', to: `nobody@${BOUNCES}` }, subject: 'forged', text: 'x',
  }), /550 5\.1\.1/)
  assert.equal(listener.inputs().length, 1)
})
