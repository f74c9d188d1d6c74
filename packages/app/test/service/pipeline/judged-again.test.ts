// Judging stored inputs again while others come in, and where one input tells of several failures.

import assert from 'node:assert/strict'
import type { Store } from '../../../src/service/store/types.ts'
import { onBoth } from './on-both.ts'
import type { Workbench } from './workbench.ts'

const BULLETIN = '550 5.1.1 gone: see bulletin seven'
const GONE = '550 5.1.1 User unknown'
const ALL = { filter: {}, dryRun: false, sampleLimit: 9 } as const

async function give(bench: Workbench, ...body: readonly object[]): Promise<void> {
  await bench.give({ trust: 2, body: body.map((one) => ({ messageId: 'm1@x', ...one })) })
}

/** What was said to nobody so far is now said to mean something else. */
async function putRule(bench: Workbench): Promise<void> {
  await bench.ledger.putRules('t', 'me', [
    { id: 'bulletin', match: { words: ['see bulletin'] }, reason: 'mailbox-disabled' },
  ] as never)
}

async function incidentsOf(bench: Workbench, address: string): Promise<unknown[]> {
  return await bench.store.all(
    'SELECT id, at, reason, names, incident FROM incidents WHERE address = ? ORDER BY id', [address])
}

/** Does something between the reading of inputs and the writing of what became of them. */
function beforeNextWrite(bench: Workbench, work: () => Promise<void>): void {
  const store = bench.store as { write: Store['write'] }
  const { write } = store
  store.write = async (writing) => {
    store.write = write
    await work()
    return await write(writing)
  }
}

onBoth('evidence of incidents that share an input is kept', async (_t, bench) => {
  // One input about both, and one more about each: only that about ann is judged otherwise.
  await give(bench, { recipient: 'ann@a.example', reply: GONE },
    { recipient: 'bob@a.example', reply: GONE })
  await give(bench, { recipient: 'ann@a.example', reply: BULLETIN })
  await give(bench, { recipient: 'bob@a.example', reply: '550 No such user here' })
  const before = await incidentsOf(bench, 'bob@a.example')
  await putRule(bench)
  assert.equal((await bench.ledger.reclassify('t', 'me', ALL)).changed, 1)
  assert.deepEqual(await incidentsOf(bench, 'bob@a.example'), before)
})

onBoth('evidence that comes in while inputs are judged again is not lost', async (_t, bench) => {
  const late = { recipient: 'ann@a.example', reply: GONE }
  await give(bench, { recipient: 'ann@a.example', reply: BULLETIN })
  await putRule(bench)
  beforeNextWrite(bench, () => give(bench, late))
  await bench.ledger.reclassify('t', 'me', ALL)
  const events = await bench.store.all<{ incident: string; reason: string }>(
    'SELECT incident, reason FROM events ORDER BY reason')
  assert.deepEqual(events.map(({ reason }) => reason), ['mailbox-disabled', 'mailbox-unknown'])
  const incidents = await incidentsOf(bench, 'ann@a.example')
  // As if all had been there before.
  await bench.ledger.reclassify('t', 'me', ALL)
  assert.deepEqual(incidents, await incidentsOf(bench, 'ann@a.example'))
  assert.deepEqual(new Set(events.map(({ incident }) => incident)).size, 1)
})

onBoth('who is erased while inputs are judged again stays erased', async (_t, bench) => {
  await give(bench, { recipient: 'ann@a.example', reply: BULLETIN })
  await putRule(bench)
  beforeNextWrite(bench, async () => {
    await bench.ledger.erase('t', 'me', {
      address: 'ann@a.example', dryRun: false, keepSuppressed: false,
    })
  })
  await bench.ledger.reclassify('t', 'me', ALL)
  for (const table of ['events', 'incidents', 'addresses']) {
    assert.deepEqual(await bench.store.all(
      `SELECT * FROM ${table} WHERE address = 'ann@a.example'`), [], table)
  }
})
