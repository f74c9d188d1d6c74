// Automatic messages that are no bounces, told apart from bounces and from ordinary mail.

import assert from 'node:assert/strict'
import test from 'node:test'
import { assertReport, listFixtures } from './fixtures.ts'
import { readBytes, report } from './messages.ts'

type Case = readonly [what: string, header: string, text: string, kind: string | undefined]

const CASES: readonly Case[] = [
  ['vacation by its field', 'Subject: Re: May offers\nX-Autoreply: yes', 'I am away.', 'auto-reply'],
  ['Sieve vacation', 'Subject: Auto: May offers\nAuto-Submitted: auto-replied (vacation)', 'Away.', 'auto-reply'],
  ['Exchange', 'Subject: Automatic reply: May offers\nX-Auto-Response-Suppress: All', 'Away.', 'auto-reply'],
  ['RFC 3834 alone', 'Subject: Hello\nAuto-Submitted: auto-replied', 'Your ticket is open.', 'auto-reply'],
  ['the person left', 'Subject: Out of Office: May offers', '550 5.1.1 Alice no longer works here.', 'auto-reply'],
  ['German', 'Subject: Abwesenheitsnotiz: Angebote', 'Ich bin nicht da.', 'auto-reply'],
  ['German, encoded', 'Subject: =?utf-8?Q?Automatische_R=C3=BCckmeldung?=: Angebote', 'Weg.', 'auto-reply'],
  ['French', 'Subject: =?iso-8859-1?Q?R=E9ponse_automatique_=3A?= offres', 'Absent.', 'auto-reply'],
  ['Russian', 'Subject: =?utf-8?B?0JDQstGC0L7QvNCw0YLQuNGH0LXRgdC60LjQuSDQvtGC0LLQtdGC?=: x', 'Away.', 'auto-reply'],
  ['Japanese', 'Subject: =?utf-8?B?6Ieq5YuV6L+U5L+h?=: x', 'Away.', 'auto-reply'],
  ['Korean', 'Subject: =?utf-8?B?7J6Q64+ZIO2ajOyLoA==?=: x', 'Away.', 'auto-reply'],
  ['Korean, in brackets', 'Subject: =?utf-8?B?W+u2gOyerOykkeyeheuLiOuLpF0gUmU6IG9mZmVycw==?=', 'Away.', 'auto-reply'],
  ['Polish, in brackets', 'Subject: [Automatyczna =?iso-8859-2?Q?odpowied=BC?=] May offers', 'Away.', 'auto-reply'],
  ['behind the tag of a ticket', 'Subject: [help.example #5021] AutoReply: May offers', 'Your ticket is open.', 'auto-reply'],
  ['a tag that is none', 'Subject: [Holidays] vacation offers', 'Hello', undefined],
  ['phrase before the colon', 'Subject: Example Ltd automatic reply: May offers', 'Away.', 'auto-reply'],
  ['absence note without fields, null sender', 'Return-Path: <>\nSubject: Re: May offers', 'I am out of the office until Monday.', 'auto-reply'],
  ['a person who writes of holidays', 'Subject: Holidays', 'I am out of the office until Monday.', undefined],
  ['challenge', 'Subject: Please confirm your message\nIn-Reply-To: <m1@shop.example>', 'Click.', 'challenge'],
  ['challenge in the text', 'Return-Path: <>\nSubject: Re: May offers', 'This mailbox uses a challenge/response system.', 'challenge'],
  ['BoxTrapper', 'Subject: Your email requires verification verify#abc\nAuto-Submitted: auto-replied', 'Verify.', 'challenge'],
  ['challenge in its own words', 'Subject: Re: May offers (one more step)', 'Hello, I keep junk mail out. Please complete this verification once, then the message you sent will reach me.', 'challenge'],
  ['German', 'Subject: Re: May offers', 'Ihre Nachricht wartet. Unbekannte Absender bestätigen sich hier einmalig: http://x.test/c', 'challenge'],
  ['Portuguese', 'Subject: Re: May offers', 'Você enviou uma mensagem para Alice. Para barrar robôs pedimos que confirme o envio: clique aqui.', 'challenge'],
  ['French', 'Return-Path: <>\nSubject: May offers', 'Merci de confirmer une seule fois votre message, afin d’écarter le courrier indésirable.', 'challenge'],
  ['a service that guards', 'Subject: One step for your email to alice@customer.example', 'Alice stops unsolicited mail. Your email to her waits: please verify your address here, once.', 'challenge'],
  ['refused as spam', 'Subject: Re: May offers', 'Your message was not delivered: it looks like spam. Verify its content.', undefined],
  ['challenge that calls itself an automatic reply', 'Subject: Re: May offers\nPrecedence: auto_reply', 'To control spam I only take mail from senders I have approved. Ask to be let in: http://x.test/c', 'challenge'],
  ['newsletter that asks for a confirmation', 'Subject: Re: confirm\nList-Unsubscribe: <mailto:x@shop.example>', 'Confirm your message settings, or it goes to spam.', undefined],
  ['absent, Norwegian, null sender', 'Return-Path: <>\nSubject: Re: May offers', 'Hei, jeg har ferie til mandag.', 'auto-reply'],
  ['absent, Finnish, of low precedence', 'Precedence: junk\nSubject: Re: May offers', 'Olen lomalla 15.9. asti.', 'auto-reply'],
  ['shop asking to confirm an order', 'Subject: Please confirm your message preferences', 'Hello', undefined],
  ['Mailman holds a post', 'From: offers-bounces@list.example\nSubject: Your message to offers awaits moderator approval\nX-List-Administrivia: yes', 'Held.', 'list-notice'],
  ['list refuses a stranger', 'From: offers-owner@list.example\nSubject: offers', 'You are not a member of this list: 550.', 'list-notice'],
  ['list manager answers', 'From: majordomo@list.example\nSubject: Majordomo results', 'help', 'list-notice'],
  ['subscription confirmed', 'From: offers-request@list.example\nSubject: Welcome to the "offers" mailing list', 'Hi', 'list-notice'],
  ['a digest is mail', 'From: offers-request@list.example\nSubject: offers Digest, Vol 7\nList-Id: <offers.list.example>', 'Send submissions to the mailing list', undefined],
  ['a post to a list is mail', 'From: Bob <bob@x.test>\nSubject: [offers] subscribe\nList-Id: <offers.list.example>\nPrecedence: list', '550 5.1.1 user unknown', undefined],
  ['receipt of a program without MDN', 'Subject: Read: May offers', 'Your message was read.', 'receipt'],
  ['newsletter that quotes codes', 'From: news@shop.example\nSubject: How to read bounces\nList-Unsubscribe: <mailto:x@shop.example>', '550 5.1.1 <alice@customer.example> User unknown means …', undefined],
  ['order confirmation', 'From: shop@shop.example\nSubject: Your order 550', 'Thank you, delivery failed never.', undefined],
]

for (const [what, header, text, kind] of CASES) {
  test(`notice: ${what}`, () => {
    const from = header.includes('From:') ? '' : 'From: Alice <alice@customer.example>\n'
    const read = report(`${from}To: news@shop.example\n${header}\nContent-Type: text/plain\n\n${text}\n`)
    assert.deepEqual(read?.recipients.map((recipient) => recipient.kind) ?? [], kind === undefined ? [] : [kind])
  })
}

test('an auto-reply names who answered, and what was answered', () => {
  const read = report('From: Alice <alice@customer.example>\nSubject: Auto: x\nIn-Reply-To: <m1@shop.example>\n\nAway.\n')
  assert.equal(read?.recipients[0]?.finalRecipient, 'alice@customer.example')
  assert.equal(read?.original?.messageId, 'm1@shop.example')
  assert.equal(read?.format, 'notice')
})

for (const fixture of listFixtures('notices')) {
  test(`notice: ${fixture.name}`, () => assertReport(readBytes(fixture.bytes), fixture))
}
