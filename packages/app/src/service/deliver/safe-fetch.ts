// HTTP requests to URLs that others chose, made so that they reach nothing on the inside (SSRF):
// resolved once, checked, connected to the checked address, no redirects, small and quick answers.

import { lookup as lookupName } from 'node:dns/promises'
import { Agent as HttpAgent, request as requestHttp } from 'node:http'
import type { IncomingMessage, RequestOptions } from 'node:http'
import { Agent as HttpsAgent, request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import type { LookupFunction } from 'node:net'
import { isPublicAddress, readAllowedHosts } from './public-address.ts'
import { readUrl, UnsafeUrlError } from './safe-url.ts'
import type { SafeUrl, UrlRules } from './safe-url.ts'

export type SafeFetchOptions = UrlRules & {
  /**
   * From the first look-up to the last byte of the answer, in ms.
   * @default 5000
   */
  readonly timeoutMs: number
  /**
   * Bytes of an answer that are read; a longer one is cut and its connection closed.
   * @default 65536
   */
  readonly answerBytesMax: number
  /** Certificate authorities beside the system's, as PEM. */
  readonly authorities?: string
}

export const SAFE_FETCH_DEFAULTS: SafeFetchOptions = {
  allowHosts: [], allowPorts: [80, 443], allowHttp: false, timeoutMs: 5_000,
  answerBytesMax: 65_536,
}

export type ResolvedAddress = { readonly address: string; readonly family: number }

/** All addresses of a name. */
export type Resolve = (name: string) => Promise<readonly ResolvedAddress[]>

export type SafeRequest = {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

export type SafeAnswer = {
  /** 300–399 too: where a redirect leads is nobody's business here. */
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Uint8Array
  /** The answer was longer than is read. */
  readonly isCut: boolean
}

export type SafeFetch = {
  /**
   * Rejects with `UnsafeUrlError` where the URL may not be asked; with the system's error or a
   * `TimeoutError` where it could not be.
   */
  readonly fetch: (url: string, request?: SafeRequest) => Promise<SafeAnswer>
  /** Throws `UnsafeUrlError` where the URL itself is refused, whatever its name leads to. */
  readonly checkUrl: (url: string) => void
  /** Closes connections that are kept. */
  readonly close: () => void
}

/** Sockets kept for the next request to the same host, and for how long. */
const SOCKETS_KEPT = 8
const SOCKET_KEPT_MS = 4_000

export function createSafeFetch(
  options: SafeFetchOptions, resolve: Resolve = resolveBySystem,
): SafeFetch {
  const allowed = readAllowedHosts(options.allowHosts)
  const agentOptions = { keepAlive: true, maxFreeSockets: SOCKETS_KEPT, timeout: SOCKET_KEPT_MS }
  const http = new HttpAgent(agentOptions)
  const https = new HttpsAgent({
    ...agentOptions,
    ...(options.authorities === undefined ? {} : { ca: options.authorities }),
  })

  /** Addresses of the host, each of them checked: one that is inside spoils all. */
  const vet = async ({ host }: SafeUrl): Promise<readonly ResolvedAddress[]> => {
    const family = isIP(host)
    const addresses = family === 0 ? await resolve(host) : [{ address: host, family }]
    if (addresses.length === 0) throw new UnsafeUrlError('url-private', `${host} has no address`)
    for (const { address } of addresses) {
      const isAllowed = allowed.hasHost(host) || allowed.hasAddress(address)
      if (isAllowed || isPublicAddress(address)) continue
      throw new UnsafeUrlError(
        'url-private', `${host} is not a public host; the operator may allow it by name`)
    }
    return addresses
  }

  return {
    checkUrl: (text) => { readUrl(text, options) },
    async fetch(text, request = {}) {
      const target = readUrl(text, options)
      const deadline = new AbortController()
      const timer = setTimeout(() => deadline.abort(new DOMException(
        `no complete answer within ${options.timeoutMs} ms`, 'TimeoutError')), options.timeoutMs)
      try {
        const addresses = await untilAborted(vet(target), deadline.signal)
        const isSecure = target.url.protocol === 'https:'
        // Whatever the other side does to the connection, it is over when the time is.
        return await untilAborted(send(target, request, {
          answerBytesMax: options.answerBytesMax, signal: deadline.signal, isSecure,
          agent: isSecure ? https : http, lookup: answerWith(addresses),
        }), deadline.signal)
      } finally {
        clearTimeout(timer)
      }
    },
    close: () => {
      http.destroy()
      https.destroy()
    },
  }
}

type Wire = {
  readonly answerBytesMax: number
  readonly signal: AbortSignal
  readonly isSecure: boolean
  readonly agent: HttpAgent | HttpsAgent
  readonly lookup: LookupFunction
}

function send(target: SafeUrl, asked: SafeRequest, wire: Wire): Promise<SafeAnswer> {
  const { url, host, port } = target
  const { method = 'GET', headers = {}, body } = asked
  const options: RequestOptions = {
    method, host, port, path: url.pathname + url.search, agent: wire.agent,
    lookup: wire.lookup, signal: wire.signal,
    headers: {
      'host': url.host, ...headers,
      ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
    },
  }
  return new Promise((resolve, reject) => {
    const request = wire.isSecure ? requestHttps(options) : requestHttp(options)
    let answer: IncomingMessage | undefined
    const fail = (error: Error & { code?: string }): void => {
      // The peer closed a kept connection just as it was used again: no answer of its own.
      if (request.reusedSocket && error.code === 'ECONNRESET' && !wire.signal.aborted) {
        resolve(send(target, asked, wire))
      } else reject(wire.signal.aborted ? wire.signal.reason as Error : error)
    }
    request.on('error', (error) => {
      // What comes after an answer that was whole is no part of it.
      if (answer?.complete !== true) fail(error)
    })
    request.on('response', (response) => {
      answer = response
      readAnswer(response, wire.answerBytesMax).then(resolve, fail)
    })
    // 101, which nobody asked for: Node hands the connection over, and there is no 'response'.
    request.on('upgrade', (response, socket) => {
      socket.destroy()
      resolve({ ...headOf(response), body: new Uint8Array(), isCut: false })
    })
    request.end(body)
  })
}

function headOf(response: IncomingMessage): Pick<SafeAnswer, 'status' | 'headers'> {
  return { status: response.statusCode ?? 0, headers: response.headers }
}

function readAnswer(response: IncomingMessage, bytesMax: number): Promise<SafeAnswer> {
  return new Promise((resolve, reject) => {
    const pieces: Uint8Array[] = []
    let size = 0
    const finish = (isCut: boolean): void => {
      resolve({
        ...headOf(response), isCut, body: Buffer.concat(pieces).subarray(0, bytesMax),
      })
      if (isCut) response.destroy()
    }
    response.on('data', (piece: Uint8Array) => {
      pieces.push(piece)
      size += piece.length
      if (size > bytesMax) finish(true)
    })
    response.on('end', () => finish(false))
    response.on('error', reject)
    response.on('aborted', () => reject(new Error('the connection was cut within the answer')))
  })
}

/** Answers the look-up that a new connection makes with what was checked, never asking again. */
function answerWith(addresses: readonly ResolvedAddress[]): LookupFunction {
  return (_name, options, callback) => {
    if (options.all === true) callback(null, [...addresses])
    else callback(null, addresses[0]?.address ?? '', addresses[0]?.family ?? 0)
  }
}

/** The text at an address, cut at `answerBytesMax` bytes; undefined where it is not to be had. */
export async function fetchText(
  web: Pick<SafeFetch, 'fetch'>, url: string,
): Promise<string | undefined> {
  const answer = await web.fetch(url).catch(() => undefined)
  return answer?.status === 200 ? Buffer.from(answer.body).toString('utf8') : undefined
}

function resolveBySystem(name: string): Promise<readonly ResolvedAddress[]> {
  return lookupName(name, { all: true })
}

function untilAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
    work.then(resolve, reject)
  })
}
