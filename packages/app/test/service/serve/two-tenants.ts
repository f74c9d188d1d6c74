// A tenant about whom a lot is known, all of it with the word `canary` in it but one address; and
// the requests of the samples with the names of what it really has.

import assert from 'node:assert/strict'
import { MAILDIR } from '../http/mail-there.ts'
import { REQUESTS, type SampleRequest } from '../http/requests.ts'
import type { Asks, WholeService } from './whole-service.ts'

/** Asked for by its right name, and so not secret. */
export const ADDRESS = 'ann@example.org'

// Who tries wrong keys has to wait; here nobody shall.
export const SETTINGS = `
http: { publicUrl: 'https://carom.example.com', failedKeysPerMinutePerIp: 10000 }
sources:
  - { type: webhook, name: canary-hook, vendor: postmark, user: canary, password: canary }
optin: { enabled: true, from: news@example.com, lists: [{ name: news, title: canary }] }
bounce: { host: example.com, relay: { host: 127.0.0.1, port: 1, security: plain } }
mailboxes: { maildirRoots: ['${MAILDIR}'] }
`

const DSN = `From: MAILER-DAEMON@canary-mx.example\r
To: bounces@canary.example\r
Subject: canary report\r
MIME-Version: 1.0\r
Content-Type: multipart/report; report-type=delivery-status; boundary=b\r
\r
--b\r
\r
canary\r
--b\r
Content-Type: message/delivery-status\r
\r
Reporting-MTA: dns; canary-mx.example\r
\r
Final-Recipient: rfc822; ${ADDRESS}\r
Action: failed\r
Status: 5.1.1\r
Diagnostic-Code: smtp; 550 5.1.1 canary: user unknown\r
--b--\r
`

/** Hands in something for every route to show. */
export async function fillSecretly(whole: WholeService, ask: Asks): Promise<void> {
  const told = async (method: string, path: string, asked: Parameters<Asks>[2]): Promise<void> => {
    const { status, text } = await ask(method, path, asked)
    assert.ok(status < 300, `${method} ${path}: ${text}`)
  }
  const replies = [
    '550 5.1.1 canary: user unknown', '550 5.1.1 canary: no such user',
    '554 5.7.1 canary: client host [192.0.2.7] blocked using zen.spamhaus.org',
    'Canary zzyzx plugh',
  ]
  await told('POST', '/v1/sends', { json: replies.map((_, i) => ({
    recipient: ADDRESS, messageId: `m${i}@canary.example`, list: 'canary-list',
    campaign: 'canary-campaign', fromDomain: 'canary.example',
  })) })
  await told('POST', '/v1/events?source=canary-source&list=canary-list', {
    json: replies.map((reply, i) => ({
      recipient: ADDRESS, reply, messageId: `m${i}@canary.example`, subject: 'canary subject',
    })),
  })
  await told('POST', '/v1/messages', { body: DSN, type: 'message/rfc822' })
  await told('POST', '/v1/messages', {
    body: 'Subject: canary\r\n\r\nPlugh.', type: 'message/rfc822',
  })
  await told('POST', '/v1/suppressions', { json: {
    address: 'canary@example.net', reason: 'manual', note: 'canary note',
  } })
  await told('POST', `/v1/addresses/${ADDRESS}/notes`, { json: { text: 'canary note' } })
  await told('PUT', '/v1/rules', { json: { rules: [
    { id: 'canary', reason: 'policy', match: { words: ['canary'] } },
  ] } })
  await told('POST', '/v1/endpoints', { json: {
    url: 'https://canary.example/hook', description: 'canary',
  } })
  await told('POST', '/v1/optin', { json: { address: 'canary@example.com', list: 'news' } })
  await told('POST', '/v1/mailboxes', { json: {
    name: 'canary', addresses: ['canary@example.com'], account: { kind: 'maildir', path: MAILDIR },
  } })
  await told('POST', '/v1/prevent/lists?name=canary.csv', {
    body: 'email\ncanary@example.org\n', type: 'text/csv',
  })
  await told('POST', '/v1/users', { json: { name: 'canary', role: 'viewer' } })
  await whole.settled()
  await insertRare(whole)
}

