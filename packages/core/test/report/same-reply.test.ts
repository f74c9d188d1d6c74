// A reply means the same whatever letter quotes it: what a reporter says around a server's words is
// not taken for them, nor are addresses in them taken for recipients.

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import test from 'node:test'
import { createEngine } from '../../src/index.ts'

const engine = createEngine()
const RECIPIENT = 'kim.roe@corp.example'
/** Of the wordings that begin with a code every so many is quoted. */
const STEP = 100
/** Shares of replies that are read the same, and of letters whose recipient is found. */
const SAME_MIN = 0.98
const RECIPIENT_MIN = 0.995

const LETTERS: Readonly<Record<string, (reply: string) => string>> = {
  'a transcript, translated below': (reply) =>
    `   ----- The following addresses had permanent fatal errors -----\n<${RECIPIENT}>\n` +
    `    (reason: ${reply})\n\n   ----- Transcript of session follows -----\n` +
    `... while talking to mx.corp.example.:\n>>> DATA\n<<< ${reply}\n` +
    `550 5.1.1 <${RECIPIENT}>... User unknown\n<<< 503 5.0.0 Need RCPT (recipient)`,
  'a dialog with times': (reply) =>
    `Your message was not delivered.\n\nFailed address: ${RECIPIENT}\n\n--- Session ---\n` +
    ' 08:01:10: Attempting a connection to [corp.example]\n' +
    ' 08:01:11: <-- 220 mx.corp.example ESMTP\n 08:01:11: --> EHLO mx.post.example\n' +
    ` 08:01:11: <-- 250 mx.corp.example\n 08:01:12: --> RCPT To:<${RECIPIENT}>\n` +
    ` 08:01:12: <-- ${reply}\n 08:01:12: --> QUIT\n--- End ---`,
  'an error by type': (reply) =>
    `The following recipient could not be reached:\n\n${RECIPIENT}\n   Error Type: SMTP\n` +
    `   Remote server (192.0.2.8) issued an error.\n   We sent: RCPT TO:<${RECIPIENT}>\n` +
    `   Remote server replied: ${reply}`,
  'a guess of the cause': (reply) =>
    `Your message couldn't be delivered to ${RECIPIENT} because the remote server is\n` +
    `misconfigured. See the technical details below.\n\nThe response was:\n${reply}`,
  'a row of a mailer': (reply) =>
    `A message that you sent could not be delivered.\n\n${RECIPIENT} , ERROR CODE :550 - ${reply}`,
  'a reply within a French sentence': (reply) =>
    `Bonjour,\n\nvotre message n'a pas pu être remis à ${RECIPIENT}.\n\n` +
    `Réponse du serveur distant : ${reply}\n\nCordialement`,
  'labels, the host below': (reply) =>
    `Your message cannot be delivered to the following recipients:\n\n  Recipient address: ` +
    `${RECIPIENT}\n  Reason: LMTP transmission failure has occurred\n` +
    `  Diagnostic code: smtp;${reply}\n  Remote system: dns;mx.corp.example (LMTP program)`,
}

function readReplies(): string[] {
  const folder = new URL('../../../../fixtures/wordings/', import.meta.url)
  const replies = readdirSync(folder).flatMap((file) => {
    const [head = '', ...rows] = readFileSync(new URL(file, folder), 'utf8').split('\n')
    const column = head.split('\t').indexOf('text')
    return rows.map((row) => row.split('\t')[column] ?? '').filter((text) => /^[45]\d\d /.test(text))
  })
  return replies.filter((_, i) => i % STEP === 0)
}

const replies = readReplies()

for (const [what, write] of Object.entries(LETTERS)) {
  test(`a reply means the same in ${what}`, (t) => {
    const others: string[] = []
    let named = 0
    for (const reply of replies) {
      const header = 'Return-Path: <>\nFrom: Mail system <mailer-daemon@post.example>\n' +
        'To: news@shop.example\nSubject: Delivery failed\nContent-Type: text/plain; charset=utf-8\n'
      const { events } = engine.readMessage(new TextEncoder().encode(`${header}\n${write(reply)}\n`))
      const alone = engine.classify({ text: reply, failed: true, command: 'RCPT' })
      const plain = engine.classify({ text: reply, failed: true })
      const reason = events[0]?.reason
      if (reason !== alone.reason && reason !== plain.reason) others.push(`${reply} (${reason})`)
      if (events.length === 1 && events[0]?.recipient === RECIPIENT) named++
    }
    t.diagnostic(`${replies.length - others.length} of ${replies.length}, recipient ${named}`)
    assert.ok(1 - others.length / replies.length >= SAME_MIN, others.join('\n'))
    assert.ok(named / replies.length >= RECIPIENT_MIN, `the recipient is found ${named} times`)
  })
}
