// The bounce of a message as exact bytes: a report with the honest reason (RFC 3464), our mark, and
// a signature where one is set up. The same message, moment and wording give the same bytes.

import { createHash } from 'node:crypto'
import { composeBounce } from '@carom/core'
import type { MessageFacts } from './facts.ts'
import { withoutTraces } from './traces.ts'
import { sealId, TOKEN_FIELD } from './own-token.ts'
import type { PreparedBounce } from './types.ts'
import type { Wording } from './wording.ts'

export type Signing = {
  readonly domain: string; readonly selector: string; readonly privateKey: string
}

export type ComposeRequest = {
  readonly facts: MessageFacts
  readonly bytes: Uint8Array
  /** The envelope sender of the message. */
  readonly to: string
  /** The address of ours that declines the message. */
  readonly recipient: string
  readonly wording: Required<Wording>
  readonly messageBytesMax: number
  readonly host: string
  readonly from: string
  /** Of the marks of our own bounces. */
  readonly key: string
  readonly id: string
  readonly now: number
  readonly signing: Signing | undefined
}

export type ComposedBounce = PreparedBounce & { readonly bytes: Uint8Array }

/** Throws where the core refuses; what it refuses was refused before. */
export async function prepareBounce(request: ComposeRequest): Promise<ComposedBounce> {
  const { facts, to, recipient, wording, host, from, key, id, now, messageBytesMax } = request
  const seed = sealId(key, id)
  const result = composeBounce(withoutTraces(request.bytes, recipient), {
    recipients: [{ address: recipient, reason: wording.reason }],
    language: wording.language, headersOnly: wording.headersOnly, messageBytesMax, host, from,
    seed, returnPath: to, now: new Date(now).toISOString(),
    // What a person lifted was lifted knowingly; the core's final refusals stay.
    allow: ['no-reply-sender'],
    ...(facts.arrivedAt === undefined
      ? {} : { arrivalDate: new Date(facts.arrivedAt).toISOString() }),
  })
  if (result.kind === 'refused') {
    throw new TypeError(result.refusals.map(({ because }) => because).join(' '))
  }
  const marked = Buffer.concat([
    Buffer.from(`${TOKEN_FIELD}: carom.${seed}\r\n`), result.bytes,
  ])
  const bytes = await sign(marked, request)
  return {
    id, to: result.to, messageId: result.messageId, size: bytes.length,
    needsSmtpUtf8: result.needsSmtpUtf8, returned: result.returned, bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
}

/** Signed by our own domain, so that the receiver can tell it from a forged bounce. */
export async function sign(
  bytes: Buffer, { signing, now }: Pick<ComposeRequest, 'signing' | 'now'>,
): Promise<Uint8Array> {
  if (signing === undefined) return bytes
  const { domain: signingDomain, selector, privateKey } = signing
  const key = { signingDomain, selector, privateKey }
  const { dkimSign } = await import('mailauth')
  // Only the list is looked at; its types ask for a single key too.
  const { signatures, errors } = await dkimSign(bytes, {
    ...key, signatureData: [key], canonicalization: 'relaxed/relaxed', signTime: new Date(now),
    strict: true,
  })
  if (signatures === '') {
    throw new Error(`bounce.dkim: ${errors[0]?.err.message ?? 'the key signs nothing'}`)
  }
  return Buffer.concat([Buffer.from(signatures), bytes])
}
