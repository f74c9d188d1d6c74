// A thread that judges batches of JSON lines as they are handed to it.

import { parentPort, workerData } from 'node:worker_threads'
import { createEngine } from '@carom/core'
import { judgeLines, type LineJudgeOptions, type LineWork } from './judge-lines.ts'
import { createLineJudge } from './reply-lines.ts'

const { defaults, isExplained } = workerData as LineJudgeOptions
const judge = createLineJudge(createEngine(), defaults, isExplained)
const encoder = new TextEncoder()

parentPort?.on('message', (work: LineWork) => {
  const judged = judgeLines(judge, work)
  const output = encoder.encode(judged.output as string)
  parentPort?.postMessage({ ...judged, output }, [output.buffer])
})
