// HMAC-SHA256 of the raw body in one header: MailerSend, Mailtrap, Hyvor Relay, Forward Email (hex)
// and EmailEngine (base64url). No time is signed: a body that comes again changes nothing.

import { decodeSignature, isSigned } from './compare.ts'
import { refused, signed, type Verify } from './types.ts'

type BodyScheme = {
  readonly header: string
  readonly encoding: 'hex' | 'base64url'
}

export const BODY_SCHEMES: Readonly<Record<string, BodyScheme>> = {
  mailersend: { header: 'signature', encoding: 'hex' },
  mailtrap: { header: 'mailtrap-signature', encoding: 'hex' },
  'hyvor-relay': { header: 'x-signature', encoding: 'hex' },
  'forward-email': { header: 'x-webhook-signature', encoding: 'hex' },
  emailengine: { header: 'x-ee-wh-signature', encoding: 'base64url' },
}

export function verifyHmacBody({ header, encoding }: BodyScheme, keys: readonly string[]): Verify {
  return ({ headers, bytes }) => {
    const text = headers[header]
    if (text === undefined || text === '') return refused('signature-missing')
    const signature = decodeSignature(text.trim().replace(/^sha256=/, ''), encoding)
    if (signature === undefined) return refused('signature-wrong')
    return isSigned([signature], { algorithm: 'sha256', keys, pieces: [bytes] })
      ? signed() : refused('signature-wrong')
  }
}
