// The pages as files: what is sent, to whom, under which headers, and nothing from outside their
// folder.

import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { pathToFileURL } from 'node:url'
import { brotliCompressSync, brotliDecompressSync, gzipSync } from 'node:zlib'
import { openPages, type Pages } from '../../../src/service/http/pages.ts'
import { openApi } from '../http/fake-api.ts'

const SCRIPT = 'console.log("pages")\n'.repeat(100)
const META = "default-src 'none'; script-src 'sha256-x='"
const FILES: Readonly<Record<string, string>> = {
  'index.html': '<html><meta property="csp-nonce" nonce="__CSP_NONCE__"><p>__CSP_NONCE__',
  'lookup.html': `<html><meta http-equiv="Content-Security-Policy" content="${META}"><p>codes`,
  'carom.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>', 'inputs.json': '{"secret":1}',
  'assets/index-abc.js': SCRIPT, 'assets/index-abc.css': 'p{}', 'robots.txt': 'User-agent: *',
}

function makePages(t: TestContext): Pages {
  const outside = mkdtempSync(join(tmpdir(), 'carom-pages-'))
  t.after(() => rmSync(outside, { recursive: true, force: true }))
  writeFileSync(join(outside, 'secret.txt'), 'secret')
  const folder = join(outside, 'web')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text)
  const script = join(folder, 'assets/index-abc.js')
  writeFileSync(`${script}.br`, brotliCompressSync(SCRIPT))
  writeFileSync(`${script}.gz`, gzipSync(SCRIPT))
  symlinkSync(join(outside, 'secret.txt'), join(folder, 'link.txt'))
  return openPages(pathToFileURL(`${folder}/`))
}

const HTML = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

function ask(
  pages: Pages, path: string, headers: Record<string, string> = {}, method = 'GET',
): Response | undefined {
  return pages.answer(new Request(new URL(path, 'http://localhost:8025'), { method, headers }))
}

const PLACES: readonly (readonly [path: string, accept: boolean, answered: RegExp | undefined])[] = [
  ['/', true, /nonce="[\w-]{24}"/], ['/bounces?code=550', true, /nonce=/],
  ['/setup', true, /nonce=/], ['/index.html', true, /nonce="[\w-]{24}"/],
  ['/', false, undefined], ['/bounces', false, undefined],
  ['/v1/events', true, undefined], ['/v1', true, undefined], ['/hooks/ses', true, undefined],
  ['/healthz', true, undefined], ['/metrics', true, undefined],
  ['/openapi.json', true, undefined], ['/readyz/', true, undefined],
  ['/v1x', true, /nonce=/], ['/lookup.html', false, /codes/], ['/carom.svg', false, /<svg/],
  ['/assets/index-abc.js', false, /pages/], ['/assets/none.js', false, undefined],
  ['/inputs.json', false, undefined], ['/assets/index-abc.js.br', false, undefined],
  ['/assets/', false, undefined], ['/link.txt', false, undefined],
  ['/../secret.txt', false, undefined], ['/%2e%2e/secret.txt', false, undefined],
  ['/..%2fsecret.txt', false, undefined], ['/assets/..%2f..%2fsecret.txt', false, undefined],
  ['/assets/%2e%2e%5c%2e%2e%5csecret.txt', false, undefined], ['//secret.txt', false, undefined],
  ['/%00', false, undefined], ['/__proto__', false, undefined],
  ['/constructor', false, undefined],
]

for (const [path, wantsPage, expected] of PLACES) {
  test(`${path} ${wantsPage ? 'as a page' : 'as anything'}`, async (t) => {
    const answer = ask(makePages(t), path, wantsPage ? HTML : { accept: '*/*' })
    const text = await answer?.text()
    if (expected === undefined) assert.equal(answer, undefined, text)
    else assert.match(text ?? '', expected)
    assert.doesNotMatch(text ?? '', /secret/)
  })
}

test('the page has a nonce of its own each time, in it and in its policy', async (t) => {
  const pages = makePages(t)
  const nonces = new Set<string>()
  for (let i = 0; i < 3; i++) {
    const answer = ask(pages, '/', HTML) as Response
    const text = await answer.text()
    const policy = answer.headers.get('content-security-policy') ?? ''
    const nonce = /'nonce-([\w-]{24})'/.exec(policy)?.[1] as string
    assert.equal(text.split(nonce).length, 3)
    assert.ok(!text.includes('__CSP_NONCE__'))
    assert.equal(policy.replace(nonce, ''), "default-src 'none'; script-src 'self'; " +
      "style-src 'self' 'nonce-'; img-src 'self' data: blob:; font-src 'self'; " +
      "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; " +
      "form-action 'self'; frame-ancestors 'none'")
    assert.equal(answer.headers.get('cache-control'), 'no-store')
    assert.equal(answer.headers.get('etag'), null)
    nonces.add(nonce)
  }
  assert.equal(nonces.size, 3)
})

