// One request of a vendor: unpacked, verified, its handshake answered, its events made durable, and
// only then acknowledged. Events of unknown names are kept like all others.

import { createHash } from 'node:crypto'
import { readWebhookHandshake, type WebhookVendor } from '@carom/core'
import type { NewInput } from '../../store/types.ts'
import { notNow, OK, refusal } from './answers.ts'
import { unpackBody, type Unpacked } from './body.ts'
import { answerGet, answerOptions, isEventInUrl, withoutSecrets } from './methods.ts'
import type { WebhookSource } from './source.ts'
import type {
  FetchUrl, WebhookAnswer, WebhookDeps, WebhookOptions, WebhookRequest,
} from './types.ts'
import { confirmationUrl } from './verify/sns-url.ts'
import { trustOf } from './verify/index.ts'
import type { Proof, RefusalReason } from './verify/types.ts'

/** Larger bodies are no handshakes; the largest (SNS) has 2 kB. */
const HANDSHAKE_BYTES_MAX = 16_384
/**
 * Vendors that try an address before it has a key, or with a key of their own; a try has no events.
 */
const TRIES_WITHOUT_KEY: ReadonlySet<WebhookVendor> = new Set(['mandrill', 'mailersend'])
const FORM = 'application/x-www-form-urlencoded'
/** SMTP TLS reports, posted where a record _smtp._tls says so (RFC 8460 §5.4). */
const REPORT_TYPE = /^application\/tlsrpt\+(?:gzip|json) *(?:;|$)/i

export type ReceiveDeps = WebhookDeps & { readonly fetchUrl: FetchUrl }

const BODY_ANSWERS: Readonly<Record<Exclude<Unpacked['kind'], 'body'>, WebhookAnswer>> = {
  'too-large': { status: 413, body: 'The body is larger than is allowed.\n' },
  broken: { status: 400, body: 'The body cannot be unpacked.\n' },
  'unknown-encoding': { status: 415, body: 'Send it with gzip, deflate, br or nothing.\n' },
}

/** Answers 2xx when the events are durable, never before. */
export async function receiveWebhook(
  source: WebhookSource, request: WebhookRequest, options: WebhookOptions, deps: ReceiveDeps,
): Promise<WebhookAnswer> {
  const { vendor } = source.options
  const method = request.method.toUpperCase()
  if (method === 'OPTIONS') return answerOptions(request, vendor)
  const isInUrl = isEventInUrl(request, vendor)
  if ((method === 'GET' || method === 'HEAD') && !(method === 'GET' && isInUrl)) {
    return answerGet(method, vendor)
  }
  if (method !== 'POST' && method !== 'GET') {
    return { status: 405, headers: { allow: 'POST, GET, HEAD, OPTIONS' }, body: 'Use POST.\n' }
  }
  const body = isInUrl ? bodyOfUrl(request) : await unpackBody(request, options.bodyBytesMax)
  if (body.kind !== 'body') return BODY_ANSWERS[body.kind]
  const headers = isInUrl ? { ...request.headers, 'content-type': FORM } : request.headers
  return receiveBody(source, { ...request, headers, bytes: body.bytes }, options, deps)
}

function bodyOfUrl({ url }: WebhookRequest): Unpacked {
  return { kind: 'body', bytes: Buffer.from(withoutSecrets(url)) }
}

async function receiveBody(
  source: WebhookSource, request: WebhookRequest, options: WebhookOptions, deps: ReceiveDeps,
): Promise<WebhookAnswer> {
  const { vendor, name } = source.options
  const handshake = handshakeOf(source, request)
  if (handshake?.kind === 'ping' && TRIES_WITHOUT_KEY.has(vendor)) return OK
  const proof = await source.verify(request)
  if (proof.kind === 'refused') return refuse(source, proof.reason, options, deps)
  if (handshake === undefined) return keep(source, request, proof, options, deps)
  if (handshake.kind === 'azure-validation') {
    return {
      status: 200, headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ validationResponse: handshake.validationCode }),
    }
  }
  if (handshake.kind === 'ping') return OK
  if (source.options.topics?.includes(handshake.topicArn) !== true) {
    return refuse(source, 'topic-not-allowed', options, deps)
  }
  return confirm(handshake, { name, options, deps })
}

