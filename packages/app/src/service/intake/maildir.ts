// The Maildir intake: keeps the bounces in folders on this machine, and only then touches them.

import { watch } from 'node:fs'
import type { FSWatcher } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { waitMs } from './mailbox/backoff.ts'
import { createBell } from './mailbox/bell.ts'
import type { Bell } from './mailbox/bell.ts'
import { readKnown } from './mailbox/known.ts'
import type { MailIntake, MailIntakeDeps } from './mailbox/types.ts'
import { watchPlaces } from './mailbox/watch-places.ts'
import type { WatchedPlace } from './mailbox/watch-places.ts'
import { checkMaildirOptions } from './maildir/options.ts'
import type { MaildirOptions, MaildirSettings } from './maildir/options.ts'
import { readFolder } from './maildir/read-folder.ts'

export type { MaildirSettings } from './maildir/options.ts'

/** Throws a TypeError where the settings cannot work. */
export function createMaildirIntake(settings: MaildirSettings, deps: MailIntakeDeps): MailIntake {
  const options = checkMaildirOptions(settings)
  return watchPlaces(options.folders, options, deps, watchFolder)
}

/** How often the names that are known are written down while mail comes. */
const SAVE_EVERY_MS = 5_000

/** Looks whenever the file system tells of something, and from time to time. */
async function watchFolder(place: WatchedPlace<MaildirOptions>): Promise<void> {
  const { path: folder, options, deps, health, signal } = place
  const key = `maildir${folder}`
  const known = readKnown(await deps.cursors.get(key))
  const seen = new Set<string>()
  if (options.after === 'move' && options.moveTo !== undefined) await makeMaildir(options.moveTo)
  const bell = createBell()
  const watchers = ['new', 'cur'].map((part) => watchPart(join(folder, part), bell))
  let savedAt = -Infinity
  // A megabyte of names is not written for each message: what is lost by that is read again.
  const save = async (isLast = false): Promise<void> => {
    if (!known.isChanged() || (!isLast && deps.now() - savedAt < SAVE_EVERY_MS)) return
    savedAt = deps.now()
    await deps.cursors.set(key, known.toCursor())
  }
  try {
    while (!signal.aborted) {
      bell.silence()
      await readFolder({ folder, options, known, seen, deps, signal, save })
      place.looks += 1
      health.set('ok')
      await bell.wait(options.scanMs, signal)
      await waitMs(options.settleMs, signal)
    }
  } finally {
    for (const watcher of watchers) watcher?.close()
    await save(true)
  }
}

/** Undefined where the system cannot watch (no inotify left, a network share): looks find it. */
function watchPart(path: string, bell: Bell): FSWatcher | undefined {
  try {
    return watch(path, { persistent: false }, bell.ring).on('error', bell.ring)
  } catch (error) {
    if (error instanceof Error) return undefined
    throw error
  }
}

async function makeMaildir(folder: string): Promise<void> {
  for (const part of ['tmp', 'new', 'cur']) await mkdir(join(folder, part), { recursive: true })
}
