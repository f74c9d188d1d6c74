// What a source took in is counted for its tenant alone, though others use the same API.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SILENT_LOG } from '../../../src/service/log.ts'
import { createSourceCounts } from '../../../src/service/source-counts.ts'
import { listSources } from '../../../src/service/store/sources.ts'
import { makeInput, NOON } from '../store/inputs.ts'
import { openTemporaryStore } from '../temporary-store.ts'

test('inputs and events of another tenant are not counted to the first one', async (t) => {
  const { store, cleanup } = await openTemporaryStore()
  t.after(cleanup)
  const counts = createSourceCounts({
    store, tenant: 'own', log: SILENT_LOG, now: () => NOON,
  })
  await counts.register([{
    id: 'http', tenant: 'own', type: 'http', name: 'http', settings: '{}', enabled: true,
  }])
  const given = (key: string, tenant: string, receivedAt: number) =>
    makeInput(key, { tenant, source: 'http', receivedAt })
  await counts.counted.ingest([given('a', 'own', NOON), given('b', 'own', NOON)])
  await counts.counted.ingest([given('a', 'own', NOON), given('a', 'other', NOON + 1)])
  counts.booked(['own', 'other'].map((tenant) => ({ item: { source: 'http', tenant } })))
  await counts.stop()
  const [{ inputs, events, lastInputAt } = assert.fail('no source')] = await listSources(store)
  assert.deepEqual({ inputs, events, lastInputAt }, { inputs: 2, events: 1, lastInputAt: NOON })
})
