// Requests that stay open, such as live streams, end with the session that they belong to.

import type { Log } from '../log.ts'

export type Watch = {
  /** Aborted when `signal` is, and when the session is over. */
  readonly add: (session: string, signal: AbortSignal) => AbortSignal
  /** Looks at once: something ended here. */
  readonly recheck: () => void
  readonly stop: () => Promise<void>
}

/** Sessions may be ended by other processes, and by time. */
const LOOK_MS = 10_000

export function createWatch(isAlive: (session: string) => Promise<boolean>, log: Log): Watch {
  const open = new Map<string, Set<AbortController>>()
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> = Promise.resolve()
  const look = async (): Promise<void> => {
    try {
      for (const [session, controllers] of open) {
        if (await isAlive(session)) continue
        for (const controller of controllers) controller.abort()
      }
    } catch (error) {
      log.warn('sessions of live streams could not be looked at; trying again', { error })
    }
  }
  const recheck = (): void => { if (open.size > 0) looking = looking.then(look) }
  const remove = (session: string, controller: AbortController): void => {
    const controllers = open.get(session)
    controllers?.delete(controller)
    if (controllers?.size === 0) open.delete(session)
    if (open.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
  return {
    recheck,
    add(session, signal) {
      const controller = new AbortController()
      const controllers = open.get(session) ?? new Set()
      open.set(session, controllers.add(controller))
      timer ??= setInterval(recheck, LOOK_MS).unref()
      const end = (): void => controller.abort()
      signal.addEventListener('abort', end, { once: true })
      controller.signal.addEventListener('abort', () => {
        signal.removeEventListener('abort', end)
        remove(session, controller)
      }, { once: true })
      if (signal.aborted) controller.abort()
      return controller.signal
    },
    async stop() {
      clearInterval(timer)
      await looking
    },
  }
}
