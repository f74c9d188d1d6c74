// The mail intakes on the real store: what was kept outlives the process, and comes once.

import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { makeReturnPath } from '@carom/core'
import { createImapIntake } from '../../../src/service/intake/imap.ts'
import { createMaildirIntake } from '../../../src/service/intake/maildir.ts'
import { createCursors } from '../../../src/service/store/cursors.ts'
import { openTemporaryStore } from '../temporary-store.ts'
import { memoryDeps, until } from './memory-deps.ts'
import { bounce } from './sample-bounces.ts'
import { startScriptedImap } from './scripted-imap.ts'

test('a mailbox goes into the store, over two runs', async () => {
  const { store, cleanup } = await openTemporaryStore()
  const imap = await startScriptedImap()
  const { log, now } = memoryDeps()
  let wakes = 0
  const deps = {
    store, log, now, cursors: createCursors(store, 'mailbox', now), isBounce: () => true,
    wake: () => {
      wakes += 1
    },
  }
  const count = async (): Promise<number> => {
    const row = await store.get<{ count: number }>('SELECT COUNT(*) AS count FROM inbox')
    return Number(row?.count)
  }
  for (const uid of [1, 2, 3]) imap.arrive(uid, bounce(uid))
  for (const expected of [3, 4]) {
    const intake = createImapIntake({
      tenant: 'main', source: 'mailbox', host: '127.0.0.1', port: imap.port, security: 'plain',
      allowPlain: true, user: 'ada', password: 'secret', after: 'delete',
    }, deps)
    await intake.start()
    await until(async () => await count() === expected && imap.messages.size === 0)
    await intake.stop()
    imap.arrive(9, bounce(9))
  }
  assert.ok(wakes >= 2)
  const [item] = await store.claim({ limit: 10, leaseMs: 60_000, owner: 'test', now: now() })
  assert.equal(Buffer.from(item?.bytes ?? []).toString(), bounce(1))
  assert.equal(item?.envelope.place?.['mailbox'], 'INBOX')
  await imap.stop()
  await cleanup()
})

test('a return path in the field that the mailbox adds proves whom a bounce is about', async () => {
  const key = { id: 'a', secret: Buffer.alloc(16, 7) }
  const made = (recipient: string, tenant = 'main'): string => {
    const now = Date.now()
    const path = makeReturnPath({ keys: [{ ...key, tenant }], domain: 'b.example', recipient, now })
    return path.kind === 'made' ? path.address : ''
  }
  const deps = { ...memoryDeps(), tokenKeys: () => [{ ...key, tenant: 'main' }] }
  const folder = await mkdtemp(join(tmpdir(), 'carom-maildir-'))
  for (const name of ['new', 'cur', 'tmp']) await mkdir(join(folder, name))
  const paths = [made('ann@example.org'), made('ann@example.org', 'other'), 'bounces@b.example']
  for (const [i, path] of paths.entries()) {
    await writeFile(join(folder, 'new', `${i}.mx`), bounce(i, path))
  }
  const intake = createMaildirIntake({
    tenant: 'main', source: 'maildir', folders: [folder], after: 'leave',
    trustHeader: 'Delivered-To',
  }, deps)
  await intake.start()
  await until(() => deps.inputs.length === 3)
  await intake.stop()
  const proved = deps.inputs.map(({ trust, envelope }) =>
    [envelope.rcptTo, trust, envelope.token])
  assert.deepEqual(proved.toSorted((a, b) => Number(b[1]) - Number(a[1])).slice(0, 1),
    [[paths[0], 3, { recipient: 'ann@example.org' }]])
  assert.deepEqual(proved.map(([, trust]) => trust).toSorted(), [0, 0, 3])
  await rm(folder, { recursive: true })
})
