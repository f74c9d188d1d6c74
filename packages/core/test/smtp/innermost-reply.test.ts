// Which part of a text is what the refusing server itself said.

import assert from 'node:assert/strict'
import test from 'node:test'
import { readReplyText } from '../../src/smtp/reply.ts'

const CASES: readonly (readonly [text: string, innermost: string, replyCode?: number])[] = [
  ['550 no such user', '550 no such user', 550],
  ['host mx.example.net[192.0.2.1] said: 552 5.2.2 Full (in reply to RCPT TO command)', '552 5.2.2 Full', 552],
  ['>>> RCPT To:<a@example.com> <<< 552 5.2.2 Full 554 5.0.0 Service unavailable', '552 5.2.2 Full', 552],
  ['>>> DATA <<< 550 5.1.1 Unknown <<< 554 5.5.1 Error: no valid recipients', '550 5.1.1 Unknown', 550],
  [
    '>>> DATA <<< 550 5.1.6 Address inactive 550 5.1.1 <a@example.com>... User unknown <<< 554 5.5.1 Error: no valid recipients >>> RSET <<< 421 4.7.0 Error: too many errors',
    '550 5.1.6 Address inactive', 550,
  ],
  [
    '<<< 550-We check. <<< 550 Sender verify failed 550 5.1.1 a@example.com... User unknown',
    '550-We check. <<< 550 Sender verify failed', 550,
  ],
  ['(reason: 550 No) >>> DATA <<< 550 No 550 5.1.1 <a@example.com>... User unknown', '550 No', 550],
  ['08:01:12: --> RCPT To:<a@example.com> 08:01:12: <-- 550 No 08:01:12: --> QUIT', '550 No 08:01:12:', 550],
  ['552 The number of attachments (501) is too large', '552 The number of attachments (501) is too large', 552],
  ['<<< 550 5.1.1 a@example.com... User unknown', '550 5.1.1 a@example.com... User unknown', 550],
  [
    'Diagnostic code: smtp;552 5.2.2 Over quota Remote system: dns;mx.example.net (mx -- LMTP server)',
    '552 5.2.2 Over quota', 552,
  ],
  ['550 5.1.1 Unknown 503 5.5.1 need RCPT first', '550 5.1.1 Unknown 503 5.5.1 need RCPT first', 550],
  ['550-5.1.1 No such\n550 5.1.1 user', '550-5.1.1 No such\n550 5.1.1 user', 550],
  [
    '553 Sender callout failed (your host: 550 User unknown)',
    '553 Sender callout failed (your host: 550 User unknown)', 553,
  ],
  ['Check of the sender failed: 550 unknown', 'Check of the sender failed: 550 unknown', 550],
  ['554 5.3.0 filter ended with status 255', '554 5.3.0 filter ended with status 255', 554],
  ['no code at all', 'no code at all'],
]

for (const [text, innermost, replyCode] of CASES) {
  test(`innermost: ${text}`, () => {
    const reply = readReplyText(text)
    assert.equal(text.slice(reply.from, reply.to), innermost)
    assert.equal(reply.replyCode, replyCode)
  })
}
