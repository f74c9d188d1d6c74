// Signature Version 4 of AWS, for requests to Amazon SES.

import aws4 from 'aws4'

/** A request as it is sent, before its headers. */
export type Unsigned = { readonly method: string; readonly url: string; readonly body?: string }

/** The region of email.REGION.amazonaws.com, also in China and with FIPS. */
const REGION = /^email(?:-fips)?\.([a-z0-9-]{1,40})\.amazonaws\.com(?:\.cn)?$/
const REGION_DEFAULT = 'us-east-1'

/** Headers that prove the credential `ACCESSKEYID:SECRET`. */
export function signForAws(
  credential: string, { method, url, body }: Unsigned,
): Readonly<Record<string, string>> {
  const { host, hostname, pathname, search } = new URL(url)
  const [accessKeyId = '', secretAccessKey = ''] = credential.split(/:(.*)/s)
  const { headers = {} } = aws4.sign({
    method, host, path: pathname + search, service: 'ses',
    region: REGION.exec(hostname)?.[1] ?? REGION_DEFAULT,
    ...(body === undefined ? {} : { body, headers: { 'content-type': 'application/json' } }),
  }, { accessKeyId, secretAccessKey })
  // Who sends writes the others, with the values that were signed.
  return {
    'authorization': String(headers['Authorization']), 'x-amz-date': String(headers['X-Amz-Date']),
  }
}
