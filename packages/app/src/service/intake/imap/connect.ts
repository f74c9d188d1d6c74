// One IMAP connection (RFC 9051) with every limit set, and without what only widens the surface.

import { MESSAGE_BYTES_MAX } from '@carom/core'
import type { ImapFlow, ImapFlowOptions } from 'imapflow'
import { FRAME_BYTES_MAX, RESPONSE_TOKENS_MAX, SERVER_LINE_BYTES_MAX } from '../mailbox/limits.ts'
import { tlsOptions } from '../mailbox/server.ts'
import type { ImapOptions } from './options.ts'

/** Connects and logs in; the caller closes. Rejects with what the server or the network said. */
export async function connectImap(options: ImapOptions, signal: AbortSignal): Promise<ImapFlow> {
  // Loaded where there is a mailbox to read: it takes memory of every service otherwise.
  const { ImapFlow } = await import('imapflow')
  const client = new ImapFlow(await clientOptions(options))
  // An error after the connection stood is followed by `close`, which the watcher sees.
  client.on('error', () => undefined)
  const close = (): void => client.close()
  signal.addEventListener('abort', close, { once: true })
  const forget = (): void => signal.removeEventListener('abort', close)
  client.once('close', forget)
  // The greeting, the upgrade and the login may each take their time, but not for ever.
  const timer = setTimeout(close, 3 * options.connectTimeoutMs)
  try {
    signal.throwIfAborted()
    await client.connect()
    return client
  } catch (error) {
    client.close()
    forget()
    throw error
  } finally {
    clearTimeout(timer)
  }
}

async function clientOptions(options: ImapOptions): Promise<ImapFlowOptions> {
  const { security, accessToken, user, password } = options
  const token = typeof accessToken === 'function' ? await accessToken() : accessToken
  return {
    host: options.host,
    port: options.port ?? (security === 'tls' ? 993 : 143),
    secure: security === 'tls',
    // Never "if the server offers it": whoever sits between could take the offer away (T17).
    doSTARTTLS: security === 'starttls',
    tls: tlsOptions(options),
    ...(options.serverName === undefined ? {} : { servername: options.serverName }),
    auth: token === undefined ? { user, pass: password } : { user, accessToken: token },
    clientInfo: { name: 'Carom' },
    logger: false,
    disableAutoIdle: true,
    // Compression, BINARY and the second revision add parsers that reading mail has no use for.
    disableCompression: true,
    disableBinary: true,
    disableIMAP4rev2: true,
    maxIdleTime: options.idlePollMs,
    connectionTimeout: options.connectTimeoutMs,
    greetingTimeout: options.connectTimeoutMs,
    socketTimeout: options.silenceTimeoutMs,
    maxLineLength: SERVER_LINE_BYTES_MAX,
    maxLiteralSize: MESSAGE_BYTES_MAX + FRAME_BYTES_MAX,
    maxResponseSize: 2 * MESSAGE_BYTES_MAX,
    maxResponseTokens: RESPONSE_TOKENS_MAX,
  }
}
