// Whether a URL that somebody else chose may be asked at all, before any name is resolved.

export type UrlRules = {
  /**
   * Names, addresses and networks on the inside that may be asked; everything else must be public.
   * @default none
   */
  readonly allowHosts: readonly string[]
  /**
   * Ports that may be asked.
   * @default 80 and 443
   */
  readonly allowPorts: readonly number[]
  /**
   * Allow plain http.
   * @default false
   */
  readonly allowHttp: boolean
}

export type RefusalOfUrl =
  | 'url-invalid' | 'url-scheme' | 'url-credentials' | 'url-port' | 'url-too-long' | 'url-private'

/** A request that is not made, or an answer that is not taken. `code` is stable. */
export class UnsafeUrlError extends Error {
  readonly code: RefusalOfUrl

  constructor(code: RefusalOfUrl, message: string) {
    super(message)
    this.name = 'UnsafeUrlError'
    this.code = code
  }
}

const URL_CHARS_MAX = 2_000
const PORTS: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 }

export type SafeUrl = {
  readonly url: URL
  /** Lower case, without brackets and final dot. */
  readonly host: string
  readonly port: number
}

/** Reads a URL under the rules. Throws `UnsafeUrlError`. */
export function readUrl(text: string, rules: UrlRules): SafeUrl {
  if (text.length > URL_CHARS_MAX) {
    throw new UnsafeUrlError('url-too-long', `the URL has more than ${URL_CHARS_MAX} characters`)
  }
  // A URL reader drops line breaks and tabs; nobody means them.
  const url = /[\x00-\x20\x7f\\]/.test(text) || !URL.canParse(text) ? undefined : new URL(text)
  if (url === undefined) throw new UnsafeUrlError('url-invalid', 'this is no URL')
  const defaultPort = PORTS[url.protocol]
  if (defaultPort === undefined) {
    throw new UnsafeUrlError('url-scheme', `${url.protocol} is no scheme for this: write https://`)
  }
  if (url.protocol === 'http:' && !rules.allowHttp) {
    throw new UnsafeUrlError('url-scheme', 'http is not encrypted: write https://, or allow it')
  }
  if (url.username !== '' || url.password !== '') {
    throw new UnsafeUrlError('url-credentials', 'take user and password out of the URL')
  }
  const port = url.port === '' ? defaultPort : Number(url.port)
  if (!rules.allowPorts.includes(port)) {
    throw new UnsafeUrlError(
      'url-port', `port ${port} is not allowed: use ${rules.allowPorts.join(', ')}, or allow it`)
  }
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '').toLowerCase()
  if (host === '') throw new UnsafeUrlError('url-invalid', 'the URL has no host')
  return { url, host, port }
}
