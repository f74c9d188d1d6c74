// Load over plain sockets: as little work per request as can be, so that the service is measured
// and not its client.

import { connect, type Socket } from 'node:net'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * How fast something went. Latencies in ms to the answer of a request: from when it was due, or,
 * where a connection was free for it then, from when it was sent.
 */
export type Load = {
  readonly n: number
  readonly seconds: number
  readonly latencies: readonly number[]
}

/** One connection: sends, and resolves when `isWhole` says that the answer has come. */
type Peer = (bytes: string | Buffer, isWhole: (answer: Buffer) => boolean) => Promise<Buffer>

/** Sends one request after the other on each connection; at `perSecond` together, if given. */
export async function runLoad(
  connections: number, forMs: number, perSecond: number | undefined,
  open: () => Promise<(n: number) => Promise<void>>,
): Promise<Load> {
  const requests = await Promise.all(Array.from({ length: connections }, open))
  const latencies: number[] = []
  const started = performance.now()
  const end = started + forMs
  let due = 0
  await Promise.all(requests.map(async (request) => {
    for (;;) {
      const n = due++
      // Of a pace it counts when a request was due, not when a connection became free for it.
      const at = perSecond === undefined ? performance.now() : started + n / perSecond * 1000
      if (at >= end || performance.now() >= end + 2000) return
      const wait = at - performance.now()
      if (wait > 0) await sleep(wait)
      // A timer wakes up to a millisecond late: where a connection was free, that is no waiting
      // for the service.
      const from = wait > 0 ? performance.now() : at
      await request(n)
      latencies.push(performance.now() - from)
    }
  }))
  return { n: latencies.length, seconds: (performance.now() - started) / 1000, latencies }
}

export async function openPeer(port: number): Promise<Peer & { readonly socket: Socket }> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await once(socket, 'connect')
  let got: Buffer = Buffer.alloc(0)
  let check: (() => void) | undefined
  let fail: ((error: Error) => void) | undefined
  socket.on('data', (piece: Buffer) => {
    got = got.length === 0 ? piece : Buffer.concat([got, piece])
    check?.()
  })
  const lose = (): void => fail?.(new Error('the service closed the connection'))
  socket.on('error', lose)
  socket.on('close', lose)
  const peer: Peer = (bytes, isWhole) => new Promise((resolve, reject) => {
    fail = reject
    check = () => {
      if (!isWhole(got)) return
      const answer = got
      got = Buffer.alloc(0)
      check = undefined
      fail = undefined
      resolve(answer)
    }
    if (bytes.length > 0) socket.write(bytes)
    check()
  })
  return Object.assign(peer, { socket })
}

/** A connection that posts or gets; only what answers 2xx counts. */
export async function openHttp(
  port: number, toRequest: (n: number) => string | Buffer,
): Promise<(n: number) => Promise<void>> {
  const peer = await openPeer(port)
  // All answers here are JSON, written at once.
  return async (n) => {
    const answer = await peer(toRequest(n), (got) => got.at(-1) === 0x7d)
    if (answer[9] !== 0x32) throw new Error(answer.toString('latin1').slice(0, 300))
  }
}

/** A connection that delivers one message after the other. */
export async function openSmtp(
  port: number, toMessage: (n: number) => string,
): Promise<(n: number) => Promise<void>> {
  const peer = await openPeer(port)
  const lines = (many: number) => (got: Buffer): boolean => {
    const text = got.toString('latin1')
    return text.endsWith('\n') && (text.match(/^\d{3} /gm)?.length ?? 0) >= many
  }
  await peer('', lines(1))
  await peer('EHLO load.example\r\n', lines(1))
  return async (n) => {
    const envelope = 'MAIL FROM:<>\r\nRCPT TO:<b@bounces.example>\r\nDATA\r\n'
    const ready = await peer(envelope, lines(3))
    if (!ready.toString('latin1').includes('\n354')) throw new Error(ready.toString('latin1'))
    const done = await peer(`${toMessage(n)}\r\n.\r\n`, lines(1))
    if (done[0] !== 0x32) throw new Error(done.toString('latin1'))
  }
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}
