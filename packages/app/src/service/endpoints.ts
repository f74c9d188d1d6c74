// Endpoints of what is pushed to others, as the API manages them: webhooks and sending systems.

import { isPlatformId, PLATFORMS, type PlatformId } from './deliver/platforms/platforms.ts'
import { probePlatform, typesOf, type PlatformAccess } from './deliver/platforms/request.ts'
import type { SafeFetch } from './deliver/safe-fetch.ts'
import { readBacklog } from './deliver/webhooks/backlog.ts'
import { listDeadLetters, redeliver } from './deliver/webhooks/dead-letters.ts'
import {
  addEndpoint, changeEndpoint, listEndpoints, readAccess, removeEndpoint, rotateSecret,
} from './deliver/webhooks/endpoints.ts'
import type { EndpointChange, EndpointInput, PlatformInput } from './deliver/webhooks/endpoints.ts'
import { tellAll } from './deliver/webhooks/tell-all.ts'
import type { EndpointAdmin, NewEndpoint, PlatformInfo } from './http/options.ts'
import type { Store } from './store/types.ts'

export type EndpointDeps = {
  readonly store: Store
  readonly now: () => number
  readonly fetch: Pick<SafeFetch, 'checkUrl' | 'fetch'>
  /** There may be something to deliver. */
  readonly wake: () => void
  /** Addresses are kept as hashes, which no sending system knows. */
  readonly isHashed: boolean
}

/** What was asked of an endpoint cannot be; `path` is the field to blame. */
class EndpointError extends Error {
  override readonly name = 'EndpointError'
  readonly path: string

  constructor(path: string, message: string) {
    super(message)
    this.path = path
  }
}

/** URLs are checked at once; an UnsafeUrlError or EndpointError says what is wrong. */
export function createEndpoints(deps: EndpointDeps): EndpointAdmin {
  const { store, now, fetch, wake } = deps
  return {
    platforms: PLATFORM_INFOS,
    list: async (tenant) => Promise.all((await listEndpoints(store, tenant)).map(
      async (endpoint) => ({ ...endpoint, ...await readBacklog(store, endpoint.id) }))),
    async add(tenant, input) {
      fetch.checkUrl(input.url)
      const checked = await checkInput(deps, input)
      const { secrets: [secret], credential: _hidden, ...endpoint } =
        await store.write((tx) => addEndpoint(tx, tenant, checked, now()))
      return { endpoint, ...(secret === undefined ? {} : { secret }) }
    },
    async change(tenant, id, change) {
      if (change.url !== undefined) fetch.checkUrl(change.url)
      await checkChange(deps, await readAccess(store, tenant, id), change)
      const changed = await store.write((tx) =>
        changeEndpoint(tx, tenant, id, { ...change, now: now() }))
      wake()
      return changed
    },
    rotate: (tenant, id) => store.write((tx) => rotateSecret(tx, tenant, id, now())),
    remove: (tenant, id) => store.write((tx) => removeEndpoint(tx, tenant, id)),
    async tellAll(tenant, id) {
      const endpoint = (await listEndpoints(store, tenant)).find((one) => one.id === id)
      if (endpoint === undefined) return undefined
      const count = await tellAll(store, endpoint, now())
      wake()
      return count
    },
    deadLetters: (tenant, page) => listDeadLetters(store, tenant, page),
    async redeliver(tenant, which) {
      const count = await store.write((tx) => redeliver(tx, tenant, which, now()))
      wake()
      return count
    },
  }
}

const PLATFORM_INFOS: readonly PlatformInfo[] = Object.entries(PLATFORMS).flatMap(
  ([id, { name, url, credential, effect }]) =>
    isPlatformId(id) ? [{ id, name, url, credential, effect, types: typesOf(id) }] : [])

async function checkInput(
  { fetch, isHashed }: EndpointDeps, input: NewEndpoint,
): Promise<EndpointInput | PlatformInput> {
  const { platform, credential, list, ...webhook } = input
  if (platform === undefined) {
    if (credential !== undefined) throw new EndpointError('credential', 'webhooks have none')
    if (list !== undefined) throw new EndpointError('list', 'webhooks are told of every list')
    return webhook
  }
  if (!isPlatformId(platform)) {
    throw new EndpointError('platform', `write one of ${Object.keys(PLATFORMS).join(', ')}`)
  }
  if (isHashed) {
    throw new EndpointError('platform', 'addresses are kept as hashes, which it would not know')
  }
  if (credential === undefined) {
    throw new EndpointError('credential', `give it: ${PLATFORMS[platform].credential}`)
  }
  if (webhook.types !== undefined) throw typesFixed(platform)
  await checkAccess(fetch, { platform, credential, url: webhook.url })
  return { ...webhook, platform, credential, ...(list === undefined ? {} : { list }) }
}

async function checkChange(
  { fetch }: EndpointDeps, access: PlatformAccess | undefined, change: EndpointChange,
): Promise<void> {
  if (access === undefined) {
    if (change.credential !== undefined) throw new EndpointError('credential', 'webhooks have none')
    return
  }
  if (change.types !== undefined) throw typesFixed(access.platform)
  const { url = access.url, credential = access.credential } = change
  if (change.url !== undefined || change.credential !== undefined) {
    await checkAccess(fetch, { ...access, url, credential })
  }
}

function typesFixed(platform: PlatformId): EndpointError {
  return new EndpointError('types', `it is told of ${typesOf(platform).join(' and ')} alone`)
}

/** Asks the sending system for something harmless, so that a mistake is told where it was made. */
async function checkAccess(
  fetch: Pick<SafeFetch, 'fetch'>, access: PlatformAccess,
): Promise<void> {
  const problem = await probePlatform(fetch, access)
  if (problem !== undefined) throw new EndpointError(problem.path, problem.message)
}
