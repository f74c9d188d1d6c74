// Group commit: transactions that wait at the same moment share one COMMIT, each in a savepoint,
// and groups that were committed meanwhile share one wait for the disk.

import { failpoint } from './failpoint.ts'

/** What the queue needs of a connection. Every call is made in turn, never two at once. */
export type GroupConnection = {
  /** Begins a transaction; waits its turn beside other processes. */
  readonly begin: () => Promise<void>
  readonly exec: (sql: string) => unknown
  /** False when the database has undone the whole transaction by itself. */
  readonly isInTransaction: () => boolean
  /** Undoes what is left of the transaction; never throws. */
  readonly rollBack: () => void
  /** Resolves when all that was committed before is on the disk. */
  readonly synchronize: () => Promise<void>
}

type Job = {
  readonly work: () => unknown
  readonly resolve: (result: unknown) => void
  readonly reject: (error: unknown) => void
}

type Done = { readonly job: Job; readonly result: unknown }

/** A group takes in no more once it has lasted so long, so that its first may be acknowledged. */
const GROUP_MS_MAX = 25
/** Longer than any group lasts in this time; a write inside of a write would wait for ever. */
const GROUP_MS_ODD = 10_000

export class WriteQueue {
  readonly #connection: GroupConnection
  readonly #warn: (message: string) => void
  // What is short and acknowledged to a peer goes before what may be long.
  #urgent: Job[] = []
  #ordinary: Job[] = []
  #running: Promise<void> | undefined
  // Committed, but not yet on the disk: not to be acknowledged.
  #committed: Done[] = []
  #synchronizing: Promise<void> | undefined

  constructor(connection: GroupConnection, warn: (message: string) => void) {
    this.#connection = connection
    this.#warn = warn
  }

  /**
   * Runs `work` in a transaction and resolves with its result once that is durable. What `work`
   * wrote is undone when it throws.
   */
  submit<Result>(work: () => Result | Promise<Result>, isUrgent: boolean): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      const queue = isUrgent ? this.#urgent : this.#ordinary
      queue.push({ work, resolve: (result) => resolve(result as Result), reject })
      this.#running ??= this.#drain()
    })
  }

  /** Resolves when nothing is waiting. */
  async idle(): Promise<void> {
    await this.#running
    await this.#synchronizing
  }

  async #drain(): Promise<void> {
    do {
      // All that arrives in this turn of the event loop joins the group.
      await new Promise<void>((resolve) => { setImmediate(resolve) })
      const guard = setTimeout(() => this.#warn(
        'one group of writes has been open for 10 s; does a write wait for another write?',
      ), GROUP_MS_ODD)
      guard.unref()
      await this.#commitGroup()
      clearTimeout(guard)
    } while (this.#urgent.length > 0 || this.#ordinary.length > 0)
    this.#running = undefined
  }

  async #commitGroup(): Promise<void> {
    try {
      await this.#connection.begin()
    } catch (error) {
      // All that waited fared alike: the caller knows better whether to ask again.
      this.#takeAll().forEach(({ reject }) => reject(error))
      return
    }
    const done: Done[] = []
    try {
      await this.#runJobs(done)
      failpoint('commit.before')
      this.#connection.exec('COMMIT')
    } catch (error) {
      this.#connection.rollBack()
      done.forEach(({ job }) => job.reject(error))
      return
    }
    this.#committed.push(...done)
    // With nothing to wait for it would be over before it could be kept.
    if (done.length > 0) this.#synchronizing ??= this.#synchronize()
  }

  // Beside the event loop, and beside the next group.
  async #synchronize(): Promise<void> {
    while (this.#committed.length > 0) {
      const done = this.#committed
      this.#committed = []
      try {
        await this.#connection.synchronize()
        failpoint('commit.after')
        done.forEach(({ job, result }) => job.resolve(result))
      } catch (error) {
        done.forEach(({ job }) => job.reject(error))
      }
    }
    this.#synchronizing = undefined
  }

  // Throws when all that was done is lost; a job that fails by itself is rejected here.
  async #runJobs(done: Done[]): Promise<void> {
    const start = performance.now()
    for (;;) {
      const job = this.#urgent.shift() ?? this.#ordinary.shift()
      if (job === undefined) return
      this.#connection.exec('SAVEPOINT work')
      try {
        const result = await job.work()
        this.#connection.exec('RELEASE work')
        done.push({ job, result })
      } catch (error) {
        job.reject(error)
        if (!this.#connection.isInTransaction()) throw error
        this.#connection.exec('ROLLBACK TO work')
        this.#connection.exec('RELEASE work')
      }
      if (performance.now() - start > GROUP_MS_MAX) return
    }
  }

  #takeAll(): Job[] {
    const jobs = [...this.#urgent, ...this.#ordinary]
    this.#urgent = []
    this.#ordinary = []
    return jobs
  }
}
