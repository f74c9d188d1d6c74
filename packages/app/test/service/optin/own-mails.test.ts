// Mails to confirm in the operator's own words.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OptinList } from '../../../src/service/optin/options.ts'
import { openBench, PUBLIC_URL } from './bench.ts'

const TITLE = 'Fish & <Chips>'

const LIST: OptinList = {
  name: 'news', title: TITLE, formOrigins: [], mails: [
    { language: 'de', subject: 'Nur noch ein Klick: {list}',
      text: 'Hallo {address},\n\n{link}\n\nbis {time}. {list}!\n' },
    { language: 'en', subject: 'One more click', text: '{link}',
      html: '<style>p{color:red}</style><p>{list}</p><a href="{link}">{address}</a>' },
  ],
}

test('a mail has the words of its list in its language, with everything filled in', async (t) => {
  const bench = await openBench(t, { options: { lists: [LIST] } })
  await bench.ask('ann@example.org', { language: 'de' })
  const [german] = await bench.mails(1)
  assert.equal(german?.subject, `Nur noch ein Klick: ${TITLE}`)
  assert.equal(german?.html, false)
  assert.match(german?.text ?? '', /^Hallo ann@example\.org,\n\nhttps:[^\n]+\n\nbis 1?\d\. .+ UTC\. /)
  assert.equal(german?.headers.get('auto-submitted'), 'auto-generated')
  const token = await bench.token(1)
  await bench.press('/optin/confirm', { t: token })
  assert.equal((await bench.row('ann@example.org'))?.status, 'confirmed')
})

test('what is filled into HTML is text there, and braces of styles stay', async (t) => {
  const bench = await openBench(t, { options: { lists: [LIST] } })
  await bench.ask('{list}&b@example.org', { language: 'en' })
  const [mail] = await bench.mails(1)
  const html = String(mail?.html)
  assert.match(html, /^<style>p\{color:red\}<\/style><p>Fish &amp; &lt;Chips&gt;<\/p>/)
  assert.ok(html.includes(`<a href="${PUBLIC_URL}/optin/confirm?t=`))
  assert.match(html, />\{list\}&amp;b@example\.org<\/a>/, 'what is filled in is not read again')
  assert.ok(mail?.text?.startsWith(`${PUBLIC_URL}/optin/confirm?t=`))
})

test('other languages and lists keep the usual words', async (t) => {
  const bench = await openBench(t, { options: { lists: [LIST] } })
  await bench.ask('ann@example.org', { language: 'fr' })
  await bench.ask('bob@example.org', { language: 'de', list: 'offers' })
  const mails = await bench.mails(2)
  assert.deepEqual(mails.map(({ subject }) => subject).toSorted(),
    ['Bitte bestätigen: offers', `Merci de confirmer : ${TITLE}`].toSorted())
})
