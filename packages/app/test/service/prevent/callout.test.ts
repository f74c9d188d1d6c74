// Mail servers asked about mailboxes: real servers on loopback that behave in all the ways that
// servers do, a book of what was asked, and receivers that are left alone.

import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { createEngine } from '@carom/core'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { openCalloutBook } from '../../../src/service/prevent/callout/book.ts'
import { createCallout } from '../../../src/service/prevent/callout/callout.ts'
import { NEVER_ASKED } from '../../../src/service/prevent/callout/never-asked.ts'
import {
  CALLOUT_DEFAULTS, type Callout, type CalloutOptions,
} from '../../../src/service/prevent/callout/types.ts'
import type { Dns, DnsAnswer, DnsType } from '../../../src/service/prevent/dns/types.ts'

const engine = createEngine()

type Behaviour = {
  readonly mail?: string
  /** What a local part is told; undefined: it is taken. */
  readonly answer?: (local: string) => string | undefined
  readonly options?: Partial<SMTPServerOptions>
}

type Peer = { readonly port: number; readonly said: string[]; readonly data: { n: number } }

function refusal(reply: string): Error {
  return Object.assign(new Error(reply.slice(4)), { responseCode: Number(reply.slice(0, 3)) })
}

async function openPeer(t: TestContext, { mail, answer, options }: Behaviour): Promise<Peer> {
  const said: string[] = []
  const data = { n: 0 }
  const server = new SMTPServer({
    authOptional: true, disableReverseLookup: true, logger: false, ...options,
    onMailFrom({ address }, session, done) {
      said.push(`${session.hostNameAppearsAs} ${session.secure ? 'tls' : 'plain'} <${address}>`)
      done(mail === undefined ? undefined : refusal(mail))
    },
    onRcptTo({ address }, _, done) {
      const local = address.slice(0, address.indexOf('@'))
      said.push(local.startsWith('carom-') ? '?' : local)
      const reply = answer?.(local)
      done(reply === undefined ? undefined : refusal(reply))
    },
    onData(stream, _, done) {
      data.n++
      stream.resume()
      stream.on('end', () => done())
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  t.after(() => new Promise<void>((resolve) => { server.close(resolve) }))
  return { port: (server.server.address() as AddressInfo).port, said, data }
}

/** `name.example` leads to `mx.name.example` on loopback. */
const dns: Dns = {
  lookup: async <Type extends DnsType>(name: string, type: Type): Promise<DnsAnswer<Type>> => {
    const mx = name === 'google-hosted.example' ? 'aspmx.l.google.com'
      : name === 'null.example' ? '' : `mx.${name}`
    const records: readonly unknown[] = type === 'MX' ? [{ priority: 10, exchange: mx }]
      : type !== 'A' ? [] : [name === 'mx.inside.example' ? '10.0.0.1' : '127.0.0.1']
    return name === 'dark.example' ? { kind: 'trouble', code: 'ETIMEOUT' }
      : records.length === 0 ? { kind: 'none' } : { kind: 'found', records } as DnsAnswer<Type>
  },
}

async function open(
  t: TestContext, port: number, options: Partial<CalloutOptions> = {}, now = Date.now,
): Promise<{ callout: Callout; file: string; slept: number[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'carom-callout-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const all = {
    ...CALLOUT_DEFAULTS, helo: 'probe.example.org', port, allowHosts: ['127.0.0.1'],
    timeoutMs: 2_000, ...options,
  }
  const file = join(folder, 'state', 'book.json')
  const slept: number[] = []
  const callout = createCallout(all, {
    dns, judge: engine.classify, book: await openCalloutBook(file, all, now),
    sleep: async (ms) => slept.push(ms),
  })
  return { callout, file, slept }
}

const UNKNOWN = '550 5.1.1 User unknown'
const only = (...there: readonly string[]) =>
  (local: string): string | undefined => there.includes(local) ? undefined : UNKNOWN

/** What a server does, what is made of ann and nobody, what it was asked after MAIL. */
const CASES: readonly (readonly [string, Behaviour, string, string, string])[] = [
  ['knows whom it has', { answer: only('ann', 'postmaster') }, 'accepted', 'invalid', '? ann nobody'],
  ['takes any name', {}, 'catch-all', 'catch-all', '?'],
  ['refuses everybody so', { answer: () => UNKNOWN }, 'unknown', 'unknown', '? ann nobody postmaster'],
  ['has neither, and is honest', { answer: only('postmaster') }, 'invalid', 'invalid',
    '? ann nobody postmaster'],
  ['greylists', { answer: () => '451 4.7.1 Greylisted, please try again in 300 seconds' },
    'unknown', 'unknown', '?'],
  ['lists who asks', { answer: () => '554 5.7.1 Client host [127.0.0.1] blocked using zen.spamhaus.org' },
    'unknown', 'unknown', '?'],
  ['has a full mailbox', { answer: (local) => local === 'ann' ? '552 5.2.2 Mailbox full' : UNKNOWN },
    'unknown', 'unknown', '? ann'],
  ['refuses the null sender', { mail: '550 5.7.1 Null sender refused' }, 'unknown', 'unknown', ''],
  ['asks for no TLS it offers', { answer: only('ann'), options: { hideSTARTTLS: true } },
    'accepted', 'invalid', '? ann nobody'],
  ['is closed for strangers', { options: { onConnect: (_, done) => done(refusal('554 No SMTP service here')) } },
    'unknown', 'unknown', ''],
  ['defers, then would know', { answer: (local) => local === 'nobody' ? '450 4.2.1 try later' : only('ann')(local) },
    'accepted', 'unknown', '? ann nobody'],
]

for (const [name, behaviour, ann, nobody, asked] of CASES) {
  void test(`a server that ${name}`, async (t) => {
    const peer = await openPeer(t, behaviour)
    const { callout } = await open(t, peer.port)
    const results = await Promise.all(['ann', 'nobody'].map((local) =>
      callout.ask(`${local}@peer.example`)))
    assert.deepEqual(results.map(({ verdict }) => verdict), [ann, nobody], JSON.stringify(results))
    const [mail, ...asks] = peer.said
    assert.equal(asks.join(' '), asked)
    assert.equal(peer.data.n, 0)
    const isTls = behaviour.options?.hideSTARTTLS === true ? 'plain' : 'tls'
    if (mail !== undefined) assert.equal(mail, `probe.example.org ${isTls} <>`)
    for (const { confidence, why } of results) {
      assert.ok(confidence > 0 && confidence <= 1)
      assert.match(why, /^[\x20-\x7e]+$/)
    }
  })
}

void test('who refused is not asked again today, nor more than the limits allow', async (t) => {
  const peer = await openPeer(t, { answer: () => '554 5.7.1 Your IP is on our block list' })
  let now = Date.parse('2026-11-27T12:00:00Z')
  const { callout, file } = await open(t, peer.port, {}, () => now)
  await callout.ask('ann@peer.example')
  assert.match((await callout.ask('bob@peer.example')).why, /refused/)
  assert.equal(peer.said.filter((one) => one === '?').length, 1)
  assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')), {
    day: '2026-11-27', asked: { 'mx.peer.example': 3 }, closed: ['mx.peer.example'],
  })
  now += 86_400_000
  await callout.ask('eve@peer.example')
  assert.equal(peer.said.filter((one) => one === '?').length, 2)
})

void test('limits hold from one run to the next, and each receiver is given time', async (t) => {
  const peer = await openPeer(t, { answer: only('postmaster') })
  const { callout, slept, file } = await open(t, peer.port, { perDay: 14, perConnection: 5 })
  const names = Array.from({ length: 20 }, (_, i) => `u${i}@peer.example`)
  const results = await Promise.all(names.map((one) => callout.ask(one)))
  const verdicts = results.map(({ verdict }) => verdict)
  assert.deepEqual([verdicts.filter((one) => one === 'invalid').length, slept], [10, [42_000, 42_000]])
  const options = { ...CALLOUT_DEFAULTS, perDay: 14 }
  assert.equal(await (await openCalloutBook(file, options, Date.now)).take('mx.peer.example', 1), false)
  const all = await openCalloutBook(
    join(file, '..', 'all.json'), { ...options, allPerDay: 5 }, Date.now)
  assert.deepEqual([await all.take('a', 3), await all.take('b', 3), await all.take('b', 2)],
    [true, false, true])
  writeFileSync(file, '{"day":')
  await assert.rejects(openCalloutBook(file, options, Date.now), /is damaged/)
})

void test('a domain that takes any name is asked once', async (t) => {
  const peer = await openPeer(t, {})
  const { callout } = await open(t, peer.port)
  const all = await Promise.all(Array.from({ length: 30 }, (_, i) =>
    callout.ask(`u${i}@peer.example`)))
  assert.ok(all.every(({ verdict }) => verdict === 'catch-all'))
  await callout.ask('late@peer.example')
  assert.deepEqual(peer.said.slice(1), ['?'])
})

void test('where the book cannot be kept, nobody is asked', async (t) => {
  const peer = await openPeer(t, {})
  const { file } = await open(t, peer.port)
  // A file stands where the folder would.
  writeFileSync(join(file, '..'), '')
  await assert.rejects(openCalloutBook(file, CALLOUT_DEFAULTS, Date.now), /ENOTDIR/)
  const callout = createCallout({ ...CALLOUT_DEFAULTS, helo: 'a.example', allowHosts: ['127.0.0.1'] }, {
    dns, judge: engine.classify, book: {
      take: () => Promise.reject(new Error('disk full')), close: () => Promise.resolve(),
    },
  })
  assert.match((await callout.ask('ann@peer.example')).why, /cannot be kept: disk full/)
  assert.deepEqual(peer.said, [])
})

void test('some are never asked, and nobody on the inside is', async (t) => {
  const peer = await openPeer(t, {})
  const { callout } = await open(t, peer.port)
  for (const [address, why] of [
    ['ann@google-hosted.example', /^google is never asked: /], ['ann@yahoo.com', /^yahoo is never/],
    ['ann@inside.example', /no public one/], ['ann@null.example', /takes no mail/],
    ['ann@dark.example', /DNS does not tell/], ['"a b"@peer.example', /its name is not asked/],
    ['a\r\nDATA@peer.example', /its name is not asked/],
  ] as const) {
    const result = await callout.ask(address)
    assert.equal(result.verdict, 'unknown')
    assert.match(result.why, why)
  }
  assert.deepEqual(peer.said, [])
  for (const why of Object.values(NEVER_ASKED)) assert.match(why, /^(?:it|its|each) /)
  const closed = await open(t, peer.port, { allowHosts: [] })
  assert.match((await closed.callout.ask('ann@peer.example')).why, /no public one/)
})

void test('peers that are silent, talk without end or no SMTP are left', async (t) => {
  const sockets = new Set<Socket>()
  const talks = [() => '', () => `220-${'x'.repeat(40_000)}`, () => 'SSH-2.0-x\r\n', () => '220 a\r\n']
  let n = 0
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined))
    socket.write(talks[n++ % talks.length]?.() ?? '')
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  t.after(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const { callout } = await open(t, (server.address() as AddressInfo).port, { timeoutMs: 150 })
  for (const domain of ['a', 'b', 'c', 'd']) {
    const { verdict, why } = await callout.ask(`ann@${domain}.example`)
    assert.equal(verdict, 'unknown')
    assert.match(why, /not answer in time|no end|left/)
  }
})
