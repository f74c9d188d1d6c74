// A bounce about one address with a delivery status, and no more in it than a test asks for.

export function statusReport({ recipient, header, remoteMta, original }: {
  readonly recipient: string
  /** A field of its own header, such as its date or its Message-ID. */
  readonly header: string
  readonly remoteMta?: string
  /** Header of the message that it is about; absent: it is not returned. */
  readonly original?: string
}): string {
  return [
    'From: MAILER-DAEMON@mx.a.example', header, 'Subject: failure notice', 'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b', '',
    '--b', 'Content-Type: message/delivery-status', '',
    'Reporting-MTA: dns; mx.a.example', '',
    `Final-Recipient: rfc822; ${recipient}`, 'Action: failed', 'Status: 5.1.1',
    ...remoteMta === undefined ? [] : [`Remote-MTA: dns; ${remoteMta}`],
    'Diagnostic-Code: smtp; 550 5.1.1 User unknown',
    ...original === undefined ? []
      : ['', '--b', 'Content-Type: text/rfc822-headers', '', ...original.split('\n')],
    '--b--', '',
  ].join('\r\n')
}
