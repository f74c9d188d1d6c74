// The API on a port: the fast check, live streams, limits of connections, and how it stops.

import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { test } from 'node:test'
import { openApi, type FakeApi } from './fake-api.ts'
import { NOW } from './fake-rows.ts'

const ADMIN = { authorization: 'Bearer carom_default_admin' }

async function start(api: FakeApi): Promise<string> {
  const { host, port } = await api.http.start()
  return `http://${host}:${port}`
}

test('the fast check answers what the route answers', async (t) => {
  const api = await openApi(t)
  t.after(() => api.http.stop())
  const url = await start(api)
  await api.ask('POST', '/v1/suppressions', { json: { address: 'a+b@example.org' } })
  const queries = [
    'address=ann@example.org', 'address=a%2Bb@example.org', 'address=a%2Bb%40example.org&list=x',
    'address=', 'adress=x', 'address=a&address=b', 'address=%', 'address=slow@example.org',
    `address=${'a'.repeat(400)}`, 'address=x@example.org&list=%00', 'list=x',
  ]
  // The first request makes the key known; from the second on the fast way is taken.
  await (await fetch(`${url}/v1/check?address=x@example.org`, { headers: ADMIN })).text()
  for (const query of queries) {
    const path = `/v1/check?${query}`
    const fast = await fetch(url + path, { headers: ADMIN })
    const slow = await api.ask('GET', path)
    assert.equal(fast.status, slow.status, query)
    assert.equal(await fast.text(), slow.text)
    assert.equal(fast.headers.get('x-content-type-options'), 'nosniff')
    assert.equal(fast.headers.get('content-type'), slow.headers.get('content-type'))
  }
  const { text } = await api.ask('GET', '/metrics')
  assert.match(text, /carom_checks_total\{answer="send"\} [1-9]/)
  assert.match(text, /carom_checks_total\{answer="do-not-send"\} 4\n/)
})

test('the fast check knows the tenant, the scope and the limit', async (t) => {
  const api = await openApi(t, { checksPerMinutePerKey: 3 })
  t.after(() => api.http.stop())
  const url = await start(api)
  await api.ask('POST', '/v1/suppressions', { json: { address: 'ann@example.org' } })
  const ask = async (token: string): Promise<[number, string | undefined]> => {
    const response = await fetch(`${url}/v1/check?address=ann@example.org`, {
      headers: { authorization: `Bearer ${token}` },
    })
    return [response.status, ((await response.json()) as { answer?: string }).answer]
  }
  const asked: unknown[] = []
  for (let i = 0; i < 4; i++) asked.push(await ask('carom_default_check'))
  assert.deepEqual(asked, [
    [200, 'do-not-send'], [200, 'do-not-send'], [200, 'do-not-send'], [429, undefined],
  ])
  for (let i = 0; i < 2; i++) assert.deepEqual(await ask('carom_other_check'), [200, 'send'])
  for (let i = 0; i < 2; i++) assert.deepEqual((await ask('carom_default_read'))[0], 403)
})

async function readUntil(
  reader: ReadableStreamDefaultReader<Uint8Array>, pattern: RegExp, from: string = '',
): Promise<string> {
  const decoder = new TextDecoder()
  let text = from
  while (!pattern.test(text)) {
    const { value, done } = await reader.read()
    if (done) return text
    text += decoder.decode(value, { stream: true })
  }
  return text
}

