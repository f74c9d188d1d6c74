// Requests to URLs of strangers reach nothing on the inside, wait for nobody and read no more than
// they should.

import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { RequestListener, Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { createServer as createTcpServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { createSafeFetch, SAFE_FETCH_DEFAULTS } from '../../../src/service/deliver/safe-fetch.ts'
import type { Resolve, SafeFetchOptions } from '../../../src/service/deliver/safe-fetch.ts'
import { isPublicAddress, readAllowedHosts } from '../../../src/service/deliver/public-address.ts'
import { HOSTILE_URLS, NAMES } from './hostile-urls.ts'

const NO_OPENSSL = process.env['CI'] === undefined && spawnSync('openssl', ['version']).status !== 0 &&
  'no openssl here'

test('each hostile URL is refused before anything is connected', async () => {
  for (const [url, outcome] of HOSTILE_URLS) {
    assert.equal(await outcomeOf(url), outcome, url)
  }
})

/** Fine ones would be asked: the resolver then answers with a place where nobody listens. */
async function outcomeOf(url: string): Promise<string> {
  const resolve: Resolve = async (name) =>
    (NAMES[name] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
  const { fetch, close } = createSafeFetch({ ...SAFE_FETCH_DEFAULTS, timeoutMs: 40 }, resolve)
  try {
    await fetch(url)
    return 'ok'
  } catch (error) {
    const { code } = error as { code?: unknown }
    return typeof code === 'string' && code.startsWith('url-') ? code : 'ok'
  } finally {
    close()
  }
}

test('a name is resolved once, and the address that was checked is the one connected to', async () => {
  const hits: string[] = []
  const inside = await listen((_request, response) => { hits.push('inside'); response.end() })
  const outside = await listen(
    (_request, response) => { hits.push('outside'); response.end('hello') },
    '127.0.0.2', portOf(inside))
  let asked = 0
  // Rebinding: the second answer leads to a host that is not allowed.
  const resolve: Resolve = async () => {
    asked++
    return [{ address: asked === 1 ? '127.0.0.2' : '127.0.0.1', family: 4 }]
  }
  const port = portOf(inside)
  const { fetch, close } = createSafeFetch(
    open({ allowHosts: ['127.0.0.2/32'], allowPorts: [port] }), resolve)
  const answer = await fetch(`http://rebind.example:${port}/`)
  assert.equal(Buffer.from(answer.body).toString(), 'hello')
  assert.equal(asked, 1)
  await assert.rejects(fetch(`http://rebind.example:${port}/`), { code: 'url-private' })
  assert.deepEqual(hits, ['outside'])
  close()
  stop(inside)
  stop(outside)
})

test('a redirect is an answer, not an order', async () => {
  let secrets = 0
  const server = await listen((request, response) => {
    if (request.url === '/secret') secrets++
    response.writeHead(302, { location: '/secret' }).end()
  })
  const { fetch, close } = createSafeFetch(loopback(server))
  assert.equal((await fetch(urlOf(server))).status, 302)
  assert.equal(secrets, 0)
  close()
  stop(server)
})

test('long answers are cut, slow ones are left, broken ones are errors', async () => {
  const server = await listen((request, response) => {
    if (request.url === '/long') response.end(Buffer.alloc(1_000_000))
    else if (request.url === '/drip') response.write('x')
    else if (request.url === '/cut') {
      response.writeHead(200, { 'content-length': '100' })
      response.write('half', () => request.socket.destroy())
    }
  })
  const { fetch, close } = createSafeFetch({ ...loopback(server), timeoutMs: 150 })
  const long = await fetch(`${urlOf(server)}long`)
  assert.deepEqual([long.status, long.body.length, long.isCut], [200, 65_536, true])
  await assert.rejects(fetch(`${urlOf(server)}silent`), { name: 'TimeoutError' })
  await assert.rejects(fetch(`${urlOf(server)}drip`), { name: 'TimeoutError' })
  await assert.rejects(fetch(`${urlOf(server)}cut`))
  const hanging = createSafeFetch(
    { ...loopback(server), timeoutMs: 50 }, () => new Promise(() => {}))
  await assert.rejects(hanging.fetch(`http://a.example:${portOf(server)}/`), { name: 'TimeoutError' })
  close()
  stop(server)
})

/** Bytes that are no plain answer, and what is made of them. */
const ODD_ANSWERS: readonly (readonly [bytes: string, outcome: number | RegExp])[] = [
  // A change of protocol that nobody asked for: no 'response' and no 'error' follows.
  ['HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n', 101],
  ['HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nhello', 204],
  ['HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\nHTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n', 200],
  ['HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n', /^HPE_/],
  [`HTTP/1.1 200 OK\r\n${'x: y\r\n'.repeat(9_000)}`, /^HPE_HEADER_OVERFLOW/],
  ['HTTP/1.1 100 Continue\r\n\r\n'.repeat(1_000), /^TimeoutError/],
  ['<html>', /^HPE_/],
]

test('odd answers end, and a whole answer counts whatever follows it', async () => {
  let bytes = ''
  const server = createTcpServer((socket) => {
    socket.on('error', () => undefined).once('data', () => socket.write(bytes))
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  const { port } = server.address() as AddressInfo
  for (const [sent, outcome] of ODD_ANSWERS) {
    bytes = sent
    const { fetch, close } = createSafeFetch(
      open({ allowHosts: ['127.0.0.1'], allowPorts: [port], timeoutMs: 400 }))
    const got = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: 'x' }).then(
      ({ status }) => status, ({ name, code }: Error & { code?: unknown }) =>
        typeof code === 'string' ? code : name)
    if (typeof outcome === 'number') assert.equal(got, outcome, sent.slice(0, 80))
    else assert.match(String(got), outcome, sent.slice(0, 80))
    close()
  }
  server.close()
})

test('what is sent arrives as it was given', async () => {
  const server = await listen((request, response) => {
    request.setEncoding('utf8')
    let body = ''
    request.on('data', (piece: string) => { body += piece })
    request.on('end', () => response.end(JSON.stringify(
      [request.method, request.url, request.headers['x-test'], request.headers.host, body])))
  })
  const { fetch, close } = createSafeFetch(loopback(server))
  for (let n = 0; n < 3; n++) {
    const { body } = await fetch(`${urlOf(server)}a?b=c`, {
      method: 'POST', headers: { 'x-test': 'yes' }, body: '{"ü":1}',
    })
    assert.deepEqual(JSON.parse(Buffer.from(body).toString()), [
      'POST', '/a?b=c', 'yes', `127.0.0.1:${portOf(server)}`, '{"ü":1}',
    ])
  }
  await assert.rejects(fetch(urlOf(server), { headers: { 'x-test': 'a\r\nb: c' } }), TypeError)
  close()
  stop(server)
})

test('a certificate must be good for the name that was asked', { skip: NO_OPENSSL }, async () => {
  const tls = await makeCertificate('hooks.example')
  const server = createSecureServer(tls, (_request, response) => { response.end('hello') })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  const port = portOf(server)
  const options = open({ allowHosts: ['127.0.0.1'], allowPorts: [port], allowHttp: false })
  const resolve: Resolve = async () => [{ address: '127.0.0.1', family: 4 }]
  const trusting = createSafeFetch({ ...options, authorities: tls.cert }, resolve)
  assert.equal((await trusting.fetch(`https://hooks.example:${port}/`)).status, 200)
  await assert.rejects(
    trusting.fetch(`https://other.example:${port}/`), { code: 'ERR_TLS_CERT_ALTNAME_INVALID' })
  const others = createSafeFetch(options, resolve)
  await assert.rejects(
    others.fetch(`https://hooks.example:${port}/`), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' })
  trusting.close()
  others.close()
  stop(server)
})

test('the operator lists hosts by name, address and network, and nothing else', () => {
  const allowed = readAllowedHosts(['Hooks.internal', '10.0.0.0/8', '::1', '192.168.1.7'])
  assert.ok(allowed.hasHost('hooks.internal'))
  assert.ok(!allowed.hasHost('internal'))
  for (const [address, isAllowed] of [
    ['10.9.8.7', true], ['::ffff:10.9.8.7', true], ['11.0.0.1', false], ['::1', true],
    ['::2', false], ['192.168.1.7', true], ['192.168.1.8', false],
  ] as const) assert.equal(allowed.hasAddress(address), isAllowed, address)
  assert.throws(() => readAllowedHosts(['http://x']), TypeError)
  assert.ok(!isPublicAddress('no address'))
  assert.ok(!isPublicAddress('fe80::1%eth0'))
})

function open(options: Partial<SafeFetchOptions>): SafeFetchOptions {
  return { ...SAFE_FETCH_DEFAULTS, allowHttp: true, ...options }
}

function loopback(server: Server): SafeFetchOptions {
  return open({ allowHosts: ['127.0.0.1', 'a.example'], allowPorts: [portOf(server)] })
}

async function makeCertificate(name: string): Promise<{ key: string; cert: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'carom-tls-'))
  try {
    execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt',
      'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', `/CN=${name}`, '-addext',
      `subjectAltName=DNS:${name}`, '-keyout', join(folder, 'key'), '-out', join(folder, 'cert')],
    { stdio: 'ignore' })
    return {
      key: await readFile(join(folder, 'key'), 'utf8'),
      cert: await readFile(join(folder, 'cert'), 'utf8'),
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

function listen(listener: RequestListener, host = '127.0.0.1', port = 0): Promise<Server> {
  const server = createServer(listener)
  return new Promise((resolve, reject) => {
    server.on('error', reject)
    server.listen(port, host, () => resolve(server))
  })
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}

function urlOf(server: Server): string {
  return `http://127.0.0.1:${portOf(server)}/`
}

function stop(server: Server): void {
  server.closeAllConnections()
  server.close()
}
