// What vendors ask with other methods than POST: whether the address is theirs to use (Mandrill and
// Mailchimp by HEAD or GET, CloudEvents by OPTIONS), and events in the URL (Elastic Email).

import type { WebhookVendor } from '@carom/core'
import type { WebhookAnswer, WebhookRequest } from './types.ts'

/** Parameters in which a secret may stand: they are not kept with the event. */
const SECRET_PARAMETERS: ReadonlySet<string> = new Set(['token', 'secret', 'code'])
const ORIGIN_CHARS_MAX = 300

/** Elastic Email sends an event as the parameters of a GET, or of a POST without a body. */
export function isEventInUrl({ url, bytes }: WebhookRequest, vendor: WebhookVendor): boolean {
  return vendor === 'elastic-email' && bytes.length === 0 && /[?&]status=/.test(url)
}

/** The parameters of the event, as the vendor wrote them. */
export function withoutSecrets(url: string): string {
  return url.slice(url.indexOf('?') + 1).split('&')
    .filter((field) => !SECRET_PARAMETERS.has(field.split('=', 1)[0] ?? '')).join('&')
}

export function answerGet(method: string, vendor: WebhookVendor): WebhookAnswer {
  return method === 'HEAD'
    ? { status: 200 } : { status: 200, body: `Webhooks of ${vendor} are taken here by POST.\n` }
}

/** The abuse protection of CloudEvents (github.com/cloudevents/spec http-webhook.md §4). */
export function answerOptions({ headers }: WebhookRequest, vendor: WebhookVendor): WebhookAnswer {
  const origin = headers['webhook-request-origin']
  const isAsked = vendor === 'azure' && origin !== undefined && origin.length <= ORIGIN_CHARS_MAX
    && /^[\w.:/-]+$/.test(origin)
  if (!isAsked) return { status: 204, headers: { allow: 'POST, GET, HEAD, OPTIONS' } }
  return {
    status: 200, headers: { 'webhook-allowed-origin': origin, 'webhook-allowed-rate': '*' },
  }
}
