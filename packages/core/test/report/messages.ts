// Small messages for the tests of report readers, written in the image of real ones.

import { parseMessage } from '../../src/message/parse.ts'
import type { Message } from '../../src/message/types.ts'
import { readReport } from '../../src/report/read.ts'
import type { RecipientReport, Report } from '../../src/report/types.ts'

const encoder = new TextEncoder()
const HEADERS =
  'Return-Path: <>\nFrom: Mail Delivery System <MAILER-DAEMON@mta.shop.example>'

/** Text with LF → bytes with CRLF, as on the wire. */
export function wire(text: string): Uint8Array {
  return encoder.encode(text.replaceAll('\r\n', '\n').replaceAll('\n', '\r\n'))
}

export function message(text: string): Message {
  return parseMessage(wire(text))
}

export function readBytes(bytes: Uint8Array): Report | undefined {
  return readReport(parseMessage(bytes))
}

export function report(text: string): Report | undefined {
  return readReport(message(text))
}

/** The report of a message that must be one. */
export function mustRead(text: string): Report {
  const found = report(text)
  if (found === undefined) throw new TypeError('no report was read')
  return found
}

/** The first recipient of a message that must be a report. */
export function firstRecipient(text: string): RecipientReport {
  const [recipient] = mustRead(text).recipients
  if (recipient === undefined) throw new TypeError('no recipient was read')
  return recipient
}

export const RETURNED = `Return-Path: <news@shop.example>
Received: from app.shop.example (app.shop.example [192.0.2.10]) by mta.shop.example; Wed, 1 May 2024 10:00:00 +0000
From: "Shop" <news@shop.example>
To: <alice@customer.example>
Subject: May offers
Date: Wed, 1 May 2024 12:00:00 +0200
Message-ID: <m1@shop.example>
List-Id: Offers <offers.shop.example>
Feedback-ID: 7:offers:shop
X-Campaign: may

550 5.7.1 is a code that this newsletter quotes.
`

const HUMAN = `This is the mail system at host mta.shop.example.

Your message could not be delivered.

<alice@customer.example>: host mx.customer.example[198.51.100.7] said: 550 5.1.1
    User unknown (in reply to RCPT TO command)
`

export const STATUS = `Reporting-MTA: dns; mta.shop.example
Arrival-Date: Wed, 1 May 2024 12:00:01 +0200

Final-Recipient: rfc822; alice@customer.example
Action: failed
Status: 5.1.1
Remote-MTA: dns; mx.customer.example
Diagnostic-Code: smtp; 550 5.1.1 User unknown
`

export type DsnParts = {
  readonly headers?: string
  readonly type?: string
  readonly human?: string
  readonly humanType?: string
  /** Header lines of the machine part. */
  readonly statusHeader?: string
  readonly status?: string
  readonly returnedHeader?: string
  readonly returned?: string
}

/** A delivery report; each piece can be replaced, an empty one leaves its part out. */
export function dsn(parts: DsnParts = {}): string {
  const pieces: (readonly [string, string])[] = [
    [parts.humanType ?? 'Content-Type: text/plain; charset=utf-8', parts.human ?? HUMAN],
    [parts.statusHeader ?? 'Content-Type: message/delivery-status', parts.status ?? STATUS],
    [parts.returnedHeader ?? 'Content-Type: message/rfc822', parts.returned ?? RETURNED],
  ]
  const body = pieces.filter(([, text]) => text !== '')
    .map(([header, text]) => `--b1\n${header}\n\n${text}\n`).join('')
  return `${parts.headers ?? HEADERS}
To: news@shop.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: ${parts.type ?? 'multipart/report; report-type=delivery-status'}; boundary="b1"

${body}--b1--
`
}

/** The status part with some of its lines replaced. */
export function statusWith(from: string | RegExp, to: string): string {
  return STATUS.replace(from, to)
}
