// The way to a POP3 server: TLS from the first byte, or plain, and from plain to TLS (RFC 2595 §4).

import { once } from 'node:events'
import { connect as connectPlain } from 'node:net'
import type { Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { tlsOptions } from '../mailbox/server.ts'
import type { MailServerOptions } from '../mailbox/server.ts'

/** A connected socket, which the signal destroys as long as it is not ready. */
export async function openSocket(
  options: MailServerOptions, signal: AbortSignal,
): Promise<Socket> {
  const { host, security } = options
  const isTls = security === 'tls'
  const port = options.port ?? (isTls ? 995 : 110)
  const socket = isTls
    ? connectTls({ host, port, ...tlsOptions(options) })
    : connectPlain({ host, port })
  await untilReady(socket, isTls ? 'secureConnect' : 'connect', options, signal)
  return socket
}

/** TLS over a socket that nobody reads from any more. */
export async function upgradeSocket(
  plain: Socket, options: MailServerOptions, signal: AbortSignal,
): Promise<Socket> {
  plain.setTimeout(0)
  const socket = connectTls({ socket: plain, ...tlsOptions(options) })
  plain.once('error', (error) => socket.destroy(error))
  plain.once('close', () => socket.destroy())
  await untilReady(socket, 'secureConnect', options, signal)
  return socket
}

async function untilReady(
  socket: Socket, event: string, options: MailServerOptions, signal: AbortSignal,
): Promise<void> {
  const { connectTimeoutMs, silenceTimeoutMs } = options
  const late = AbortSignal.timeout(connectTimeoutMs)
  try {
    await once(socket, event, { signal: AbortSignal.any([signal, late]) })
  } catch (error) {
    // An error that comes after this one has nobody to tell.
    socket.on('error', () => undefined)
    socket.destroy()
    if (late.aborted) throw new Error(`no connection in ${connectTimeoutMs} ms`, { cause: error })
    throw error
  }
  socket.setTimeout(silenceTimeoutMs, () => {
    socket.destroy(new Error(`the server was silent for ${silenceTimeoutMs} ms`))
  })
}
