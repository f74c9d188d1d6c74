// A thread that judges inputs as they are handed to it.

import { parentPort } from 'node:worker_threads'
import { judgeInput, type JudgeInput } from './judge.ts'

// Loading takes longer than judging: nobody should hold it for a stall.
parentPort?.postMessage('ready', [])

parentPort?.on('message', (inputs: readonly JudgeInput[]) => {
  parentPort?.postMessage(inputs.map(judgeInput), [])
})
