// What is sent: bounces of addresses that are spread over the alphabet, as they are in life.

/** The same number gives the same address, and numbers in a row are far apart. */
export function addressOf(n: number): string {
  const spread = (Math.imul(n + 1, 0x9e3779b1) >>> 0).toString(36)
  return `${spread}.${n}@${DOMAINS[n % DOMAINS.length]}`
}

/** Few receivers have most addresses, and most have few. */
const DOMAINS: readonly string[] = Array.from({ length: 200 }, (_, i) =>
  i < 120 ? `big${i % 6}.example` : `small${i}.example`)

const REPLIES: readonly string[] = [
  '550 5.1.1 <user@big.example>: Recipient address rejected: User unknown',
  '452 4.2.2 The email account that you tried to reach is over quota',
  '550 5.7.1 Service unavailable; client host blocked using zen.spamhaus.org',
  '550-5.1.1 The email account that you tried to reach does not exist. Please try',
  '451 4.7.1 Greylisting in action, please come back later',
]

/** The body of POST /v1/events with so many replies, of which the first has this number. */
export function eventsBody(first: number, count: number): string {
  return JSON.stringify(Array.from({ length: count }, (_, i) => ({
    recipient: addressOf(first + i), reply: REPLIES[(first + i) % REPLIES.length],
    messageId: `<m${first + i}@sender.example>`,
  })))
}

/** A delivery status notification of about 1.5 kB. */
export function messageOf(n: number): string {
  return [
    'From: MAILER-DAEMON@mx.example', 'To: b@bounces.example', `Message-ID: <d${n}@mx.example>`,
    'Subject: Undelivered Mail Returned to Sender', 'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="=b"', '',
    '--=b', 'Content-Type: text/plain; charset=us-ascii', '',
    'This is the mail system at host mx.example.', '',
    'I\'m sorry to have to inform you that your message could not be delivered', '',
    `<${addressOf(n)}>: host mx.big.example said: ${REPLIES[n % REPLIES.length]}`,
    '--=b', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.example',
    'Arrival-Date: Mon, 02 Mar 2026 08:00:00 +0000', '',
    `Final-Recipient: rfc822; ${addressOf(n)}`, 'Action: failed', 'Status: 5.1.1',
    'Remote-MTA: dns; mx.big.example', `Diagnostic-Code: smtp; ${REPLIES[n % REPLIES.length]}`, '',
    '--=b', 'Content-Type: message/rfc822', '', 'From: news@sender.example',
    `To: ${addressOf(n)}`, `Message-ID: <m${n}@sender.example>`, 'Subject: News', '',
    'Text of the message.', '--=b--',
  ].join('\r\n')
}

/** A request of HTTP/1.1, as short as it can be. */
export function requestOf(
  line: string, key: string, body?: string,
): string | Buffer {
  const head = `${line} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${key}\r\n`
  return body === undefined ? `${head}\r\n` : Buffer.from(
    `${head}content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n` +
    body)
}
