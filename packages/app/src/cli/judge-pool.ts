// Threads that judge pieces side by side, with results in the order of the pieces.

import { Worker } from 'node:worker_threads'
import type { Piece } from './input/piece.ts'
import type { Judged, JudgeOptions } from './judge.ts'

type Task = {
  readonly piece: Piece
  readonly resolve: (judged: Judged) => void
  readonly reject: (error: Error) => void
}

export class JudgePool {
  readonly #workers: Worker[] = []
  readonly #idle: Worker[] = []
  readonly #running = new Map<Worker, Task>()
  // First in, first out: a range of an mbox waits for the count of the range before it, which must
  // have begun before.
  readonly #waiting: Task[] = []

  constructor(size: number, options: JudgeOptions) {
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
    const file = new URL(`./judge-worker.${extension}`, import.meta.url)
    for (let i = 0; i < size; i++) {
      const worker = new Worker(file, { workerData: options })
      worker.on('message', (judged: Judged) => this.#finish(worker, judged))
      worker.on('error', (error) => this.#fail(error))
      this.#workers.push(worker)
      this.#idle.push(worker)
    }
  }

  judge(piece: Piece): Promise<Judged> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ piece, resolve, reject })
      this.#start()
    })
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()))
  }

  #start(): void {
    while (this.#idle.length > 0 && this.#waiting.length > 0) {
      const worker = this.#idle.pop() as Worker
      const task = this.#waiting.shift() as Task
      this.#running.set(worker, task)
      const { piece } = task
      worker.postMessage(piece, piece.kind === 'messages' ? [piece.content.buffer] : [])
    }
  }

  #finish(worker: Worker, judged: Judged): void {
    const task = this.#running.get(worker)
    this.#running.delete(worker)
    this.#idle.push(worker)
    this.#start()
    task?.resolve(judged)
  }

  // A thread that dies takes the whole run with it: its piece would be missing from the output.
  #fail(error: Error): void {
    for (const { reject } of [...this.#running.values(), ...this.#waiting]) reject(error)
  }
}
