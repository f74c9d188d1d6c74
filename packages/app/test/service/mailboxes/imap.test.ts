// Looking through an IMAP account of a real Dovecot: folders, pages, search, preview, marks.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test, type TestContext } from 'node:test'
import { createMailboxes, type Mailboxes } from '../../../src/service/mailboxes/mailboxes.ts'
import { createSecretBox } from '../../../src/service/mailboxes/secret-box.ts'
import type { MailboxInput, MessageRow } from '../../../src/service/mailboxes/types.ts'
import { missingDovecot, startDovecot, type Dovecot } from '../intake/dovecot.ts'
import { openTemporaryStore, type TemporaryStore } from '../temporary-store.ts'

const skip = missingDovecot()
let dovecot: Dovecot
before(async () => {
  if (!skip) dovecot = await startDovecot()
})
after(() => dovecot?.stop())

type Desk = {
  readonly mailboxes: Mailboxes
  readonly place: TemporaryStore
  readonly keyFile: string
  readonly again: () => Mailboxes
}

async function openDesk(t: TestContext): Promise<Desk> {
  const place = await openTemporaryStore()
  const folder = await mkdtemp(join(tmpdir(), 'carom-key-'))
  const keyFile = join(folder, 'carom.db.key')
  const again = (): Mailboxes => createMailboxes({ accounts: [], maildirRoots: [] }, {
    store: place.store, now: Date.now, tenant: 'default', secrets: createSecretBox(keyFile),
    certificateAuthority: dovecot.certificate,
  })
  const mailboxes = again()
  t.after(async () => {
    await mailboxes.stop()
    await place.cleanup()
    await rm(folder, { recursive: true })
  })
  return { mailboxes, place, keyFile, again }
}

function accountOf(user: string, more: object = {}): MailboxInput {
  return {
    name: user, addresses: [`${user}@ours.example`], bouncedFolder: 'Bounced', account: {
      kind: 'imap', host: 'localhost', port: dovecot.imaps, security: 'tls', user,
      password: dovecot.password, ...more,
    },
  }
}

function letter(n: number): string {
  return `From: Ann ${n} <ann${n}@shop.example>\r\nTo: office@ours.example\r\n` +
    `Subject: Letter ${n}${n % 100 === 0 ? ' of the hundreds' : ''}\r\n` +
    `Message-ID: <${n}@shop.example>\r\nDate: Fri, 27 Nov 2026 11:00:00 +0000\r\n` +
    `\r\nText ${n}\r\n`
}

/** Mail that lies there for a while: what is new, Dovecot looks for again at every question. */
async function deliver(user: string, letters: readonly string[]): Promise<void> {
  const maildir = dovecot.maildir(user)
  for (const part of ['new', 'cur', 'tmp']) await mkdir(join(maildir, part), { recursive: true })
  for (const [i, text] of letters.entries()) {
    const name = `${1_795_000_000 + i}.M${String(i).padStart(6, '0')}.mx`
    await writeFile(join(maildir, 'cur', `${name}:2,`), text)
  }
  execFileSync('chown', ['-R', 'nobody', join(maildir, '..')])
}

test('an account is added, kept encrypted, and opened after a restart', { skip }, async (t) => {
  const { mailboxes, place, keyFile, again } = await openDesk(t)
  await deliver('ann', [letter(1), letter(2)])
  const added = await mailboxes.add('default', 'me', accountOf('ann'))
  assert.deepEqual([added.kind, added.place, added.origin], ['imap', 'ann@localhost', 'added'])
  const rows = await place.store.all<{ settings: string; secret: Uint8Array }>(
    'SELECT settings, secret FROM mailboxes')
  assert.ok(!rows[0]?.settings.includes(dovecot.password))
  assert.ok(!Buffer.from(rows[0]?.secret ?? []).includes(dovecot.password))
  assert.equal((await stat(keyFile)).mode & 0o777, 0o600)
  assert.ok(!JSON.stringify(await mailboxes.list('default')).includes(dovecot.password))
  const other = again()
  t.after(() => other.stop())
  assert.deepEqual(await other.test('default', added.id),
    { ok: true, answer: 'localhost lets ann in.' })
  assert.equal((await other.messages('default', added.id, { folder: 'INBOX', limit: 10 })).total, 2)
  // With another key the password is gone, and so it is said.
  await writeFile(keyFile, `${Buffer.alloc(32, 1).toString('base64')}\n`)
  const third = again()
  t.after(() => third.stop())
  await assert.rejects(third.folders('default', added.id), /is not the key of the kept password/)
  await assert.rejects(other.list('other').then(async (all) => {
    assert.deepEqual(all, [])
    return await other.folders('other', added.id)
  }), { code: 'not-found' })
})

