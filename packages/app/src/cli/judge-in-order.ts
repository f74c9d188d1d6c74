// Judges pieces of input in this thread while they are few, then side by side, and gives the
// results in the order of the pieces.

import type { Piece } from './input/piece.ts'
import type { Judge, Judged, JudgeOptions } from './judge.ts'
import { ThreadPool, workerFile } from './thread-pool.ts'

export type OrderedJudgeOptions = JudgeOptions & {
  /** Threads; below two, all work stays in this one. */
  readonly workers: number
  /** How much input must come before threads pay for their start. */
  readonly workersFrom: { readonly bytes: number; readonly files: number }
}

/** Pieces in the hands of each thread: one that it judges, one that is ready for it, one done. */
const PIECES_PER_WORKER = 3

export async function* judgeInOrder(
  pieces: AsyncIterable<Piece>, options: OrderedJudgeOptions,
): AsyncGenerator<Judged> {
  const { format, headers, workers, workersFrom } = options
  let own: Judge | undefined
  let pool: ThreadPool<Piece, Judged> | undefined
  const pending: Promise<Judged>[] = []
  const next = (): Promise<Judged> => pending.shift() as Promise<Judged>
  let bytes = 0
  let files = 0
  try {
    for await (const piece of pieces) {
      bytes += sizeOf(piece)
      files += piece.kind === 'files' ? piece.files.length : 0
      const isMuch = bytes >= workersFrom.bytes || files >= workersFrom.files
      if (workers > 1 && isMuch) {
        const file = workerFile('judge-worker', import.meta.url)
        pool ??= new ThreadPool(file, workers, { format, headers })
      }
      if (pool === undefined) {
        own ??= await createJudge({ format, headers })
        yield own.judge(piece)
        continue
      }
      pending.push(pool.run(piece, piece.kind === 'messages' ? [piece.content.buffer] : []))
      if (pending.length >= workers * PIECES_PER_WORKER) yield await next()
    }
    while (pending.length > 0) yield await next()
  } finally {
    await pool?.close()
  }
}

// Loaded only here: with threads, this one needs no engine.
async function createJudge(options: JudgeOptions): Promise<Judge> {
  const { Judge } = await import('./judge.ts')
  return new Judge(options)
}

// All of an mbox is known to come when its first range does.
function sizeOf(piece: Piece): number {
  if (!('bytes' in piece)) return 0
  return piece.kind === 'range' && piece.number === 0
    ? piece.bytes * (piece.firstIndexes.length - 1) : piece.bytes
}
