// What a real browser makes of it: its passkeys, and what a page of another origin achieves.

import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test, type TestContext } from 'node:test'
import { chromium, type Browser, type Page } from 'playwright-core'
import { createHttp } from '../../../src/service/http/server.ts'
import { openBench, PASSWORD, type Bench } from './bench.ts'

const PLACE = [process.env['CHROMIUM'] ?? '', '/usr/bin/chromium', '/usr/bin/google-chrome']
  .find((path) => existsSync(path))
const skip = PLACE === undefined && 'no Chromium here: apt install chromium, or set CHROMIUM'

let browser: Browser | undefined
after(() => browser?.close())

/** A page of the service itself, which does nothing but be there. */
const PAGES = {
  answer: (request: Request): Response | undefined => new URL(request.url).pathname !== '/'
    ? undefined : new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }),
}

async function openPage(t: TestContext): Promise<{ bench: Bench; page: Page; origin: string }> {
  browser ??= await chromium.launch({
    executablePath: PLACE as string,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  const bench = await openBench(t)
  const http = createHttp({ ...bench.settings, host: '127.0.0.1' }, { ...bench.deps, pages: PAGES })
  t.after(() => http.stop(0))
  const { port } = await http.start()
  const context = await browser.newContext()
  t.after(() => context.close())
  const page = await context.newPage()
  const origin = `http://localhost:${port}`
  const doer = { tenant: 'default', actor: 'test' }
  await bench.access.users.create(doer, { name: 'ann', role: 'admin', password: PASSWORD })
  await page.goto(origin)
  return { bench, page, origin }
}

type Told = { readonly status: number; readonly json: Record<string, unknown> }

/** A request of a script in the page. */
function ask(page: Page, path: string, json?: object, csrf?: string): Promise<Told> {
  return page.evaluate(async ([url, body, token]) => {
    const response = await fetch(url as string, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...token === undefined ? {} : { 'x-carom-csrf': token as string },
      },
      ...body === undefined ? {} : { body: JSON.stringify(body) },
    })
    return { status: response.status, json: await response.json() as Record<string, unknown> }
  }, [path, json, csrf] as const)
}

async function login(page: Page): Promise<string> {
  const { status, json } = await ask(page, '/v1/session', { name: 'ann', password: PASSWORD })
  assert.equal(status, 201)
  assert.equal(await page.evaluate(() => document.cookie), '')
  return json['csrf'] as string
}

test('the browser makes a passkey and logs in with it', { skip }, async (t) => {
  const { page } = await openPage(t)
  const devices = await page.context().newCDPSession(page)
  await devices.send('WebAuthn.enable')
  await devices.send('WebAuthn.addVirtualAuthenticator', { options: {
    protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true,
    isUserVerified: true, automaticPresenceSimulation: true,
  } })
  const csrf = await login(page)
  const creation = (await ask(page, '/v1/users/me/passkeys/options', undefined, csrf)).json
  const made = await page.evaluate(async (options) => {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options as never)
    const credential = await navigator.credentials.create({ publicKey })
    return (credential as PublicKeyCredential).toJSON() as object
  }, creation)
  const added = await ask(page, '/v1/users/me/passkeys', { name: 'this', response: made }, csrf)
  assert.equal(added.status, 201, JSON.stringify(added.json))
  await page.context().clearCookies()
  const request = (await ask(page, '/v1/session/passkey/options')).json
  const answer = await page.evaluate(async (options) => {
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options as never)
    const credential = await navigator.credentials.get({ publicKey })
    return (credential as PublicKeyCredential).toJSON() as object
  }, request)
  const opened = await ask(page, '/v1/session/passkey', { response: answer })
  assert.equal(opened.status, 201, JSON.stringify(opened.json))
  assert.equal((opened.json['user'] as { name: string }).name, 'ann')
})

// Another port of the same host is the same site to a browser: it sends Lax cookies along.
test('a page of a neighbour changes nothing and reads nothing', { skip }, async (t) => {
  const { bench, page, origin } = await openPage(t)
  const csrf = await login(page)
  const neighbour = createServer((_, response) => {
    response.setHeader('content-type', 'text/html')
    response.end('<!doctype html><form method="post" enctype="text/plain"><input name="x"></form>')
  })
  await new Promise<void>((resolve) => { neighbour.listen(0, '127.0.0.1', () => resolve()) })
  t.after(() => { neighbour.closeAllConnections(); neighbour.close() })
  const evil = await page.context().newPage()
  await evil.goto(`http://localhost:${(neighbour.address() as AddressInfo).port}`)
  const seen = await evil.evaluate(async ([target, token]) => {
    const tries: [string, RequestInit][] = [
      ['/v1/suppressions', { method: 'POST', body: '{"address":"eve@example.org"}' }],
      ['/v1/suppressions', {
        method: 'POST', mode: 'no-cors', body: '{"address":"eve@example.org"}',
        headers: { 'content-type': 'text/plain' },
      }],
      ['/v1/suppressions', {
        method: 'POST', body: '{"address":"eve@example.org"}',
        headers: { 'content-type': 'application/json', 'x-carom-csrf': token as string },
      }],
      ['/v1/session', { method: 'DELETE' }], ['/v1/session', {}], ['/v1/users', {}],
    ]
    const results: string[] = []
    for (const [path, init] of tries) {
      results.push(await fetch(target + path, { credentials: 'include', ...init })
        .then(async (response) => `${response.type} ${await response.text()}`, () => 'refused'))
    }
    return results
  }, [origin, csrf] as const)
  // The second one is sent, and its answer kept from the page (Cross-Origin-Resource-Policy).
  assert.deepEqual(seen, Array<string>(6).fill('refused'))
  const [form] = await Promise.all([
    evil.waitForNavigation(),
    evil.evaluate((target) => {
      const element = document.forms[0] as HTMLFormElement
      element.action = `${target}/v1/keys`
      element.submit()
    }, origin),
  ])
  assert.equal(form?.status(), 403)
  assert.deepEqual(bench.ledger.calls.filter(([name]) => name === 'suppress'), [])
  const own = await ask(page, '/v1/suppressions', { address: 'ann@example.org' }, csrf)
  assert.equal(own.status, 200)
})