test('a page that states a policy is sent under it, and in no frame', async (t) => {
  const answer = ask(makePages(t), '/lookup.html') as Response
  assert.equal(answer.headers.get('content-security-policy'), `${META}; frame-ancestors 'none'`)
})

test('files come compressed as they are wanted, and once', async (t) => {
  const pages = makePages(t)
  const path = '/assets/index-abc.js'
  const tags = new Set<string>()
  for (const [wanted, encoding] of [
    ['br, gzip', 'br'], ['gzip', 'gzip'], ['', null], ['gzip;q=0, br;q=0.0', null],
    ['deflate, BR', 'br'], ['identity', null],
  ] as const) {
    const answer = ask(pages, path, { 'accept-encoding': wanted }) as Response
    assert.equal(answer.headers.get('content-encoding'), encoding, wanted)
    assert.equal(answer.headers.get('content-type'), 'text/javascript; charset=utf-8')
    assert.equal(answer.headers.get('cache-control'), 'public, max-age=31536000, immutable')
    assert.equal(answer.headers.get('vary'), 'Accept-Encoding')
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
    const bytes = Buffer.from(await answer.arrayBuffer())
    assert.equal(answer.headers.get('content-length'), String(bytes.length))
    if (encoding === 'br') assert.equal(brotliDecompressSync(bytes).toString(), SCRIPT)
    const etag = answer.headers.get('etag') as string
    tags.add(etag)
    const again = ask(pages, path, {
      'accept-encoding': wanted, 'if-none-match': `"other", W/${etag}`,
    }) as Response
    assert.deepEqual([again.status, await again.text()], [304, ''])
  }
  assert.equal(tags.size, 3)
  const other = ask(pages, '/carom.svg', { 'if-none-match': [...tags].join() }) as Response
  assert.deepEqual([other.status, other.headers.get('cache-control')], [200, 'no-cache'])
  const head = ask(pages, path, {}, 'HEAD') as Response
  assert.deepEqual([await head.text(), head.headers.get('content-length')], ['', '2100'])
  assert.equal(ask(pages, path, {}, 'POST'), undefined)
})

test('where the pages are not built, it is said how to', async (t) => {
  const pages = openPages(pathToFileURL(join(tmpdir(), 'carom-nothing/')))
  const answer = ask(pages, '/', HTML) as Response
  assert.equal(answer.status, 503)
  assert.match(await answer.text(), /npm run build/)
  const api = await openApi(t, {}, { pages })
  assert.equal((await api.ask('GET', '/', { key: null })).json['code'] as unknown, 'not-found')
  assert.equal((await api.ask('GET', '/healthz', { key: null })).status, 200)
})

test('over https, browsers are told to stay there, by pages and by the API', async (t) => {
  for (const [publicUrl, expected] of [
    ['https://carom.example.com', 'max-age=31536000'], ['http://carom.example.com', null],
  ] as const) {
    const api = await openApi(t, { publicUrl }, { pages: makePages(t) })
    for (const [path, headers] of [['/', HTML], ['/healthz', {}]] as const) {
      const answer = await api.ask('GET', path, { key: null, headers })
      assert.equal(answer.headers.get('strict-transport-security'), expected, path)
    }
  }
})

test('on a port, paths as no browser writes them lead nowhere else either', async (t) => {
  const api = await openApi(t, {}, { pages: makePages(t) })
  t.after(() => api.http.stop())
  const { host, port } = await api.http.start()
  for (const path of [
    '/../secret.txt', '/assets/../../secret.txt', '/..\\secret.txt', '/%2e%2e%2fsecret.txt',
    'http://localhost/../secret.txt', '//../secret.txt', '/./../secret.txt', '*',
  ]) {
    const socket = connect(port, host)
    socket.end(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)
    let text = ''
    for await (const piece of socket) text += String(piece)
    assert.doesNotMatch(text, /\nsecret/, path)
  }
})
