// A reply means the same whatever letter quotes it: what a reporter says around a server's words is
// not taken for them, nor are addresses in them taken for recipients.

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import test from 'node:test'
import { createEngine } from '../../src/index.ts'

const engine = createEngine()
const RECIPIENT = 'kim.roe@corp.example'
const ANOTHER = 'lee@other.example'
/** Of the wordings that begin with a code every so many is quoted. */
const STEP = 100
/** Shares of replies that are read the same, and of letters whose recipient is found. */
const SAME_MIN = 0.98
/** Of pairs: "later, please" makes a delay of the one letter that has both. */
const PAIRS_SAME_MIN = 0.96
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

/** Letters about two recipients, each with a reply of its own. */
const PAIRS: Readonly<Record<string, (one: string, other: string) => string>> = {
  'one transcript': (one, other) =>
    `   ----- The following addresses had permanent fatal errors -----\n<${RECIPIENT}>\n` +
    `<${ANOTHER}>\n\n   ----- Transcript of session follows -----\n` +
    `... while talking to mx.corp.example.:\n>>> RCPT To:<${RECIPIENT}>\n<<< ${one}\n` +
    `550 <${RECIPIENT}>... User unknown\n... while talking to mx.other.example.:\n` +
    `>>> RCPT To:<${ANOTHER}>\n<<< ${other}\n550 <${ANOTHER}>... User unknown`,
  'a section for administrators': (one, other) =>
    `Delivery has failed to these recipients:\n\n${RECIPIENT}\nThe system could not process this ` +
    `message now.\n\n${ANOTHER}\nThe system could not process this message now.\n\n` +
    `Diagnostic information for administrators:\n\nGenerating server: mx.post.example\n\n` +
    `${RECIPIENT}\nmx.corp.example #<mx.corp.example #${one}> #SMTP#\n\n` +
    `${ANOTHER}\nmx.other.example #<mx.other.example #${other}> #SMTP#`,
}

const HEADER = 'Return-Path: <>\nFrom: Mail system <mailer-daemon@post.example>\n' +
  'To: news@shop.example\nSubject: Delivery failed\nContent-Type: text/plain; charset=utf-8\n'

function readEvents(letter: string): ReturnType<typeof engine.readMessage>['events'] {
  return engine.readMessage(new TextEncoder().encode(`${HEADER}\n${letter}\n`)).events
}

/** The reply alone, after RCPT or after nobody knows what. */
function isReadAlone(reply: string, reason: string | undefined): boolean {
  return reason === engine.classify({ text: reply, failed: true, command: 'RCPT' }).reason
    || reason === engine.classify({ text: reply, failed: true }).reason
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
      const [event, more] = readEvents(write(reply))
      if (!isReadAlone(reply, event?.reason)) others.push(`${reply} (${event?.reason})`)
      if (more === undefined && event?.recipient === RECIPIENT) named++
    }
    t.diagnostic(`${replies.length - others.length} of ${replies.length}, recipient ${named}`)
    assert.ok(1 - others.length / replies.length >= SAME_MIN, others.join('\n'))
    assert.ok(named / replies.length >= RECIPIENT_MIN, `the recipient is found ${named} times`)
  })
}

for (const [what, write] of Object.entries(PAIRS)) {
  test(`each of two recipients has the reply that is its own in ${what}`, (t) => {
    const others: string[] = []
    for (const [i, one] of replies.entries()) {
      const other = replies[(i * 7 + 13) % replies.length] as string
      const events = readEvents(write(one, other))
      const reasonOf = (address: string): string | undefined =>
        events.find(({ recipient }) => recipient === address)?.reason
      const isRead = isReadAlone(one, reasonOf(RECIPIENT)) && isReadAlone(other, reasonOf(ANOTHER))
      if (!isRead || events.length !== 2) others.push(`${one} | ${other}`)
    }
    t.diagnostic(`${replies.length - others.length} of ${replies.length}`)
    assert.ok(1 - others.length / replies.length >= PAIRS_SAME_MIN, others.join('\n'))
  })
}
