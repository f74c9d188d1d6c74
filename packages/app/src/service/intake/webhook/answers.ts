// Answers to vendors: what each status makes them do. Most try again after anything but 2xx; what
// is said here is chosen so that a mistake in our settings loses nothing, and a forgery gains
// nothing.

import type { WebhookVendor } from '@carom/core'
import type { WebhookAnswer } from './types.ts'
import type { RefusalReason } from './verify/types.ts'

const STATUS: Readonly<Record<RefusalReason, number>> = {
  'address-not-allowed': 403,
  'topic-not-allowed': 403,
  'body-unreadable': 400,
  'certificate-unreachable': 503,
  'certificate-untrusted': 401,
  'credentials-missing': 401,
  'credentials-wrong': 401,
  'nothing-configured': 401,
  'signature-missing': 401,
  'signature-wrong': 401,
  'timestamp-missing': 401,
  'timestamp-old': 401,
  replayed: 401,
}

type Statuses = Readonly<Partial<Record<RefusalReason, number>>>

/** Where another status than that of the table does better. */
const VENDOR_STATUS: Readonly<Partial<Record<WebhookVendor, Statuses>>> = {
  // 406 is its word for "do not try again": time only makes an old token older.
  mailgun: { 'timestamp-old': 406, replayed: 406 },
  // 403 stops its retries for good, which a wrong list of networks should not.
  postmark: { 'address-not-allowed': 401 },
}

export const OK: WebhookAnswer = { status: 200, body: 'ok\n' }

export function refusal(
  vendor: WebhookVendor, reason: RefusalReason, retryAfterSeconds: number,
): WebhookAnswer {
  const status = VENDOR_STATUS[vendor]?.[reason] ?? STATUS[reason]
  const body = `Refused: ${reason}.\n`
  if (status === 503) return { status, headers: { 'retry-after': String(retryAfterSeconds) }, body }
  if (reason !== 'credentials-missing') return { status, body }
  return { status, headers: { 'www-authenticate': 'Basic realm="carom"' }, body }
}

/** We have a trouble of our own: the vendor shall come again. */
export function notNow(retryAfterSeconds: number): WebhookAnswer {
  return {
    status: 503, headers: { 'retry-after': String(retryAfterSeconds) },
    body: 'It could not be kept; send it again.\n',
  }
}
