// What a stranger, a crash or a hurry could make of bouncing: mail to people who asked for none,
// the same mail twice, loops, header lines of their own.

import assert from 'node:assert/strict'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { parseMessage } from '@carom/core'
import { delivered, writtenLetter } from './letters.ts'
import { openWorkbench } from './workbench.ts'
import { signed } from './zone.ts'
import { isPostgresMissing } from '../postgres-there.ts'

const MARKED = { kind: 'marked', mailbox: 'office', offset: 0 } as const

async function letter(id: string, user: string, domain = 'free.example'): Promise<Buffer> {
  const from = `${user}@${domain}`
  const bytes = await signed(writtenLetter({ from, id: `${id}@${domain}` }), domain)
  return delivered(bytes, { returnPath: from })
}

test('a thousand copies of one message are one bounce', async (t) => {
  const bench = await openWorkbench(t)
  const bytes = await letter('same', 'ann')
  const keys: string[] = []
  for (let i = 0; i < 1_000; i += 1) keys.push(await bench.put(bytes))
  await bench.mailboxes.mark('default', 'me', 'office', keys, 'bounce')
  const plan = await bench.bounce(MARKED, { dryRun: true, showBytes: false })
  assert.deepEqual([plan.rows.length, plan.left], [200, 800])
  assert.equal(plan.rows.filter(({ state }) => state === 'planned').length, 1)
  const done = await bench.bounce(MARKED, { showBytes: false })
  assert.equal(done.rows.filter(({ state }) => state === 'sent').length, 1)
  assert.equal(bench.sink.sent.length, 1)
  // The first one has lost its mark; the rest goes on behind those that were refused.
  assert.deepEqual([done.left, done.next], [800, 199])
  const rest = await bench.bounce({ ...MARKED, offset: 799 }, { showBytes: false })
  assert.deepEqual([rest.rows.length, rest.left, rest.next], [200, 0, undefined])
  await rm(join(bench.maildir, 'cur'), { recursive: true })
  await mkdir(join(bench.maildir, 'cur'))
  const gone = await bench.bounce(MARKED, { showBytes: false })
  assert.deepEqual([gone.rows.length, gone.next], [200, 0])
  assert.equal((await bench.mailboxes.marked('default', 'office', 1, 0)).total, 799)
})

for (const kind of ['sqlite', 'postgres'] as const) {
  const skip = kind === 'postgres' && await isPostgresMissing()
  test(`two requests at once send once (${kind})`, { skip }, async (t) => {
    const bench = await openWorkbench(t, { kind })
    const other = await bench.again()
    t.after(() => other.stop())
    const key = await bench.put(await letter('race', 'ann'))
    const input = {
      chosen: { kind: 'keys', mailbox: 'office', keys: [key] }, dryRun: false, lift: [],
      wording: {}, showBytes: false,
    } as const
    const answers = await Promise.all([
      ...Array.from({ length: 4 }, () => bench.bounces.bounce('default', 'a', input)),
      ...Array.from({ length: 4 }, () => other.api.bounces.bounce('default', 'b', input)),
    ])
    const states = answers.map(({ rows: [row] }) => row?.state).sort()
    assert.equal(bench.sink.sent.length, 1)
    assert.equal(states.filter((state) => state === 'sent').length, 1, states.join())
    assert.equal((await bench.bounces.log('default', {}, { limit: 10 })).length, 1)
  })
}

test('a process that died between noting and sending leaves an unknown, never sent again', async (t) => {
  const bench = await openWorkbench(t)
  const key = await bench.put(await letter('crash', 'ann'))
  const chosen = { kind: 'keys', mailbox: 'office', keys: [key] } as const
  // The store fails just when the outcome is to be noted, as a kill at that moment would have it.
  const { write } = bench.store
  let writes = 0
  Object.assign(bench.store, { write: async (work: Parameters<typeof write>[0]) => {
    writes += 1
    if (writes > 1) throw new Error('killed')
    return await write(work)
  } })
  const [row] = (await bench.bounce(chosen)).rows
  Object.assign(bench.store, { write })
  assert.equal(row?.state, 'sent')
  const own = async () => (await bench.bounces.log('default', {}, { limit: 1 }))[0]?.state
  assert.equal(await own(), 'sending')
  bench.clock.now += 16 * 60_000
  assert.equal(await own(), 'unknown')
  const other = await bench.again()
  t.after(() => other.stop())
  const [logged] = await other.api.bounces.log('default', {}, { limit: 1 })
  assert.equal(logged?.state, 'unknown')
  assert.equal((await other.api.bounces.log('default', { state: 'unknown' }, { limit: 1 })).length, 1)
  const key2 = await bench.put(await letter('crash', 'ann'))
  const again = await other.api.bounces.bounce('default', 'me', {
    chosen: { ...chosen, keys: [key2] }, dryRun: false, lift: [], wording: {}, showBytes: false,
  })
  const once = again.rows[0]?.conditions.find(({ name }) => name === 'once')
  assert.match(once?.because ?? '', /cannot be told/)
  assert.equal(bench.sink.sent.length, 1)
})

