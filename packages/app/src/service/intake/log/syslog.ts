// Syslog over the network: datagrams (RFC 5426) and streams, framed by a count of bytes or by line
// ends (RFC 6587). Nobody waits for an answer, so only listed peers are listened to.

import { createSocket, type Socket as DatagramSocket } from 'node:dgram'
import { createServer, type Server, type Socket } from 'node:net'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { detectLog } from '@carom/core'
import ipaddr from 'ipaddr.js'
import { LogFeed } from './feed.ts'
import type { SyslogOptions } from './options.ts'
import { createFrames } from './syslog-frames.ts'
import type { LogIntake, LogIntakeDeps } from './types.ts'

/** Lines that wait while the store is away; what comes beyond them is dropped, and said. */
const WAITING_MAX = 50_000
/** Lines that are looked at to learn which MTA writes them. */
const FIRST_LINES_MAX = 50

export type SyslogIntake = LogIntake & {
  /** Where it listens, once started. */
  readonly ports: () => { readonly udp?: number; readonly tcp?: number }
}

/** Listens for the lines of one mail server, or of several of one kind. */
export function createSyslogIntake(options: SyslogOptions, deps: LogIntakeDeps): SyslogIntake {
  return new Listener(options, deps)
}

class Listener implements SyslogIntake {
  readonly #options: SyslogOptions
  readonly #deps: LogIntakeDeps
  readonly #feed: LogFeed
  readonly #isPeer: (address: string | undefined) => boolean
  readonly #connections = new Set<Socket>()
  readonly #stopping = new AbortController()
  #waiting: string[] = []
  #count = 0
  #dropped = 0
  #udp: DatagramSocket | undefined
  #tcp: Server | undefined
  #working: Promise<void> | undefined

  constructor(options: SyslogOptions, deps: LogIntakeDeps) {
    this.#options = options
    this.#deps = deps
    this.#feed = new LogFeed({ ...options, name: 'syslog' }, deps)
    this.#isPeer = peerTest(options.peers)
  }

  ports(): { readonly udp?: number; readonly tcp?: number } {
    const tcp = this.#tcp?.address()
    return {
      ...(this.#udp === undefined ? {} : { udp: this.#udp.address().port }),
      ...(typeof tcp === 'object' && tcp !== null ? { tcp: tcp.port } : {}),
    }
  }

  async start(): Promise<void> {
    await this.#feed.open()
    // What was sent once comes never again: each run has places of its own.
    const run = randomUUID()
    const { mta } = this.#options
    if (mta !== 'auto') {
      await this.#feed.begin(() => Promise.resolve({ run }), 0, mta)
    }
    if (this.#options.tcp) await this.#listenTcp()
    if (this.#options.udp) await this.#listenUdp()
    this.#working = this.#work(run)
  }

  async stop(): Promise<void> {
    if (this.#stopping.signal.aborted) return
    this.#udp?.close()
    this.#tcp?.close()
    for (const socket of this.#connections) socket.destroy()
    this.#stopping.abort()
    await this.#working
    this.#feed.abandon()
    await this.#take(undefined)
    await this.#feed.snapshot()
  }

  async #listenTcp(): Promise<void> {
    const { host, port, connectionsMax } = this.#options
    const server = createServer((socket) => { this.#accept(socket) })
    server.maxConnections = connectionsMax
    this.#tcp = server
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, host, () => {
        server.off('error', reject)
        server.on('error', (error) => { this.#deps.log.warn('syslog listener', { error }) })
        resolve()
      })
    })
  }

  async #listenUdp(): Promise<void> {
    const { host, port } = this.#options
    const type = ipaddr.isValid(host) && ipaddr.parse(host).kind() === 'ipv6' ? 'udp6' : 'udp4'
    const socket = createSocket(type)
    this.#udp = socket
    socket.on('message', (bytes, { address }) => {
      const message = bytes.subarray(0, this.#options.messageBytesMax)
      if (this.#isPeer(address)) this.#push(textOf(message))
    })
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject)
      socket.bind(port, host, () => {
        socket.off('error', reject)
        socket.on('error', (error) => { this.#deps.log.warn('syslog listener', { error }) })
        resolve()
      })
    })
  }

  #accept(socket: Socket): void {
    if (!this.#isPeer(socket.remoteAddress)) {
      socket.destroy()
      return
    }
    this.#connections.add(socket)
    const frames = createFrames(this.#options.messageBytesMax, (bytes) => {
      this.#push(textOf(bytes))
    })
    socket.setTimeout(this.#options.idleMs, () => { socket.destroy() })
    socket.on('data', (bytes) => {
      if (!frames.push(bytes)) socket.destroy()
      // A peer that sends over TCP can wait: nothing of it is dropped while the store is away.
      else if (this.#waiting.length > WAITING_MAX / 2) socket.pause()
    })
    socket.on('end', () => { frames.end() })
    socket.on('error', (error) => { this.#deps.log.debug('syslog connection', { error }) })
    socket.on('close', () => { this.#connections.delete(socket) })
  }

  #push(line: string): void {
    if (line === '') return
    if (this.#waiting.length < WAITING_MAX) this.#waiting.push(line)
    else this.#dropped += 1
  }

  async #work(run: string): Promise<void> {
    const { signal } = this.#stopping
    while (!signal.aborted) {
      await sleep(this.#options.batchWaitMs / 2, undefined, { signal }).catch(() => undefined)
      await this.#take(run)
      for (const socket of this.#connections) socket.resume()
      if (this.#dropped === 0) continue
      this.#deps.alarm(`${this.#dropped} lines that came by syslog were dropped, since the store ` +
        'did not take them in time; send them over TCP, which waits')
      this.#dropped = 0
    }
  }

  async #take(run: string | undefined): Promise<void> {
    if (this.#feed.mta === undefined && run !== undefined) {
      const mta = detectLog(this.#waiting.slice(0, FIRST_LINES_MAX))
      if (mta === undefined) {
        // Lines of other programs alone say nothing.
        if (this.#waiting.length > FIRST_LINES_MAX) this.#waiting = []
        return
      }
      await this.#feed.begin(() => Promise.resolve({ run }), 0, mta)
    }
    const lines = this.#waiting
    this.#waiting = []
    try {
      for (const line of lines) {
        this.#count += 1
        if (this.#feed.read(line, this.#count)) await this.#feed.flush()
      }
      await this.#feed.settle()
    } catch (error) {
      if (!this.#stopping.signal.aborted) throw error
      this.#deps.log.warn('lines that came by syslog could not be kept', { error })
    }
  }
}

/** A datagram may end in a line end or in zeros. */
function textOf(bytes: Buffer): string {
  return bytes.toString('utf8').replaceAll('\0', '').replace(/[\r\n]{1,4}$/, '')
}

function peerTest(peers: readonly string[]): (address: string | undefined) => boolean {
  const networks = peers.map((peer) => {
    if (peer.includes('/')) return ipaddr.parseCIDR(peer)
    const address = ipaddr.parse(peer)
    return [address, address.kind() === 'ipv4' ? 32 : 128] as [typeof address, number]
  })
  return (address) => {
    if (address === undefined || !ipaddr.isValid(address)) return false
    const peer = ipaddr.process(address)
    return networks.some((network) => network[0].kind() === peer.kind() && peer.match(network))
  }
}
