// The service: store, pipeline, intakes, check, deliveries and API, composed from the
// configuration; started in the order in which they need each other, stopped the other way round.

import type { TokenKey } from '@carom/core'
import manifest from '../../package.json' with { type: 'json' }
import type { Access } from './access/access.ts'
import { accessOf } from './access-of.ts'
import type { AddressKeeper } from './check/hashed-address.ts'
import { checkOf, type Check } from './check-of.ts'
import { createBouncing } from './bouncing.ts'
import { createChores, type Chores } from './chores.ts'
import type { Config } from './config/types.ts'
import { createSafeFetch, SAFE_FETCH_DEFAULTS } from './deliver/safe-fetch.ts'
import {
  createWebhookDelivery, WEBHOOK_DELIVERY_DEFAULTS, type WebhookDelivery,
} from './deliver/webhooks/delivery.ts'
import { enqueueNotifications } from './deliver/webhooks/outbox.ts'
import { createEndpoints } from './endpoints.ts'
import type { EndpointAdmin } from './http/options.ts'
import { openPages } from './http/pages.ts'
import { optinOf } from './optin-of.ts'
import { openOptinRecords } from './optin/optin.ts'
import { createHttp, type Http } from './http/server.ts'
import { createWebhookIntake, type WebhookIntake } from './intake/webhook.ts'
import { WEBHOOK_DEFAULTS } from './intake/webhook/types.ts'
import type { Log, RunningLog } from './log.ts'
import { createMaps } from './maps.ts'
import { createDecider, type Decider, type DeciderOptions } from './pipeline/create.ts'
import { PIPELINE_DEFAULTS } from './pipeline/pipeline.ts'
import { policyOf } from './policy-of.ts'
import { preventOf } from './prevent-of.ts'
import { readTokenKeys } from './secrets.ts'
import { createGauges, createReadiness } from './health.ts'
import { createSourceAdmin } from './source-admin.ts'
import { createSourceCounts } from './source-counts.ts'
import { createSources, sourceRow, type Health, type Source } from './sources.ts'
import { createKeys, type KeyStore } from './store/keys.ts'
import { openStore } from './store/open.ts'
import type { SourceInput } from './store/sources.ts'
import type { Store } from './store/types.ts'
import { supervise, SUPERVISE_DEFAULTS, type Supervised } from './supervise.ts'
import { stopInOrder } from './stop.ts'

export type ServiceDeps = {
  readonly log: RunningLog
  readonly now: () => number
  /** Variables of the environment that hold secrets. */
  readonly env: Readonly<Record<string, string | undefined>>
}

export type Service = {
  readonly store: Store
  readonly keys: KeyStore
  readonly access: Access
  readonly http: Http | undefined
  /** Where the API listens; undefined where there is none. @throws where the port is taken */
  readonly start: () => Promise<{ readonly host: string; readonly port: number } | undefined>
  /** Takes nothing more, finishes what was begun, and closes; within ten seconds. */
  readonly stop: () => Promise<void>
  /** Reads certificates and the keys of return-path tokens again. */
  readonly reload: () => Promise<void>
}

const DAY_MS = 86_400_000

/** Those that hold now. */
type TokenKeys = {
  readonly get: () => readonly TokenKey[]
  readonly reload: () => Promise<void>
}

/** @throws StoreError, TypeError or Error that says what is wrong */
export async function createService(config: Config, deps: ServiceDeps): Promise<Service> {
  const { log, now, env } = deps
  const read = () => readTokenKeys(config.tokens.keysFile, env['CAROM_TOKEN_KEYS'])
  let keys = await read()
  const tokenKeys = { get: () => keys, reload: async () => { keys = await read() } }
  const { url, ...storeOptions } = config.store
  const opened = await openStore(url, { ...storeOptions, isService: true }, { log, now })
  try {
    return await compose(config, deps, opened, tokenKeys)
  } catch (error) {
    await opened.close()
    throw error
  }
}

