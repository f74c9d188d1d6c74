// What strangers try: guessed and foreign tokens, names that break out of a header or a page,
// redirects to elsewhere, forged hosts, floods, and learning who is known.

import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { gone } from '../pipeline/workbench.ts'
import { HOUR_MS, MINUTE_MS, openBench, ORIGIN, PUBLIC_URL, TENANT, tokenIn } from './bench.ts'

test('a token that is none opens and confirms nothing', async (t) => {
  const bench = await openBench(t)
  await bench.ask('ann@example.org')
  const token = await bench.token(1)
  const fixLink = await bench.optin.api.makeFixLink(TENANT, {
    address: 'ann@example.org', list: 'news',
  })
  const wrong = [
    '', 'x', `${token}x`, token.slice(1), `${token.slice(0, -1)} `, token.toLowerCase(),
    randomBytes(32).toString('base64url'), '\' OR 1=1 --', '%00', '../../etc/passwd',
    tokenIn(fixLink?.url ?? ''), 'a'.repeat(190),
  ]
  for (const one of wrong) {
    const looked = await bench.open(`/optin/confirm?t=${encodeURIComponent(one)}`)
    const pressed = await bench.press('/optin/confirm', { t: one })
    const again = await bench.press('/optin/again', { t: one })
    assert.deepEqual([looked.status, pressed.status, again.status], [404, 404, 404], one)
    assert.doesNotMatch(looked.text + pressed.text, /example\.org/, one)
  }
  // A link to confirm is no link to mend.
  assert.equal((await bench.open(`/optin/fix?t=${token}`)).status, 404)
  assert.equal((await bench.press('/optin/fix', { t: token, address: 'x@example.net' })).status, 404)
  assert.equal((await bench.row('ann@example.org'))?.status, 'pending')
  // The store keeps no token.
  const links = await bench.store.all('SELECT * FROM optin_links')
  assert.ok(!JSON.stringify(links).includes(token))
})

test('only a form presses the button', async (t) => {
  const bench = await openBench(t)
  await bench.ask('ann@example.org')
  const token = await bench.token(1)
  for (const [method, type, body] of [
    ['POST', 'application/json', JSON.stringify({ t: token })],
    ['POST', 'text/plain', `t=${token}`],
    ['PUT', 'application/x-www-form-urlencoded', `t=${token}`],
  ] as const) {
    const page = await bench.open('/optin/confirm', {
      method, body, headers: { 'content-type': type },
    })
    assert.ok(page.status >= 400, `${method} ${type}`)
  }
  const inQuery = await bench.press(`/optin/confirm?t=${token}`, {})
  assert.equal(inQuery.status, 404, 'a token in the address presses nothing')
  const large = await bench.press('/optin/confirm', { t: token, more: 'x'.repeat(20_000) })
  assert.equal(large.status, 413)
  assert.equal((await bench.row('ann@example.org'))?.status, 'pending')
})

test('names break out of neither header nor page', async (t) => {
  const title = '"><img src=x onerror=alert(1)>\u202e{address}'
  const bench = await openBench(t, { options: {
    fromName: 'Example" <evil@example.net>, "', lists: [{ name: 'news', title, formOrigins: [] }],
  } })
  for (const address of ['"<b>x</b>"@example.org', 'ann@[127.0.0.1]', 'ann@[IPv6:::1]',
    'ann@localhost', 'ann@example.org, evil@example.net', 'ann@example.org\r\nBcc: e@example.net',
    '<ann@example.org>', 'ann@example.org\0']) {
    assert.equal((await bench.ask(address)).reason, 'address-invalid', address)
  }
  await bench.ask('bob@example.org')
  await bench.ask('ann@example.org', { list: 'a\r\nBcc: evil@example.net\r\n\r\nHello' })
  const [first, second] = await bench.mails(2)
  for (const mail of [first, second]) {
    assert.equal(mail?.headers.has('bcc'), false)
    assert.doesNotMatch(String(mail?.html), /<img|<b>|\u202e/)
    const from = mail?.from?.value ?? []
    assert.deepEqual(from.map(({ address }) => address), ['hello@example.com'])
  }
  assert.deepEqual(bench.sink.sent.map(({ recipients }) => recipients.length), [1, 1])
  const { text } = await bench.open(`/optin/confirm?t=${tokenIn(first?.text ?? '')}`)
  assert.doesNotMatch(text, /<img|<b>/)
  assert.match(text, /&lt;img src=x/)
  assert.doesNotMatch(text.slice(text.indexOf('&lt;img')), /^[^.]*example\.org[^.]*example\.org/,
    'a place in a name is not filled in')
})

