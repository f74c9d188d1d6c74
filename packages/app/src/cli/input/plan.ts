// From paths to pieces of work: small files in batches, an mbox in byte ranges, streams as they
// come.

import { closeSync, createReadStream, openSync, readSync } from 'node:fs'
import { describeError } from './failure.ts'
import { looksLikeMail, readKind } from './kind.ts'
import { PIECE_BYTES, PIECE_FILES_MAX, SNIFF_BYTES, WHOLE_FILE_BYTES_MAX } from './limits.ts'
import type { FileToRead, Piece } from './piece.ts'
import { readStream } from './stream.ts'
import { walk, type Found } from './walk.ts'

/** The path that stands for standard input. */
export const STDIN = '-'

export type PlanOptions = {
  readonly stdin: AsyncIterable<Uint8Array>
  /** @default PIECE_BYTES */
  readonly pieceBytes?: number
}

type FoundFile = Extract<Found, { readonly kind: 'file' }>

/** The pieces of everything that the paths stand for, in order. */
export async function* planInput(
  paths: readonly string[], { stdin, pieceBytes = PIECE_BYTES }: PlanOptions,
): AsyncGenerator<Piece> {
  const batch = new FileBatch(pieceBytes)
  for (const path of paths) {
    if (path === STDIN) {
      yield* batch.take()
      yield* readStream(STDIN, stdin, pieceBytes)
      continue
    }
    for (const found of walk(path)) {
      if (found.kind === 'file' && found.bytes <= WHOLE_FILE_BYTES_MAX) {
        batch.add(found, found.bytes)
        if (batch.isFull) yield* batch.take()
        continue
      }
      yield* batch.take()
      if (found.kind === 'failure') yield found
      else if (found.kind === 'pipe') yield* readPipe(found.file, pieceBytes)
      else yield* planLargeFile(found, pieceBytes)
    }
  }
  yield* batch.take()
}

class FileBatch {
  readonly #bytesMax: number
  #files: FileToRead[] = []
  #bytes = 0

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax
  }

  get isFull(): boolean {
    return this.#files.length >= PIECE_FILES_MAX || this.#bytes >= this.#bytesMax
  }

  add({ file, isNamed }: FileToRead, bytes: number): void {
    this.#files.push({ file, isNamed })
    this.#bytes += bytes
  }

  *take(): Generator<Piece> {
    if (this.#files.length === 0) return
    yield { kind: 'files', files: this.#files, bytes: this.#bytes }
    this.#files = []
    this.#bytes = 0
  }
}

function readPipe(file: string, pieceBytes: number): AsyncGenerator<Piece> {
  const stream = createReadStream(file, { highWaterMark: WHOLE_FILE_BYTES_MAX })
  return readStream(file, stream, pieceBytes)
}

async function* planLargeFile(found: FoundFile, pieceBytes: number): AsyncGenerator<Piece> {
  const { file, bytes, isNamed } = found
  const start = readStart(file)
  if (start instanceof Error) return yield { kind: 'failure', file, reason: describeError(start) }
  const input = readKind(start)
  if (input.kind === 'gzip') {
    yield* readPipe(file, pieceBytes)
  } else if (input.kind === 'mbox') {
    yield* splitRanges(found, input.start, pieceBytes)
  } else if (isNamed || looksLikeMail(start)) {
    yield { kind: 'files', files: [{ file, isNamed }], bytes }
  } else {
    yield { kind: 'skipped' }
  }
}

function readStart(file: string): Buffer | Error {
  try {
    const opened = openSync(file, 'r')
    try {
      const start = Buffer.alloc(SNIFF_BYTES)
      return start.subarray(0, readSync(opened, start, 0, SNIFF_BYTES, 0))
    } finally {
      closeSync(opened)
    }
  } catch (error) {
    return error as Error
  }
}

function* splitRanges(found: FoundFile, start: number, pieceBytes: number): Generator<Piece> {
  const { file, bytes } = found
  const ranges = Math.ceil((bytes - start) / pieceBytes)
  const firstIndexes = new Int32Array(
    new SharedArrayBuffer((ranges + 1) * Int32Array.BYTES_PER_ELEMENT)).fill(-1)
  firstIndexes[0] = 0
  for (let number = 0; number < ranges; number++) {
    const from = start + number * pieceBytes
    const to = Math.min(bytes, from + pieceBytes)
    yield { kind: 'range', file, from, to, number, firstIndexes, bytes: to - from }
  }
}
