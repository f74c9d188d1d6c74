// Delivers the outbox of a store until it is killed: `delivery-child.ts STORE PORT`.

import { createSafeFetch, SAFE_FETCH_DEFAULTS } from '../../../src/service/deliver/safe-fetch.ts'
import {
  createWebhookDelivery, WEBHOOK_DELIVERY_DEFAULTS,
} from '../../../src/service/deliver/webhooks/delivery.ts'
import { SILENT_LOG } from '../../../src/service/log.ts'
import { openStore } from '../../../src/service/store/open.ts'

const [url = '', port = ''] = process.argv.slice(2)
const store = await openStore(url, {}, { log: SILENT_LOG, now: Date.now })
const fetch = createSafeFetch({
  ...SAFE_FETCH_DEFAULTS, allowHosts: ['127.0.0.1'], allowPorts: [Number(port)], allowHttp: true,
})
const delivery = createWebhookDelivery(
  { ...WEBHOOK_DELIVERY_DEFAULTS, pollMs: 20, leaseMs: 2_000 },
  { store, log: SILENT_LOG, now: Date.now, fetch })
await delivery.start()
