// Stands between a client and PostgreSQL, and cuts the connection when it is told to.

import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'

export type CuttingProxy = {
  /** The address of the store, through the proxy. */
  readonly url: string
  /** Cuts all connections, and refuses new ones until `resume`. */
  readonly cut: () => void
  readonly resume: () => void
  /**
   * Cuts when the client sends what contains `words`: before the server sees them, or after it
   * answered, without the client hearing of it.
   */
  readonly cutAt: (words: string, when: 'before' | 'after') => void
  readonly close: () => Promise<void>
}

export async function startProxy(storeUrl: string): Promise<CuttingProxy> {
  const target = new URL(storeUrl)
  const port = Number(target.port || 5432)
  const { hostname } = target
  const pairs = new Set<readonly [Socket, Socket]>()
  let isCut = false
  let at: { readonly words: string; readonly when: 'before' | 'after' } | undefined
  const cut = (): void => {
    for (const pair of pairs) pair.forEach((socket) => socket.destroy())
    pairs.clear()
  }
  const server = createServer((client) => {
    if (isCut) {
      client.destroy()
      return
    }
    const upstream = connect(port, hostname)
    const pair = [client, upstream] as const
    pairs.add(pair)
    let isAnswerHeld = false
    client.on('data', (bytes) => {
      const isMeant = at !== undefined && bytes.includes(at.words)
      if (isMeant && at?.when === 'before') return cut()
      isAnswerHeld ||= isMeant
      upstream.write(bytes)
    })
    upstream.on('data', (bytes) => {
      if (isAnswerHeld) return cut()
      client.write(bytes)
    })
    for (const [from, to] of [pair, pair.toReversed()] as [Socket, Socket][]) {
      from.on('error', () => to.destroy())
      from.on('close', () => { to.destroy(); pairs.delete(pair) })
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  target.hostname = '127.0.0.1'
  target.port = String((server.address() as AddressInfo).port)
  return {
    url: target.href,
    cut: () => { isCut = true; cut() },
    resume: () => { isCut = false; at = undefined },
    cutAt: (words, when) => { at = { words, when } },
    close: async () => {
      cut()
      server.close()
      await once(server, 'close')
    },
  }
}
