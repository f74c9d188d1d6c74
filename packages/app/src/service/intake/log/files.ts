// Log files by name and by pattern: one follower for each, and new ones as they come.

import { glob, stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { LogFileOptions } from './options.ts'
import { isRotatedName } from './siblings.ts'
import { FileFollower } from './tail.ts'
import type { LogIntake, LogIntakeDeps } from './types.ts'

type Running = { readonly follower: FileFollower; readonly ended: Promise<void> }

const PATTERN = /[*?[\]{}]/

/** Follows log files; each line becomes durable before its place is written down. */
export function createLogFiles(options: LogFileOptions, deps: LogIntakeDeps): LogIntake {
  return new LogFiles(options, deps)
}

class LogFiles implements LogIntake {
  readonly #options: LogFileOptions
  readonly #deps: LogIntakeDeps
  readonly #running = new Map<string, Running>()
  readonly #stopping = new AbortController()
  #scanning: Promise<void> | undefined

  constructor(options: LogFileOptions, deps: LogIntakeDeps) {
    this.#options = options
    this.#deps = deps
  }

  async start(): Promise<void> {
    await this.#scan()
    if (this.#options.paths.some((path) => PATTERN.test(path))) this.#scanning = this.#rescan()
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#scanning
    for (const { follower } of this.#running.values()) follower.stop()
    await Promise.all([...this.#running.values()].map(({ ended }) => ended))
    this.#running.clear()
  }

  async #rescan(): Promise<void> {
    const { signal } = this.#stopping
    while (!signal.aborted) {
      await sleep(this.#options.rescanMs, undefined, { signal }).catch(() => undefined)
      if (!signal.aborted) await this.#scan()
    }
  }

  async #scan(): Promise<void> {
    try {
      const wanted = new Set(await listFiles(this.#options.paths))
      if (wanted.size > this.#options.filesMax) {
        this.#deps.alarm(`${this.#options.paths.join(', ')} fit ${wanted.size} files; only the ` +
          `first ${this.#options.filesMax} are followed. Name them more narrowly.`)
      }
      for (const path of [...wanted].slice(0, this.#options.filesMax)) this.#follow(path)
      await this.#leave(wanted)
    } catch (error) {
      this.#deps.log.warn('the log files cannot be listed; it is tried again', { error })
    }
  }

  #follow(path: string): void {
    if (this.#running.has(path)) return
    const follower = new FileFollower(path, this.#options, this.#deps)
    this.#running.set(path, { follower, ended: follower.run() })
  }

  /** A file that a pattern fitted and that is gone needs nobody any more. */
  async #leave(wanted: ReadonlySet<string>): Promise<void> {
    for (const [path, { follower, ended }] of this.#running) {
      if (wanted.has(path)) continue
      follower.stop()
      await ended
      this.#running.delete(path)
    }
  }
}

/** Names stay, there or not; of what a pattern fits, rotated files are left to their follower. */
async function listFiles(paths: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const path of paths) {
    if (!PATTERN.test(path)) {
      found.push(path)
      continue
    }
    const matches: string[] = []
    for await (const match of glob(path)) {
      if ((await stat(match).catch(() => undefined))?.isFile() === true) matches.push(match)
    }
    found.push(...withoutRotated(matches))
  }
  return [...new Set(found)].sort()
}

function withoutRotated(paths: readonly string[]): string[] {
  const names = new Set(paths)
  return paths.filter((path) => {
    const folder = dirname(path)
    const name = basename(path)
    for (let end = name.length - 1; end > 0; end--) {
      const base = name.slice(0, end)
      const full = folder === '.' && !path.startsWith('./') ? base : `${folder}/${base}`
      if (names.has(full) && isRotatedName(name, base)) return false
    }
    return true
  })
}
