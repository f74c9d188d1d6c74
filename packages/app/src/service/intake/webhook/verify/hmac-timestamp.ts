// HMAC-SHA256 of a time, a dot and the raw body, in hex: Lettermint (`t=…,v1=hex`), useSend
// (`v1=hex`, milliseconds), Emailit (hex).

import type { WebhookRequest } from '../types.ts'
import { decodeSignature, isSigned } from './compare.ts'
import { checkTime, refused, signed, type Verify, type Window } from './types.ts'

type Parts = { readonly time: string | undefined; readonly signature: string | undefined }

type TimestampScheme = {
  readonly read: (headers: WebhookRequest['headers']) => Parts
  readonly unitMs: 1 | 1_000
}

export const TIMESTAMP_SCHEMES: Readonly<Record<string, TimestampScheme>> = {
  lettermint: {
    read: (headers) => {
      const parts = readPairs(headers['x-lettermint-signature'])
      return { time: parts.get('t'), signature: parts.get('v1') }
    },
    unitMs: 1_000,
  },
  usesend: {
    read: (headers) => ({
      time: headers['x-usesend-timestamp'],
      signature: readPairs(headers['x-usesend-signature']).get('v1'),
    }),
    unitMs: 1,
  },
  emailit: {
    read: (headers) => ({
      time: headers['x-emailit-timestamp'], signature: headers['x-emailit-signature'],
    }),
    unitMs: 1_000,
  },
}

export function verifyHmacTimestamp(
  scheme: TimestampScheme, keys: readonly string[], window: Window,
): Verify {
  return ({ headers, bytes }) => {
    const { time, signature: text } = scheme.read(headers)
    if (text === undefined || text === '') return refused('signature-missing')
    if (time === undefined || !/^\d{9,14}$/.test(time)) return refused('timestamp-missing')
    const signature = decodeSignature(text, 'hex')
    if (signature === undefined) return refused('signature-wrong')
    const pieces = [`${time}.`, bytes]
    if (!isSigned([signature], { algorithm: 'sha256', keys, pieces })) {
      return refused('signature-wrong')
    }
    const problem = checkTime(Number(time) * scheme.unitMs, window)
    return problem === undefined ? signed() : refused(problem)
  }
}

/** `a=1,b=2`; of a name that stands twice the first counts. */
function readPairs(value: string | undefined): Map<string, string> {
  const pairs = new Map<string, string>()
  for (const pair of (value ?? '').slice(0, 2_000).split(',')) {
    const equals = pair.indexOf('=')
    const name = pair.slice(0, equals).trim()
    if (equals > 0 && !pairs.has(name)) pairs.set(name, pair.slice(equals + 1).trim())
  }
  return pairs
}
