// A receiver of webhooks on loopback that answers as a test tells it, and remembers what came.

import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'

export type Received = {
  readonly id: string
  readonly headers: Record<string, string>
  readonly body: string
  readonly type: string
  readonly address: string
  readonly n: number
}

/** A status; or more than that, such as no answer at all. */
export type Answer =
  number | ((request: IncomingMessage, response: ServerResponse) => void)

export type Consumer = {
  readonly url: string
  readonly port: number
  readonly received: Received[]
  /** The most requests under way at one moment, of all and about one address. */
  readonly most: { all: number; ofOneAddress: number }
  /** Requests that were not answered yet. */
  readonly underWay: () => number
  readonly stop: () => void
}

export async function openConsumer(
  answer: (received: Received) => Answer = () => 204,
  { delayMs = 0, tls }: {
    readonly delayMs?: number; readonly tls?: { readonly key: string; readonly cert: string }
  } = {},
): Promise<Consumer> {
  const received: Received[] = []
  const most = { all: 0, ofOneAddress: 0 }
  const underWay: string[] = []
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      const body = Buffer.concat(pieces).toString()
      const { type, data } = JSON.parse(body) as {
        type: string; data: { address: string; n: number }
      }
      const headers = request.headers as Record<string, string>
      const one = { id: headers['webhook-id'] ?? '', headers, body, type, ...data }
      received.push(one)
      underWay.push(data.address)
      most.all = Math.max(most.all, underWay.length)
      most.ofOneAddress = Math.max(
        most.ofOneAddress, underWay.filter((address) => address === data.address).length)
      setTimeout(() => {
        underWay.splice(underWay.indexOf(data.address), 1)
        const how = answer(one)
        if (typeof how === 'number') response.writeHead(how).end()
        else how(request, response)
      }, delayMs)
    })
  }
  const server = tls === undefined ? createServer(listener) : createSecureServer(tls, listener)
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  const { port } = server.address() as AddressInfo
  return {
    url: `http${tls === undefined ? '' : 's'}://127.0.0.1:${port}/hook`, port, received, most,
    underWay: () => underWay.length,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
