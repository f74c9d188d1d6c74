// The API with real access on a real store, and browsers that keep cookies and send what browsers
// send.

import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import type { Access } from '../../../src/service/access/access.ts'
import { createAccess } from '../../../src/service/access/create.ts'
import type { AccessOptions } from '../../../src/service/access/options.ts'
import { CONFIG_DEFAULTS } from '../../../src/service/config/defaults.ts'
import { createApp, type App } from '../../../src/service/http/app.ts'
import type { HttpDeps, HttpOptions } from '../../../src/service/http/options.ts'
import type { Role } from '../../../src/service/http/roles.ts'
import { SILENT_LOG } from '../../../src/service/log.ts'
import { openOptinRecords } from '../../../src/service/optin/optin.ts'
import type { Store } from '../../../src/service/store/types.ts'
import { createFakeKeys } from '../http/fake-keys.ts'
import { createFakeLedger, type FakeLedger } from '../http/fake-ledger.ts'
import { openTemporaryStore } from '../temporary-store.ts'
import { openBrowser, type Browser } from './browser.ts'

const NOON: number = Date.UTC(2026, 10, 27, 12)
export const PASSWORD = 'a long quiet river'

export type Bench = {
  readonly app: App
  /** What the app was made of, to make it again on a port. */
  readonly settings: HttpOptions
  readonly deps: HttpDeps
  readonly access: Access
  readonly store: Store
  readonly ledger: FakeLedger
  readonly clock: { now: number }
  /** What log-ins were slowed by, in milliseconds. */
  readonly pauses: number[]
  readonly browser: (options?: Partial<Parameters<typeof openBrowser>[1]>) => Browser
  /** A browser in which somebody of the role is logged in, who is made for it. */
  readonly login: (name: string, role?: Role) => Promise<Browser>
  readonly audit: () => Promise<readonly { actor: string; action: string; detail: string }[]>
}

/** Cheap, so that tests are quick; what costs time is tested with the real cost. */
const CHEAP = { n: 2 ** 4, r: 8, p: 1 }

export async function openBench(t: TestContext, {
  kind = 'sqlite', http = {}, options = {},
}: {
  readonly kind?: Store['kind']
  readonly http?: Partial<HttpOptions>
  readonly options?: Partial<AccessOptions>
} = {}): Promise<Bench> {
  const clock = { now: NOON }
  const pauses: number[] = []
  const now = (): number => clock.now
  const { store, cleanup } = await openTemporaryStore({ kind, now })
  t.after(cleanup)
  const access = createAccess({
    tenant: 'default', publicUrl: http.publicUrl, idleMs: 3_600_000, sessionMs: 86_400_000,
    scrypt: CHEAP, ...options,
  }, { store, log: SILENT_LOG, now, pause: async (ms) => { pauses.push(ms) } })
  t.after(() => access.stop())
  const ledger = createFakeLedger()
  const settings = {
    ...CONFIG_DEFAULTS.http, tenant: 'default', port: 0, hookBytesMax: 4_000, ...http,
  }
  const deps: HttpDeps = {
    store, ledger, access, keys: createFakeKeys(now), log: SILENT_LOG, now, version: '1.2.3',
    optinRecords: openOptinRecords({ store, now }), wake: () => undefined,
  }
  const app = createApp(settings, deps)
  const browser: Bench['browser'] = (more) => openBrowser(app, more)
  return {
    app, access, store, ledger, clock, pauses, browser, settings, deps,
    async login(name, role = 'admin') {
      const doer = { tenant: 'default', actor: 'test' }
      await access.users.create(doer, { name, role, password: PASSWORD })
      const page = browser()
      const answer = await page.ask('POST', '/v1/session', { name, password: PASSWORD })
      assert.equal(answer.status, 201, answer.text)
      return page
    },
    audit: () => store.all('SELECT actor, action, detail FROM audit ORDER BY seq'),
  }
}
