// A Maildir full of mail for the tests of the mailbox page: some of it may be bounced, some not.

import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const SECOND_MS = 1_000

export type SampleMail = {
  readonly subject: string
  readonly from?: string
  /** Further header fields, a line each. */
  readonly fields?: readonly string[]
  readonly body?: string
  /** The server did not find its sender proven. */
  readonly isForged?: boolean
}

/** Writes the messages, the first one newest, and says where. */
export function makeMaildir(mails: readonly SampleMail[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'carom-maildir-'))
  for (const name of ['cur', 'new', 'tmp']) mkdirSync(join(folder, name))
  mails.forEach((mail, i) => {
    const at = Date.now() - i * SECOND_MS
    writeFileSync(join(folder, 'cur', `${Math.floor(at / 1000)}.M${i}P1.host:2,`),
      formatMail(mail, i, new Date(at)))
  })
  return folder
}

function formatMail(
  { subject, from = 'ann@example.org', fields = [], body = 'Hello.', isForged = false }:
  SampleMail, number: number, at: Date,
): string {
  const domain = from.split('@')[1] ?? ''
  const result = isForged ? 'fail' : 'pass'
  return [
    `Return-Path: <${from}>`,
    'Received: from mail.example.org (mail.example.org [192.0.2.10]) by mx.example.com' +
      ` with ESMTPS id m${number}; ${toMailDate(at)}`,
    `Authentication-Results: mx.example.com; spf=${result} smtp.mailfrom=${from};` +
      ` dkim=${result} header.d=${domain}; dmarc=${result} header.from=${domain}`,
    `Message-ID: <sample-${number}@example.org>`, `Date: ${toMailDate(at)}`, `From: ${from}`,
    'To: me@example.com', `Subject: ${subject}`, 'Content-Type: text/plain; charset=utf-8',
    ...fields, '', body, '',
  ].join('\r\n')
}

function toMailDate(at: Date): string {
  return at.toUTCString().replace('GMT', '+0000')
}
