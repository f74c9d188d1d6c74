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
/** Pages of the log that are moved while writers wait; before, it is moved beside them. */
const LAST_PAGES_MAX = 1500
/** So often it is tried to get down to them: where writers are faster, they have to wait longer. */
const TRIES_MAX = 3
/** How long the thread waits for readers, and for writers of other processes. */
const WAIT_MS = 200

export type Checkpoints = {
  /** Something was committed, or could not be. */
  readonly note: () => void
  /** Resolves when a writer may go on. */
  readonly turn: () => Promise<void>
  readonly close: () => Promise<void>
}

/** What the thread says: writers shall wait, or it has done its work, and what went wrong. */
type Message = { readonly kind: 'wait' } | { readonly kind: 'done'; readonly problem?: string }

/** @param isWriting whether a transaction of this process is open */
export function startCheckpoints(
  path: string, isWriting: () => boolean, warn: (message: string) => void,
): Checkpoints {
  // From the text of the function, so that no second file has to be found, bundled or not.
  const worker = new Worker(`(${work.toString()})()`, {
    eval: true, workerData: {
      path, pagesMax: LOG_PAGES_MAX, lastPagesMax: LAST_PAGES_MAX, triesMax: TRIES_MAX,
      waitMs: WAIT_MS,
    },
    resourceLimits: { maxYoungGenerationSizeMb: 2, maxOldGenerationSizeMb: 16 },
  })
  let timer: NodeJS.Timeout | undefined
  let isClosed = false
  let goOn = (): void => undefined
  let turn: Promise<void> | undefined
  // Writers shall wait, but one of them is not at its end.
  let isDue = false
  const finish = (): void => {
    isDue = false
    worker.postMessage('finish', [])
  }
  const ended = new Promise<void>((resolve) => { worker.once('exit', () => resolve()) })
  // Without the thread COMMIT does its work, only slower.
  worker.on('error', (error) => {
    isClosed = true
    goOn()
    warn(`the log of the store is moved by its writer from now on: ${error.message}`)
  })
  worker.on('message', (message: Message) => {
    if (message.kind === 'wait') {
      turn = new Promise((resolve) => { goOn = resolve })
      if (isWriting()) isDue = true
      else finish()
      return
    }
    timer = turn = undefined
    goOn()
    const { problem } = message
    if (problem !== undefined) warn(`the log of the store could not be moved: ${problem}`)
  })
  worker.unref()
  return {
    note: () => {
      if (isClosed || timer !== undefined) return
      timer = setTimeout(() => worker.postMessage('move', []), CHECKPOINT_MS)
      timer.unref()
    },
    turn: async () => {
      if (isDue) finish()
      if (turn === undefined) return
      // A command that does nothing but write would end here, in the middle of its work.
      worker.ref()
      await turn
      worker.unref()
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
  const { path, pagesMax, lastPagesMax, triesMax, waitMs } = workerData as {
    path: string; pagesMax: number; lastPagesMax: number; triesMax: number; waitMs: number
  }
  const database = new DatabaseSync(path, { timeout: waitMs })
  const passive = database.prepare('PRAGMA wal_checkpoint(PASSIVE)')
  const restart = database.prepare('PRAGMA wal_checkpoint(RESTART)')
  const say = (message: Message): void => parentPort?.postMessage(message, [])
  // Beside writers, who make the log longer meanwhile: what they add is less each time.
  const move = (): void => {
    for (let tries = 1; ; tries += 1) {
      const { log = 0, checkpointed = 0 } = passive.get() ?? {}
      const [pages, left] = [Number(log), Number(log) - Number(checkpointed)]
      if (pages <= pagesMax) return say({ kind: 'done' })
      if (left <= lastPagesMax || tries === triesMax) return say({ kind: 'wait' })
    }
  }
  parentPort?.on('message', (message: 'move' | 'finish' | 'end') => {
    if (message === 'end') {
      database.close()
      parentPort?.close()
      return
    }
    try {
      if (message === 'move') return move()
      restart.get()
      say({ kind: 'done' })
    } catch (error) {
      // Such as a full disk: what is in the log stays there, and is tried again.
      say({ kind: 'done', problem: String(error) })
    }
  })
}
