// Asks the engine in a worker; it is started with the first question.

import type { Asked, Told } from './engine-worker.ts'
import type { Answer, Question } from './types.ts'

type Waiting = {
  readonly resolve: (answer: Answer) => void; readonly reject: (error: Error) => void
}

export type Ask = (question: Question) => Promise<Answer>

let worker: Worker | undefined
let lastId = 0
const waiting = new Map<number, Waiting>()

export const askWorker: Ask = async (question) => {
  worker ??= start()
  lastId += 1
  const asked: Asked = { id: lastId, question }
  worker.postMessage(asked, [])
  return await new Promise<Answer>((resolve, reject) => {
    waiting.set(asked.id, { resolve, reject })
  })
}

function start(): Worker {
  const started = new Worker(new URL('./engine-worker.ts', import.meta.url), { type: 'module' })
  started.addEventListener('message', ({ data }: MessageEvent<Told>) => {
    const one = waiting.get(data.id)
    waiting.delete(data.id)
    if ('answer' in data) one?.resolve(data.answer)
    else one?.reject(new Error(data.failure))
  })
  started.addEventListener('error', () => {
    for (const { reject } of waiting.values()) {
      reject(new Error('The engine could not be loaded. Load the page anew.'))
    }
    waiting.clear()
    started.terminate()
    worker = undefined
  })
  return started
}
