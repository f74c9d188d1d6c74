// Live streams by cookie: they tell what they should, and end with the session, whoever ends it.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openBench, type Bench } from './bench.ts'
import type { Browser } from './browser.ts'

async function openStream(
  { app }: Bench, { cookies }: Browser,
): Promise<ReadableStreamDefaultReader<Uint8Array>> {
  const response = await app.fetch(new Request('http://localhost:8025/v1/stream', {
    headers: {
      'accept': 'text/event-stream', 'sec-fetch-site': 'same-origin',
      'cookie': `carom-session=${cookies.get('carom-session') ?? ''}`,
    },
  }))
  assert.equal(response.status, 200)
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  for (const first of [/^retry:/, /^id: 0\.0\n/]) {
    assert.match(new TextDecoder().decode((await reader.read()).value), first)
  }
  return reader
}

const ENDS: readonly (readonly [what: string, end: (bench: Bench, ann: Browser) => unknown])[] = [
  ['logging out', (_, ann) => ann.ask('DELETE', '/v1/session')],
  ['being disabled', async ({ access }) => {
    const users = await access.users.list('default')
    const id = users.find(({ name }) => name === 'ann')?.id as string
    await access.users.change({ tenant: 'default', actor: 'test' }, id, { disabled: true })
  }],
]

for (const [what, end] of ENDS) {
  test(`a stream ends with ${what}`, async (t) => {
    const bench = await openBench(t)
    await bench.login('root')
    const [ann, bob] = [await bench.login('ann', 'viewer'), await bench.login('bob', 'viewer')]
    const [anns, bobs] = [await openStream(bench, ann), await openStream(bench, bob)]
    bench.ledger.tell('default', { id: '1.0', type: 'event', at: bench.clock.now, data: {} })
    for (const reader of [anns, bobs]) {
      assert.match(new TextDecoder().decode((await reader.read()).value), /event: event/)
    }
    await end(bench, ann)
    assert.equal((await anns.read()).done, true)
    bench.ledger.tell('default', { id: '2.0', type: 'event', at: bench.clock.now, data: {} })
    assert.match(new TextDecoder().decode((await bobs.read()).value), /id: 2\.0/)
    await bobs.cancel()
    assert.equal(bench.app.streams.open.size, 0)
  })
}

test('a session that another process ended is noticed', async (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] })
  const bench = await openBench(t)
  const reader = await openStream(bench, await bench.login('ann', 'viewer'))
  await bench.store.write((tx) => tx.run('DELETE FROM sessions'))
  t.mock.timers.tick(10_000)
  assert.equal((await reader.read()).done, true)
})

test('what happens before a stream is first read is told', async (t) => {
  const bench = await openBench(t)
  await bench.login('root')
  const { cookies } = await bench.login('ann', 'viewer')
  const { body } = await bench.app.fetch(new Request('http://localhost:8025/v1/stream', {
    headers: {
      'sec-fetch-site': 'same-origin',
      'cookie': `carom-session=${cookies.get('carom-session') ?? ''}`,
    },
  }))
  bench.ledger.tell('default', { id: '7.0', type: 'event', at: bench.clock.now, data: {} })
  const reader = (body as ReadableStream<Uint8Array>).getReader()
  let text = ''
  while (!text.includes('id: 7.0\nevent: event')) {
    text += new TextDecoder().decode((await reader.read()).value)
  }
  await reader.cancel()
})
