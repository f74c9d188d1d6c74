// The web UI as files: read once, answered from memory, compressed as they were built, under a
// content security policy that lets nothing but themselves run.

import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'

export type Pages = {
  /** Undefined where the API has to answer. */
  readonly answer: (request: Request) => Response | undefined
}

type Encoding = 'br' | 'gzip'

type PageFile = {
  readonly type: string
  readonly plain: Buffer
  readonly packed: ReadonlyMap<Encoding, Buffer>
  /** Its name holds the hash of its content: it is never another. */
  readonly isLasting: boolean
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml', '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
}
const ENCODINGS = [['br', '.br'], ['gzip', '.gz']] as const

/** What stays with the API, whoever asks for it. */
const API_PATH = /^\/(?:v1|hooks|healthz|readyz|metrics|openapi\.json)(?:\/|$)/

const NONCE_SLOT = '__CSP_NONCE__'
const NONCE_BYTES = 18
const LASTING = 'public, max-age=31536000, immutable'

const HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), ' +
    'publickey-credentials-get=(self), publickey-credentials-create=(self)',
}

/** Nothing from elsewhere, no script in the page itself, style elements only with the nonce. */
function policyOf(nonce: string): string {
  return [
    "default-src 'none'", "script-src 'self'", `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:", "connect-src 'self'", "worker-src 'self'", "base-uri 'none'",
    "form-action 'self'", "frame-ancestors 'none'",
  ].join('; ')
}

/** Undefined where the pages were not built: there is an API alone. */
export function openPages(folder: URL = FOLDER): Pages | undefined {
  const files = readFiles(folder)
  return files.has('/index.html') ? { answer: (request) => answer(request, files) } : undefined
}

/** Beside the bundle; where the sources run, where they are built. */
const FOLDER: URL = new URL(
  import.meta.url.endsWith('.ts') ? '../../../../web/dist/' : './web/', import.meta.url)

function readFiles(folder: URL): ReadonlyMap<string, PageFile> {
  const files = new Map<string, PageFile>()
  const paths = listFiles(folder)
  const known = new Set(paths)
  for (const path of paths) {
    const type = TYPES[extname(path)]
    if (type === undefined) continue
    const read = (name: string): Buffer => readFileSync(new URL(name, folder))
    files.set(`/${path}`, {
      type, plain: read(path), isLasting: path.startsWith('assets/'),
      packed: new Map(ENCODINGS.filter(([, end]) => known.has(path + end))
        .map(([encoding, end]) => [encoding, read(path + end)])),
    })
  }
  return files
}

function listFiles(folder: URL): string[] {
  try {
    const root = fileURLToPath(folder)
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(root.length)
        .replaceAll('\\', '/').replace(/^\//, ''))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

function answer(
  request: Request, files: ReadonlyMap<string, PageFile>,
): Response | undefined {
  if (request.method !== 'GET' && request.method !== 'HEAD') return undefined
  const { pathname } = new URL(request.url)
  if (API_PATH.test(pathname)) return undefined
  const file = pathname === '/index.html' ? undefined : files.get(pathname)
  if (file !== undefined) return sendFile(file, request)
  // Every other address is one of the page's own, if it is a page that is asked for.
  const wantsPage = request.headers.get('accept')?.includes('text/html') === true
  const index = files.get('/index.html')
  return wantsPage && index !== undefined ? sendIndex(index, request) : undefined
}

function sendFile({ type, plain, packed, isLasting }: PageFile, request: Request): Response {
  const accepted = request.headers.get('accept-encoding') ?? ''
  const encoding = ENCODINGS.map(([name]) => name)
    .find((name) => packed.has(name) && accepts(accepted, name))
  const bytes = encoding === undefined ? plain : packed.get(encoding) as Buffer
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(bytes), { headers: {
    ...HEADERS, 'content-type': type, 'content-length': String(bytes.length),
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cache-control': isLasting ? LASTING : 'no-cache', 'vary': 'Accept-Encoding',
    ...encoding === undefined ? {} : { 'content-encoding': encoding },
  } })
}

/** RFC 9110 §12.5.3, as far as browsers write it: names, and `;q=0` for what is not wanted. */
function accepts(header: string, encoding: Encoding): boolean {
  return header.split(',').some((one) => {
    const [name = '', ...more] = one.split(';').map((word) => word.trim().toLowerCase())
    return name === encoding && !more.some((word) => /^q=0(?:\.0*)?$/.test(word))
  })
}

function sendIndex({ type, plain }: PageFile, request: Request): Response {
  const nonce = randomBytes(NONCE_BYTES).toString('base64url')
  const page = plain.toString('utf8').replaceAll(NONCE_SLOT, nonce)
  return new Response(request.method === 'HEAD' ? null : page, { headers: {
    ...HEADERS, 'content-type': type, 'cache-control': 'no-store',
    'content-security-policy': policyOf(nonce),
  } })
}
