// A message that a mail system pipes into a command (aliases, .forward, sieve, procmail), as an
// input, or handed over to a running service.

import { createHash } from 'node:crypto'
import { connect } from 'node:net'
import type { TokenKey } from '@carom/core'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { NewInput } from '../store/types.ts'
import { proofOf } from './return-path.ts'

export type PipedMessage = {
  readonly bytes: Uint8Array
  /** The address that took the message in; a valid token in it proves whom the bounce is about. */
  readonly recipient: string
  /** Envelope sender; empty for the null sender, or where unknown. */
  readonly sender: string
  readonly source: string
  readonly tenant: string
  readonly keys: readonly TokenKey[]
  /** Milliseconds since 1970. */
  readonly receivedAt: number
}

/** `refused`: the service will never take it; `put-off`: it may take it later. */
export type HandedOver =
  | { readonly kind: 'kept' }
  | { readonly kind: 'refused' | 'put-off'; readonly reason: string }

/** Local delivery agents write the envelope before the message, as mbox has it. */
const ENVELOPE_LINE = Buffer.from('From ')
const LF = 10
/** Refusals of HTTP that no later attempt changes: no message, or one that is too large. */
const REFUSED_FOR_GOOD: ReadonlySet<number> = new Set([400, 413, 415, 422])
const LMTP_PORT = 24
const TIMEOUT_MS = 60_000

/** The message without a line `From sender date` in front. */
export function withoutEnvelopeLine(bytes: Buffer): Buffer {
  if (!bytes.subarray(0, ENVELOPE_LINE.length).equals(ENVELOPE_LINE)) return bytes
  const end = bytes.indexOf(LF)
  return end < 0 ? bytes : bytes.subarray(end + 1)
}

/** The same message, piped once more after a failure, has the same key. */
export function buildPipeInput(message: PipedMessage): NewInput {
  const { bytes, recipient, sender, source, tenant, keys, receivedAt } = message
  const { trust, envelope } = proofOf({ recipient, tenant, keys, now: receivedAt })
  const digest = createHash('sha256').update(`${sender}\n${recipient.toLowerCase()}\n`)
    .update(bytes).digest('hex')
  return {
    tenant, source, kind: 'message', transportKey: `pipe:${digest}`, bytes, receivedAt,
    trust,
    envelope: {
      mailFrom: sender, ...(recipient === '' ? {} : { rcptTo: recipient }), ...envelope,
    },
  }
}

/** Posts a message to `/v1/messages` of a service. */
export async function postMessage(
  service: URL, message: PipedMessage, apiKey: string | undefined,
): Promise<HandedOver> {
  const url = new URL('v1/messages', service.href.endsWith('/') ? service : `${service.href}/`)
  url.searchParams.set('source', message.source)
  try {
    const response = await fetch(url, {
      method: 'POST', body: Buffer.from(message.bytes), redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        'content-type': 'message/rfc822',
        ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
      },
    })
    const text = (await response.text()).replace(/\s+/g, ' ').slice(0, 300)
    if (response.ok) return { kind: 'kept' }
    const kind = REFUSED_FOR_GOOD.has(response.status) ? 'refused' : 'put-off'
    return { kind, reason: `${url.host} answered ${response.status} ${text}` }
  } catch (error) {
    const { message: text, cause } = error as Error
    const reason = cause instanceof Error ? cause.message : text
    return { kind: 'put-off', reason: `${url.host}: ${reason}` }
  }
}

/** Delivers a message by LMTP to `lmtp://host:port` or `lmtp:/socket/file`. */
export function deliverByLmtp(service: URL, message: PipedMessage): Promise<HandedOver> {
  return new Promise((resolve) => {
    const place = service.host === ''
      ? { path: service.pathname }
      : { host: service.hostname, port: Number(service.port || LMTP_PORT) }
    const client = new SMTPConnection({
      lmtp: true, ignoreTLS: true, connection: connect(place), socketTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
    })
    const finish = (outcome: HandedOver): void => {
      resolve(outcome)
      client.close()
    }
    const fail = (error: Error & { readonly responseCode?: number | undefined }): void => finish({
      kind: (error.responseCode ?? 0) >= 500 ? 'refused' : 'put-off',
      reason: `${service.href}: ${error.message}`,
    })
    client.once('error', fail)
    client.connect((error) => {
      if (error) return fail(error)
      const envelope = { from: message.sender, to: [message.recipient] }
      client.send(envelope, Buffer.from(message.bytes), (refused, info) => {
        const failure = refused ?? info?.rejectedErrors?.[0]
        if (failure) fail(failure)
        else finish({ kind: 'kept' })
      })
    })
  })
}
