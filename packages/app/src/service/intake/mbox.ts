// The mbox intake: follows mbox files as they grow, are rotated, cut or rewritten; reads only.

import { watch } from 'node:fs'
import type { FSWatcher } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { createBell } from './mailbox/bell.ts'
import type { Bell } from './mailbox/bell.ts'
import { hasCode } from './mailbox/file-error.ts'
import type { MailIntake, MailIntakeDeps } from './mailbox/types.ts'
import { watchPlaces } from './mailbox/watch-places.ts'
import type { WatchedPlace } from './mailbox/watch-places.ts'
import { formatCheckpoint, parseCheckpoint } from './mbox/checkpoint.ts'
import type { Checkpoint } from './mbox/checkpoint.ts'
import { checkMboxOptions } from './mbox/options.ts'
import type { MboxOptions, MboxSettings } from './mbox/options.ts'
import { readMboxFile } from './mbox/read-file.ts'

export type { MboxSettings } from './mbox/options.ts'

/** Throws a TypeError where the settings cannot work. */
export function createMboxIntake(settings: MboxSettings, deps: MailIntakeDeps): MailIntake {
  const options = checkMboxOptions(settings)
  return watchPlaces(options.files, options, deps, followFile)
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

type Following = WatchedPlace<MboxOptions> & {
  /** Kept open, so that what was written before a rotation is still read after it. */
  current: OpenFile | undefined
}

async function followFile(place: WatchedPlace<MboxOptions>): Promise<void> {
  const { path, options, health, signal } = place
  const following: Following = { ...place, current: undefined }
  const bell = createBell()
  const watcher = watchFile(path, bell)
  try {
    while (!signal.aborted) {
      bell.silence()
      await lookOnce(following)
      place.looks += 1
      health.set('ok')
      await bell.wait(Math.min(options.scanMs, options.quietMs), signal)
    }
  } finally {
    watcher?.close()
    await following.current?.handle.close()
  }
}

async function lookOnce(following: Following): Promise<void> {
  const { path: file, deps } = following
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

async function openFile({ path: file, deps }: Following): Promise<OpenFile> {
  const handle = await open(file, 'r')
  const { dev, ino } = await handle.stat()
  const checkpoint = parseCheckpoint(await deps.cursors.get(`mbox${file}`))
  return { handle, device: dev, inode: ino, checkpoint, state: '', since: 0 }
}

async function readOn(
  { path: file, options, deps, signal }: Following, opened: OpenFile, isQuiet: boolean,
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
