// A bounce as somebody would write it who wants to break the pages that show it.

const SCRIPT = '<script>alert(1)</script>'
const IMAGE = '<img src="https://evil.example/x.png" onerror="alert(1)">'
const LINE_CHARS = 1_000_000

/** Markup and marks of direction in every text, remote content, and a line of a million letters. */
export function hostileBounce(): Buffer {
  return Buffer.from([
    'From: MAILER-DAEMON@hostile.example', 'To: bounces@example.com',
    `Subject: ${SCRIPT}\u202Egpj.exe`, 'Date: Thu, 26 Nov 2026 10:00:00 +0000',
    'Message-ID: <hostile-1@hostile.example>', 'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0', `X-Evil: ${IMAGE}`,
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"', '',
    '--b', 'Content-Type: text/html; charset=utf-8', '',
    `<html><body>${SCRIPT}${IMAGE}<iframe src="https://evil.example"></iframe>`,
    'x'.repeat(LINE_CHARS), '</body></html>', '',
    '--b', 'Content-Type: message/delivery-status', '',
    'Reporting-MTA: dns; evil.example', '',
    'Final-Recipient: rfc822; mallory@hostile.example', 'Action: failed', 'Status: 5.1.1',
    `Diagnostic-Code: smtp; 550 5.1.1 ${SCRIPT} \u202Eresu on${IMAGE} user unknown`, '',
    '--b', 'Content-Type: message/rfc822', '',
    'From: news@example.com', 'To: mallory@hostile.example', `Subject: ${IMAGE}`,
    'Message-ID: <letter-1@example.com>', '', SCRIPT, '',
    '--b--', '',
  ].join('\r\n'))
}