test('what cannot be reached, or would be overheard, is not kept', { skip }, async (t) => {
  const { mailboxes } = await openDesk(t)
  const wrong = [
    [{ password: 'no' }, 'unavailable', /refuses user bob and the password/],
    [{ port: 1 }, 'unavailable', /ECONNREFUSED|connect/],
    [{ serverName: 'other.example' }, 'unavailable', /certificate|altnames|Hostname/i],
    [{ host: 'mail.example.com', security: 'plain' }, 'invalid', /this machine only/],
  ] as const
  for (const [more, code, message] of wrong) {
    await assert.rejects(
      mailboxes.add('default', 'me', accountOf('bob', more)), { code, message })
  }
  await assert.rejects(mailboxes.add('default', 'me', {
    ...accountOf('bob'), account: { kind: 'maildir', path: '/etc' },
  }), { code: 'invalid' })
  assert.deepEqual(await mailboxes.list('default'), [])
})

test('ten thousand messages come in pages, newest first, quickly', { skip }, async (t) => {
  const { mailboxes } = await openDesk(t)
  await deliver('carl', Array.from({ length: 10_000 }, (_, i) => letter(i)))
  const { id } = await mailboxes.add('default', 'me', accountOf('carl'))
  const seen: MessageRow[] = []
  let page = await mailboxes.messages('default', id, { folder: 'INBOX', limit: 500 })
  assert.equal(page.total, 10_000)
  for (;;) {
    seen.push(...page.rows)
    if (page.next === undefined) break
    page = await mailboxes.messages(
      'default', id, { folder: 'INBOX', limit: 500, after: page.next })
  }
  assert.deepEqual([seen.length, new Set(seen.map(({ key }) => key)).size], [10_000, 10_000])
  assert.deepEqual([seen[0]?.subject, seen.at(-1)?.subject],
    ['Letter 9999', 'Letter 0 of the hundreds'])
  const found = await mailboxes.messages(
    'default', id, { folder: 'INBOX', limit: 10, search: 'of the hundreds' })
  assert.deepEqual([found.total, found.rows[0]?.subject], [100, 'Letter 9900 of the hundreds'])
  // New mail and gone mail show at the next look.
  const maildir = dovecot.maildir('carl')
  await writeFile(join(maildir, 'new', '1796000000.M1.mx'), letter(10_000))
  execFileSync('chown', ['nobody', join(maildir, 'new', '1796000000.M1.mx')])
  const news = await mailboxes.messages('default', id, { folder: 'INBOX', limit: 1 })
  assert.deepEqual([news.total, news.rows[0]?.subject], [10_001, 'Letter 10000 of the hundreds'])
})

