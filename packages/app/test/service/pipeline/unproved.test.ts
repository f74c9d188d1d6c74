// A source of whose failures nothing proves any says so: whoever reads a mailbox without tokens and
// registered sends would otherwise wait in vain for anything to count.

import assert from 'node:assert/strict'
import type { Policy } from '@carom/core'
import { putSource } from '../../../src/service/store/sources.ts'
import { onBoth } from './on-both.ts'
import { statusReport } from './status-report.ts'
import { gone, presetOf, type Given, type Workbench } from './workbench.ts'

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

onBoth('what must be proved less or more today counts otherwise when judged again', async (_, bench) => {
  const use = async (policy: Policy): Promise<void> => {
    const put = await bench.ledger.putPolicy(
      't', 'cli', { policy, activate: true, dryRun: false })
    assert.equal(put.kind, 'saved')
  }
  const judgeAgain = async (dryRun: boolean): Promise<readonly number[]> => {
    const { changed, countNow, countNoMore } = await bench.ledger.reclassify(
      't', 'cli', { filter: {}, dryRun, sampleLimit: 5 })
    return [changed, countNow, countNoMore]
  }
  const careful = presetOf('carom')
  await bench.give(report(1), report(2), gone('known@example.com'))
  assert.deepEqual(await judgeAgain(true), [0, 0, 0])
  await use({ ...careful, id: 'trusting', guards: { ...careful.guards, minTrust: 0 } })
  assert.deepEqual(await judgeAgain(true), [2, 2, 0])
  assert.equal((await bench.check('reader1@example.com'))?.answer, 'send', 'only looked at')
  await judgeAgain(false)
  assert.equal((await bench.check('reader1@example.com'))?.answer, 'hold')
  await use({ ...careful, id: 'careful-again' })
  assert.deepEqual(await judgeAgain(false), [2, 0, 2])
  assert.equal((await bench.check('reader1@example.com'))?.answer, 'send')
  assert.equal((await bench.check('known@example.com'))?.answer, 'hold', 'it was always proved')
})
