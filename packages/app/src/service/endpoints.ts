// Endpoints of outgoing webhooks, as the API manages them.

import type { SafeFetch } from './deliver/safe-fetch.ts'
import { readBacklog } from './deliver/webhooks/backlog.ts'
import { listDeadLetters, redeliver } from './deliver/webhooks/dead-letters.ts'
import {
  addEndpoint, changeEndpoint, listEndpoints, removeEndpoint, rotateSecret,
} from './deliver/webhooks/endpoints.ts'
import type { EndpointAdmin } from './http/options.ts'
import type { Store } from './store/types.ts'

/** URLs are checked at once; an UnsafeUrlError says what is wrong with one. */
export function createEndpoints({ store, now, fetch, wake }: {
  readonly store: Store; readonly now: () => number
  readonly fetch: Pick<SafeFetch, 'checkUrl'>
  /** There may be something to deliver. */
  readonly wake: () => void
}): EndpointAdmin {
  return {
    list: async (tenant) => Promise.all((await listEndpoints(store, tenant)).map(
      async (endpoint) => ({ ...endpoint, ...await readBacklog(store, endpoint.id) }))),
    async add(tenant, input) {
      fetch.checkUrl(input.url)
      const { secrets, ...endpoint } =
        await store.write((tx) => addEndpoint(tx, tenant, input, now()))
      return { endpoint, secret: secrets[0] as string }
    },
    async change(tenant, id, change) {
      if (change.url !== undefined) fetch.checkUrl(change.url)
      const changed = await store.write((tx) =>
        changeEndpoint(tx, tenant, id, { ...change, now: now() }))
      wake()
      return changed
    },
    rotate: (tenant, id) => store.write((tx) => rotateSecret(tx, tenant, id, now())),
    remove: (tenant, id) => store.write((tx) => removeEndpoint(tx, tenant, id)),
    deadLetters: (tenant, page) => listDeadLetters(store, tenant, page),
    async redeliver(tenant, which) {
      const count = await store.write((tx) => redeliver(tx, tenant, which, now()))
      wake()
      return count
    },
  }
}
