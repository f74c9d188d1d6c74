// The web UI as files: read once, answered from memory, compressed as they were built, under a
// content security policy that lets nothing but themselves run.

import { randomBytes } from 'node:crypto'
import { readPageFiles, type Encoding, type PageFile } from './page-files.ts'

export type Pages = {
  /** Undefined where the API has to answer. */
  readonly answer: (request: Request) => Response | undefined
}

/** What stays with the API, whoever asks for it. */
const API_PATH = /^\/(?:v1|hooks|healthz|readyz|metrics|openapi\.json|optin)(?:\/|$)/

const NONCE_SLOT = '__CSP_NONCE__'
const NONCE_BYTES = 18
const LASTING = 'public, max-age=31536000, immutable'

const HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'accelerometer=(), camera=(), display-capture=(), geolocation=(), ' +
    'gyroscope=(), hid=(), microphone=(), midi=(), payment=(), serial=(), usb=(), ' +
    'publickey-credentials-get=(self), publickey-credentials-create=(self)',
}

const NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** Nothing from elsewhere, no script in the page itself, style elements only with the nonce. */
function policyOf(nonce: string): string {
  return [
    "default-src 'none'", "script-src 'self'", `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:", "font-src 'self'", "connect-src 'self'", "worker-src 'self'",
    "manifest-src 'self'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
  ].join('; ')
}

/** The pages of a folder; where they were not built, a page that says how to. */
export function openPages(folder: URL = FOLDER): Pages {
  const files = readPageFiles(folder)
  const index = files.get('/index.html')
  return {
    answer(request) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return undefined
      const { pathname } = new URL(request.url)
      if (API_PATH.test(pathname)) return undefined
      // By name alone: no path is made of what was asked.
      const file = pathname === '/index.html' ? undefined : files.get(pathname)
      if (file !== undefined) return sendFile(file, request)
      // Every other address is one of the page's own, if it is a page that is asked for.
      const wantsPage = request.headers.get('accept')?.includes('text/html') === true
      if (!wantsPage) return undefined
      return index === undefined ? sendMissing() : sendIndex(index, request)
    },
  }
}

/** Beside the bundle; where the sources run, where they are built. */
const FOLDER: URL = new URL(
  import.meta.url.endsWith('.ts') ? '../../../../web/dist/' : './web/', import.meta.url)

function sendFile({ type, plain, packed, tag, ...file }: PageFile, request: Request): Response {
  const accepted = request.headers.get('accept-encoding') ?? ''
  const encoding = [...packed.keys()].find((name) => accepts(accepted, name))
  const bytes = encoding === undefined ? plain : packed.get(encoding) as Uint8Array
  const etag = `"${tag}${encoding === undefined ? '' : `-${encoding}`}"`
  const headers = {
    ...HEADERS, etag, 'cache-control': file.isLasting ? LASTING : 'no-cache',
    'vary': 'Accept-Encoding', 'content-security-policy': framed(file.policy),
    ...file.isShared ? { 'cross-origin-resource-policy': 'cross-origin' } : {},
  }
  if (isKnown(request, etag)) return new Response(null, { status: 304, headers })
  return new Response(request.method === 'HEAD' ? null : Uint8Array.from(bytes), { headers: {
    ...headers, 'content-type': type, 'content-length': String(bytes.length),
    ...encoding === undefined ? {} : { 'content-encoding': encoding },
  } })
}

/** The policy that a page states itself, and what such a page cannot state (CSP 3 §3.3). */
function framed(own: string | undefined): string {
  return own === undefined ? NOTHING : `${own}; frame-ancestors 'none'`
}

/** RFC 9110 §12.5.3, as far as browsers write it: names, and `;q=0` for what is not wanted. */
function accepts(header: string, encoding: Encoding): boolean {
  return header.split(',').some((one) => {
    const [name = '', ...more] = one.split(';').map((word) => word.trim().toLowerCase())
    return name === encoding && !more.some((word) => /^q=0(?:\.0*)?$/.test(word))
  })
}

/** RFC 9110 §13.1.2. */
function isKnown(request: Request, etag: string): boolean {
  const known = request.headers.get('if-none-match') ?? ''
  return known.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
}

function sendIndex({ type, plain }: PageFile, request: Request): Response {
  const nonce = randomBytes(NONCE_BYTES).toString('base64url')
  const page = Buffer.from(plain).toString('utf8').replaceAll(NONCE_SLOT, nonce)
  return new Response(request.method === 'HEAD' ? null : page, { headers: {
    ...HEADERS, 'content-type': type, 'cache-control': 'no-store',
    'content-security-policy': policyOf(nonce),
  } })
}

const MISSING = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Carom</title>
<h1>The pages are not built</h1>
<p>Carom runs, and its API answers at <a href="/openapi.json">/v1</a>. To build the pages, run
<code>npm ci &amp;&amp; npm run build</code> in the folder of the sources, and start Carom again.</p>
</html>
`

function sendMissing(): Response {
  return new Response(MISSING, { status: 503, headers: {
    ...HEADERS, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store',
    'content-security-policy': NOTHING,
  } })
}
