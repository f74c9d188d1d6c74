// The ready snippets for Haraka and KumoMTA do what docs/maps.md says, against a server that
// answers as the API does.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { compileFunction } from 'node:vm'

const FOLDER = new URL('../../../../../docs/maps/', import.meta.url)
const REFUSED = 'Recipient is on the suppression list (mailbox-unknown)'
const HELD = 'Recipient is on the suppression list (mailbox-full)'
const TROUBLE = 'The suppression list cannot be read now'

/** Address, list, what happens on trouble, and what the server says to the peer. */
const CASES: readonly (readonly [string, string, string, string])[] = [
  ['ann+x@a.example', '', 'accept', 'ok'],
  ['gone@a.example', '', 'accept', `550 ${REFUSED}`],
  ['full@a.example', '', 'accept', `450 ${HELD}`],
  ['ann+x@a.example', 'news & more', 'accept', `550 ${REFUSED}`],
  ['broken@a.example', '', 'accept', 'ok'],
  ['broken@a.example', '', 'defer', `450 ${TROUBLE}`],
]

async function withService(work: (url: string) => Promise<void>): Promise<void> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://x')
    const address = searchParams.get('address') ?? ''
    const isKnown = pathname === '/v1/check' &&
      request.headers.authorization === 'Bearer carom_key' && !address.startsWith('broken')
    response.writeHead(isKnown ? 200 : 503)
    response.end(JSON.stringify(
      address === 'full@a.example' ? { answer: 'hold', reason: 'mailbox-full' }
      : address === 'gone@a.example' || searchParams.get('list') === 'news & more'
        ? { answer: 'do-not-send', reason: 'mailbox-unknown' }
      : { answer: address === 'ann+x@a.example' ? 'send' : 'do-not-send' }))
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  try {
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

type Plugin = {
  register: () => void
  hook_rcpt: (next: (code?: number, text?: string) => void, connection: object, params: object[]) =>
    Promise<void>
}

test('the Haraka plugin refuses, holds and lets through', async () => {
  const text = await readFile(new URL('carom-haraka.js', FOLDER), 'utf8')
  const load = compileFunction(text, ['exports', 'DENY', 'DENYSOFT', 'fetch'])
  await withService(async (url) => {
    for (const [address, list, onTrouble, expected] of CASES) {
      const plugin = {
        config: { get: () => ({ url, key: 'carom_key', list, onTrouble }) },
      } as unknown as Plugin
      load(plugin, 550, 450, fetch)
      plugin.register()
      let said = 'nothing'
      await plugin.hook_rcpt(
        (code, words) => { said = code === undefined ? 'ok' : `${code} ${words}` },
        { logerror() {} }, [{ address: () => address }])
      assert.equal(said, expected, `${address} ${list}`)
    }
  })
})

/** Stands for KumoMTA: its http client is curl, and a rejection is an error, as in the real one. */
const KUMO = `
local kumo = { http = {}, serde = {} }
local handler
function kumo.on(_, given) handler = given end
function kumo.log_error() end
function kumo.reject(code, text) error({ code = code, text = text }) end
function kumo.serde.json_parse(text)
  return { answer = text:match('"answer":"([^"]*)"'), reason = text:match('"reason":"([^"]*)"') }
end
function kumo.http.build_client()
  return { get = function(_, url)
    local key
    return {
      bearer_auth = function(_, given) key = given end,
      send = function()
        local pipe = io.popen("curl -s -w '\\n%{http_code}' -H 'Authorization: Bearer " .. key ..
          "' '" .. url .. "'")
        local body, code = pipe:read('a'):match('^(.*)\\n(%d+)$')
        return {
          status_code = function() return tonumber(code) end, text = function() return body end,
        }
      end,
    }
  end }
end
package.preload.kumo = function() return kumo end
package.path = arg[1] .. '?.lua'
require('carom-kumomta').setup { url = arg[2], key = 'carom_key', list = arg[4], on_trouble = arg[5] }
local is_accepted, problem = pcall(handler, { email = arg[3] })
io.write(is_accepted and 'ok' or (problem.code .. ' ' .. problem.text))
`

const LUA = await hasLua()

test('the KumoMTA module refuses, holds and lets through', {
  skip: !LUA && process.env['CI'] === undefined && 'no lua5.4 or curl here',
}, async () => {
  await withService(async (url) => {
    for (const [address, list, onTrouble, expected] of CASES) {
      const said = await run('lua5.4', [
        '-e', `arg = { ${[fileURLToPath(FOLDER), url, address, list, onTrouble]
          .map((text) => JSON.stringify(text)).join(', ')} }`, '-e', KUMO,
      ])
      assert.equal(
        said.replace(/ [45]\.7\.1/, ''), expected, `${address} ${list}`)
    }
  })
})

async function hasLua(): Promise<boolean> {
  try {
    await Promise.all([run('lua5.4', ['-v']), run('curl', ['--version'])])
    return true
  } catch {
    return false
  }
}

function run(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(program, args, (error, stdout, stderr) => {
      if (error === null) resolve(stdout)
      else reject(new Error(`${error.message} ${stderr}`))
    })
  })
}
