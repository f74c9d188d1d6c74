// Signatures of outgoing webhooks (Standard Webhooks specification, "Signature scheme"):
// HMAC-SHA256 over id, timestamp and body.

import { createHmac, randomBytes } from 'node:crypto'

const SECRET_PREFIX = 'whsec_'
/** The specification asks for 24 to 64 bytes. */
const SECRET_BYTES = 32
const SECRET_BYTES_MIN = 24
const SECRET_BYTES_MAX = 64

export function newSecret(): string {
  return SECRET_PREFIX + randomBytes(SECRET_BYTES).toString('base64')
}

/** Throws TypeError on what is no secret. */
export function readSecret(secret: string): Uint8Array {
  const text = secret.startsWith(SECRET_PREFIX) ? secret.slice(SECRET_PREFIX.length) : secret
  const key = Buffer.from(text, 'base64')
  const isBase64 = key.toString('base64') === text
  if (!isBase64 || key.length < SECRET_BYTES_MIN || key.length > SECRET_BYTES_MAX) {
    throw new TypeError(
      `secret: write ${SECRET_PREFIX} and then ${SECRET_BYTES_MIN} to ${SECRET_BYTES_MAX} bytes ` +
        'in base64')
  }
  return key
}

export type SignedMessage = {
  /** The same at each attempt: receivers know a message by it that comes twice. */
  readonly id: string
  /** Of the attempt. */
  readonly timestampSeconds: number
  readonly body: string
}

/** The headers; one signature for each secret, so that a secret can be replaced without a gap. */
export function signMessage(
  { id, timestampSeconds, body }: SignedMessage, secrets: readonly string[],
): Record<string, string> {
  const signatures = secrets.map((secret) => 'v1,' + createHmac('sha256', readSecret(secret))
    .update(`${id}.${timestampSeconds}.${body}`).digest('base64'))
  return {
    'webhook-id': id, 'webhook-timestamp': String(timestampSeconds),
    'webhook-signature': signatures.join(' '),
  }
}
