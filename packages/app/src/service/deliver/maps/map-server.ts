// Tables that Postfix asks over the network, so that it refuses suppressed recipients itself:
// socketmap_table(5) and tcp_table(5).

import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo, Server, Socket } from 'node:net'
import type { Checker } from '../../check/check.ts'
import type { Log } from '../../log.ts'
import {
  decodePercent, encodePercent, readLines, readNetstrings, writeNetstring,
} from './framing.ts'
import { MAP_KINDS, mapAnswer } from './map-answer.ts'
import type { MapKind } from './map-answer.ts'

export type MapServerOptions = {
  /**
   * Address that is listened on. Neither protocol knows its peer: keep it on this machine.
   * @default 127.0.0.1
   */
  readonly host: string
  /**
   * Port of socketmap; 0 takes a free one, absent: none.
   * @default none
   */
  readonly socketmapPort?: number
  /**
   * Port of tcp_table; 0 takes a free one, absent: none.
   * @default none
   */
  readonly tcpPort?: number
  /**
   * Whose suppressions answer where the name of the map does not say it.
   * @default default
   */
  readonly tenant: string
  /**
   * The list that mail belongs to where the name of the map does not say it; empty: none.
   * @default none
   */
  readonly list: string
  /**
   * Connections at the same moment; each Postfix process keeps one.
   * @default 500
   */
  readonly connectionsMax: number
  /**
   * A connection that asks nothing for so long is closed, in ms; Postfix opens another.
   * @default 10 minutes
   */
  readonly idleMs: number
}

export const MAP_SERVER_DEFAULTS: MapServerOptions = {
  host: '127.0.0.1', tenant: 'default', list: '', connectionsMax: 500, idleMs: 600_000,
}

export type MapServer = {
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
  /** The ports that are listened on, once started. */
  readonly ports: { readonly socketmap?: number; readonly tcp?: number }
}

/** What a lookup came to: a value, nothing, or that nobody knows now. */
type Found = { readonly value?: string; readonly trouble?: string }

type Protocol = {
  readonly read: typeof readLines
  /** The answer to one request, as bytes of the protocol. */
  readonly answer: (request: string, look: Look) => Promise<string>
}

type Look = (name: string, key: string) => Promise<Found>

export function createMapServer(
  options: MapServerOptions, { checker, log }: { readonly checker: Checker; readonly log: Log },
): MapServer {
  const ports: { socketmap?: number; tcp?: number } = {}
  const servers: Server[] = []
  const sockets = new Set<Socket>()

  const look: Look = async (name, key) => {
    const map = readMapName(name, options)
    if (map === undefined) return { trouble: `no map "${name.slice(0, 50)}"` }
    // Postfix also asks for domains and for parts of addresses in some tables: none is suppressed.
    if (!/^.+@[^@]+$/.test(key)) return {}
    try {
      const value = mapAnswer(map.kind, await checker.check(map.tenant, key, map.list))
      return value === undefined ? {} : { value }
    } catch (error) {
      log.warn('maps: the store could not be asked', { error })
      return { trouble: 'the suppression list cannot be read now' }
    }
  }

  const listen = async (port: number, protocol: Protocol): Promise<number> => {
    const server = createServer({ noDelay: true }, (socket) => {
      sockets.add(socket)
      socket.setTimeout(options.idleMs, () => socket.destroy())
      socket.on('close', () => sockets.delete(socket))
      // A peer that goes away is none of our trouble.
      socket.on('error', () => socket.destroy())
      serve(socket, protocol, look).catch((error: unknown) => {
        log.debug('maps: a connection ended', { error })
        socket.destroy()
      })
    })
    server.maxConnections = options.connectionsMax
    server.listen(port, options.host)
    await once(server, 'listening')
    servers.push(server)
    return (server.address() as AddressInfo).port
  }

  return {
    ports,
    async start() {
      const { socketmapPort, tcpPort } = options
      if (socketmapPort !== undefined) ports.socketmap = await listen(socketmapPort, SOCKETMAP)
      if (tcpPort !== undefined) ports.tcp = await listen(tcpPort, TCP_TABLE)
    },
    async stop() {
      for (const socket of sockets) socket.destroy()
      await Promise.all(servers.map((server) =>
        new Promise((resolve) => { server.close(resolve) })))
    },
  }
}

/** One request after the other, in order: a peer that does not read is not read from. */
async function serve(socket: Socket, protocol: Protocol, look: Look): Promise<void> {
  let rest: Uint8Array = new Uint8Array()
  for await (const piece of socket as AsyncIterable<Buffer>) {
    const { requests, rest: left, isBroken } = protocol.read(
      rest.length === 0 ? piece : Buffer.concat([rest, piece]))
    rest = left
    let answers = ''
    for (const request of requests) answers += await protocol.answer(request, look)
    if (answers !== '' && !socket.write(answers)) await once(socket, 'drain')
    if (isBroken) {
      socket.destroy()
      return
    }
  }
}

const SOCKETMAP: Protocol = {
  read: readNetstrings,
  async answer(request, look) {
    const space = request.indexOf(' ')
    const { value, trouble } = space < 1 ? { trouble: 'write: name, a space, and a key' }
      : await look(request.slice(0, space), request.slice(space + 1))
    if (trouble !== undefined) return writeNetstring(`TEMP ${trouble}`)
    return writeNetstring(value === undefined ? 'NOTFOUND ' : `OK ${value}`)
  },
}

const TCP_TABLE: Protocol = {
  read: readLines,
  async answer(request, look) {
    const key = /^get[ \t](.*?)\r?$/i.exec(request)?.[1]
    const { value, trouble } = key === undefined ? { trouble: 'only get is known' }
      : await look('access', decodePercent(key.trim()))
    if (trouble !== undefined) return `400 ${encodePercent(trouble)}\n`
    return value === undefined ? '500 not%20found\n' : `200 ${encodePercent(value)}\n`
  },
}

type MapName = { readonly kind: MapKind; readonly tenant: string; readonly list: string }

/** `access`, `transport` or `reason`; after it `/list`, or `/tenant/list`. */
function readMapName(
  name: string, { tenant, list }: { readonly tenant: string; readonly list: string },
): MapName | undefined {
  const [word, ...path] = name.split('/')
  const kind = MAP_KINDS.find((one) => one === word)
  if (kind === undefined || path.length > 2) return undefined
  const [first, second] = path
  if (second !== undefined) return { kind, tenant: first ?? tenant, list: second }
  return { kind, tenant, list: first ?? list }
}
