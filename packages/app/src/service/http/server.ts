// The API on a port: node:http or node:https, limits of connections, graceful stop.

import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { createApp } from './app.ts'
import { createFastCheck } from './fast-check.ts'
import type { HttpDeps, HttpOptions } from './options.ts'
import { problemResponse } from './problems.ts'

export type Http = {
  /** One request, without a port; for tests and for those who bring their own server. */
  readonly fetch: (request: Request) => Promise<Response>
  readonly start: () => Promise<{ readonly host: string; readonly port: number }>
  /** Ends streams, finishes what was begun, and cuts off the rest after `graceMs`. */
  readonly stop: (graceMs?: number) => Promise<void>
  /** Reads the certificate again. @throws where it cannot be read */
  readonly reload: () => void
  readonly document: () => object
}

/** Time in which a request's header must be there. */
const HEADERS_TIMEOUT_MS = 10_000
/** Longer than load balancers keep idle connections, so that they close first. */
const KEEP_ALIVE_MS = 75_000
const GRACE_MS = 7_000

export function createHttp(options: HttpOptions, deps: HttpDeps): Http {
  const app = createApp(options, deps)
  const fast = createFastCheck(app, deps.ledger)
  let stopping = false
  const listener = getRequestListener(async (request, env) => {
    const { incoming, outgoing } = env as HttpBindings
    if (stopping) outgoing.setHeader('connection', 'close')
    return await app.fetch(request, { ip: incoming.socket.remoteAddress })
  }, { overrideGlobalObjects: false, errorHandler: (error) => {
    deps.log.error('a request failed', { error })
    return problemResponse('internal-error')
  } })
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    if (stopping || !fast(request, response)) void listener(request, response)
  }
  const server = openServer(options, answer)
  return {
    fetch: (request) => app.fetch(request),
    document: app.document,
    start: () => listen(server, options),
    async stop(graceMs = GRACE_MS) {
      stopping = true
      for (const end of app.streams.open) end()
      if (!server.listening) return
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      const timer = setTimeout(() => server.closeAllConnections(), graceMs)
      await closed
      clearTimeout(timer)
    },
    reload() {
      if (options.tls !== undefined) (server as SecureServer).setSecureContext(readTls(options.tls))
    },
  }
}

function openServer(
  options: HttpOptions, answer: (request: IncomingMessage, response: ServerResponse) => void,
): Server | SecureServer {
  const limits = {
    requestTimeout: options.requestTimeoutMs, keepAliveTimeout: KEEP_ALIVE_MS,
    headersTimeout: Math.min(HEADERS_TIMEOUT_MS, options.requestTimeoutMs),
    noDelay: true,
  }
  const server = options.tls === undefined
    ? createServer(limits, answer)
    : createSecureServer({ ...limits, ...readTls(options.tls), minVersion: 'TLSv1.2' }, answer)
  server.maxConnections = options.connectionsMax
  return server
}

function readTls({ certFile, keyFile }: NonNullable<HttpOptions['tls']>) {
  return { cert: readFileSync(certFile), key: readFileSync(keyFile) }
}

async function listen(
  server: Server | SecureServer, { host, port }: HttpOptions,
): Promise<{ readonly host: string; readonly port: number }> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  return { host, port: (server.address() as AddressInfo).port }
}