test('what the relay refuses is a failure; where the line breaks within, nobody knows', async (t) => {
  const bench = await openWorkbench(t, { bounce: { perDomainHour: 100 } })
  const refusals = ['5.7.1 no', 'cut'] as const
  for (const refusal of refusals) {
    bench.sink.refusal = refusal
    const key = await bench.put(await letter(refusal.replace(/\W/g, ''), refusal === 'cut' ? 'a' : 'b'))
    const chosen = { kind: 'keys', mailbox: 'office', keys: [key] } as const
    const [row] = (await bench.bounce(chosen)).rows
    assert.equal(row?.state, refusal === 'cut' ? 'unknown' : 'failed')
    assert.equal(row?.movedTo, undefined)
    bench.sink.refusal = undefined
    const [second] = (await bench.bounce(chosen)).rows
    assert.equal(second?.state, 'refused')
  }
  await bench.sink.close()
  const key = await bench.put(await letter('closed', 'c'))
  const [row] = (await bench.bounce({ kind: 'keys', mailbox: 'office', keys: [key] })).rows
  assert.equal(row?.state, 'failed')
  assert.equal((await bench.bounces.testRelay()).ok, false)
  assert.equal(bench.sink.sent.length, 0)
})

test('the kill switch stops what is on its way', async (t) => {
  const bench = await openWorkbench(t)
  const keys: string[] = []
  for (let i = 0; i < 6; i += 1) keys.push(await bench.put(await letter(`k${i}`, `u${i}`)))
  bench.sink.taken = async (take) => {
    await bench.bounces.change('default', 'boss', { enabled: false })
    take()
  }
  const { rows } = await bench.bounce({ kind: 'keys', mailbox: 'office', keys })
  assert.deepEqual(rows.map(({ state }) => state),
    ['sent', 'refused', 'refused', 'refused', 'refused', 'refused'])
  assert.equal(bench.sink.sent.length, 1)
})

test('limits: one a day to an address, so many an hour to a domain, so many a day', async (t) => {
  const bench = await openWorkbench(t, { bounce: { perDomainHour: 3, perDay: 5 } })
  const refusedBy = async (id: string, user: string, domain?: string): Promise<string> => {
    const key = await bench.put(await letter(id, user, domain))
    // The clock is put forward, the files are not.
    const chosen = { kind: 'keys', mailbox: 'office', keys: [key] } as const
    const [row] = (await bench.bounce(chosen, { lift: ['age'] })).rows
    const refused = row?.conditions.filter(({ outcome }) => outcome === 'refused')
    return row?.state === 'sent' ? 'sent' : refused?.map(({ name }) => name).join() ?? ''
  }
  assert.equal(await refusedBy('1', 'a'), 'sent')
  assert.equal(await refusedBy('2', 'A'), 'per-recipient')
  assert.equal(await refusedBy('3', 'b'), 'sent')
  assert.equal(await refusedBy('4', 'c'), 'sent')
  assert.equal(await refusedBy('5', 'd'), 'per-domain')
  assert.equal(await refusedBy('6', 'e', 'shop.example'), 'sent')
  assert.equal(await refusedBy('7', 'f', 'strict.example'), 'sent')
  assert.equal(await refusedBy('8', 'g', 'shop.example'), 'per-day')
  bench.clock.now += 2 * 3_600_000
  assert.equal(await refusedBy('9', 'h'), 'per-day')
  bench.clock.now += 23 * 3_600_000
  assert.equal(await refusedBy('10', 'a'), 'sent')
})

test('where DNS does not answer, nothing is proved', async (t) => {
  const bench = await openWorkbench(t, { resolve: async (name) => {
    throw Object.assign(new Error(`SERVFAIL ${name}`), { code: 'ESERVFAIL' })
  } })
  const key = await bench.put(await letter('dark', 'ann'))
  const [row] = (await bench.bounce({ kind: 'keys', mailbox: 'office', keys: [key] })).rows
  assert.deepEqual(row?.conditions.filter(({ outcome }) => outcome === 'refused')
    .map(({ name }) => name), ['authenticated', 'dmarc'])
})

test('what lies in the folder for spam was called spam', async (t) => {
  const bench = await openWorkbench(t)
  for (const folder of ['Junk', 'Mail.Spam', 'INBOX', 'Spamalot']) {
    const key = await bench.put(await letter(`in-${folder}`, folder.replace('.', '-')), folder)
    const chosen = { kind: 'keys', mailbox: 'office', keys: [key] } as const
    const [row] = (await bench.bounce(chosen, { dryRun: true })).rows
    const spam = row?.conditions.find(({ name }) => name === 'spam')
    assert.equal(spam?.outcome, /^(?:Junk|Mail\.Spam)$/.test(folder) ? 'refused' : 'met', folder)
  }
})