test('nobody is led elsewhere', async (t) => {
  const bench = await openBench(t)
  const foreign = [
    'https://evil.example/', `${ORIGIN}.evil.example/`, 'https://www.example.com@evil.example/',
    'http://www.example.com/', 'https://www.example.com:8443/', '//www.example.com/', '/here',
    'javascript:alert(1)//https://www.example.com', 'https://x:y@www.example.com/',
    'data:text/html,x', 'https:\\\\evil.example\\', 'https://www.example.com\\@evil.example',
  ]
  for (const redirect of foreign) {
    const { status, reason } = await bench.ask('ann@example.org', { redirect, dryRun: true })
    // A backslash is a slash to URLs: what is left of it stays at the allowed origin.
    const isOwn = URL.canParse(redirect) && new URL(redirect).origin === ORIGIN &&
      new URL(redirect).username === ''
    assert.equal(reason, isOwn ? undefined : 'redirect-refused', `${redirect} ${status}`)
  }
  await bench.ask('ann@example.org', { redirect: `${ORIGIN}/thanks?x=1` })
  const token = await bench.token(1)
  const page = await bench.open(`/optin/confirm?t=${token}`)
  assert.match(page.headers.get('content-security-policy') ?? '',
    /form-action 'self' https:\/\/www\.example\.com;/)
  const done = await bench.press('/optin/confirm', { t: token })
  assert.deepEqual([done.status, done.headers.get('location')], [303, `${ORIGIN}/thanks?x=1`])
})

test('links lead to the configured address, whatever the request says', async (t) => {
  const bench = await openBench(t)
  const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example', origin: ORIGIN }
  await bench.press('/optin/subscribe', { list: 'news', address: 'ann@example.org' }, headers)
  const [mail] = await bench.mails(1)
  assert.ok(mail?.text?.includes(`${PUBLIC_URL}/optin/confirm?t=`))
  assert.doesNotMatch(mail?.text ?? '', /evil/)
})

test('the form tells nobody who is known, and takes no machines', async (t) => {
  const bench = await openBench(t)
  await bench.ledger.suppress(TENANT, 'key:test', [
    { address: 'gone@example.org', reason: 'manual', origin: 'test' },
    { address: 'left@example.org', reason: 'unsubscribe', origin: 'test' },
  ])
  const send = (address: string, more: object = {}, origin: string = ORIGIN) => bench.press(
    '/optin/subscribe', { list: 'news', address, ...more },
    origin === '' ? {} : { origin })
  await send('known@example.org')
  await bench.press('/optin/confirm', { t: await bench.token(1) })
  const addresses = [
    'new@example.org', 'known@example.org', 'gone@example.org', 'left@example.org', 'no address',
    'ann@gmial.com', '',
  ]
  const answers: string[] = []
  for (const address of addresses) {
    const begun = performance.now()
    const { status, text } = await send(address)
    assert.ok(performance.now() - begun >= 295, 'each takes as long')
    answers.push(`${status} ${text}`)
  }
  assert.equal(new Set(answers).size, 1, 'all answers are the same')
  assert.match(answers[0] ?? '', /^200 [^]*look into your mailbox/)
  // The new, the one that left and asks again, and the mistyped one.
  await bench.mails(4)
  const trapped = await send('bot@example.org', { website: 'https://spam.example' })
  assert.equal(`200 ${trapped.text}`, answers[0])
  for (const [list, origin] of [
    ['closed', ORIGIN], ['none', ORIGIN], ['news', ''], ['news', 'null'],
    ['news', 'https://evil.example'], ['news', `${ORIGIN}.evil.example`],
  ] as const) {
    const page = await send('bot@example.org', { list }, origin)
    assert.equal(page.status, 403, `${list} ${origin}`)
  }
  assert.equal(await bench.row('bot@example.org'), undefined)
})

