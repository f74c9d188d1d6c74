// The journal of systemd, as `journalctl -o json` prints it: one object a line, with a cursor that
// names its place. The same lines may come from a file or from standard input.

import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { detectLog } from '@carom/core'
import { LogFeed } from './feed.ts'
import type { JournaldOptions } from './options.ts'
import type { LogIntake, LogIntakeDeps } from './types.ts'

/** Lines that are looked at to learn which MTA writes them. */
const FIRST_LINES_MAX = 50
/** Characters of the program's complaint that are shown. */
const COMPLAINT_CHARS_MAX = 500
/** Lines read ahead of the store. */
const WAITING_MAX = 10_000
const NO_ORIGIN = (): Promise<null> => Promise.resolve(null)
/** `__CURSOR` stands first or near it. */
const CURSOR = /"__CURSOR" ?: ?"([^"\\]{1,500})"/

/** Follows the journal through the program that prints it, and starts it again when it ends. */
export function createJournaldIntake(options: JournaldOptions, deps: LogIntakeDeps): LogIntake {
  return new JournalFollower(options, deps)
}

/** Reads journal lines from a stream to its end; resolves when all is durable. */
export async function readJournal(
  input: Readable, options: JournaldOptions, deps: LogIntakeDeps,
): Promise<void> {
  const follower = new JournalFollower(options, deps)
  await follower.readAll(input)
}

class JournalFollower implements LogIntake {
  readonly #options: JournaldOptions
  readonly #deps: LogIntakeDeps
  readonly #feed: LogFeed
  readonly #stopping = new AbortController()
  #child: ChildProcess | undefined
  #cursor: string | undefined
  #first: string[] = []
  #running: Promise<void> | undefined

  constructor(options: JournaldOptions, deps: LogIntakeDeps) {
    this.#options = options
    this.#deps = deps
    this.#feed = new LogFeed({ ...options, name: 'journal' }, deps)
  }

  async start(): Promise<void> {
    const checkpoint = await this.#feed.open()
    if (typeof checkpoint?.base === 'string' && checkpoint.base !== '') {
      this.#cursor = checkpoint.base
    }
    this.#running = this.#run()
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    this.#feed.abandon()
    this.#child?.kill('SIGTERM')
    await this.#running
    await this.#feed.snapshot()
  }

  async readAll(input: Readable): Promise<void> {
    await this.#feed.open()
    await this.#readLines(input)
    await this.#takeFirst(true)
    await this.#feed.snapshot()
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping
    while (!signal.aborted) {
      try {
        await this.#follow()
      } catch (error) {
        if (!signal.aborted) this.#deps.log.warn('the journal cannot be read', { error })
      }
      await sleep(this.#options.restartMs, undefined, { signal }).catch(() => undefined)
    }
  }

  async #follow(): Promise<void> {
    const [program = 'journalctl', ...rest] = this.#options.command
    const after = this.#cursor === undefined ? [] : [`--after-cursor=${this.#cursor}`]
    const child = spawn(program, [...rest, ...this.#options.filter, ...after], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    let complaint = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint = (complaint + text).slice(0, COMPLAINT_CHARS_MAX)
    })
    const ended = new Promise<number | Error | null>((resolve) => {
      child.once('error', resolve)
      child.once('close', resolve)
    })
    try {
      await this.#readLines(child.stdout)
    } finally {
      child.kill('SIGTERM')
    }
    const outcome = await ended
    if (this.#stopping.signal.aborted || outcome === 0) return
    if (/cursor/i.test(complaint)) {
      this.#cursor = undefined
      await this.#feed.begin(NO_ORIGIN, '')
      this.#deps.alarm('the journal no longer has the place up to which it was read: lines ' +
        'between may be missing')
    }
    this.#deps.log.warn('the program that prints the journal has ended', {
      program, outcome: outcome instanceof Error ? outcome.message : outcome, complaint,
    })
  }

  async #readLines(input: Readable): Promise<void> {
    const lines = createInterface({ input, crlfDelay: Infinity })
    let waiting: string[] = []
    const state = { isEnded: false }
    lines.on('line', (line) => {
      waiting.push(line)
      if (waiting.length >= WAITING_MAX) lines.pause()
    })
    lines.once('close', () => { state.isEnded = true })
    while ((!state.isEnded || waiting.length > 0) && !this.#stopping.signal.aborted) {
      const taken = waiting
      waiting = []
      for (const line of taken) await this.#take(line)
      await this.#feed.settle()
      if (state.isEnded) continue
      lines.resume()
      if (waiting.length === 0) await sleep(this.#options.batchWaitMs / 2)
    }
    lines.close()
  }

  async #take(line: string): Promise<void> {
    if (this.#feed.mta !== undefined) {
      await this.#read(line)
      return
    }
    this.#first.push(line)
    await this.#takeFirst(this.#first.length >= FIRST_LINES_MAX)
  }

  async #takeFirst(isEnough: boolean): Promise<void> {
    if (this.#feed.mta !== undefined || this.#first.length === 0) return
    const { mta } = this.#options
    const known = mta === 'auto' ? detectLog(this.#first) : mta
    const lines = this.#first
    if (known === undefined) {
      if (isEnough) this.#first = []
      return
    }
    this.#first = []
    await this.#feed.begin(NO_ORIGIN, this.#cursor ?? '', known)
    for (const line of lines) await this.#read(line)
  }

  async #read(line: string): Promise<void> {
    const cursor = CURSOR.exec(line.slice(0, 1_000))?.[1] ?? ''
    const isFull = this.#feed.read(line, cursor)
    if (cursor !== '') this.#cursor = cursor
    if (isFull) await this.#feed.flush()
  }
}
