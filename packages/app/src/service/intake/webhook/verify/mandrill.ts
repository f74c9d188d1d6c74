// Mandrill: HMAC-SHA1 over the URL as it was given and the parameters sorted by name;
// mailchimp.com/developer/transactional/guides/track-respond-activity-webhooks.

import type { WebhookRequest } from '../types.ts'
import { decodeSignature, isSigned } from './compare.ts'
import { refused, signed, type Verify } from './types.ts'

/** Mandrill sends one; sorting a million would take a second. */
const PARAMETERS_MAX = 50

export type MandrillOptions = {
  readonly keys: readonly string[]
  /** `https://bounces.example.com`, without a path. */
  readonly publicUrl: string | undefined
  readonly user: string | undefined
  readonly password: string | undefined
}

export function verifyMandrill(options: MandrillOptions): Verify {
  return (request) => {
    const signature = decodeSignature(request.headers['x-mandrill-signature'], 'base64')
    if (signature === undefined) return refused('signature-missing')
    const body = Buffer.from(request.bytes).toString()
    if (body.split('&', PARAMETERS_MAX + 1).length > PARAMETERS_MAX) {
      return refused('body-unreadable')
    }
    const parameters = [...new URLSearchParams(body)]
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([name, value]) => name + value).join('')
    const { keys } = options
    const isTrue = urlsOf(request, options).some((url) =>
      isSigned([signature], { algorithm: 'sha1', keys, pieces: [url, parameters] }))
    return isTrue ? signed() : refused('signature-wrong')
  }
}

// The vendor signs the URL that it was given, which we see without scheme, host and password. Names
// that the request itself claims may be tried: without the key none of them gives a signature.
function urlsOf({ headers, url }: WebhookRequest, options: MandrillOptions): string[] {
  const host = headers['x-forwarded-host'] ?? headers['host']
  const bases = [options.publicUrl?.replace(/\/{1,9}$/, ''), host && `https://${host}`]
    .filter((base) => base !== undefined && base !== '')
  const { user, password } = options
  return bases.flatMap((base) => {
    const whole = `${base}${url}`
    if (user === undefined || password === undefined) return [whole]
    return [whole, whole.replace('://', `://${user}:${password}@`)]
  })
}
