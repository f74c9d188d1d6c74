// One look through a Maildir folder: what is new in new/ and cur/ becomes durable, and is touched
// only then. What lies in tmp/ is half written and none of our business.

import { constants } from 'node:fs'
import { open, opendir } from 'node:fs/promises'
import { join } from 'node:path'
import { MESSAGE_BYTES_MAX } from '@carom/core'
import { hasCode } from '../mailbox/file-error.ts'
import { collectMail } from '../mailbox/kept-mail.ts'
import type { KeptMailDeps } from '../mailbox/kept-mail.ts'
import { shortName } from '../mailbox/known.ts'
import type { KnownMessages } from '../mailbox/known.ts'
import { BATCH_MESSAGES_MAX, MAILDIR_FILES_MAX } from '../mailbox/limits.ts'
import { baseName, isMessageName } from './file-name.ts'
import type { MaildirFile } from './file-name.ts'
import type { MaildirOptions } from './options.ts'
import { touchFile } from './touch-file.ts'

export type FolderLook = {
  readonly folder: string
  readonly options: MaildirOptions
  readonly known: KnownMessages
  /** Base names that need no look at `known` again. */
  readonly seen: Set<string>
  readonly deps: KeptMailDeps
  readonly signal: AbortSignal
  /** Called after each batch, with `known` grown. */
  readonly save: () => Promise<void>
}

/** Rejects where the folder cannot be read, a file cannot be touched, or the store fails. */
export async function readFolder(look: FolderLook): Promise<void> {
  const { folder, known, seen, signal } = look
  const files = new Map<string, MaildirFile>()
  for (const part of ['new', 'cur'] as const) await listFiles(folder, part, files)
  forgetGone(look, files)
  const fresh = [...files].filter(([base]) => {
    if (seen.has(base)) return false
    if (known.timesSeen(shortName(base)) === 0) return true
    seen.add(base)
    return false
  }).sort(([a], [b]) => (a < b ? -1 : 1)).map(([, file]) => file)
  const failures: unknown[] = []
  for (let at = 0; at < fresh.length && !signal.aborted; at += BATCH_MESSAGES_MAX) {
    await readBatch(look, fresh.slice(at, at + BATCH_MESSAGES_MAX), failures)
  }
  await look.save()
  // One file that cannot be read or touched holds up no other.
  if (failures.length > 0) throw failures[0]
}

async function listFiles(
  folder: string, part: MaildirFile['part'], files: Map<string, MaildirFile>,
): Promise<void> {
  for await (const { name } of await opendir(join(folder, part), { bufferSize: 1_024 })) {
    if (!isMessageName(name)) continue
    files.set(baseName(name), { part, name })
    if (files.size > MAILDIR_FILES_MAX) {
      throw new Error(`${folder} holds more than ${MAILDIR_FILES_MAX} files; move old mail away`)
    }
  }
}

function forgetGone({ known, seen }: FolderLook, files: ReadonlyMap<string, unknown>): void {
  // At the first look nothing tells what went while nobody looked; a hash of each name does.
  if (seen.size === 0) {
    known.keepOnly(new Map([...files.keys()].map((base) => [shortName(base), 1])))
  }
  for (const base of seen) {
    if (files.has(base)) continue
    seen.delete(base)
    known.forget(shortName(base))
  }
}

async function readBatch(
  look: FolderLook, files: readonly MaildirFile[], failures: unknown[],
): Promise<void> {
  const { folder, options, known, seen, deps } = look
  const mail = collectMail<MaildirFile>(options, deps)
  for (const file of files) {
    const message = await readFile(join(folder, file.part, file.name)).catch((error: unknown) => {
      failures.push(error)
    })
    if (message === undefined) continue
    const base = baseName(file.name)
    await mail.add(file, {
      transportKey: `maildir${folder}/${base}`, ...message, place: { folder, name: base },
    })
  }
  for (const { id, touch } of await mail.commit()) {
    try {
      // A file that another client renamed meanwhile is found again at the next look.
      if (touch && !await touchFile(folder, id, options)) continue
      // What is gone need not be remembered; should it be back, it will go again.
      if (touch && (options.after === 'move' || options.after === 'delete')) continue
    } catch (error) {
      failures.push(error)
      continue
    }
    seen.add(baseName(id.name))
    known.see(shortName(baseName(id.name)))
  }
  await look.save()
}

/** Undefined where it is gone or no plain file. */
async function readFile(path: string): Promise<{ bytes: Buffer; size: number } | undefined> {
  let handle
  try {
    // Without O_NONBLOCK a pipe of that name would wait for its writer for ever.
    handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ELOOP', 'ENXIO')) return undefined
    throw error
  }
  try {
    const stat = await handle.stat()
    if (!stat.isFile()) return undefined
    const bytes = Buffer.allocUnsafe(Math.min(stat.size, MESSAGE_BYTES_MAX))
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0)
    return { bytes: bytes.subarray(0, bytesRead), size: stat.size }
  } finally {
    await handle.close()
  }
}
