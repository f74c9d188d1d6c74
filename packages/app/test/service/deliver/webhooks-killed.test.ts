// Deliveries survive kill -9 of the process that makes them: each at least once, in order, under
// one name (F18, F1).

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { addEndpoint } from '../../../src/service/deliver/webhooks/endpoints.ts'
import { enqueueNotifications } from '../../../src/service/deliver/webhooks/outbox.ts'
import { openTemporaryStore } from '../temporary-store.ts'
import { openConsumer } from './webhook-consumer.ts'

const NOTES = 400
const ADDRESSES = 20
const KILLS = 4
const CHILD = fileURLToPath(new URL('delivery-child.ts', import.meta.url))

test('kill -9 of the delivering process loses nothing and changes no order', async () => {
  const { store, url, cleanup } = await openTemporaryStore()
  const consumer = await openConsumer(() => 204, { delayMs: 3 })
  let child: ChildProcess | undefined
  try {
    await store.write((tx) => addEndpoint(tx, '', { url: consumer.url }, 0))
    await store.write((tx) => enqueueNotifications(tx, '', Array.from({ length: NOTES }, (_, n) => ({
      type: 'recipient.failed', address: `a${n % ADDRESSES}@a.example`, at: 0,
      data: { address: `a${n % ADDRESSES}@a.example`, n },
    })), 0))
    for (let kill = 1; kill <= KILLS + 1; kill++) {
      child = spawn(process.execPath, [CHILD, url, String(consumer.port)], { stdio: 'inherit' })
      const enough = kill > KILLS ? NOTES : NOTES / (KILLS + 1) * kill
      while (new Set(consumer.received.map(({ n }) => n)).size < enough) {
        assert.equal(child.exitCode, null, 'the child ended by itself')
        await new Promise((resolve) => setTimeout(resolve, 2))
      }
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
    const names = new Map<number, string>()
    const last = new Map<string, number>()
    for (const { n, id, address } of consumer.received) {
      assert.equal(id, names.get(n) ?? id, 'another name at another attempt')
      names.set(n, id)
      assert.ok(n >= (last.get(address) ?? 0), `${address}: ${n} after ${last.get(address)}`)
      last.set(address, n)
    }
    assert.equal(names.size, NOTES)
    assert.equal(new Set(names.values()).size, NOTES)
    const twice = consumer.received.length - NOTES
    assert.ok(twice <= KILLS * 8, `${twice} came again after ${KILLS} kills`)
  } finally {
    child?.kill('SIGKILL')
    consumer.stop()
    await cleanup()
  }
})