async function compose(
  config: Config, { log, now }: ServiceDeps, opened: Store, tokenKeys: TokenKeys,
): Promise<Service> {
  const counts = createSourceCounts({ store: opened, tenant: config.tenant, log, now })
  const store = counts.counted
  const deps: PartDeps = { store, log, now }
  const check = await checkOf(config, deps)
  const delivery = createDelivery(config, deps)
  const [health, behind] = [new Map<string, () => Health>(), new Set<object>()]
  const decider = createDecider(deciderOptions(config, check.keep), {
    ...deps, check: check.answers, hash: check.hash,
    notify: (tx, tenant, notes) => enqueueNotifications(tx, tenant, notes, now()),
    booked: counts.booked, behind,
    changed: (keys) => {
      check.follower.changed(keys)
      if (keys.length > 0) delivery.wake()
    },
    typeOfSource: (id) => types.get(id) ?? 'http',
    healthOf: ({ id, enabled }) => enabled ? health.get(id)?.() ?? 'running' : 'disabled',
  })
  const { pipeline, ledger } = decider
  const wake = (): void => pipeline.wake()
  const sources = createSources(config, {
    ...deps, wake, behind, tokenKeys: tokenKeys.get, alarm: counts.alarm, trouble: counts.trouble,
  })
  const hooks = createHooks(config, { ...deps, wake })
  const rows = sourceRows(config, sources)
  const types = new Map(rows.map(({ id, type }) => [id, type]))
  const parts = sources.map((source) => superviseSource(source, health, log))
  const maps = createMaps(config, { checker: check.checker, ...deps })
  const bouncing = await createBouncing(config, deps)
  const [keys, access] = [createKeys(store, now), accessOf(config, deps)]
  const optin = optinOf(config, decider, deps, { keys: tokenKeys.get, wake: delivery.wake })
  const prevent = preventOf(config, { ...deps, mask: check.mask }, check.answers)
  const status = { store, ledger, pipeline, index: check.index, follower: check.follower, parts }
  const http = !config.http.enabled ? undefined
    : createHttp({
      ...config.http, tenant: config.tenant, hookBytesMax: WEBHOOK_DEFAULTS.bodyBytesMax,
    }, {
      ...deps, ledger, keys, wake, version: manifest.version, receiveHook: hooks.receive,
      endpoints: delivery.endpoints, sources: createSourceAdmin(config, deps), ...bouncing.api,
      prevent, optin: optin.api, optinRecords: openOptinRecords(deps), access, pages: openPages(),
      gauges: createGauges(status), readiness: createReadiness(status),
    })
  const { reputation: { measureAll: measureReputation }, verifyReports } = prevent
  const chores = choresOf(config, decider, { ...deps, measureReputation, verifyReports })
  return {
    store, keys, access, http,
    async start() {
      await counts.register(rows)
      const at = await http?.start()
      void startFollower(check.follower, log)
      for (const part of [counts, pipeline, delivery, maps, hooks, chores]) await part.start()
      await Promise.all([...parts, optin].map((part) => part.start()))
      return at
    },
    stop: () => stopInOrder([
      // First nothing comes in, then what came in is worked off, then told, then closed.
      [...parts, hooks, maps, bouncing, access, prevent.lists, ...http === undefined ? [] : [http]],
      [chores, optin, { stop: decider.close }], [delivery, check.follower, counts],
      [{ stop: () => opened.close() }],
    ], log),
    async reload() {
      http?.reload()
      await tokenKeys.reload()
      for (const source of sources) await source.reload?.()
    },
  }
}

function deciderOptions(config: Config, keep: AddressKeeper | undefined): DeciderOptions {
  const { addresses, guards: { ownDomains, dryRun }, pipeline: { threads, ...pipeline } } = config
  return {
    pipeline: {
      ...PIPELINE_DEFAULTS, ...pipeline, judge: { ...PIPELINE_DEFAULTS.judge, threads },
    },
    apply: { equivalence: addresses, ownDomains, dryRun, keep },
    policy: policyOf(config),
  }
}

function choresOf(
  { retention }: Config, { ledger }: Decider,
  deps: PartDeps & Pick<Parameters<typeof createChores>[1], 'measureReputation' | 'verifyReports'>,
): Chores {
  return createChores({
    rawMs: retention.rawDays * DAY_MS, inboxMs: retention.inboxDays * DAY_MS,
    eventMs: retention.eventDays * DAY_MS, sendMs: retention.sendDays * DAY_MS,
  }, { ...deps, isIdle: async () => (await ledger.backlog()).inputs === 0 })
}

function superviseSource(
  { start, stop, row: { name }, ...source }: Source, health: Map<string, () => Health>, log: Log,
): Supervised {
  const part = supervise({ name, start, stop }, SUPERVISE_DEFAULTS, log)
  health.set(name, () => part.problem() === undefined ? source.health() : 'failing')
  return part
}

function createHooks(
  { sources, tenant, http: { publicUrl } }: Config,
  deps: PartDeps & { readonly wake: () => void },
): WebhookIntake {
  const own = sources.flatMap((source) =>
    source.type === 'webhook' && source.enabled ? [{ ...source, tenant }] : [])
  return createWebhookIntake({ sources: own, publicUrl }, deps)
}

function sourceRows({ sources, tenant, http }: Config, started: readonly Source[]): SourceInput[] {
  return [
    ...started.map(({ row }) => row), ...sources.map((source) => sourceRow(source, tenant)),
    { id: 'http', tenant, type: 'http', name: 'http', settings: '{}', enabled: http.enabled },
  ]
}

async function startFollower(
  { start }: Check['follower'], log: Log,
): Promise<void> {
  await start().catch((error: unknown) => {
    log.error('the addresses to check could not be loaded; the store answers', { error })
  })
}

type PartDeps = Pick<ServiceDeps, 'now' | 'log'> & { readonly store: Store }

function createDelivery({ deliver, privacy }: Config, deps: PartDeps): Delivery {
  const fetch = createSafeFetch({
    ...SAFE_FETCH_DEFAULTS, timeoutMs: deliver.timeoutMs, allowHosts: deliver.allowHosts,
    allowPorts: deliver.allowPorts, allowHttp: deliver.allowHttp,
  })
  const delivery = createWebhookDelivery({
    ...WEBHOOK_DELIVERY_DEFAULTS, concurrency: deliver.concurrency,
    leaseMs: Math.max(WEBHOOK_DELIVERY_DEFAULTS.leaseMs, 2 * deliver.timeoutMs),
    keepDeliveredMs: deliver.keepDeliveredDays * DAY_MS,
    keepDeadMs: deliver.keepDeadDays * DAY_MS,
  }, { ...deps, fetch })
  const isHashed = privacy.addresses === 'hashed'
  const endpoints = createEndpoints({ ...deps, fetch, wake: delivery.wake, isHashed })
  return { ...delivery, endpoints }
}

type Delivery = WebhookDelivery & { readonly endpoints: EndpointAdmin }
