// Ports for peers that cannot choose one themselves: free a moment ago.

import { createServer, type AddressInfo } from 'node:net'

/** All different: they are taken at the same time. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, () => {
    const server = createServer()
    return new Promise<typeof server>((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve(server))
    })
  }))
  const ports = servers.map((server) => (server.address() as AddressInfo).port)
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return ports
}

export async function freePort(): Promise<number> {
  const [port] = await freePorts(1)
  return port as number
}
