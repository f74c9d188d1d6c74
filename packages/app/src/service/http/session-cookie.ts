// Cookies of the web UI (RFC 6265bis), and whether a request comes from a page of this service.

import { isIP } from 'node:net'

/** What can be said of the service's own address. */
export type OwnAddress = {
  /** Browsers reach the service by https, at least through a proxy. */
  readonly isSecure: boolean
  /** Where `http.publicUrl` says that it is; not where a Host header says. */
  readonly publicOrigin: string | undefined
}

export function readOwnAddress({ publicUrl, tls }: {
  readonly publicUrl?: string | undefined; readonly tls?: object | undefined
}): OwnAddress {
  const url = publicUrl === undefined ? undefined : new URL(publicUrl)
  return {
    isSecure: tls !== undefined || url?.protocol === 'https:', publicOrigin: url?.origin,
  }
}

export type CookieName = 'session' | 'oidc'

/** With the prefix, no other host and no page without https can set it (§4.1.3.2). */
function nameOf(cookie: CookieName, { isSecure }: OwnAddress): string {
  const [plain, bound] = cookie === 'session'
    ? ['carom-session', '__Host-carom'] : ['carom-oidc', '__Host-carom-oidc']
  return isSecure ? bound as string : plain as string
}

// Lax: strict cookies would be missing when the identity provider sends the browser back.
export function formatCookie(
  cookie: CookieName, value: string, maxAgeSeconds: number, own: OwnAddress,
): string {
  return `${nameOf(cookie, own)}=${value}; Path=/; HttpOnly; SameSite=Lax; ` +
    `Max-Age=${Math.max(0, Math.floor(maxAgeSeconds))}${own.isSecure ? '; Secure' : ''}`
}

const COOKIES_CHARS_MAX = 8_192
const VALUE = /^[\w-]{20,100}$/

/** The value of a cookie, where it has the form of one of ours. */
export function readCookie(
  cookie: CookieName, request: Request, own: OwnAddress,
): string | undefined {
  const header = request.headers.get('cookie')
  if (header === null || header.length > COOKIES_CHARS_MAX) return undefined
  const begin = `${nameOf(cookie, own)}=`
  const value = header.split(';').map((pair) => pair.trim())
    .find((pair) => pair.startsWith(begin))?.slice(begin.length)
  return value !== undefined && VALUE.test(value) ? value : undefined
}

/**
 * Whether the browser says that one of our own pages asks; undefined where it says nothing, as
 * programs do. Fetch Metadata cannot be forged by pages; older browsers tell the Origin alone.
 */
export function isOwnPage(request: Request, own: OwnAddress): boolean | undefined {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  const origin = request.headers.get('origin')
  if (origin === null) return undefined
  if (origin === own.publicOrigin) return true
  if (!URL.canParse(origin)) return false
  const { host, hostname } = new URL(origin)
  // A service that knows its name believes no Host header but that of its own machine.
  const isBelieved = own.publicOrigin === undefined || isLoopback(hostname)
  return isBelieved && host === new URL(request.url).host
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]'
}

/** The origin whose pages may use passkeys; browsers want a name, and https unless it is local. */
export function passkeyPage(request: Request, own: OwnAddress): string | undefined {
  const { protocol, hostname, host } = new URL(own.publicOrigin ?? request.url)
  // What a Host header says counts for nothing but the machine itself.
  const isNamed = own.publicOrigin !== undefined && protocol === 'https:' &&
    isIP(hostname.replace(/^\[|\]$/g, '')) === 0
  if (isNamed) return own.publicOrigin
  return hostname === 'localhost' ? `${own.isSecure ? 'https' : 'http'}://${host}` : undefined
}
