// Svix and Standard Webhooks (standardwebhooks.com): HMAC-SHA256 over id, time and raw body;
// several signatures while a key is changed. Resend, and whoever writes a hook of his own.

import { decodeSignature, isSigned } from './compare.ts'
import { checkTime, refused, signed, type Verify, type Window } from './types.ts'

/** Signatures that are looked at; two stand there while a key is changed. */
const SIGNATURES_MAX = 10
const ID_CHARS_MAX = 200

export function verifyStandardWebhooks(secrets: readonly string[], window: Window): Verify {
  const keys = secrets.map(keyOf)
  return ({ headers, bytes }) => {
    const id = headers['svix-id'] ?? headers['webhook-id']
    const time = headers['svix-timestamp'] ?? headers['webhook-timestamp']
    const list = headers['svix-signature'] ?? headers['webhook-signature']
    if (list === undefined || id === undefined || id === '' || id.length > ID_CHARS_MAX) {
      return refused('signature-missing')
    }
    if (time === undefined || !/^\d{9,12}$/.test(time)) return refused('timestamp-missing')
    const signatures = list.split(' ', SIGNATURES_MAX).flatMap((entry) => {
      const signature = entry.startsWith('v1,')
        ? decodeSignature(entry.slice(3), 'base64') : undefined
      return signature === undefined ? [] : [signature]
    })
    const pieces = [`${id}.${time}.`, bytes]
    if (!isSigned(signatures, { algorithm: 'sha256', keys, pieces })) {
      return refused('signature-wrong')
    }
    const problem = checkTime(Number(time) * 1_000, window)
    return problem === undefined ? signed(id) : refused(problem)
  }
}

/** The bytes after `whsec_`; a secret without it is base64 as well. */
function keyOf(secret: string): Buffer {
  return Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
}
