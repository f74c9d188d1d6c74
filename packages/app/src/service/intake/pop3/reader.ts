// Takes lines and dot-ended bodies off a stream of bytes (RFC 1939 §3), whatever pieces they come
// in, and holds the peer back while nobody reads.

import type { Socket } from 'node:net'
import { POP3_BODY_BYTES_MAX, POP3_LINE_BYTES_MAX, RECEIVED_BYTES_MAX } from '../mailbox/limits.ts'

export type Body = {
  /** At most as many bytes as were asked for, dots unstuffed. */
  readonly bytes: Buffer
  /** Bytes of the whole body. */
  readonly size: number
}

export type LineReader = {
  /** The next line without its end. */
  readonly line: () => Promise<string>
  /** Gives each line of a dot-ended answer. */
  readonly lines: (take: (line: string) => void) => Promise<void>
  /** A dot-ended message; bytes over the cap are counted and dropped. */
  readonly body: (bytesMax: number) => Promise<Body>
  /** Bytes that came and were not asked for. */
  readonly unread: () => number
  /** Stops listening to the socket, so that another reader may. */
  readonly release: () => void
}

const LF = 0x0a
const CR = 0x0d
const DOT = 0x2e

export function readLines(socket: Socket): LineReader {
  let pending: Buffer = Buffer.alloc(0)
  let failure: Error | undefined
  let wakeUp: (() => void) | undefined

  const onData = (chunk: Buffer): void => {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk])
    if (pending.length > RECEIVED_BYTES_MAX) socket.pause()
    wakeUp?.()
  }
  const onError = (error: Error): void => {
    failure ??= error
    wakeUp?.()
  }
  const onEnd = (): void => onError(new Error('the server closed the connection'))
  socket.on('data', onData).on('error', onError).once('end', onEnd).once('close', onEnd)

  const more = async (): Promise<void> => {
    if (failure !== undefined) throw failure
    const before = pending.length
    socket.resume()
    await new Promise<void>((resolve) => {
      wakeUp = resolve
    })
    wakeUp = undefined
    if (pending.length === before && failure !== undefined) throw failure
  }
  const take = (length: number): Buffer => {
    const taken = pending.subarray(0, length)
    pending = pending.subarray(length)
    return taken
  }
  const line = async (): Promise<string> => {
    for (let searched = 0; ;) {
      const end = pending.indexOf(LF, searched)
      if (end > POP3_LINE_BYTES_MAX || (end < 0 && pending.length > POP3_LINE_BYTES_MAX)) {
        throw new Error('the server sent a line that does not end')
      }
      if (end >= 0) return take(end + 1).toString('latin1').replace(/\r?\n$/, '')
      searched = pending.length
      await more()
    }
  }
  return {
    line,
    lines: async (give) => {
      for (;;) {
        const text = await line()
        if (text === '.') return
        give(text.startsWith('.') ? text.slice(1) : text)
      }
    },
    body: async (bytesMax) => {
      const collected = collectBody(bytesMax)
      for (;;) {
        const used = collected.push(pending)
        take(used.bytes)
        if (used.isEnd) return collected.finish()
        if (collected.size() > POP3_BODY_BYTES_MAX) throw new Error('a message does not end')
        await more()
      }
    },
    unread: () => pending.length,
    release: () => {
      socket.off('data', onData).off('error', onError).off('end', onEnd).off('close', onEnd)
    },
  }
}

type BodyCollector = {
  /** Takes what it can of the bytes; the rest must be offered again with more behind it. */
  readonly push: (bytes: Buffer) => { readonly bytes: number; readonly isEnd: boolean }
  readonly size: () => number
  readonly finish: () => Body
}

function collectBody(bytesMax: number): BodyCollector {
  let kept = Buffer.allocUnsafe(Math.min(bytesMax, 64 * 1024))
  let length = 0
  let size = 0
  let isLineStart = true

  const add = (bytes: Buffer): void => {
    size += bytes.length
    const wanted = Math.min(bytesMax, length + bytes.length)
    if (wanted > kept.length) {
      const grown = Buffer.allocUnsafe(Math.min(bytesMax, Math.max(wanted, 2 * kept.length)))
      kept.copy(grown, 0, 0, length)
      kept = grown
    }
    length += bytes.copy(kept, length, 0, Math.max(0, wanted - length))
  }
  return {
    push: (bytes) => {
      let at = 0
      while (at < bytes.length) {
        if (isLineStart && bytes[at] === DOT) {
          // Two more bytes tell the end from a line that begins with a dot.
          if (at + 2 >= bytes.length) return { bytes: at, isEnd: false }
          if (bytes[at + 1] === CR && bytes[at + 2] === LF) return { bytes: at + 3, isEnd: true }
          at += 1
        }
        const end = bytes.indexOf(LF, at)
        isLineStart = end >= 0
        const next = isLineStart ? end + 1 : bytes.length
        add(bytes.subarray(at, next))
        at = next
      }
      return { bytes: at, isEnd: false }
    },
    size: () => size,
    finish: () => ({ bytes: kept.subarray(0, length), size }),
  }
}
