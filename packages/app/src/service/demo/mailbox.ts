// A mailbox for the demonstration: letters that may go back to their senders, and others for every
// reason why one may not.

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The mailbox's own address, and the mail server that checks what comes in for it. */
export const DEMO_OFFICE = 'office@club.example'
export const DEMO_AUTHSERV = 'mx.club.example'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

type Letter = {
  readonly from: string
  /** Shown beside the address. */
  readonly name: string
  readonly subject: string
  readonly text: string
  readonly agoMs: number
  /** What our own server found out when it came in. @default pass */
  readonly proof?: 'pass' | 'fail' | 'none'
  readonly sender?: string
  readonly fields?: readonly string[]
  readonly html?: string
  readonly seen?: boolean
}

const LETTERS: readonly Letter[] = [
  {
    from: 'sales@bridges.example', name: 'Bridges & Sons', subject: 'A bridge for your club',
    text: 'Dear sirs,\n\nwe have a bridge to sell, slightly used. Shall we call?\n', agoMs: 20 * MINUTE_MS,
  },
  {
    from: 'tom@neighbour.example', name: 'Tom', subject: 'Your hedge, for the fourth time',
    text: 'I will go on writing until it is cut.\n', agoMs: 50 * MINUTE_MS,
  },
  {
    from: 'hello@seo-friends.example', name: 'SEO friends', subject: 'We looked at your website',
    text: 'Your site could stand higher in every search. Answer for an offer!\n', agoMs: 2 * HOUR_MS,
  },
  {
    from: 'petra@postfach.example', name: 'Petra Sommer', subject: 'Frage zur Hauptversammlung',
    text: 'Guten Tag,\n\nbeginnt die Versammlung um 19 Uhr?\n\nViele Grüße\nPetra Sommer\n',
    agoMs: 3 * HOUR_MS, seen: true,
  },
  {
    from: 'news@shop.example', name: 'Shop', subject: 'Everything must go: -30 % until Sunday',
    text: 'Our offers of the week. Leave the list with one click.\n', agoMs: 4 * HOUR_MS,
    fields: [
      'List-Id: <news.shop.example>', 'List-Unsubscribe: <https://shop.example/leave?u=77>',
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click', 'Precedence: bulk',
    ],
    html: '<p>Our offers of the week.</p><script>alert(1)</script>' +
      '<img src="https://shop.example/seen.gif"><p><a href="https://shop.example">Look</a></p>',
  },
  {
    from: 'security@bank.example', name: 'Your bank', subject: 'Your account is limited',
    text: 'Log in at once: http://203.0.113.9/login\n', agoMs: 5 * HOUR_MS, proof: 'fail',
  },
  {
    from: 'win@lottery.example', name: 'Lottery', subject: 'You have WON \u202Emoc.elpmaxe',
    text: 'Send us your address to get it.\n', agoMs: 6 * HOUR_MS, proof: 'none',
  },
  {
    from: 'mailer-daemon@brightmail.example', name: 'Mail Delivery System', sender: '',
    subject: 'Undelivered Mail Returned to Sender', agoMs: 7 * HOUR_MS,
    text: 'The mail system could not deliver your message.\n',
    fields: ['Auto-Submitted: auto-replied'],
  },
  {
    from: 'carol@inbox.example', name: 'Carol', subject: 'Out of office: Re: minutes',
    text: 'I am away until Monday.\n', agoMs: 8 * HOUR_MS, fields: ['Auto-Submitted: auto-replied'],
  },
  {
    from: 'no-reply@parcel.example', name: 'Parcels', subject: 'Your parcel is on its way',
    text: 'It comes tomorrow between 9 and 12.\n', agoMs: 10 * HOUR_MS, seen: true,
  },
  {
    from: 'chain@letters.example', name: 'A friend', subject: 'Fwd: send this to ten people',
    text: 'Or the luck will leave you.\n', agoMs: 70 * HOUR_MS,
  },
  {
    from: 'board@club.example', name: 'The board', subject: 'Minutes of the meeting',
    text: 'Attached are the minutes.\n', agoMs: 30 * HOUR_MS, seen: true,
  },
]

/** Writes the Maildir; the times of its letters go back from `now`, in ms. */
export async function writeDemoMailbox(folder: string, now: number): Promise<void> {
  for (const name of ['new', 'cur', 'tmp']) await mkdir(join(folder, name), { recursive: true })
  for (const [i, letter] of LETTERS.entries()) {
    const at = now - letter.agoMs
    const name = `${Math.floor(at / 1000)}.M${i}P1.${DEMO_AUTHSERV}`
    const place = letter.seen === true ? join('cur', `${name}:2,S`) : join('new', name)
    await writeFile(join(folder, place), formatLetter(letter, at, i))
  }
}

function formatLetter(letter: Letter, at: number, i: number): string {
  const { from, name, subject, text, proof = 'pass', sender = from, fields = [], html } = letter
  const date = new Date(at).toUTCString().replace('GMT', '+0000')
  const domain = from.slice(from.indexOf('@') + 1)
  const results = proof === 'none' ? 'none'
    : `spf=${proof} smtp.mailfrom=${sender}; dmarc=${proof} header.from=${domain}`
  const type = html === undefined ? 'text/plain' : 'text/html'
  return [
    `Return-Path: <${sender}>`, `Authentication-Results: ${DEMO_AUTHSERV}; ${results}`,
    `Received: from mail.${domain} by ${DEMO_AUTHSERV}; ${date}`,
    `From: ${name} <${from}>`, `To: ${DEMO_OFFICE}`, `Subject: ${encode(subject)}`,
    `Date: ${date}`, `Message-ID: <demo-${i}@${domain}>`, ...fields, 'MIME-Version: 1.0',
    `Content-Type: ${type}; charset=utf-8`, 'Content-Transfer-Encoding: 8bit', '',
    ...(html ?? text).split('\n'),
  ].join('\r\n')
}

/** Letters beyond ASCII as RFC 2047 writes them. */
function encode(text: string): string {
  return /^[\x20-\x7e]*$/.test(text) ? text
    : `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`
}
