// Forged reports of every kind suppress nobody (T1, T2): right in form, and without proof.
// CAROM_FORGED=10000 sends more of them.

import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { makeReturnPath, verifyReturnPath, type TokenKey } from '@carom/core'
import { DAY_MS, openWorkbench, START, type Given } from './workbench.ts'

const COUNT = Number(process.env['CAROM_FORGED'] ?? 800)
const VICTIM = 'victim@example.com'
const DOMAIN = 'bounces.example'

const KEY: TokenKey = { id: 'a', secret: randomBytes(32) }
const RETIRED: TokenKey = { id: 'b', secret: randomBytes(32), verifiesUntil: START - 1 }
const FOREIGN: TokenKey = { id: 'a', secret: randomBytes(32) }
const KEYS = [KEY, RETIRED]

function pathOf(recipient: string, key: TokenKey = KEY, now = START): string {
  const made = makeReturnPath({ keys: [key], domain: DOMAIN, recipient, now })
  assert.ok(made.kind === 'made')
  return made.address
}

/** What a forger can put into the envelope and the message. */
const FORGERIES: readonly ((index: number) => { to: string; messageId: string; arf?: true })[] = [
  (i) => ({ to: `bounces@${DOMAIN}`, messageId: `<guess-${i}@example.org>` }),
  (i) => ({ to: pathOf(`other${i}@example.net`), messageId: `<${i}@example.org>` }),
  (i) => ({ to: pathOf(VICTIM, FOREIGN), messageId: `<${i}@example.org>` }),
  (i) => ({ to: pathOf(VICTIM, RETIRED), messageId: `<${i}@example.org>` }),
  (i) => ({ to: pathOf(VICTIM, KEY, START - 400 * DAY_MS), messageId: `<${i}@example.org>` }),
  (i) => ({ to: pathOf(VICTIM).replace(/.@/, '@'), messageId: `<${i}@example.org>` }),
  (i) => ({ to: pathOf(VICTIM).replace('@', `${i % 10}@`), messageId: `<${i}@example.org>` }),
  (i) => ({ to: `fbl@${DOMAIN}`, messageId: `<${i}@example.org>`, arf: true }),
  (i) => ({ to: pathOf(VICTIM).replace(DOMAIN, 'other.example'), messageId: `<${i}@x>` }),
  // The victim's own list: all members got the same Message-ID.
  () => ({ to: `bounces@${DOMAIN}`, messageId: '<shared@example.org>' }),
]

test(`${COUNT} forged reports of ${FORGERIES.length} kinds stop nobody's mail`, async () => {
  const bench = await openWorkbench()
  try {
    await bench.ledger.registerSends('t', [
      { recipient: VICTIM, messageId: 'shared@example.org' },
      { recipient: 'member@example.net', messageId: 'shared@example.org' },
    ])
    const inputs = Array.from({ length: COUNT }, (_, index) => forge(index))
    for (let from = 0; from < COUNT; from += 100) await bench.give(...inputs.slice(from, from + 100))
    assert.equal((await bench.check(VICTIM))?.answer, 'send')
    assert.equal(await bench.status(VICTIM), 'unknown')
    const { rows } = await bench.ledger.listEvents('t', { address: VICTIM }, { limit: 1_000 })
    assert.ok(rows.length > 0 && rows.every(({ counted }) => !counted), 'recorded, not counted')
    await bench.give(...[pathOf(VICTIM), pathOf(VICTIM).toUpperCase()].map((to) =>
      toInput(to, dsn('<genuine@example.org>'))))
    assert.notEqual((await bench.check(VICTIM))?.answer, 'send')
    const counted = await bench.ledger.listIncidents('t', { address: VICTIM }, { limit: 10 })
    assert.equal(counted.rows.length, 1)
  } finally {
    await bench.close()
  }
})

function forge(index: number): Given {
  const make = FORGERIES[index % FORGERIES.length]
  assert.ok(make)
  const { to, messageId, arf } = make(index)
  return toInput(to, arf === true ? complaint(messageId) : dsn(messageId))
}

/** As the SMTP intake hands it over. */
function toInput(to: string, body: string): Given {
  const verdict = verifyReturnPath(to, { keys: KEYS, now: START })
  const isValid = verdict.kind === 'valid' && verdict.recipient !== undefined
  return {
    kind: 'message', body, trust: isValid ? 3 : 0,
    envelope: {
      mailFrom: '', rcptTo: to,
      ...(isValid ? { token: { recipient: verdict.recipient as string } } : {}),
    },
  }
}

function dsn(messageId: string): string {
  return [
    'From: MAILER-DAEMON@mx.example.com', `To: bounces@${DOMAIN}`, 'Subject: Undelivered',
    `Message-ID: <dsn-${messageId.slice(1)}`, 'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"', '',
    '--b', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.example.com', '',
    `Final-Recipient: rfc822; ${VICTIM}`, 'Action: failed', 'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 User unknown', '',
    '--b', 'Content-Type: text/rfc822-headers', '', `Message-ID: ${messageId}`, '', '--b--', '',
  ].join('\r\n')
}

function complaint(messageId: string): string {
  return [
    'From: fbl@mailbox.example', `To: fbl@${DOMAIN}`, 'Subject: complaint', 'MIME-Version: 1.0',
    `Message-ID: <fbl-${messageId.slice(1)}`,
    'Content-Type: multipart/report; report-type=feedback-report; boundary="b"', '',
    '--b', 'Content-Type: text/plain', '', 'This is a complaint.', '',
    '--b', 'Content-Type: message/feedback-report', '', 'Feedback-Type: abuse',
    'User-Agent: Example/1.0', 'Version: 1', `Original-Rcpt-To: ${VICTIM}`, '',
    '--b', 'Content-Type: text/rfc822-headers', '', `Message-ID: ${messageId}`, '', '--b--', '',
  ].join('\r\n')
}
