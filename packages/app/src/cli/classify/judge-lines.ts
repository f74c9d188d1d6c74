// Judges JSON lines batch by batch: in this thread while they are few, then side by side, and gives
// the output in the order of the input.

import { createEngine } from '@carom/core'
import { ThreadPool, workerFile } from '../thread-pool.ts'
import { createLineJudge, type LineJudge, type ReplyDefaults } from './reply-lines.ts'
import type { LineBatch } from './text-lines.ts'

/** What every thread has to know. */
export type LineJudgeOptions = { readonly defaults: ReplyDefaults; readonly isExplained: boolean }

export type OrderedLineOptions = LineJudgeOptions & {
  /** Threads; below two, all work stays in this one. */
  readonly workers: number
  /** How many lines must come before threads pay for their start. */
  readonly workersFrom: number
}

/** Lines and the number of the first one, counted from 1. */
export type LineWork = { readonly first: number; readonly lines: LineBatch }

export type JudgedLines = {
  /** One line for each; bytes where a worker made them. */
  readonly output: string | Uint8Array
  /** Numbers of the lines that could not be read. */
  readonly unread: readonly number[]
}

/** Batches in the hands of each thread: one that it judges, one that is ready, one that is done. */
const BATCHES_PER_WORKER = 3

export async function* judgeLinesInOrder(
  batches: AsyncIterable<LineBatch> | Iterable<LineBatch>, options: OrderedLineOptions,
): AsyncGenerator<JudgedLines> {
  const { workers, workersFrom, defaults, isExplained } = options
  let judge: LineJudge | undefined
  let pool: ThreadPool<LineWork, JudgedLines> | undefined
  const pending: Promise<JudgedLines>[] = []
  const next = (): Promise<JudgedLines> => pending.shift() as Promise<JudgedLines>
  let first = 1
  try {
    for await (const lines of batches) {
      const work = { first, lines }
      first += lines.length
      if (workers > 1 && first > workersFrom) {
        const file = workerFile('line-worker', import.meta.url)
        pool ??= new ThreadPool(file, workers, { defaults, isExplained })
        pending.push(pool.run(work))
        if (pending.length >= workers * BATCHES_PER_WORKER) yield await next()
        continue
      }
      judge ??= createLineJudge(createEngine(), defaults, isExplained)
      yield judgeLines(judge, work)
    }
    while (pending.length > 0) yield await next()
  } finally {
    await pool?.close()
  }
}

export function judgeLines(judge: LineJudge, { first, lines }: LineWork): JudgedLines {
  const unread: number[] = []
  let output = ''
  lines.forEach((line, i) => {
    const { text, isRead } = judge(line, first + i)
    if (!isRead) unread.push(first + i)
    output += text + '\n'
  })
  return { output, unread }
}
