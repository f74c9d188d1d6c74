// Receipts, also those by which Sieve refuses: they are never failures.

import assert from 'node:assert/strict'
import test from 'node:test'
import { RETURNED, dsn, mustRead } from './messages.ts'

function mdn(fields: string, human: string): string {
  return dsn({
    headers: 'Return-Path: <>\nFrom: Alice <alice@customer.example>',
    type: 'multipart/report; report-type=disposition-notification',
    human,
    statusHeader: 'Content-Type: message/disposition-notification',
    status: fields,
    returned: RETURNED,
  })
}

const FIELDS = `Reporting-UA: mail.customer.example; Program 1
Original-Recipient: rfc822;sales@customer.example
Final-Recipient: rfc822;alice@customer.example
Original-Message-ID: <m1@shop.example>
Disposition: manual-action/MDN-sent-manually; displayed
`

test('a read receipt', () => {
  const read = mustRead(mdn(FIELDS, 'Your message was displayed.'))
  assert.equal(read.format, 'mdn')
  assert.deepEqual(read.recipients, [{
    kind: 'receipt',
    originalRecipient: 'sales@customer.example',
    finalRecipient: 'alice@customer.example',
  }])
  assert.equal(read.original?.messageId, 'm1@shop.example')
  assert.equal(read.original?.subject, 'May offers')
})

test('dispositions that sound like failures', () => {
  for (const type of ['deleted', 'deleted/error', 'failed', 'denied', 'processed/expired']) {
    const fields = FIELDS.replace('displayed', type)
    assert.equal(mustRead(mdn(fields, 'Your message was refused: 550 no.')).recipients[0]?.kind, 'receipt', type)
  }
})
