// The mbox intake: follows mbox files as they grow, are rotated, cut or rewritten; reads only.

import { watch } from 'node:fs'
import type { FSWatcher } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { createBell } from './mailbox/bell.ts'
import type { Bell } from './mailbox/bell.ts'
import { fileProblem, hasCode } from './mailbox/file-error.ts'
import { keepHealth, problemText } from './mailbox/health.ts'
import type { HealthKeeper } from './mailbox/health.ts'
import { keepTrying } from './mailbox/keep-trying.ts'
import type { KeptMailDeps } from './mailbox/kept-mail.ts'
import { readsAsBounce } from './mailbox/read-bounce.ts'
import type { MailIntake, MailIntakeDeps } from './mailbox/types.ts'
import { formatCheckpoint, parseCheckpoint } from './mbox/checkpoint.ts'
import type { Checkpoint } from './mbox/checkpoint.ts'
import { checkMboxOptions } from './mbox/options.ts'
import type { MboxOptions, MboxSettings } from './mbox/options.ts'
import { readMboxFile } from './mbox/read-file.ts'

export type { MboxSettings } from './mbox/options.ts'

/** Throws a TypeError where the settings cannot work. */
export function createMboxIntake(settings: MboxSettings, deps: MailIntakeDeps): MailIntake {
  const options = checkMboxOptions(settings)
  const places = options.files.map((file) => ({ file, health: keepHealth(file, deps.now) }))
  const stopping = new AbortController()
  const { signal } = stopping
  let running: Promise<unknown> = Promise.resolve()
  return {
    start: () => {
      running = Promise.all(places.map(({ file, health }) => {
        const following: Following = {
          file, options, health, signal, current: undefined, looks: 0,
          deps: {
            ...deps, isBounce: deps.isBounce ?? readsAsBounce, noteInput: health.noteInput,
          },
        }
        return keepTrying({
          options, deps, health, signal,
          turn: () => followFile(following),
          progress: () => following.looks,
          describe: (error) => ({
            problem: fileProblem(error) ?? problemText(error), patient: false,
          }),
        })
      }))
      return Promise.resolve()
    },
    stop: async () => {
      stopping.abort()
      await running
    },
    health: () => places.map(({ health }) => health.read()),
  }
}

type OpenFile = {
  readonly handle: FileHandle
  readonly device: number
  readonly inode: number
  checkpoint: Checkpoint | undefined
  /** Size and time of change when it was looked at last. */
  state: string
  /** When that state was first seen. */
  since: number
}

type Following = {
  readonly file: string
  readonly options: MboxOptions
  readonly deps: MailIntakeDeps & KeptMailDeps
  readonly health: HealthKeeper
  readonly signal: AbortSignal
  /** Kept open, so that what was written before a rotation is still read after it. */
  current: OpenFile | undefined
  looks: number
}

async function followFile(following: Following): Promise<void> {
  const { file, options, health, signal } = following
  const bell = createBell()
  const watcher = watchFile(file, bell)
  try {
    while (!signal.aborted) {
      bell.silence()
      await lookOnce(following)
      following.looks += 1
      health.set('ok')
      await bell.wait(Math.min(options.scanMs, options.quietMs), signal)
    }
  } finally {
    watcher?.close()
    await following.current?.handle.close()
    following.current = undefined
  }
}

async function lookOnce(following: Following): Promise<void> {
  const { file, deps } = following
  const found = await stat(file).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  })
  const { current } = following
  if (current !== undefined &&
    (found?.dev !== current.device || found.ino !== current.inode)) {
    await readOn(following, current, true)
    following.current = undefined
    await current.handle.close()
  }
  if (found === undefined) return
  if (!found.isFile()) throw new Error(`${file} is no file; for a folder of mail use maildir`)
  following.current ??= await openFile(following)
  const opened = following.current
  const { size, mtimeMs } = await opened.handle.stat()
  const state = `${size} ${mtimeMs}`
  if (state !== opened.state) Object.assign(opened, { state, since: deps.now() })
  else if (opened.checkpoint?.offset === size) return
  const isQuiet = deps.now() - opened.since >= following.options.quietMs
  await readOn(following, opened, isQuiet)
}

async function openFile({ file, deps }: Following): Promise<OpenFile> {
  const handle = await open(file, 'r')
  const { dev, ino } = await handle.stat()
  const checkpoint = parseCheckpoint(await deps.cursors.get(`mbox${file}`))
  return { handle, device: dev, inode: ino, checkpoint, state: '', since: 0 }
}

async function readOn(
  { file, options, deps, signal }: Following, opened: OpenFile, isQuiet: boolean,
): Promise<void> {
  opened.checkpoint = await readMboxFile({
    handle: opened.handle, file, options, deps, signal, checkpoint: opened.checkpoint, isQuiet,
    save: (checkpoint) => deps.cursors.set(`mbox${file}`, formatCheckpoint(checkpoint)),
  })
}

/** The folder is watched, since a rotation replaces the file; undefined where that cannot be. */
function watchFile(file: string, bell: Bell): FSWatcher | undefined {
  const name = basename(file)
  try {
    return watch(dirname(file), { persistent: false }, (_event, changed) => {
      if (changed === null || changed === name) bell.ring()
    }).on('error', bell.ring)
  } catch (error) {
    if (error instanceof Error) return undefined
    throw error
  }
}