function handshakeOf(
  source: WebhookSource, { bytes, headers }: WebhookRequest,
): ReturnType<typeof readWebhookHandshake> {
  if (bytes.length === 0) return { kind: 'ping' }
  if (bytes.length > HANDSHAKE_BYTES_MAX) return undefined
  const contentType = headers['content-type']
  return readWebhookHandshake(
    source.options.vendor, contentType === undefined ? { bytes } : { bytes, contentType })
}

function refuse(
  { options: { vendor, name }, counts }: WebhookSource, reason: RefusalReason,
  options: WebhookOptions, { log, now }: ReceiveDeps,
): WebhookAnswer {
  counts.refused += 1
  counts.lastRefusal = { at: now(), reason }
  log.warn('webhook refused', { source: name, vendor, reason })
  return refusal(vendor, reason, options.retryAfterSeconds)
}

async function keep(
  source: WebhookSource, request: WebhookRequest, proof: Proof,
  options: WebhookOptions, { store, log, now, wake }: ReceiveDeps,
): Promise<WebhookAnswer> {
  const { counts, options: { name, vendor } } = source
  try {
    const { ids } = await store.ingest([inputOf(source, request, proof, now())])
    if (ids[0] === undefined) counts.repeated += 1
    else {
      counts.accepted += 1
      wake()
    }
    return OK
  } catch (error) {
    counts.failed += 1
    log.error('webhook not kept', { source: name, vendor, error })
    return notNow(options.retryAfterSeconds)
  }
}

function inputOf(
  source: WebhookSource, { bytes, headers, ip }: WebhookRequest, proof: Proof, receivedAt: number,
): NewInput {
  const { options } = source
  const { name, tenant, vendor, list, campaign } = options
  const contentType = headers['content-type']
  // Only an id that the signature covers is worth a key: any other could be claimed beforehand.
  const id = (proof.kind === 'proven' ? proof.id : undefined)
    ?? createHash('sha256').update(bytes).digest('hex')
  const isReport = vendor === 'generic' && REPORT_TYPE.test(contentType ?? '')
  // Where reports go is written in the DNS, with any secret in it: to know it proves nothing.
  const trust = isReport ? 0 : trustOf(proof, options)
  return {
    tenant, source: name, kind: isReport ? 'report' : 'webhook', bytes, receivedAt, trust,
    transportKey: `webhook:${vendor}:${name}:${trust}:${id}`,
    envelope: {
      vendor, clientIp: ip,
      ...(contentType === undefined ? {} : { contentType: contentType.slice(0, 300) }),
      ...(list === undefined ? {} : { list }),
      ...(campaign === undefined ? {} : { campaign }),
    },
  }
}

type Subscription = { readonly topicArn: string; readonly subscribeUrl: string }

/** Signature and topic have been checked; what is asked for is put together anew. */
async function confirm(
  { topicArn, subscribeUrl }: Subscription,
  { name, options, deps }: {
    readonly name: string; readonly options: WebhookOptions; readonly deps: ReceiveDeps
  },
): Promise<WebhookAnswer> {
  const url = confirmationUrl(subscribeUrl, topicArn)
  const fields = { source: name, topic: topicArn }
  if (url === undefined) {
    deps.log.warn('SNS asked to confirm with a URL that is not its own', fields)
    return { status: 400, body: 'SubscribeURL is not one of this topic.\n' }
  }
  if (!options.confirmTopics) {
    deps.log.warn('SNS waits for a person to confirm: open the URL', { ...fields, url })
    return OK
  }
  try {
    const { status } = await deps.fetchUrl(url)
    if (status === 200) {
      deps.log.info('SNS subscription confirmed', fields)
      return OK
    }
    deps.log.warn('SNS did not take the confirmation', { ...fields, status })
  } catch (error) {
    deps.log.warn('SNS could not be reached to confirm', { ...fields, error })
  }
  return notNow(options.retryAfterSeconds)
}