test('a stream tells of its tenant, goes on after a break, and ends with the service', async (t) => {
  const api = await openApi(t, { streamsMax: 1 })
  const url = await start(api)
  api.ledger.tell('default', { id: '1.0', type: 'event', at: NOW, data: { address: 'a@example.org' } })
  api.ledger.tell('default', { id: '2.0', type: 'event', at: NOW, data: {} })
  const open = (headers: Record<string, string> = {}, query = '') =>
    fetch(`${url}/v1/stream${query}`, { headers: { ...ADMIN, ...headers } })
  const response = await open({ 'last-event-id': '1.0' })
  assert.equal(response.headers.get('content-type'), 'text/event-stream')
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  assert.match(await readUntil(reader, /id: 2\.0\n/), /^retry: \d+\n\nid: 1\.0\n\nid: 2\.0\nevent: event\ndata: \{/)
  assert.equal((await open()).status, 503)
  const data = { address: 'secret@example.org' }
  api.ledger.tell('other', { id: '3.0', type: 'event', at: NOW, data })
  api.ledger.tell('default', { id: '4.0', type: 'suppression.added', at: NOW, data: { since: NOW } })
  const text = await readUntil(reader, /suppression\.added\n.*\n\n/)
  assert.doesNotMatch(text, /secret/)
  assert.match(text, /id: 4\.0\nevent: suppression\.added\ndata: \{"at":"2026-11-27T13:00:00\.000Z"/)
  assert.match(text, /"data":\{"since":"2026/)
  await api.http.stop()
  assert.equal((await reader.read().catch(() => ({ done: true }))).done, true)
})

test('a stream whose break was too long is told so, and types can be chosen', async (t) => {
  const api = await openApi(t)
  t.after(() => api.http.stop())
  const url = await start(api)
  const response = await fetch(`${url}/v1/stream?after=0.0&types=outage`, { headers: ADMIN })
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  await readUntil(reader, /event: reset\n/)
  api.ledger.tell('default', { id: '5.0', type: 'event', at: NOW, data: {} })
  api.ledger.tell('default', { id: '6.0', type: 'outage', at: NOW, data: {} })
  assert.doesNotMatch(await readUntil(reader, /outage\n/), /event: event/)
  await reader.cancel()
})

test('a body that is too large is refused before it is all there', async (t) => {
  const api = await openApi(t, { bodyBytesMax: 10_000 })
  t.after(() => api.http.stop())
  const url = await start(api)
  const chunk = new Uint8Array(5_000)
  const body = new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(chunk) })
  const response = await fetch(`${url}/v1/messages`, {
    method: 'POST', body, duplex: 'half',
    headers: { ...ADMIN, 'content-type': 'message/rfc822' },
  } as RequestInit).catch((error: unknown) => error as Error)
  // The peer may learn it by the answer or by the end of the connection.
  if (response instanceof Response) assert.equal(response.status, 413)
  assert.equal((await fetch(`${url}/healthz`)).status, 200)
})

test('what is no HTTP harms nobody', async (t) => {
  const api = await openApi(t)
  t.after(() => api.http.stop())
  const url = new URL(await start(api))
  for (const bytes of [
    '\0\0\0', 'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n', 'GET //[::1 HTTP/1.1\r\n\r\n',
    'POST /v1/messages HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0',
    `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(100_000)}\r\n\r\n`,
    'GET /v1/check?address=%ff HTTP/1.1\r\nHost: \x01\r\n\r\n',
    'OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n',
    'GET http://other.example/v1/events HTTP/1.1\r\nHost: x\r\n\r\n',
  ]) {
    const socket = connect(Number(url.port), url.hostname)
    socket.on('error', () => {})
    socket.end(bytes)
    socket.resume()
    await new Promise((resolve) => { socket.on('close', resolve) })
  }
  assert.equal((await fetch(`${url.href}healthz`)).status, 200)
})

test('a stop finishes what was begun and takes nothing more', async (t) => {
  const api = await openApi(t)
  const url = await start(api)
  let release = (): void => {}
  const waiting = new Promise<void>((resolve) => { release = resolve })
  const { listEvents } = api.ledger
  Object.assign(api.ledger, { listEvents: async (...args: Parameters<typeof listEvents>) => {
    await waiting
    return await listEvents(...args)
  } })
  const slow = fetch(`${url}/v1/events`, { headers: ADMIN })
  await fetch(`${url}/healthz`)
  const stopped = api.http.stop()
  release()
  assert.equal((await slow).status, 200)
  await stopped
  await assert.rejects(fetch(`${url}/healthz`))
})
