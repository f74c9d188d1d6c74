// Input that comes as a stream (stdin, pipes, large packed files): cut into pieces as it arrives.

import { Readable, pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { MESSAGE_BYTES_MAX } from '@carom/core'
import { describeError } from './failure.ts'
import { readKind } from './kind.ts'
import { PIECE_BYTES, SNIFF_BYTES } from './limits.ts'
import { MboxSplitter } from './mbox-splitter.ts'
import type { MessagesPiece, Piece } from './piece.ts'

type Chunks = AsyncIterable<Uint8Array>

/** Packed input may be packed once more, by habit; deeper is a trap. */
const PACKED_DEPTH_MAX = 2

/** The pieces of a stream; where it breaks off, what came before, then the failure. */
export async function* readStream(
  file: string, chunks: Chunks, pieceBytes: number = PIECE_BYTES,
): AsyncGenerator<Piece> {
  const broken: { reason?: string } = {}
  yield* readUnbroken(file, untilBroken(chunks, broken), pieceBytes, 0)
  if (broken.reason !== undefined) yield { kind: 'failure', file, reason: broken.reason }
}

async function* untilBroken(chunks: Chunks, broken: { reason?: string }): Chunks {
  try {
    yield* chunks
  } catch (error) {
    broken.reason = describeError(error as Error)
  }
}

async function* readUnbroken(
  file: string, chunks: Chunks, pieceBytes: number, depth: number,
): AsyncGenerator<Piece> {
  const { start, all } = await peek(chunks)
  const input = readKind(start)
  if (input.kind === 'foreign') {
    yield { kind: 'failure', file, reason: input.advice }
  } else if (input.kind === 'gzip' && depth < PACKED_DEPTH_MAX) {
    const broken: { reason?: string } = {}
    yield* readUnbroken(file, untilBroken(unpack(all), broken), pieceBytes, depth + 1)
    if (broken.reason !== undefined) yield { kind: 'failure', file, reason: broken.reason }
  } else if (input.kind === 'mbox') {
    yield* readMbox(file, all, input.start, pieceBytes)
  } else {
    yield await readMessage(file, all)
  }
}

function unpack(chunks: Chunks): Chunks {
  // The callback is asked for by `pipeline`; errors reach whoever reads the chunks.
  return pipeline(Readable.from(chunks), createGunzip({ chunkSize: 256 * 1024 }), () => undefined)
}

// Enough of the beginning to say what it is, and everything from the beginning on.
async function peek(chunks: Chunks): Promise<{ start: Buffer; all: Chunks }> {
  const iterator = chunks[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  for (let bytes = 0; bytes < SNIFF_BYTES;) {
    const next = await iterator.next()
    if (next.done === true) break
    first.push(next.value)
    bytes += next.value.length
  }
  const start = Buffer.concat(first)
  return { start, all: (async function* () {
    yield start
    yield* { [Symbol.asyncIterator]: () => iterator }
  })() }
}

async function* readMbox(
  file: string, chunks: Chunks, start: number, pieceBytes: number,
): AsyncGenerator<Piece> {
  const splitter = new MboxSplitter(file, pieceBytes)
  let skipped = start
  for await (const chunk of chunks) {
    splitter.push(chunk.subarray(skipped))
    skipped = 0
    for (let piece = splitter.take(); piece !== undefined; piece = splitter.take()) yield piece
  }
  const last = splitter.end()
  if (last !== undefined) yield last
}

// The rest of a message beyond the core's cap is read and thrown away, so that whoever writes the
// pipe can go on.
async function readMessage(file: string, chunks: Chunks): Promise<MessagesPiece> {
  const kept: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of chunks) {
    if (bytes <= MESSAGE_BYTES_MAX) kept.push(chunk)
    bytes += chunk.length
  }
  const content = new Uint8Array(kept.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const chunk of kept) {
    content.set(chunk, at)
    at += chunk.length
  }
  return { kind: 'messages', file, content, firstIndex: undefined, bytes }
}
