// Threads that judge, and a watchdog: a thread that stalls, dies or runs out of memory is replaced,
// and the input that did it is found by judging the inputs of its batch one by one (F16, F17).

import { Worker } from 'node:worker_threads'
import type { JudgeInput, JudgeOutput } from './judge.ts'

export type JudgePoolOptions = {
  /** Threads that judge side by side; 0 judges in the main thread. @default 1 */
  readonly threads: number
  /** A batch that takes longer is given up. @default 10,000 */
  readonly timeoutMs: number
  /**
   * Heap of one thread for old objects, in MiB. Texts, pages and parts of 32 MB, and reports of
   * 200,000 recipients, are judged in 128. @default 192
   */
  readonly memoryMib: number
}

export const JUDGE_POOL_DEFAULTS: JudgePoolOptions = {
  threads: 1, timeoutMs: 10_000, memoryMib: 192,
}

/** Memory of a thread for young objects: more makes it bigger and hardly faster. */
const YOUNG_MIB_MAX = 24

/** What became of an input: judged, or it broke the thread that judged it. */
export type Judgement =
  | { readonly kind: 'judged'; readonly output: JudgeOutput }
  | { readonly kind: 'broke'; readonly why: string }

/** No thread could be started: no input is at fault. */
class JudgeStartError extends Error {
  constructor(cause: Error) {
    super(`no thread for judging could be started: ${cause.message}`, { cause })
    this.name = 'JudgeStartError'
  }
}

type Judge = (inputs: readonly JudgeInput[]) => JudgeOutput[]
type Task = {
  readonly inputs: readonly JudgeInput[]
  readonly resolve: (outputs: JudgeOutput[]) => void
  readonly reject: (error: Error) => void
}

export class JudgePool {
  readonly #options: JudgePoolOptions
  readonly #idle: Worker[] = []
  readonly #waiting: Task[] = []
  readonly #running = new Map<Worker, { task: Task; timer: NodeJS.Timeout }>()
  readonly #starting = new Set<Worker>()
  #workers = 0
  #closed = false
  #judgeHere: Judge | undefined

  constructor(options: JudgePoolOptions = JUDGE_POOL_DEFAULTS) {
    this.#options = options
  }

  /** One judgement for each input, in order. @throws JudgeStartError, never because of an input */
  async judge(inputs: readonly JudgeInput[]): Promise<Judgement[]> {
    try {
      return (await this.#run(inputs)).map((output) => ({ kind: 'judged', output }))
    } catch (error) {
      if (error instanceof JudgeStartError) throw error
      if (inputs.length <= 1) {
        return inputs.map(() => ({ kind: 'broke', why: (error as Error).message }))
      }
      const judgements: Judgement[] = []
      for (const input of inputs) judgements.push(...await this.judge([input]))
      return judgements
    }
  }

  /** Starts a thread before there is anything to judge: the first input would wait for it. */
  warmUp(): void {
    if (this.#workers === 0 && !this.#closed) this.#startWorker()
  }

  async close(): Promise<void> {
    this.#closed = true
    const workers = [...this.#idle, ...this.#running.keys(), ...this.#starting]
    await Promise.all(workers.map((worker) => worker.terminate()))
  }

  async #run(inputs: readonly JudgeInput[]): Promise<JudgeOutput[]> {
    if (this.#options.threads === 0) {
      this.#judgeHere ??= await importJudge()
      return this.#judgeHere(inputs)
    }
    return await new Promise((resolve, reject) => {
      this.#waiting.push({ inputs, resolve, reject })
      this.#startNext()
    })
  }

  #startNext(): void {
    if (this.#waiting.length === 0 || this.#closed) return
    const worker = this.#idle.pop()
    if (worker === undefined) return this.#startWorker()
    const task = this.#waiting.shift() as Task
    const timer = setTimeout(() => {
      this.#drop(worker, new Error(`took longer than ${this.#options.timeoutMs} ms`))
      void worker.terminate()
    }, this.#options.timeoutMs)
    this.#running.set(worker, { task, timer })
    worker.postMessage(task.inputs, [])
  }

  #startWorker(): void {
    if (this.#workers >= this.#options.threads) return
    const worker = new Worker(workerFile(), {
      resourceLimits: {
        maxOldGenerationSizeMb: this.#options.memoryMib, maxYoungGenerationSizeMb: YOUNG_MIB_MAX,
      },
    })
    this.#workers += 1
    this.#starting.add(worker)
    worker.unref()
    worker.on('message', (outputs: JudgeOutput[] | 'ready') => {
      if (outputs === 'ready') this.#ready(worker)
      else this.#finish(worker, outputs)
    })
    worker.on('error', (error) => this.#drop(worker, error))
    worker.on('exit', () => this.#drop(worker, new Error('the judging thread ended')))
  }

  #ready(worker: Worker): void {
    this.#starting.delete(worker)
    this.#idle.push(worker)
    this.#startNext()
  }

  #finish(worker: Worker, outputs: JudgeOutput[]): void {
    const run = this.#running.get(worker)
    this.#running.delete(worker)
    if (run === undefined) return
    clearTimeout(run.timer)
    this.#idle.push(worker)
    run.task.resolve(outputs)
    this.#startNext()
  }

  #drop(worker: Worker, error: Error): void {
    const run = this.#running.get(worker)
    const idle = this.#idle.indexOf(worker)
    const hasFailedToStart = this.#starting.delete(worker)
    if (run === undefined && idle < 0 && !hasFailedToStart) return
    this.#workers -= 1
    if (idle >= 0) this.#idle.splice(idle, 1)
    this.#running.delete(worker)
    clearTimeout(run?.timer)
    run?.task.reject(error)
    // A thread that cannot be started now will not be at once: whoever waits is told.
    if (hasFailedToStart) {
      for (const task of this.#waiting.splice(0)) task.reject(new JudgeStartError(error))
    }
    this.#startNext()
  }
}

async function importJudge(): Promise<Judge> {
  const { judgeInput } = await import('./judge.ts')
  return (inputs) => inputs.map(judgeInput)
}

/** The thread's file beside this one: a source in the sources, a bundle in the bundle. */
function workerFile(): URL {
  return import.meta.url.endsWith('.ts')
    ? new URL('./judge-worker.ts', import.meta.url)
    : new URL('./service-judge-worker.js', import.meta.url)
}
