// A dozen small bounces and mails that meet every decoder: what each runtime has to read alike.

type Sample = readonly [what: string, message: string]

const dsn = (status: string, human = 'Delivery failed.'): string => `\
Return-Path: <>
From: Mail Delivery System <MAILER-DAEMON@mx.example.net>
To: news@example.org
Subject: Undelivered Mail Returned to Sender
Date: Wed, 1 May 2024 10:00:00 +0200
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain; charset=utf-8

${human}

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net

${status}

--b
Content-Type: text/rfc822-headers

From: news@example.org
To: ann@example.com
Subject: =?iso-2022-jp?B?GyRCJDMkcyRLJEEkTxsoQg==?=
Message-ID: <m1@example.org>

--b--
`

const plain = (fields: string, body: string): string => `\
Return-Path: <>
From: MAILER-DAEMON@mx.example.net
To: news@example.org
${fields}

${body}
`

const QMAIL = `Hi. This is the qmail-send program at mx.example.net.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<ann@example.com>:
Sorry, no mailbox here by that name. (#5.1.1)

--- Below this line is a copy of the message.

From: news@example.org
To: ann@example.com
Subject: May`

/** Bytes are written as Latin-1: one character is one byte. */
export const SAMPLES: readonly Sample[] = [
  ['one recipient', dsn(`Final-Recipient: rfc822; ann@example.com
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 <ann@example.com>: user unknown`)],
  ['two recipients, one late', dsn(`Final-Recipient: rfc822; ann@example.com
Action: failed
Status: 5.2.2
Diagnostic-Code: smtp; 552 5.2.2 mailbox full

Final-Recipient: rfc822; ben@example.com
Action: delayed
Status: 4.4.1
Will-Retry-Until: Fri, 3 May 2024 10:00:00 +0200
Diagnostic-Code: smtp; 451 4.4.1 connection timed out`)],
  ['a block list', dsn(`Final-Recipient: rfc822; ann@example.com
Action: failed
Status: 5.7.1
Diagnostic-Code: smtp; 554 5.7.1 Service unavailable; Client host [192.0.2.7] blocked using list.example`)],
  ['German', dsn(`Final-Recipient: rfc822; ann@example.com
Action: failed
Status: 5.0.0
Diagnostic-Code: smtp; 550 Benutzer unbekannt`)],
  ['utf-8 address', dsn(`Final-Recipient: utf-8; j\\x{F6}rg@example.com
Action: failed
Status: 5.1.1`)],
  ['prose', plain('Subject: failure notice', QMAIL)],
  ['base64 windows-1251', plain(`Subject: failure notice
Content-Type: text/plain; charset=windows-1251
Content-Transfer-Encoding: base64`, '7/Do4uXy\nDQoNCjxhbm5AZXhhbXBsZS5jb20+OiA1NTAgdXNlciB1bmtub3duDQo=')],
  ['quoted-printable iso-8859-1', plain(`Subject: Undeliverable
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable`,
  'Ihre Nachricht konnte nicht zugestellt werden:=0A<ann@example.com>: Postfach voll, s=FCdlich')],
  ['bytes without a charset', plain('Subject: Undelivered Mail',
    'Adresse inconnue \xe9\xe8:\n<ann@example.com>: 550 5.1.1 utilisateur inconnu')],
  ['html only', plain(`Subject: Delivery Status Notification (Failure)
Content-Type: text/html; charset=utf-8`,
  '<html><body><p>Delivery to <b>ann@example.com</b> failed:</p><p>550 5.7.1 &lt;spam&gt;</p>')],
  ['a complaint', `From: feedback@example.net
To: abuse@example.org
Subject: complaint
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="b"

--b

This is an abuse report.

--b
Content-Type: message/feedback-report

Feedback-Type: abuse
User-Agent: Example/1.0
Version: 1
Original-Rcpt-To: ann@example.com

--b
Content-Type: message/rfc822

From: news@example.org
To: ann@example.com
Subject: May

Hello

--b--
`],
  ['an auto-reply', `From: ann@example.com
To: news@example.org
Subject: =?utf-8?Q?Abwesend:_Gr=C3=BC=C3=9Fe?=
Auto-Submitted: auto-replied

Ich bin im Urlaub.
`],
  ['no report', `From: ann@example.com
To: news@example.org
Subject: lunch

At noon?
`],
]
