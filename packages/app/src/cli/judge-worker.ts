// A thread that judges pieces of input as they are handed to it.

import { parentPort, workerData } from 'node:worker_threads'
import type { Piece } from './input/piece.ts'
import { Judge, type JudgeOptions } from './judge.ts'

const judge = new Judge(workerData as JudgeOptions)
const encoder = new TextEncoder()

parentPort?.on('message', (piece: Piece) => {
  const judged = judge.judge(piece)
  const lines = encoder.encode(judged.lines as string)
  parentPort?.postMessage({ ...judged, lines }, [lines.buffer])
})
