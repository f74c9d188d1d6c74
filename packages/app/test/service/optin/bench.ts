// Double opt-in with a real store, ledger and API, and an SMTP server as its relay.

import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { ADDRESS_EQUIVALENCE_DEFAULT, type TokenKey } from '@carom/core'
import { createTypoFinder } from '@carom/core/prevent'
import { simpleParser, type ParsedMail } from 'mailparser'
import { createRelay } from '../../../src/service/bounce/relay.ts'
import { CONFIG_DEFAULTS } from '../../../src/service/config/defaults.ts'
import { createHttp } from '../../../src/service/http/server.ts'
import { SILENT_LOG } from '../../../src/service/log.ts'
import type { Told } from '../../../src/service/optin/deps.ts'
import { createOptin } from '../../../src/service/optin/optin.ts'
import { OPTIN_DEFAULTS, type OptinOptions } from '../../../src/service/optin/options.ts'
import type { Store } from '../../../src/service/store/types.ts'
import { openSink, type Sink } from '../bounce/workbench.ts'
import { createFakeKeys } from '../http/fake-keys.ts'
import { openWorkbench } from '../pipeline/workbench.ts'
import { isPostgresMissing } from '../postgres-there.ts'

export const PUBLIC_URL = 'https://carom.example.com'
export const ORIGIN = 'https://www.example.com'
export const TENANT = 't'
export const MINUTE_MS = 60_000
export const HOUR_MS = 3_600_000

const noPostgres = await isPostgresMissing()

export type Bench = Awaited<ReturnType<typeof openBench>>

export type Page = { readonly status: number; readonly text: string; readonly headers: Headers }

type BenchOptions = {
  readonly kind?: Store['kind']
  readonly options?: Partial<OptinOptions>
  readonly keys?: readonly TokenKey[]
}

/** The same on each store. */
export function onBoth(
  name: string, body: (bench: Bench, t: TestContext) => Promise<void>, given: BenchOptions = {},
): void {
  for (const kind of ['sqlite', 'postgres'] as const) {
    const skip = kind === 'postgres' && noPostgres ? 'no PostgreSQL is there' : false
    test(`${name}, on ${kind}`, { skip }, async (t) => {
      await body(await openBench(t, { ...given, kind }), t)
    })
  }
}

export async function openBench(
  t: TestContext, { kind = 'sqlite', options = {}, keys = [] }: BenchOptions = {},
) {
  const ledgerBench = await openWorkbench({ kind })
  const { store, ledger } = ledgerBench
  const now = (): number => ledgerBench.now
  const sink = await openSink()
  const noted: Told[] = []
  const settings: OptinOptions = {
    ...OPTIN_DEFAULTS, enabled: true, from: 'hello@example.com', fromName: 'Example',
    redirectOrigins: [ORIGIN], lists: [
      { name: 'news', title: 'The News', formOrigins: [ORIGIN] },
      { name: 'closed', title: 'Closed', formOrigins: [] },
    ], ...options,
  }
  const openOptin = () => createOptin(settings, TENANT, {
    store, ledger, now, log: SILENT_LOG, equivalence: ADDRESS_EQUIVALENCE_DEFAULT,
    typos: createTypoFinder(), publicUrl: PUBLIC_URL, tokenKeys: () => keys,
    relay: createRelay(
      { host: '127.0.0.1', port: sink.port, security: 'plain', timeoutMs: 5_000 },
      'mx.example.com'),
    notify: async (_tx, _tenant, notes) => { noted.push(...notes) },
    told: () => undefined,
  })
  const optin = openOptin()
  const http = createHttp({
    ...CONFIG_DEFAULTS.http, tenant: TENANT, port: 0, hookBytesMax: 4_000,
  }, {
    store, ledger, keys: createFakeKeys(now), optin: optin.api, optinRecords: optin.api,
    log: SILENT_LOG, now,
    version: '1.2.3', wake: () => undefined,
  })
  t.after(async () => {
    await optin.stop()
    await sink.close()
    await ledgerBench.close()
  })
  const open = async (path: string, init: RequestInit = {}): Promise<Page> => {
    const response = await http.fetch(new Request(`http://localhost${path}`, init))
    return { status: response.status, text: await response.text(), headers: response.headers }
  }
  const press = (
    path: string, fields: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Page> => open(path, { method: 'POST', body: new URLSearchParams(fields), headers })
  return {
    /** Another process at the same store. */
    reopen: openOptin,
    ...ledgerBench, now, sink, noted, optin, open, press, settings,
    /** Asks as a sending system. */
    ask: (address: string, more: object = {}) => optin.api.ask(TENANT, 'key:test', {
      address, list: 'news', byPerson: false, dryRun: false, ...more,
    }),
    /** The mails that went out, once there are so many. */
    mails: (count: number) => readMails(sink, count),
    /** The token of the newest mail, once there are so many. */
    token: async (count: number) => tokenIn((await readMails(sink, count)).at(-1)?.text ?? ''),
    row: async (address: string) => (await optin.api.list(TENANT, {}, { limit: 100 }))
      .find((row) => row.address === address),
  }
}

async function readMails(sink: Sink, count: number): Promise<ParsedMail[]> {
  const until = Date.now() + 20_000
  while (sink.sent.length < count && Date.now() < until) await sleep(5)
  assert.equal(sink.sent.length, count, 'mails that went out')
  return await Promise.all(sink.sent.map(({ bytes }) => simpleParser(bytes)))
}

export function tokenIn(text: string): string {
  const token = /\/optin\/(?:confirm|fix)\?t=([\w-]{43})/.exec(text)?.[1]
  assert.ok(token, text)
  return token
}
