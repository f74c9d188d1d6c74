// Reads one piece of input and judges every message in it: events as lines, and what was counted.

import { gunzipSync } from 'node:zlib'
import { createEngine, MESSAGE_BYTES_MAX } from '@carom/core'
import type { Engine, ReadResult } from '@carom/core'
import { describeError, type InputFailure } from './input/failure.ts'
import { FileReader, type MboxRead } from './input/file-reader.ts'
import { looksLikeMail, readKind } from './input/kind.ts'
import { UNPACKED_BYTES_MAX } from './input/limits.ts'
import { listFromLines, messageSpan, unmarkFromLines } from '../mbox/from-lines.ts'
import type { FilesPiece, FileToRead, MessagesPiece, Piece, RangePiece } from './input/piece.ts'
import { EventLines, type LineFormat } from './output/lines.ts'
import { countOne, emptyTally, type Tally } from './tally.ts'

export type JudgeOptions = {
  readonly format: LineFormat
  /** Lower-case names of header fields of the returned message to keep. */
  readonly headers: readonly string[]
}

export type Judged = {
  /** The events of the piece, formatted; bytes where a worker made them. */
  readonly lines: string | Uint8Array
  readonly tally: Tally
  readonly failures: readonly InputFailure[]
  /** Size of the piece, for the progress bar. */
  readonly bytes: number
}

/** Judges pieces one after the other; knowledge and buffers are made once. */
export class Judge {
  readonly #options: JudgeOptions
  readonly #engine: Engine = createEngine()
  readonly #reader = new FileReader()
  readonly #lines: EventLines
  #tally: Tally = emptyTally()
  #failures: InputFailure[] = []

  constructor(options: JudgeOptions) {
    this.#options = options
    this.#lines = new EventLines(options.format)
  }

  judge(piece: Piece): Judged {
    this.#tally = emptyTally()
    this.#failures = []
    if (piece.kind === 'failure') this.#fail(piece.file, piece.reason)
    else if (piece.kind === 'skipped') this.#tally.skipped += 1
    else if (piece.kind === 'files') this.#judgeFiles(piece)
    else if (piece.kind === 'range') this.#judgeRange(piece)
    else this.#judgeMessages(piece)
    return {
      lines: this.#lines.take(),
      tally: this.#tally, failures: this.#failures,
      bytes: 'bytes' in piece ? piece.bytes : 0,
    }
  }

  #judgeFiles({ files }: FilesPiece): void {
    for (const file of files) {
      try {
        this.#judgeFile(file, this.#reader.readFile(file.file))
      } catch (error) {
        this.#fail(file.file, describeError(error as Error))
      }
    }
  }

  #judgeFile({ file, isNamed }: FileToRead, content: Buffer): void {
    const input = readKind(content)
    if (input.kind === 'gzip') {
      const unpacked = gunzipSync(content, { maxOutputLength: UNPACKED_BYTES_MAX })
      this.#judgeUnpacked({ file, isNamed }, unpacked)
    } else {
      this.#judgeUnpacked({ file, isNamed }, content)
    }
  }

  #judgeUnpacked({ file, isNamed }: FileToRead, content: Buffer): void {
    const input = readKind(content)
    if (input.kind === 'mbox') {
      const fromLines = listFromLines(content, input.start, content.length, true)
      this.#judgeMbox(file, { bytes: content, fromLines, end: content.length }, 0)
    } else if (!isNamed && !looksLikeMail(content)) {
      this.#tally.skipped += 1
    } else if (input.kind === 'foreign') {
      this.#fail(file, input.advice)
    } else {
      this.#judgeMessage(file, content, undefined)
    }
  }

  #judgeRange(piece: RangePiece): void {
    const { file, number, firstIndexes } = piece
    let read: MboxRead | undefined
    try {
      read = this.#reader.readRange(piece)
    } catch (error) {
      this.#fail(file, describeError(error as Error))
    }
    // The range before says how many messages stand before this one as soon as it has counted its
    // own.
    Atomics.wait(firstIndexes, number, -1)
    const firstIndex = Atomics.load(firstIndexes, number)
    Atomics.store(firstIndexes, number + 1, firstIndex + (read?.fromLines.length ?? 0))
    Atomics.notify(firstIndexes, number + 1)
    if (read !== undefined) this.#judgeMbox(file, read, firstIndex)
  }

  #judgeMessages({ file, content, firstIndex }: MessagesPiece): void {
    const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
    if (firstIndex === undefined) return this.#judgeMessage(file, bytes, undefined)
    const fromLines = listFromLines(bytes, 0, bytes.length, true)
    this.#judgeMbox(file, { bytes, fromLines, end: bytes.length }, firstIndex)
  }

  #judgeMbox(file: string, { bytes, fromLines, end }: MboxRead, firstIndex: number): void {
    for (let i = 0; i < fromLines.length; i++) {
      const { from, to } = messageSpan(bytes, fromLines[i] as number, fromLines[i + 1] ?? end)
      const span = { from, to: Math.min(to, from + MESSAGE_BYTES_MAX + 1) }
      this.#judgeMessage(file, unmarkFromLines(bytes, span), firstIndex + i)
    }
  }

  #judgeMessage(file: string, content: Uint8Array, index: number | undefined): void {
    // An empty file or pipe holds no message.
    if (content.length === 0) {
      this.#tally.skipped += 1
      return
    }
    const source = { type: 'file', file, ...(index === undefined ? {} : { index }) } as const
    let read: ReadResult
    try {
      read = this.#engine.readMessage(content, source, { headers: this.#options.headers })
    } catch (error) {
      // The engine promises never to throw; should it break that, one message is named, not a run
      // lost.
      const place = index === undefined ? '' : ` (message ${index})`
      this.#fail(file, `carom itself failed on it${place}: ${(error as Error).message}`)
      return
    }
    const { events, problems } = read
    this.#tally.messages += 1
    if (events.length > 0) this.#tally.reports += 1
    this.#tally.events += events.length
    for (const event of events) {
      countOne(this.#tally.reasons, event.reason)
      this.#lines.add(event)
    }
    for (const problem of problems) countOne(this.#tally.problems, problem)
  }

  #fail(file: string, reason: string): void {
    this.#failures.push({ file, reason })
  }
}
