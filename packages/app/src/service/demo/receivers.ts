// Systems that the demonstration tells what changes. One small server on this machine stands for
// all of them, so that what is seen was really delivered, and nothing leaves the machine.

import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { EndpointInput, PlatformInput } from '../deliver/webhooks/endpoints.ts'

export const DEMO_RECEIVERS_HOST = '127.0.0.1'

export type DemoReceivers = {
  readonly port: number
  /** As an operator would have made them. */
  readonly endpoints: readonly (EndpointInput | PlatformInput)[]
  readonly close: () => void
}

export async function openDemoReceivers(): Promise<DemoReceivers> {
  const answer = createAnswers()
  const server = createServer((request, response) => {
    request.resume()
    response.writeHead(answer(request)).end()
  })
  server.listen(0, DEMO_RECEIVERS_HOST)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    port, endpoints: endpointsAt(`http://${DEMO_RECEIVERS_HOST}:${port}`),
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

function endpointsAt(url: string): DemoReceivers['endpoints'] {
  return [
    { url: `${url}/shop`, description: 'The shop', types: ['suppression.*'] },
    {
      url: `${url}/listmonk`, description: 'The newsletter system', platform: 'listmonk',
      credential: 'carom:demonstration',
    },
    { url: `${url}/crm`, description: 'Customers, until last year', types: [] },
  ]
}

/**
 * The shop takes everything. The newsletter system does not know the first address that it is told
 * of, so that there is something to deliver again. The third one is gone for good.
 */
function createAnswers(): (request: Pick<IncomingMessage, 'url' | 'method'>) => number {
  let bounces = 0
  return ({ url = '', method }) => {
    if (url === '/shop') return 204
    if (url === '/crm') return 410
    if (!url.startsWith('/listmonk/')) return 404
    if (method === 'POST') bounces++
    return method === 'POST' && bounces === 1 ? 400 : 200
  }
}
