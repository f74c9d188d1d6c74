// Questions about one address do not walk through the incidents of all addresses: with many within
// a few hours, a service stood still for longer than anybody waits.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readStats } from '../../../src/service/optin/stats.ts'
import { DAY_MS, readFigures } from '../../../src/service/prevent/reputation/figures.ts'
import { openTemporaryStore } from '../temporary-store.ts'

const MANY = 60_000
const DAY = 20_000
/** Of processor time; walking takes minutes. */
const MS_MAX = 10_000

test('sixty thousand incidents of one reason are counted in a moment', async (t) => {
  const { store, cleanup } = await openTemporaryStore()
  t.after(cleanup)
  const addresses = Array.from({ length: MANY }, (_, n) => `user${n}@example.org`)
  await store.write(async (tx) => {
    await tx.insert(
      'incidents (tenant, address, id, list, at, kind, reason, fault, receiver, domain, held, ' +
        'voided, names, incident)',
      addresses.map((address, n) => [
        '', address, `i${n}`, '', DAY * DAY_MS + n, 'failed', 'mailbox-unknown', 'recipient', 'mx',
        'example.org', 0, 0, '[]', '{}',
      ]))
    await tx.insert(
      'optins (id, tenant, address, list, replaces, mail_to, status, source, language, actor, ' +
        'created_at, asked_at, expires_at, mails, mail_state, mail_next_at, mail_tries)',
      addresses.map((address, n) => [
        `o${n}`, '', address, 'news', '', address, 'pending', 'form', 'en', 'me', 1, 1, 2, 1,
        'sent', 0, 1,
      ]))
  })
  const begun = process.cpuUsage()
  const figures = await readFigures(store, '', { first: DAY, last: DAY })
  const stats = await readStats(store, '', 3)
  const { user, system } = process.cpuUsage(begun)
  const tookMs = (user + system) / 1000
  assert.deepEqual(figures.failures.map(({ n }) => n), [MANY])
  assert.deepEqual(figures.mailedAgain, [])
  assert.match(JSON.stringify(stats), new RegExp(`"bounced":${MANY}`))
  assert.ok(tookMs < MS_MAX, `${Math.round(tookMs)} ms`)
})