test('what comes of our own bounce is never bounced, however it comes back', async (t) => {
  const bench = await openWorkbench(t)
  const key = await bench.put(await letter('first', 'ann'))
  await bench.bounce({ kind: 'keys', mailbox: 'office', keys: [key] })
  const ours = bench.sink.sent[0]?.bytes ?? Buffer.alloc(0)
  const id = parseMessage(ours).header('message-id') ?? ''
  assert.match(id, /^<carom\.[0-9a-f]{24}\.[0-9a-f]{32}@mx\.ours\.example>$/)
  const echoes = [
    // An autoresponder that says nothing of itself and answers the bounce.
    writtenLetter({ from: 'bob@free.example', id: 'x1', more: `In-Reply-To: ${id}\r\n` }),
    writtenLetter({ from: 'bob@free.example', id: 'x2', body: `> Message-ID: ${id.toUpperCase()}\r\n` }),
    writtenLetter({ from: 'bob@free.example', id: 'x3' }).replace(
      /Content-Type.*$/s, `Content-Type: multipart/mixed; boundary=q\r\n\r\n--q\r\nContent-Type: ` +
      'message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n' +
      `${ours.toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n--q--\r\n`),
  ]
  for (const echo of echoes) {
    const bytes = delivered(await signed(echo, 'free.example'), { returnPath: 'bob@free.example' })
    const [row] = (await bench.bounce({ kind: 'raw', message: {
      bytes, recipient: 'office@ours.example', arrivedAt: bench.clock.now,
    } })).rows
    const own = row?.conditions.find(({ name }) => name === 'own-bounce')
    assert.deepEqual([row?.state, own?.outcome], ['refused', 'refused'])
  }
  const forged = writtenLetter({
    from: 'bob@free.example', id: 'x4',
    more: `In-Reply-To: <carom.${'0'.repeat(24)}.${'f'.repeat(32)}@mx.ours.example>\r\n`,
  })
  const bytes = delivered(await signed(forged, 'free.example'), { returnPath: 'bob@free.example' })
  const [row] = (await bench.bounce({ kind: 'raw', message: {
    bytes, recipient: 'office@ours.example', arrivedAt: bench.clock.now,
  } }, { dryRun: true })).rows
  assert.equal(row?.state, 'planned', 'a mark that is not ours refuses nothing')
})

test('no field of the message becomes a field of the bounce', async (t) => {
  const bench = await openWorkbench(t)
  const subject = '=?utf-8?Q?x=0D=0ABcc:_victim@stranger.example=0D=0A=0D=0Abody?= \u202Egnp.exe'
  const written = writtenLetter({
    from: 'ann@free.example', subject, id: 'a\rb@free.example',
    more: 'References: <a@b>\r\n\t<c@d>\r\nX-Odd: \u2066x\u0000\u001b[31m\r\n',
  })
  const bytes = delivered(
    await signed(written, 'free.example'), { returnPath: 'ann@free.example' })
  const [row] = (await bench.bounce({ kind: 'raw', message: {
    bytes, recipient: 'office@ours.example', arrivedAt: bench.clock.now,
  } })).rows
  assert.equal(row?.state, 'sent', JSON.stringify(row))
  assert.ok(!/[\u0000-\u001f\u202e\u2066]/.test(JSON.stringify(row?.subject)), row?.subject)
  const [sent] = bench.sink.sent
  assert.deepEqual(sent?.recipients, ['ann@free.example'])
  const message = parseMessage(sent?.bytes ?? Buffer.alloc(0))
  assert.deepEqual(message.headers('bcc'), [])
  assert.deepEqual([...new Set(message.fieldNames())].sort(), [
    'auto-submitted', 'content-type', 'date', 'from', 'in-reply-to', 'message-id', 'mime-version',
    'references', 'subject', 'to', 'x-carom-bounce',
  ])
})

test('a huge message is given back as its header, whatever its size', async (t) => {
  const bench = await openWorkbench(t)
  const body = `${'x'.repeat(76)}\r\n`.repeat(200_000)
  const written = writtenLetter({ from: 'ann@free.example', id: 'big@free.example', body })
  const key = await bench.put(delivered(
    await signed(written, 'free.example'), { returnPath: 'ann@free.example' }))
  const [row] = (await bench.bounce({ kind: 'keys', mailbox: 'office', keys: [key] })).rows
  assert.deepEqual([row?.state, row?.bounce?.returned], ['sent', 'headers'])
  assert.ok((row?.bounce?.size ?? 1e9) < 10_000)
})
