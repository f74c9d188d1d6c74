// Mailgun: HMAC-SHA256 over a time and a token that stand in the body. The body itself is not
// covered, so a token counts once;
// documentation.mailgun.com/docs/mailgun/user-manual/webhooks/securing-webhooks.

import { createHash } from 'node:crypto'
import { readWebhookForm } from '@carom/core'
import type { WebhookRequest } from '../types.ts'
import { decodeSignature, isSigned } from './compare.ts'
import { checkTime, refused, signed, type Verify, type Window } from './types.ts'

/** Tokens remembered; the inbox knows all of them, this only tells replays from retries. */
const TOKENS_MAX = 20_000

type Triple = {
  readonly timestamp: string
  readonly token: string
  readonly signatures: readonly string[]
}

export function verifyMailgun(keys: readonly string[], window: Window): Verify {
  const bodies = new Map<string, string>()
  return (request) => {
    const triple = readTriple(request)
    if (triple === undefined) return refused('signature-missing')
    const { timestamp, token } = triple
    if (!/^\d{9,12}$/.test(timestamp)) return refused('timestamp-missing')
    if (!/^[\w-]{16,100}$/.test(token)) return refused('signature-wrong')
    const signatures = triple.signatures.flatMap((text) => decodeSignature(text, 'hex') ?? [])
    if (!isSigned(signatures, { algorithm: 'sha256', keys, pieces: [timestamp + token] })) {
      return refused('signature-wrong')
    }
    const problem = checkTime(Number(timestamp) * 1_000, window)
    if (problem !== undefined) return refused(problem)
    const digest = createHash('sha256').update(request.bytes).digest('base64')
    const known = bodies.get(token)
    if (known !== undefined && known !== digest) return refused('replayed')
    remember(bodies, token, digest)
    return signed(token)
  }
}

function remember(bodies: Map<string, string>, token: string, digest: string): void {
  bodies.set(token, digest)
  if (bodies.size <= TOKENS_MAX) return
  for (const oldest of bodies.keys()) {
    bodies.delete(oldest)
    return
  }
}

function readTriple({ headers, bytes }: WebhookRequest): Triple | undefined {
  const first = bytes.find((byte) => byte > 32)
  const fields = first === 0x7b ? readJsonTriple(bytes) : readFormTriple(headers, bytes)
  if (fields === undefined) return undefined
  const { timestamp, token, signature, parent } = fields
  const signatures = [signature, parent].filter((text) => typeof text === 'string')
  if (typeof token !== 'string' || signatures.length === 0) return undefined
  return { timestamp: String(timestamp), token, signatures }
}

type Fields = Readonly<Record<'timestamp' | 'token' | 'signature' | 'parent', unknown>>

function readJsonTriple(bytes: Uint8Array): Fields | undefined {
  try {
    const value = JSON.parse(Buffer.from(bytes).toString()) as { signature?: unknown } | null
    const found = value?.signature
    if (typeof found !== 'object' || found === null) return undefined
    const { timestamp, token, signature, ...more } = found as Record<string, unknown>
    return { timestamp, token, signature, parent: more['parent-signature'] }
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function readFormTriple(headers: WebhookRequest['headers'], bytes: Uint8Array): Fields {
  const contentType = headers['content-type']
  // Not the platform's own reader: that one takes seconds for a megabyte of separators.
  const form = readWebhookForm(contentType === undefined ? { bytes } : { bytes, contentType })
  return {
    timestamp: form.get('timestamp'), token: form.get('token'),
    signature: form.get('signature'), parent: form.get('parent-signature'),
  }
}
