// Stands between sources and the service, and cuts connections after so many bytes.

import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** Bytes that pass before the connection is cut, from the source and from the service. */
export type Cut = { readonly up: number; readonly down: number }

export type Cutter = { readonly port: number; readonly close: () => Promise<void> }

/** `cutOf` is asked for each connection; the port for each, since services start again. */
export async function startCutter(portOf: () => number, cutOf: () => Cut): Promise<Cutter> {
  const sockets = new Set<Socket>()
  const server = createServer((source) => {
    const service = connect(portOf(), '127.0.0.1')
    const cut = cutOf()
    const both = [source, service]
    const end = (): void => both.forEach((socket) => socket.destroy())
    for (const socket of both) {
      sockets.add(socket)
      socket.on('error', end).on('close', () => {
        sockets.delete(socket)
        end()
      })
    }
    pass(source, service, cut.up, end)
    pass(service, source, cut.down, end)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

function pass(from: Socket, to: Socket, bytesMax: number, end: () => void): void {
  let left = bytesMax
  from.on('data', (bytes: Buffer) => {
    const part = bytes.subarray(0, left)
    left -= part.length
    if (part.length > 0) to.write(part)
    // What was passed on arrives before the cut.
    if (left <= 0) setImmediate(end)
  })
}
