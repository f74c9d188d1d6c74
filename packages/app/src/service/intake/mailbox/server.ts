// Where a mail server is and how the way to it is protected (RFC 8314: TLS from the first byte).

import { isIP } from 'node:net'
import type { ConnectionOptions } from 'node:tls'

export type MailServerOptions = {
  readonly host: string
  /** Default: the protocol's own for the kind of security. */
  readonly port?: number
  /**
   * `tls` speaks TLS from the first byte, `starttls` insists on the upgrade before anything is
   * said, `plain` needs `allowPlain`.
   */
  readonly security: 'tls' | 'starttls' | 'plain'
  /** Allows `plain`, and that to this machine only. */
  readonly allowPlain: boolean
  /** The name the certificate must have, where it is not the host's. */
  readonly serverName?: string
  /** Certificates (PEM) of an own authority, instead of the system's. */
  readonly certificateAuthority?: string
  readonly connectTimeoutMs: number
  /** A server that is silent for so long during a command is given up. */
  readonly silenceTimeoutMs: number
}

/** Throws a TypeError where the way would be open to listeners. */
export function checkServer(options: MailServerOptions): void {
  const { host, port } = options
  if (host === '') throw new TypeError('host is empty; name the mail server')
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
    throw new TypeError(`${host}: port must be a number from 1 to 65535`)
  }
  if (options.security !== 'plain') return
  if (!options.allowPlain) {
    throw new TypeError(`${host}: without TLS the password can be read; use tls or starttls`)
  }
  if (!isLoopback(host)) {
    throw new TypeError(`${host}: plain is for this machine only; use tls or starttls`)
  }
}

export function tlsOptions(options: MailServerOptions): ConnectionOptions {
  const { serverName, host, certificateAuthority } = options
  // A server name may not be an address (RFC 6066 §3).
  const name = serverName ?? (isIP(host) === 0 ? host : undefined)
  return {
    minVersion: 'TLSv1.2',
    rejectUnauthorized: true,
    ...(name === undefined ? {} : { servername: name }),
    ...(certificateAuthority === undefined ? {} : { ca: certificateAuthority }),
  }
}

const TLS_CODE = /^(?:ERR_SSL_|ERR_TLS_|CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_)/

/** Why there is no protected connection, in words; undefined where that is not the trouble. */
export function tlsProblem(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const code = String((error as { readonly code?: unknown }).code)
  if (!TLS_CODE.test(code)) return undefined
  return code === 'ERR_SSL_WRONG_VERSION_NUMBER' || code === 'ERR_SSL_PACKET_LENGTH_TOO_LONG'
    ? 'what answers there speaks no TLS; is it the right port, or for security: starttls?'
    : `${error.message} (${code})`
}

/** Names and addresses that lead nowhere but to this machine. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}
