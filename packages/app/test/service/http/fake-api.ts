// The API with a small ledger, a real store and keys whose names say what they may do.

import type { TestContext } from 'node:test'
import { CONFIG_DEFAULTS } from '../../../src/service/config/defaults.ts'
import type { HttpDeps, HttpOptions, SourceAdmin } from '../../../src/service/http/options.ts'
import { createHttp, type Http } from '../../../src/service/http/server.ts'
import { SILENT_LOG } from '../../../src/service/log.ts'
import { openStore } from '../../../src/service/store/open.ts'
import { createFakeEndpoints } from './fake-endpoints.ts'
import { createFakeKeys } from './fake-keys.ts'
import { createFakeLedger, type FakeLedger } from './fake-ledger.ts'
import { NOW } from './fake-rows.ts'
import { openPrevent } from './prevent-there.ts'
import { openMail } from './mail-there.ts'
import { openOptinRecords } from '../../../src/service/optin/optin.ts'
import { openOptin } from './optin-there.ts'

export type FakeApi = {
  readonly http: Http
  readonly ledger: FakeLedger
  readonly deps: HttpDeps
  /** Sends a request as a key with all scopes, unless `key` says otherwise. */
  readonly ask: (method: string, path: string, options?: Ask) => Promise<Answer>
  readonly clock: { now: number }
  woken: number
}

export type Ask = {
  /** Scopes of the key; `null`: no key. */
  readonly key?: string | null
  readonly tenant?: string
  readonly json?: unknown
  readonly body?: string | Uint8Array
  readonly type?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** A value of JSON whose fields a test names as it expects them. */
export type Json = { readonly [name: string]: Json } & readonly Json[]

export type Answer = {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly json: Json
}

const FAKE_SOURCES: SourceAdmin = {
  guides: (publicUrl, name) => [{
    id: 'webhook/ses', type: 'webhook', vendor: 'ses', name: 'Amazon SES', proof: 'signature',
    steps: [], values: [{ label: 'URL', value: `${publicUrl}/hooks/${name ?? 'ses'}` }], yaml: '',
  }],
  test: async (_tenant, id) => id === 'smtp' ? { ok: true, tookMs: 1, steps: [] } : undefined,
}

export async function openApi(
  t: TestContext, options: Partial<HttpOptions> = {}, deps: Partial<HttpDeps> = {},
): Promise<FakeApi> {
  const clock = { now: NOW }
  const now = (): number => clock.now
  const store = await openStore(':memory:', {}, { log: SILENT_LOG, now })
  t.after(() => store.close())
  const ledger = createFakeLedger()
  const api = { woken: 0 }
  const complete: HttpDeps = {
    store, ledger, keys: createFakeKeys(now),
    ...await openMail({ store, log: SILENT_LOG, now }),
    prevent: await openPrevent(t, { store, now }),
    optin: openOptin({ store, ledger, log: SILENT_LOG, now }),
    optinRecords: openOptinRecords({ store, now }),
    endpoints: createFakeEndpoints(), sources: FAKE_SOURCES, log: SILENT_LOG, now, version: '1.2.3',
    wake: () => { api.woken++ }, ...deps,
  }
  const settings = {
    ...CONFIG_DEFAULTS.http, tenant: 'default', port: 0, hookBytesMax: 4_000, ...options,
  }
  const http = createHttp(settings, complete)
  const ask = async (method: string, path: string, asked: Ask = {}): Promise<Answer> => {
    const { key = 'admin', tenant = 'default', json, body, type, headers } = asked
    const response = await http.fetch(new Request(`http://localhost${path}`, {
      method,
      headers: {
        ...(key === null ? {} : { authorization: `Bearer carom_${tenant}_${key}` }),
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...(type === undefined ? {} : { 'content-type': type }), ...headers,
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      ...(body === undefined ? {} : { body: body as string }),
    }))
    const text = await response.text()
    const isJson = /[/+]json$/.test(response.headers.get('content-type') ?? '')
    const value = (isJson ? JSON.parse(text) : undefined) as Json
    return { status: response.status, headers: response.headers, text, json: value }
  }
  return Object.assign(api, { http, ledger, deps: complete, ask, clock })
}
