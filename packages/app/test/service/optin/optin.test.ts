// Double opt-in from the request to the confirmed address, whatever state the address is in.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTypoFinder } from '@carom/core/prevent'
import { setTimeout as sleep } from 'node:timers/promises'
import { verifyReturnPath } from '@carom/core'
import { measureHabits } from '../../../src/service/prevent/habits/measure.ts'
import { OPTIN_LANGUAGES } from '../../../src/service/optin/options.ts'
import { TEXTS } from '../../../src/service/optin/texts.ts'
import { gone } from '../pipeline/workbench.ts'
import { HOUR_MS, MINUTE_MS, onBoth, openBench, PUBLIC_URL, TENANT, type Bench } from './bench.ts'

const DAY_MS = 24 * HOUR_MS

onBoth('a mail, a look, a button: then the address is confirmed, once', async (bench) => {
  const asked = await bench.ask('Ann@Example.org', { source: 'shop', language: 'de' })
  assert.equal(asked.status, 'pending')
  const [mail] = await bench.mails(1)
  assert.equal(mail?.subject, 'Bitte bestätigen: The News')
  assert.equal(mail?.headers.get('auto-submitted'), 'auto-generated')
  assert.match(mail?.text ?? '', /Ann@example\.org/)
  assert.ok(mail?.text?.includes(`${PUBLIC_URL}/optin/confirm?t=`))
  assert.match(String(mail?.html), /<a href="https:\/\/carom\.example\.com\/optin\/confirm/)
  assert.doesNotMatch(String(mail?.html), /<(?:img|script|link)/)
  const token = await bench.token(1)
  // Scanners open every link, many times and at once.
  const looks = await Promise.all(Array.from({ length: 40 }, () =>
    bench.open(`/optin/confirm?t=${token}&utm_source=scanner`)))
  assert.ok(looks.every(({ status, text }) => status === 200 && text.includes('Ja, bestätigen')))
  assert.equal((await bench.row('ann@example.org'))?.status, 'pending')
  const [page] = looks
  assert.match(page?.headers.get('content-security-policy') ?? '', /^default-src 'none'; style-src/)
  assert.doesNotMatch(page?.headers.get('content-security-policy') ?? '', /script|unsafe/)
  assert.equal(page?.headers.get('cache-control'), 'no-store')
  assert.equal(page?.headers.get('x-robots-tag'), 'noindex, nofollow')
  assert.match(page?.text ?? '', /A•••@example\.org/)
  // Ten people press at once: one confirmation.
  const pressed = await Promise.all(Array.from({ length: 10 }, () =>
    bench.press('/optin/confirm', { t: token })))
  assert.ok(pressed.every(({ status, text }) => status === 200 && text.includes('Bestätigt')))
  const types = (notes: readonly { readonly type: string }[]) => notes.map(({ type }) => type)
  assert.deepEqual(types(bench.noted), ['optin.requested', 'optin.confirmed'])
  const audit = await bench.ledger.listAudit(TENANT, { action: 'optin-confirmed' }, { limit: 9 })
  assert.deepEqual(audit.rows.map(({ actor, address }) => [actor, address]),
    [['person', 'ann@example.org']])
  assert.equal((await bench.ask('ann@example.org')).status, 'confirmed')
  const view = await bench.ledger.addressView(TENANT, 'ann@example.org')
  assert.match(JSON.stringify(view), /self-service/, 'a sign of life')
  const { habits } = await measureHabits(
    bench.store, TENANT, { from: 0, until: bench.now() + 1 }, createTypoFinder())
  assert.match(habits[0]?.text ?? '', /100% of 1 addresses that were asked by double opt-in/)
  const { lists } = await bench.optin.api.stats(TENANT)
  assert.deepEqual(lists, [
    { list: 'news', asked: 1, confirmed: 1, pending: 0, expired: 0, share: 1 },
  ])
})

type Case = {
  readonly name: string
  readonly make: (bench: Bench, address: string) => Promise<unknown>
  readonly before: string
  /** What becomes of the request of a system, and of the person's own. */
  readonly bySystem: string
  readonly byPerson: string
  readonly after: string
}

const suppress = (reason: string) => (bench: Bench, address: string): Promise<unknown> =>
  bench.ledger.suppress(TENANT, 'key:test', [{ address, reason, origin: 'test' }])

const CASES: readonly Case[] = [
  { name: 'unknown', make: async () => {}, before: 'send', bySystem: 'pending',
    byPerson: 'limited', after: 'send' },
  { name: 'paused', make: (bench, address) => bench.give(gone(address)), before: 'hold',
    bySystem: 'pending', byPerson: 'limited', after: 'send' },
  { name: 'bounced', make: suppress('mailbox-unknown'), before: 'do-not-send',
    bySystem: 'refused', byPerson: 'pending', after: 'send' },
  { name: 'complaint', make: suppress('complaint'), before: 'do-not-send', bySystem: 'refused',
    byPerson: 'pending', after: 'send' },
  { name: 'unsubscribed', make: suppress('unsubscribe'), before: 'do-not-send',
    bySystem: 'refused', byPerson: 'pending', after: 'send' },
  { name: 'manual', make: suppress('manual'), before: 'do-not-send', bySystem: 'refused',
    byPerson: 'refused', after: 'do-not-send' },
]

onBoth('what holds an address falls by her own act alone', async (bench) => {
  let sent = 0
  for (const { name, make, before, bySystem, byPerson, after } of CASES) {
    const address = `${name}@example.org`
    await make(bench, address)
    assert.equal((await bench.check(address))?.answer, before, name)
    assert.equal((await bench.ask(address)).status, bySystem, `${name} by system`)
    assert.equal((await bench.ask(address, { byPerson: true })).status, byPerson, name)
    if (bySystem === 'pending' || byPerson === 'pending') {
      sent += 1
      const token = await bench.token(sent)
      assert.equal((await bench.check(address))?.answer, before, `${name} before the button`)
      await bench.open(`/optin/confirm?t=${token}`)
      assert.equal((await bench.check(address))?.answer, before, `${name} after a look`)
      assert.match((await bench.press('/optin/confirm', { t: token })).text, /Confirmed/)
    }
    assert.equal((await bench.check(address))?.answer, after, `${name} at the end`)
  }
})

test('a link that was used confirms nothing that was taken back later', async (t) => {
  const bench = await openBench(t)
  await bench.ask('ann@example.org')
  const token = await bench.token(1)
  await bench.press('/optin/confirm', { t: token })
  await suppress('unsubscribe')(bench, 'ann@example.org')
  assert.match((await bench.press('/optin/confirm', { t: token })).text, /Confirmed/)
  assert.equal((await bench.check('ann@example.org'))?.answer, 'do-not-send')
  await bench.pass(DAY_MS)
  assert.equal((await bench.ask('ann@example.org')).reason, 'unsubscribe')
  assert.equal((await bench.ask('ann@example.org', { byPerson: true })).status, 'pending')
  const second = await bench.token(2)
  assert.equal((await bench.press('/optin/confirm', { t: token })).status, 404, 'the old link')
  assert.equal((await bench.check('ann@example.org'))?.answer, 'do-not-send')
  await bench.press('/optin/confirm', { t: second })
  assert.equal((await bench.check('ann@example.org'))?.answer, 'send')
})

onBoth('an expired link sends a new mail, as often as limits say', async (bench) => {
  await bench.ask('ann@example.org', { language: 'fr' })
  const token = await bench.token(1)
  await bench.pass(72 * HOUR_MS + 1)
  const page = await bench.press('/optin/confirm', { t: token })
  assert.equal(page.status, 410)
  assert.match(page.text, /Ce lien a expiré[^]*action="\/optin\/again"/)
  assert.equal((await bench.row('ann@example.org'))?.status, 'expired')
  for (let i = 0; i < 5; i++) {
    const answer = await bench.press('/optin/again', { t: token })
    assert.match(answer.text, /Regardez dans votre boîte/, 'the same answer each time')
  }
  const fresh = await bench.token(2)
  assert.match((await bench.press('/optin/confirm', { t: fresh })).text, /confirmé/)
})

onBoth('limits hold for address, list and what comes at once', async (bench) => {
  const many = await Promise.all(Array.from({ length: 12 }, () => bench.ask('ann@example.org')))
  assert.equal(many.filter(({ status }) => status === 'pending').length, 1)
  const limited = many.find(({ status }) => status === 'limited')
  assert.equal(limited?.retryAt, bench.now() + 10 * MINUTE_MS)
  for (const expected of ['pending', 'pending', 'limited']) {
    await bench.pass(10 * MINUTE_MS)
    assert.equal((await bench.ask('ann@example.org')).status, expected)
  }
  // Tags and dots do not make more of one mailbox.
  const spellings = ['b.ob@gmail.com', 'bob+1@gmail.com', 'BOB+2@gmail.com', 'bo.b@googlemail.com']
  const answers: string[] = []
  for (const one of spellings) answers.push((await bench.ask(one)).status)
  assert.deepEqual(answers, ['pending', 'pending', 'pending', 'limited'])
  assert.equal((await bench.ask('bob@gmail.com', { list: 'other' })).status, 'limited')
  await bench.pass(DAY_MS + 1)
  assert.equal((await bench.ask('bob@gmail.com', { list: 'other' })).status, 'pending')
}, { options: { perAddressDay: 3 } })

test('a dry run says what would be, and a likely typing mistake', async (t) => {
  const bench = await openBench(t)
  const answer = await bench.ask('ann@gmial.com', { dryRun: true })
  assert.deepEqual([answer.status, answer.suggestion, answer.id],
    ['pending', 'ann@gmail.com', undefined])
  assert.equal(await bench.row('ann@gmial.com'), undefined)
  assert.deepEqual([bench.noted.length, bench.sink.sent.length], [0, 0])
  const wrong = await bench.ask('ann@@example.org')
  assert.deepEqual([wrong.status, wrong.reason], ['refused', 'address-invalid'])
})

test('a relay that is away gets the mail later; a refusal is told', async (t) => {
  const bench = await openBench(t)
  bench.sink.refusal = 'no such mailbox'
  await bench.ask('ann@example.org')
  while ((await bench.row('ann@example.org'))?.answer === undefined) await sleep(5)
  const row = await bench.row('ann@example.org')
  assert.deepEqual([row?.mail, row?.answer?.startsWith('550')], ['failed', true])
  bench.sink.refusal = undefined
  await bench.pass(11 * MINUTE_MS)
  await bench.ask('ann@example.org')
  assert.match((await bench.press('/optin/confirm', { t: await bench.token(1) })).text, /Confirmed/)
})

test('its bounce comes back to a token of the person and the list', async (t) => {
  const keys = [{ id: 'a', secret: Buffer.alloc(32, 7), tenant: TENANT }]
  const bench = await openBench(t, {
    keys, options: { returnPath: { domain: 'bounces.example.com', prefix: 'b+' } },
  })
  await bench.ask('ann@example.org')
  await bench.mails(1)
  const envelopeSender = bench.sink.sent[0]?.envelopeSender ?? ''
  const verdict = verifyReturnPath(envelopeSender, { keys, now: bench.now() })
  assert.equal(verdict.kind, 'valid')
  assert.deepEqual([verdict.recipient, verdict.list], ['ann@example.org', 'news'])
  await bench.give(gone('ann@example.org'))
  const { sources } = await bench.optin.api.stats(TENANT)
  assert.deepEqual(sources[0]?.unconfirmed, { addresses: 1, bounced: 1, rate: 1 })
})

onBoth('a person can be shown, erased, and is forgotten in time', async (bench) => {
  await bench.ask('ann@example.org')
  const token = await bench.token(1)
  const { optins } = await bench.ledger.exportPerson(TENANT, 'ann@example.org')
  assert.equal(optins[0]?.['list'], 'news')
  await bench.ledger.erase(TENANT, 'key:test', {
    address: 'ann@example.org', keepSuppressed: true, dryRun: false,
  })
  assert.equal(await bench.row('ann@example.org'), undefined)
  assert.equal((await bench.open(`/optin/confirm?t=${token}`)).status, 404)
  await bench.ask('bob@example.org')
  await bench.mails(2)
  await bench.pass(31 * DAY_MS)
  await bench.ask('carla@example.org')
  await bench.mails(3)
  await bench.optin.stop()
  assert.equal(await bench.row('bob@example.org'), undefined)
  const links = await bench.store.all('SELECT hash FROM optin_links')
  assert.equal(links.length, 1)
})

onBoth('the list goes page by page', async (bench) => {
  for (let i = 0; i < 5; i++) await bench.ask(`a${i}@example.org`)
  const first = await bench.optin.api.list(TENANT, { list: 'news', status: 'pending' }, { limit: 3 })
  const last = first[2]
  assert.ok(last)
  const rest = await bench.optin.api.list(
    TENANT, { list: 'news' }, { limit: 3, after: [last.askedAt, last.id] })
  const addresses = [...first, ...rest].map(({ address }) => address).sort()
  assert.deepEqual(addresses, [0, 1, 2, 3, 4].map((i) => `a${i}@example.org`))
})

test('every language has every text, with the same places in it', () => {
  const places = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(String).sort()
  for (const language of OPTIN_LANGUAGES) {
    for (const part of ['mail', 'page'] as const) {
      for (const [name, text] of Object.entries(TEXTS.en[part])) {
        const own = (TEXTS[language][part] as Readonly<Record<string, unknown>>)[name]
        if (typeof text !== 'string' || typeof own !== 'string') continue
        assert.deepEqual(places(own), places(text), `${language} ${name}`)
        assert.ok(language === 'en' || own !== text, `${language} ${name} is translated`)
      }
    }
  }
})
