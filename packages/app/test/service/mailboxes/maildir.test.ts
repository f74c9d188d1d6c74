// Looking through a Maildir: pages, search, folders, moving, and names that would lead out of it.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { createMailboxes, type Mailboxes } from '../../../src/service/mailboxes/mailboxes.ts'
import { createSecretBox } from '../../../src/service/mailboxes/secret-box.ts'
import type { MessageRow } from '../../../src/service/mailboxes/types.ts'
import { openTemporaryStore } from '../temporary-store.ts'

type Desk = { readonly mailboxes: Mailboxes; readonly root: string; readonly outside: string }

async function openDesk(t: TestContext): Promise<Desk> {
  const place = await openTemporaryStore()
  const outside = await mkdtemp(join(tmpdir(), 'carom-maildirs-'))
  const root = join(outside, 'box')
  for (const part of ['new', 'cur', 'tmp']) await mkdir(join(root, part), { recursive: true })
  const mailboxes = createMailboxes({
    maildirRoots: [root], accounts: [{
      name: 'box', type: 'maildir', path: root, security: 'tls',
      addresses: ['office@ours.example'], bouncedFolder: 'Done/Bounced',
    }],
  }, {
    store: place.store, now: Date.now, tenant: 'default',
    secrets: createSecretBox(join(outside, 'key')),
  })
  t.after(async () => {
    await mailboxes.stop()
    await place.cleanup()
    await rm(outside, { recursive: true })
  })
  return { mailboxes, root, outside }
}

const letter = (n: number): string =>
  `From: Ann <ann@shop.example>\r\nTo: office@ours.example\r\nSubject: Letter ${n}\r\n\r\nText\r\n`

test('ten thousand files come in pages and are found by their words', async (t) => {
  const { mailboxes, root } = await openDesk(t)
  for (let i = 0; i < 10_000; i += 1) {
    const second = 1_795_000_000 + Math.floor(i / 3)
    await writeFile(join(root, 'cur', `${second}.M${String(i).padStart(5, '0')}.mx:2,S`), letter(i))
  }
  const first = await mailboxes.messages('default', 'box', { folder: 'INBOX', limit: 100 })
  assert.deepEqual([first.total, first.rows[0]?.subject], [10_000, 'Letter 9999'])
  const seen: MessageRow[] = [...first.rows]
  for (let next = first.next; next !== undefined;) {
    const page = await mailboxes.messages(
      'default', 'box', { folder: 'INBOX', limit: 1_000, after: next })
    seen.push(...page.rows)
    next = page.next
  }
  assert.equal(new Set(seen.map(({ key }) => key)).size, 10_000)
  const found = await mailboxes.messages(
    'default', 'box', { folder: 'inbox', limit: 10, search: 'LETTER 777' })
  assert.equal(found.total, 11)
})

test('a mark follows its message while others flag it, and it is moved below', async (t) => {
  const { mailboxes, root } = await openDesk(t)
  await writeFile(join(root, 'new', '1795000000.M1.mx'), letter(1))
  const list = () => mailboxes.messages('default', 'box', { folder: 'INBOX', limit: 10 })
  const { rows: [row] } = await list()
  assert.ok(row)
  assert.deepEqual([row.flags, row.mark], [[], undefined])
  await mailboxes.mark('default', 'me', 'box', [row.key], 'bounce')
  await rename(join(root, 'new', '1795000000.M1.mx'), join(root, 'cur', '1795000000.M1.mx:2,FS'))
  const { rows: [again] } = await list()
  assert.deepEqual([again?.key, again?.flags, again?.mark], [row.key, ['seen', 'flagged'], 'bounce'])
  assert.equal(await mailboxes.moveBounced('default', 'box', row.key), 'Done/Bounced')
  assert.deepEqual(await readdir(join(root, '.Done.Bounced', 'cur')), ['1795000000.M1.mx:2,FS'])
  assert.deepEqual((await mailboxes.folders('default', 'box')).map(({ name }) => name),
    ['Done/Bounced', 'INBOX'])
  await assert.rejects(mailboxes.moveBounced('default', 'box', row.key), { code: 'not-found' })
  await assert.rejects(mailboxes.remove('default', 'me', 'box'), { code: 'invalid' })
})

test('no name leads out of the Maildir', async (t) => {
  const { mailboxes, root, outside } = await openDesk(t)
  for (const part of ['new', 'cur']) await mkdir(join(outside, part))
  await writeFile(join(outside, 'cur', 'secret'), 'Subject: secret\r\n\r\n')
  await writeFile(join(outside, 'secret'), 'Subject: secret\r\n\r\n')
  await symlink(join(outside, 'secret'), join(root, 'cur', '1795000000.M2.mx:2,'))
  execFileSync('mkfifo', [join(root, 'cur', '1795000000.M3.mx:2,')])
  const key = (...words: readonly string[]): string =>
    Buffer.from(JSON.stringify(words)).toString('base64url')
  for (const folder of ['.', '..', '../', './..', '/', '', 'a//b', '../../etc', 'x\u0000', 'a\\b']) {
    await assert.rejects(
      mailboxes.messages('default', 'box', { folder, limit: 1 }), { code: 'invalid' }, folder)
    await assert.rejects(mailboxes.raw('default', 'box', key(folder, 'secret')), { code: 'invalid' })
  }
  for (const name of ['../secret', '../../secret', '../../cur/secret', '.', '']) {
    assert.equal(await mailboxes.raw('default', 'box', key('INBOX', name)), undefined)
  }
  const { rows } = await mailboxes.messages('default', 'box', { folder: 'INBOX', limit: 10 })
  assert.deepEqual(rows, [], 'neither links nor pipes are read')
  await symlink(outside, join(root, 'inside'))
  for (const path of [outside, join(root, '..'), join(root, 'inside'), '/etc', 'no/such']) {
    await assert.rejects(mailboxes.add('default', 'me', {
      name: 'x', addresses: ['a@ours.example'], bouncedFolder: 'B', account: { kind: 'maildir', path },
    }), { code: 'invalid', message: /as mailboxes\.maildirRoots in the configuration/ })
  }
  const added = await mailboxes.add('default', 'me', {
    name: 'x', addresses: ['a@ours.example'], bouncedFolder: 'B', account: {
      kind: 'maildir', path: root,
    },
  })
  assert.equal(added.place, root)
})

test('a Maildir that is not there is told in plain words', async (t) => {
  const { mailboxes, root } = await openDesk(t)
  await rm(root, { recursive: true })
  const { ok, answer } = await mailboxes.test('default', 'box')
  assert.equal(ok, false)
  assert.match(answer, /does not exist; make it or correct the path/)
  assert.equal((await mailboxes.list('default'))[0]?.problem, answer)
})