test('a flood from one network, or at one list, ends', async (t) => {
  const bench = await openBench(t, { options: { perIpDay: 3, perListDay: 5 } })
  const { subscribe } = bench.optin.api
  for (let i = 0; i < 6; i++) {
    await subscribe({ address: `a${i}@example.org`, list: 'news', ip: `2001:db8:1:2::${i}` })
  }
  await bench.mails(3)
  for (let i = 0; i < 4; i++) {
    await subscribe({ address: `b${i}@example.org`, list: 'news', ip: `192.0.2.${i}` })
  }
  await bench.mails(5)
  assert.equal((await bench.ask('c@example.org')).status, 'limited')
  assert.equal((await bench.ask('c@example.org', { list: 'other' })).status, 'pending')
  await bench.pass(25 * HOUR_MS)
  await subscribe({ address: 'a9@example.org', list: 'news', ip: '2001:db8:1:2::9' })
  await bench.mails(7)
})

test('no stranger wipes out that somebody confirmed', async (t) => {
  const bench = await openBench(t)
  await bench.ask('ann@example.org')
  await bench.press('/optin/confirm', { t: await bench.token(1) })
  const confirmedAt = bench.now()
  await bench.pass(25 * HOUR_MS)
  const fromForm = () => bench.optin.api.subscribe({
    address: 'ann@example.org', list: 'news', ip: '192.0.2.1',
  })
  await bench.give(gone('ann@example.org'))
  assert.equal((await bench.check('ann@example.org'))?.answer, 'hold')
  await fromForm()
  assert.equal((await bench.row('ann@example.org'))?.status, 'confirmed', 'a pause ends no consent')
  await bench.ledger.suppress(TENANT, 'key:test', [
    { address: 'ann@example.org', reason: 'unsubscribe', origin: 'test' },
  ])
  await fromForm()
  await bench.mails(2)
  const row = await bench.row('ann@example.org')
  assert.deepEqual([row?.status, row?.confirmedAt], ['pending', confirmedAt])
  assert.equal((await bench.check('ann@example.org'))?.answer, 'do-not-send')
})

test('a mail that could not go out in time does not go out late', async (t) => {
  const bench = await openBench(t)
  await bench.optin.stop()
  await bench.ask('ann@example.org')
  await bench.pass(73 * HOUR_MS)
  const later = bench.reopen()
  later.start()
  await later.api.ask(TENANT, 'key:test', {
    address: 'bob@example.org', list: 'news', byPerson: false, dryRun: false,
  })
  const [mail] = await bench.mails(1)
  assert.match(mail?.text ?? '', /bob@example\.org/)
  await later.stop()
})

test('one tenant neither sees nor limits another', async (t) => {
  const bench = await openBench(t)
  await bench.ask('ann@example.org')
  const { api } = bench.optin
  const input = { address: 'ann@example.org', list: 'news', byPerson: false, dryRun: false }
  assert.equal((await api.ask('other', 'key:other', input)).status, 'pending')
  assert.deepEqual((await api.list('none', {}, { limit: 9 })), [])
  assert.equal((await api.list('other', {}, { limit: 9 })).length, 1)
  await bench.pass(MINUTE_MS)
  assert.deepEqual((await api.stats('none')), { lists: [], sources: [] })
})
