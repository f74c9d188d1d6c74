// The bytes of an SMTP session. Data end at CRLF.CRLF and nowhere else (T15), and dots are taken
// off after CRLF only (RFC 5321 §4.5.2): smtp-server does so after a bare line feed too, and
// changes the message.

import { SMTPStream } from 'smtp-server/lib/smtp-stream.js'

const CR = 13
const LF = 10
const DOT = 46

/** Where in a line the next byte stands. */
type Place = 'within' | 'after-cr' | 'line-start' | 'after-dot' | 'after-dot-cr'

type Done = Parameters<SMTPStream['_feedDataStream']>[1]

export class StrictStream extends SMTPStream {
  #place: Place = 'line-start'

  override startDataMode(
    bytesMax?: number | string | null,
  ): ReturnType<SMTPStream['startDataMode']> {
    this.#place = 'line-start'
    return super.startDataMode(bytesMax)
  }

  override _feedDataStream(chunk: Buffer, done: Done): void {
    const kept: Buffer[] = []
    let from = 0
    const keep = (to: number): void => {
      if (to > from) kept.push(chunk.subarray(from, to))
    }
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at]
      if (this.#place === 'within') {
        at = chunk.indexOf(CR, at)
        if (at < 0) break
        this.#place = 'after-cr'
      } else if (this.#place === 'line-start' && byte === DOT) {
        keep(at)
        from = at + 1
        this.#place = 'after-dot'
      } else if (this.#place === 'after-dot' && byte === CR) {
        // Held back: it belongs to the message only if no line feed follows.
        from = at + 1
        this.#place = 'after-dot-cr'
      } else if (this.#place === 'after-dot-cr' && byte === LF) {
        this.#end(kept, chunk.subarray(at + 1), done)
        return
      } else {
        if (this.#place === 'after-dot-cr') kept.push(LONE_CR)
        this.#place = nextPlace(this.#place, byte)
      }
    }
    keep(chunk.length)
    this.#pass(kept, done)
  }

  /** Hands on what belongs to the message, and waits while its reader is behind. */
  #pass(kept: readonly Buffer[], done: Done): void {
    const data = this._dataStream
    const bytes = joined(kept)
    if (data === null || bytes === undefined) return done()
    this._countDataBytes(bytes.length)
    if (!data.writable || data.write(bytes) || data.destroyed) return done()
    const resume = (): void => {
      data.removeListener('drain', resume)
      data.removeListener('close', resume)
      done()
    }
    data.once('drain', resume)
    data.once('close', resume)
  }

  #end(kept: readonly Buffer[], rest: Buffer, done: Done): void {
    const bytes = joined(kept)
    this._countDataBytes(bytes?.length ?? 0)
    this._endDataMode(bytes ?? false, rest, done)
  }
}

const LONE_CR = Buffer.from('\r')

function nextPlace(place: Place, byte: number | undefined): Place {
  if (byte === CR) return 'after-cr'
  const wasCr = place === 'after-cr' || place === 'after-dot-cr'
  return wasCr && byte === LF ? 'line-start' : 'within'
}

function joined(pieces: readonly Buffer[]): Buffer | undefined {
  return pieces.length < 2 ? pieces[0] : Buffer.concat(pieces)
}