test('a hostile message is shown as harmless text, and moved when it was bounced', { skip },
  async (t) => {
    const { mailboxes, again } = await openDesk(t)
    const html = '<html><body><script>alert(1)</script><img src="http://x.example/p.gif">' +
      '<p onclick="x()">Hello &amp; bye</p></body></html>'
    await deliver('dora', [
      `From: "\u202Eevil\u2066" <x@shop.example>\r\nTo: office@ours.example\r\n` +
      'Subject: =?utf-8?Q?a=1B[31mb=E2=80=AEgnp.exe?=\r\nMessage-ID: <h@shop.example>\r\n' +
      'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=q\r\n\r\n--q\r\n' +
      `Content-Type: text/html\r\n\r\n${html}\r\n--q\r\nContent-Type: image/png; ` +
      'name="../../etc/=?utf-8?Q?=E2=80=AEgnp.exe?="\r\nContent-Disposition: attachment\r\n\r\n' +
      'xyz\r\n--q--\r\n',
    ])
    const { id } = await mailboxes.add('default', 'me', accountOf('dora'))
    const { rows: [row] } = await mailboxes.messages('default', id, { folder: 'INBOX', limit: 5 })
    assert.ok(row)
    const preview = await mailboxes.preview('default', id, row.key)
    assert.ok(!/script|alert|http:|</.test(preview?.text ?? 'x<'), preview?.text)
    assert.match(preview?.text ?? '', /Hello & bye/)
    const shown = JSON.stringify([row, preview])
    assert.ok(!/\\u001b|\u202e|\u2066|\u001b/i.test(shown), shown)
    assert.deepEqual(preview?.attachments.map(({ type }) => type), ['image/png'])
    assert.ok(!preview?.attachments[0]?.name.includes('/'))
    const raw = await mailboxes.raw('default', id, row.key)
    assert.match(Buffer.from(raw?.bytes ?? []).toString(), /<script>/)
    assert.equal(row.flags.includes('seen'), false, 'looking changes nothing')
    assert.equal(await mailboxes.mark('default', 'me', id, [row.key, row.key], 'bounce'), 1)
    const other = again()
    t.after(() => other.stop())
    const marked = await other.messages('default', id, { folder: 'INBOX', limit: 5, marked: true })
    assert.deepEqual([marked.total, marked.marked, marked.rows[0]?.mark], [1, 1, 'bounce'])
    assert.equal(await mailboxes.moveBounced('default', id, row.key), 'Bounced')
    assert.equal((await mailboxes.messages('default', id, { folder: 'INBOX', limit: 5 })).total, 0)
    const { total } = await mailboxes.messages('default', id, { folder: 'Bounced', limit: 5 })
    assert.equal(total, 1)
    const folders = await mailboxes.folders('default', id)
    assert.deepEqual(folders.map(({ name, messages }) => [name, messages]).sort(),
      [['Bounced', 1], ['INBOX', 0]])
    assert.equal(await mailboxes.preview('default', id, row.key), undefined)
    await mailboxes.remove('default', 'me', id)
    await assert.rejects(mailboxes.folders('default', id), { code: 'not-found' })
  })

test('keys and folders that nobody gave lead nowhere', { skip }, async (t) => {
  const { mailboxes } = await openDesk(t)
  await deliver('eve', [letter(1)])
  const { id } = await mailboxes.add('default', 'me', accountOf('eve'))
  const key = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  for (const odd of ['x', key([]), key(['INBOX', '1', '1']), key(['INBOX', '1', '1:*'])]) {
    assert.equal(await mailboxes.raw('default', id, odd), undefined)
  }
  await assert.rejects(
    mailboxes.messages('default', id, { folder: 'a\r\nb LOGOUT', limit: 1 }),
    { name: 'MailboxError' })
  await assert.rejects(mailboxes.mark('default', 'me', id, ['???'], 'bounce'), { code: 'invalid' })
  const page = await mailboxes.messages('default', id, { folder: 'INBOX', limit: 1 })
  assert.equal(page.total, 1, 'the connection still works')
  const search = await mailboxes.messages(
    'default', id, { folder: 'INBOX', limit: 1, search: 'x"\\) ALL (\u00e9' })
  assert.equal(search.total, 0)
})

test('the key file is made once, whoever asks first', { skip }, async (t) => {
  const { mailboxes, again, keyFile } = await openDesk(t)
  await deliver('fay', [letter(1)])
  const other = again()
  t.after(() => other.stop())
  const views = await Promise.all(
    [mailboxes, other].map((one) => one.add('default', 'me', accountOf('fay'))))
  for (const { id } of views) assert.equal((await again().test('default', id)).ok, true)
  assert.deepEqual(await readdir(join(keyFile, '..')), ['carom.db.key'])
  assert.match(await readFile(keyFile, 'utf8'), /^[\w+/]{43}=\n$/)
})
