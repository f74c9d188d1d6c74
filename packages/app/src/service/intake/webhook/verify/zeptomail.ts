// ZeptoMail: HMAC-SHA256 in `producer-signature: ts=…;s=…`, over the event as JSON, which may come
// in a form; or the key itself in a header; zoho.com/zeptomail/help/webhooks.html. Its page signs
// the event alone, others sign the time before it: each of them takes the key.

import { readWebhookForm } from '@carom/core'
import type { WebhookRequest } from '../types.ts'
import { decodeSignature, isSigned } from './compare.ts'
import { checkSecret } from './shared.ts'
import { checkTime, refused, signed, type Proof, type Verify, type Window } from './types.ts'

const HEADER = 'producer-signature'
const SIGNATURE = /(?:^|;)\s?s=([^;]{1,500})(?:;|$)/
const TIME = /(?:^|;)\s?ts=(\d{10,14})(?:;|$)/
const ALGORITHM = /(?:^|;)\s?s-algorithm=([^;]{0,40})(?:;|$)/
/** Names under which a form has been seen to hold the event. */
const FIELDS = ['data', 'eventData'] as const

export function verifyZeptoMail(keys: readonly string[], window: Window): Verify {
  return (request) => {
    const header = request.headers[HEADER]
    if (header === undefined) return checkKey(request, keys)
    const time = TIME.exec(header)?.[1]
    const text = SIGNATURE.exec(header)?.[1]
    if ((ALGORITHM.exec(header)?.[1] ?? 'HmacSHA256') !== 'HmacSHA256') {
      return refused('signature-wrong')
    }
    if (text === undefined) return refused('signature-missing')
    if (time === undefined) return refused('timestamp-missing')
    const signature = decodeSignature(withoutPercent(text), 'base64')
    const isTrue = signature !== undefined && eventsOf(request).some((event) =>
      [[event], [time, event]].some((pieces) =>
        isSigned([signature], { algorithm: 'sha256', keys, pieces })))
    if (!isTrue) return refused('signature-wrong')
    const problem = checkTime(Number(time), window)
    return problem === undefined ? signed() : refused(problem)
  }
}

/** Where a hook has no key to sign with, the key can be sent along. */
function checkKey(request: WebhookRequest, keys: readonly string[]): Proof {
  const { authorization } = request.headers
  const isBare = authorization !== undefined && !authorization.includes(' ')
  const headers = isBare
    ? { ...request.headers, authorization: `Bearer ${authorization}` } : request.headers
  const proof = checkSecret({ ...request, headers }, keys)
  return proof.kind === 'refused' && proof.reason === 'credentials-missing'
    ? refused('signature-missing') : proof
}

function eventsOf({ headers, bytes }: WebhookRequest): (string | Uint8Array)[] {
  const contentType = headers['content-type'] ?? ''
  if (!contentType.toLowerCase().includes('form')) return [bytes]
  const form = readWebhookForm({ bytes, contentType })
  return [bytes, ...FIELDS.map((name) => form.get(name)).filter((field) => field !== undefined)]
}

/** The base64 stands there as in a URL. */
function withoutPercent(text: string): string {
  return text.replaceAll(/%2B/gi, '+').replaceAll(/%2F/gi, '/').replaceAll(/%3D/gi, '=')
}
