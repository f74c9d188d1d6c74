// The whole service of the configuration within this process, asked without a socket.

import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { readConfig } from '../../../src/service/config/read.ts'
import type { Scope } from '../../../src/service/http/keys.ts'
import { SILENT_LOG } from '../../../src/service/log.ts'
import { createService, type Service } from '../../../src/service/serve.ts'
import type { Store } from '../../../src/service/store/types.ts'
import type { Json } from '../http/fake-api.ts'
import { isPostgresMissing } from '../postgres-there.ts'
import { reserveFile, reserveSchema } from '../temporary-store.ts'

export type Asked = {
  readonly json?: unknown
  readonly body?: string | Uint8Array
  readonly type?: string
  readonly headers?: Readonly<Record<string, string>>
}

export type Answered = {
  readonly status: number
  readonly text: string
  readonly json: Json
  readonly headers: Headers
}

export type Asks = (method: string, path: string, asked?: Asked) => Promise<Answered>

export type WholeService = {
  readonly service: Service
  readonly url: string
  /** Asks with a key of the tenant; `null`: with none. */
  readonly asks: (tenant: string | null, scopes?: readonly Scope[]) => Promise<Asks>
  /** Follows what is told to the tenant; all of it up to the line that has the text. */
  readonly stream: (tenant: string) => Promise<{
    readonly until: (text: string) => Promise<string>
  }>
  /** Until nothing waits to be judged. */
  readonly settled: () => Promise<void>
}

const NO_POSTGRES = await isPostgresMissing()

/** The stores that can be had here, with why one has to be skipped. */
export const STORE_KINDS: readonly {
  readonly kind: Store['kind']; readonly skip: string | false
}[] = [
  { kind: 'sqlite', skip: false },
  { kind: 'postgres', skip: NO_POSTGRES && 'no PostgreSQL is there' },
]

export async function openWhole(
  t: TestContext, kind: Store['kind'],
  { text = '', url }: { readonly text?: string; readonly url?: string } = {},
): Promise<WholeService> {
  const place = url === undefined
    ? kind === 'sqlite' ? await reserveFile() : reserveSchema()
    : { url, remove: () => Promise.resolve() }
  const env = { CAROM_STORE: place.url, CAROM_HTTP_PORT: '0', CAROM_PIPELINE_THREADS: '0' }
  const read = readConfig({ text, env, nearest: () => undefined })
  assert.equal(read.kind, 'read', JSON.stringify(read))
  const service = await createService(read.config, {
    log: { ...SILENT_LOG, setLevel: () => undefined, flush: async () => undefined },
    now: Date.now, env: {},
  })
  t.after(async () => {
    await service.stop()
    await place.remove()
  })
  await service.start()
  return {
    service, url: place.url,
    async asks(tenant, scopes = ['admin']) {
      const token = tenant === null ? undefined
        : (await service.keys.create(tenant, { name: 'of a test', scopes })).token
      return (method, path, asked) => ask(service, token, method, path, asked)
    },
    async stream(tenant) {
      const { token } = await service.keys.create(tenant, { name: 'stream', scopes: ['read'] })
      assert.ok(service.http)
      const { body } = await service.http.fetch(new Request('http://localhost/v1/stream', {
        headers: { authorization: `Bearer ${token}` },
      }))
      const reader = (body as ReadableStream<Uint8Array>).getReader()
      let said = ''
      return {
        async until(wanted) {
          while (!said.includes(wanted)) {
            const { value, done } = await reader.read()
            assert.ok(!done, said)
            said += Buffer.from(value).toString()
          }
          await reader.cancel()
          return said
        },
      }
    },
    async settled() {
      const waiting = `SELECT COUNT(*) AS n FROM inbox WHERE state IN ('new', 'taken')`
      while (Number((await service.store.get<{ n: number }>(waiting))?.n) > 0) {
        await new Promise((resolve) => { setTimeout(resolve, 20) })
      }
    },
  }
}

async function ask(
  { http }: Service, token: string | undefined, method: string, path: string,
  { json, body, type, headers }: Asked = {},
): Promise<Answered> {
  assert.ok(http)
  const response = await http.fetch(new Request(`http://localhost${path}`, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      ...(type === undefined ? {} : { 'content-type': type }), ...headers,
    },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    ...(body === undefined ? {} : { body: body as string }),
  }))
  const text = await response.text()
  const isJson = /[/+]json/.test(response.headers.get('content-type') ?? '')
  const value = (isJson ? JSON.parse(text) : undefined) as Json
  return { status: response.status, text, json: value, headers: response.headers }
}
