// Threads that work side by side; each piece of work goes to the next idle one, first in, first
// out.

import { Worker, type Transferable } from 'node:worker_threads'

/**
 * What a thread may fill before it looks for what is still in use. By default it is three times as
 * much: that saves no time here, since nearly all that is made for one message goes with it.
 */
const YOUNG_GENERATION_MB = 16

type Task<Work, Result> = {
  readonly work: Work
  readonly transfer: readonly Transferable[]
  readonly resolve: (result: Result) => void
  readonly reject: (error: Error) => void
}

export class ThreadPool<Work, Result> {
  readonly #workers: Worker[] = []
  readonly #idle: Worker[] = []
  readonly #running = new Map<Worker, Task<Work, Result>>()
  // First in, first out: a range of an mbox waits for the count of the range before it, which must
  // have begun before.
  readonly #waiting: Task<Work, Result>[] = []

  constructor(file: URL, size: number, options: unknown) {
    for (let i = 0; i < size; i++) {
      const worker = new Worker(file, {
        workerData: options,
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
      })
      worker.on('message', (result: Result) => this.#finish(worker, result))
      worker.on('error', (error) => this.#fail(error))
      this.#workers.push(worker)
      this.#idle.push(worker)
    }
  }

  /** Resolves to what the worker answers; what is in `transfer` moves there without a copy. */
  run(work: Work, transfer: readonly Transferable[] = []): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ work, transfer, resolve, reject })
      this.#start()
    })
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()))
  }

  #start(): void {
    while (this.#idle.length > 0 && this.#waiting.length > 0) {
      const worker = this.#idle.pop() as Worker
      const task = this.#waiting.shift() as Task<Work, Result>
      this.#running.set(worker, task)
      worker.postMessage(task.work, task.transfer)
    }
  }

  #finish(worker: Worker, result: Result): void {
    const task = this.#running.get(worker)
    this.#running.delete(worker)
    this.#idle.push(worker)
    this.#start()
    task?.resolve(result)
  }

  // A thread that dies takes the whole run with it: its piece would be missing from the output.
  #fail(error: Error): void {
    for (const { reject } of [...this.#running.values(), ...this.#waiting]) reject(error)
  }
}

/** The worker file of this name beside the module at `url`, in the sources or in the bundle. */
export function workerFile(name: string, url: string): URL {
  return new URL(`./${name}.${url.endsWith('.ts') ? 'ts' : 'js'}`, url)
}
