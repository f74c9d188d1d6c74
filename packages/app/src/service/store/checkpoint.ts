// Moves what was committed from SQLite's log into its file, in a thread of its own: that takes as
// long as the disk takes, and the service must answer meanwhile.

import { Worker } from 'node:worker_threads'

/** So often at most, and only after something was written. */
const CHECKPOINT_MS = 1000
/**
 * Pages of 4 kB in the log from which on writers wait until it begins anew: otherwise it would grow
 * for as long as they never pause.
 */
const LOG_PAGES_MAX = 8000
/** How long the thread waits for readers and writers then. */
const WAIT_MS = 500

export type Checkpoints = {
  /** Something was committed, or could not be. */
  readonly note: () => void
  readonly close: () => Promise<void>
}

export function startCheckpoints(path: string, warn: (message: string) => void): Checkpoints {
  // From the text of the function, so that no second file has to be found, bundled or not.
  const worker = new Worker(`(${work.toString()})()`, {
    eval: true, workerData: { path, pagesMax: LOG_PAGES_MAX, waitMs: WAIT_MS },
    resourceLimits: { maxYoungGenerationSizeMb: 2, maxOldGenerationSizeMb: 16 },
  })
  let timer: NodeJS.Timeout | undefined
  let isClosed = false
  const ended = new Promise<void>((resolve) => { worker.once('exit', () => resolve()) })
  // Without the thread COMMIT does its work, only slower.
  worker.on('error', (error) => {
    isClosed = true
    warn(`the log of the store is moved by its writer from now on: ${error.message}`)
  })
  worker.on('message', (problem: string | undefined) => {
    timer = undefined
    if (problem !== undefined) warn(`the log of the store could not be moved: ${problem}`)
  })
  worker.unref()
  return {
    note: () => {
      if (isClosed || timer !== undefined) return
      timer = setTimeout(() => worker.postMessage('move', []), CHECKPOINT_MS)
      timer.unref()
    },
    close: async () => {
      clearTimeout(timer)
      if (!isClosed) worker.postMessage('end', [])
      isClosed = true
      worker.ref()
      await ended
    },
  }
}

// All that it uses comes from within: only its text goes to the thread.
function work(): void {
  const { parentPort, workerData } = process.getBuiltinModule('node:worker_threads')
  const { DatabaseSync } = process.getBuiltinModule('node:sqlite')
  const { path, pagesMax, waitMs } = workerData as {
    path: string; pagesMax: number; waitMs: number
  }
  const database = new DatabaseSync(path, { timeout: waitMs })
  const passive = database.prepare('PRAGMA wal_checkpoint(PASSIVE)')
  const restart = database.prepare('PRAGMA wal_checkpoint(RESTART)')
  parentPort?.on('message', (message: 'move' | 'end') => {
    if (message === 'end') {
      database.close()
      parentPort?.close()
      return
    }
    let problem: string | undefined
    try {
      const pages = Number(passive.get()?.['log'] ?? 0)
      if (pages > pagesMax) restart.get()
    } catch (error) {
      // Such as a full disk: what is in the log stays there, and is tried again.
      problem = String(error)
    }
    parentPort?.postMessage(problem, [])
  })
}