/** What takes long to come about. */
async function insertRare({ service: { store } }: WholeService): Promise<void> {
  const at = Date.now()
  await store.write(async (tx) => {
    await tx.run(
      `INSERT INTO outages (id, tenant, receiver, from_at, detail)
        VALUES ('canary-outage', 'default', 'canary-mx', ?, '{"canary":1}')`, [at])
    const { id } = await tx.get<{ id: string }>('SELECT id FROM endpoints') as { id: string }
    await tx.run(
      `INSERT INTO outbox (tenant, endpoint, notification, ordering_key, type, payload, created_at,
        next_at, lease_until, attempts, state, finished_at, last_error)
        VALUES ('default', ?, 'canary', 'canary', 'canary', '{"canary":1}', ?, ?, 0, 9, 'dead', ?,
          'canary')`, [id, at, at, at])
    await tx.run(
      `INSERT INTO refused_senders (tenant, sender, created_at, actor, note)
        VALUES ('default', ?, ?, 'canary', 'canary')`, [ADDRESS, at])
  })
}

/** The samples, with what `ask` sees of its own instead of the made-up names. */
export async function requestsOf(
  { service: { store } }: WholeService, ask: Asks,
): Promise<SampleRequest[]> {
  const first = async (path: string): Promise<string> => {
    const { json } = await ask('GET', path)
    return String(json['rows']?.[0]?.['id'] ?? '0')
  }
  const one = async (sql: string): Promise<string> =>
    String(Object.values(await store.get<Record<string, string>>(sql) ?? {})[0] ?? '0')
  const event = await one('SELECT id FROM events ORDER BY seq')
  const mailbox = await one('SELECT id FROM mailboxes')
  const names: Readonly<Record<string, string>> = {
    '/e1': `/${event}`, '/i1': `/${await one('SELECT id FROM incidents ORDER BY at')}`,
    '/t1': `/${await first('/v1/troubles')}`, 'sources/smtp': 'sources/canary-hook',
    'list-1': await first('/v1/prevent/lists'), 'list-2': await first('/v1/prevent/lists'),
    '/o1/': '/canary-outage/', 'ep_1': await one('SELECT id FROM endpoints'),
    'notes/7': `notes/${await one(`SELECT seq FROM audit WHERE action LIKE '%note%'`)}`,
    'mb_none': mailbox, '/office': `/${mailbox}`, '"office"': `"${mailbox}"`,
    'default-check': await one(`SELECT prefix FROM api_keys WHERE tenant = 'default'`),
    '/mine': '/canary', '"mine"': '"canary"', 'news': 'canary-list',
    '"c1"': `"${await one('SELECT cluster FROM clusters')}"`,
    '"id":5': `"id":${await one('SELECT id FROM outbox')}`,
    'ann%40example.org': ADDRESS, 'nobody@example.org': ADDRESS,
  }
  const real = (text: string): string => Object.entries(names)
    .reduce((done, [from, to]) => done.replaceAll(from, to), text)
  const users = await one('SELECT id FROM users')
  return [
    ...REQUESTS.map((sample) => ({
      ...sample, path: real(sample.path),
      ...(sample.ask?.json === undefined ? {} : {
        ask: { ...sample.ask, json: JSON.parse(real(JSON.stringify(sample.ask.json))) as unknown },
      }),
    })),
    { method: 'GET', path: '/v1/users' }, { method: 'GET', path: `/v1/users/${users}` },
    { method: 'POST', path: '/v1/users', ask: { json: { name: 'bob', role: 'viewer' } } },
    { method: 'PUT', path: `/v1/users/${users}`, ask: { json: { role: 'admin' } } },
    { method: 'POST', path: `/v1/users/${users}/reset` },
    { method: 'DELETE', path: `/v1/users/${users}` },
  ]
}
