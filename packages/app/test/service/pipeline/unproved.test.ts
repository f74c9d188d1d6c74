// A source of whose failures nothing proves any says so: whoever reads a mailbox without tokens and
// registered sends would otherwise wait in vain for anything to count.

import assert from 'node:assert/strict'
import { putSource } from '../../../src/service/store/sources.ts'
import { onBoth } from './on-both.ts'
import { statusReport } from './status-report.ts'
import { gone, type Given, type Workbench } from './workbench.ts'

const report = (n: number): Given => ({
  kind: 'message', trust: 0, source: 'office',
  body: statusReport({
    recipient: `reader${n}@example.com`, header: `Message-ID: <report-${n}@mx.a.example>`,
    original: `Message-ID: <issue-${n}@news.example>`,
  }),
})

async function unprovedOf(bench: Workbench): Promise<Record<string, number | undefined>> {
  const sights = await bench.ledger.sourceSights('t')
  return Object.fromEntries(sights.map(({ id, unproved }) => [id, unproved]))
}

onBoth('failures that nothing proves are told of at their source', async (_, bench) => {
  for (const [id, type] of [['office', 'imap'], ['api', 'http']] as const) {
    await bench.store.write((tx) => putSource(
      tx, { id, tenant: 't', type, name: id, settings: '{}', enabled: true }, bench.now))
  }
  await bench.give(report(1), report(2))
  for (let i = 0; i < 5; i++) await bench.give({ ...gone(`known${i}@example.com`), source: 'api' })
  assert.deepEqual(await unprovedOf(bench), { office: undefined, api: undefined }, 'two are few')
  await bench.give(report(3))
  assert.deepEqual(await unprovedOf(bench), { office: 3, api: undefined })
  await bench.ledger.registerSends('t', [
    { recipient: 'reader2@example.com', messageId: 'issue-2@news.example' },
  ])
  await bench.pipeline.drain()
  assert.deepEqual(
    await unprovedOf(bench), { office: undefined, api: undefined }, 'one of them is proved now')
})
