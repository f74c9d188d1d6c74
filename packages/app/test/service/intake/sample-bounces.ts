// Messages for the tests of mailboxes: a bounce and a letter, told apart by a number.

/** A delivery status notification to a return path. */
export function bounce(id: number, to = 'bounces@list.example'): string {
  return [
    'Return-Path: <>',
    `Delivered-To: ${to}`,
    'From: MAILER-DAEMON@mx.example.net (Mail Delivery System)',
    `To: ${to}`,
    'Subject: Undelivered Mail Returned to Sender',
    `Message-ID: <bounce-${id}@mx.example.net>`,
    'Date: Mon, 02 Nov 2026 10:00:00 +0000',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"',
    '',
    '--b1',
    'Content-Type: text/plain',
    '',
    `<user${id}@example.org>: host mx.example.org said: 550 5.1.1 User unknown`,
    '',
    '--b1',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.net',
    '',
    `Final-Recipient: rfc822; user${id}@example.org`,
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 User unknown',
    '',
    '--b1--',
    '',
  ].join('\r\n')
}

/** What a person writes; no intake may touch it. */
export function letter(id: number): string {
  return [
    'From: Ada <ada@example.com>',
    'To: bounces@list.example',
    `Subject: Lunch ${id}`,
    `Message-ID: <letter-${id}@example.com>`,
    'Date: Mon, 02 Nov 2026 11:00:00 +0000',
    '',
    'Shall we meet at noon?',
    '',
  ].join('\r\n')
}
