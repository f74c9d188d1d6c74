// A Maildir (Maildir++: subfolders are `.Name.Below`) as people look through it. Names of folders
// and messages come from outside and never lead out of the account.

import { constants } from 'node:fs'
import { mkdir, open, opendir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { MESSAGE_BYTES_MAX } from '@carom/core'
import { baseName, isMessageName, type MaildirFile } from '../intake/maildir/file-name.ts'
import { fileProblem, hasCode } from '../intake/mailbox/file-error.ts'
import { MAILDIR_FILES_MAX } from '../intake/mailbox/limits.ts'
import { FOLDERS_MAX, LINE_BYTES_MAX, ROWS_KEPT_MAX } from './limits.ts'
import { formatKey, parseKey } from './message-key.ts'
import { readLine, type MessageLine } from './message-line.ts'
import { keepNewest, type MailReader, type ReaderPage, type ReaderQuery } from './reader.ts'
import { MailboxError, type Flag, type FolderView, type MessageRow } from './types.ts'

type Listed = MaildirFile & { readonly base: string; readonly at: number }
type Kept = ReturnType<typeof keepNewest<MessageLine & { readonly size: number; at: number }>>

const FLAGS: readonly (readonly [string, Flag])[] = [
  ['S', 'seen'], ['R', 'answered'], ['F', 'flagged'], ['D', 'draft'], ['T', 'deleted'],
]

export function createMaildirReader(root: string): MailReader {
  const kept: Kept = keepNewest(ROWS_KEPT_MAX)
  const guarded = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await work()
    } catch (error) {
      const problem = fileProblem(error)
      throw problem === undefined ? error : new MailboxError('unavailable', problem)
    }
  }
  return {
    test: () => guarded(async () => {
      const files = await listFiles(root)
      return `${root} can be read and holds ${files.length} messages.`
    }),
    folders: () => guarded(() => listFolders(root)),
    list: (query) => guarded(() => listMessages(root, kept, query)),
    fetch: (key) => guarded(() => fetchMessage(root, kept, key)),
    move: (key, folder) => guarded(() => moveMessage(root, key, folder)),
    close: async () => undefined,
  }
}

/** @throws MailboxError where the name is none of a folder */
function pathOf(root: string, folder: string): string {
  if (folder.toUpperCase() === 'INBOX') return root
  const levels = folder.split(/[/.]/)
  // `.` before the first name makes it a folder of the account; an empty name would lead upwards.
  const isName = levels.every((level) => level !== '' && !/[\p{Cc}\\]/u.test(level))
  if (!isName || folder.length > 200) {
    throw new MailboxError('invalid', 'A folder is named by words with / between them.')
  }
  return join(root, `.${levels.join('.')}`)
}

async function listFolders(root: string): Promise<FolderView[]> {
  const names = ['INBOX']
  for await (const entry of await opendir(root)) {
    const isFolder = entry.isDirectory() && /^\.[^.]/.test(entry.name)
    if (isFolder && names.length < FOLDERS_MAX) {
      names.push(entry.name.slice(1).replaceAll('.', '/'))
    }
  }
  const folders: FolderView[] = []
  for (const name of names.sort()) {
    const files = await listFiles(pathOf(root, name)).catch((error: unknown) => {
      if (hasCode(error, 'ENOENT')) return undefined
      throw error
    })
    if (files === undefined) continue
    const unseen = files.filter((file) => !flagsOf(file).includes('seen')).length
    folders.push({
      name, messages: files.length, unseen, ...(name === 'INBOX' ? { use: 'inbox' } : {}),
    })
  }
  return folders
}

/** Newest first: file names begin with the time of delivery. */
async function listFiles(path: string): Promise<Listed[]> {
  const files = new Map<string, Listed>()
  for (const part of ['new', 'cur'] as const) {
    for await (const { name } of await opendir(join(path, part), { bufferSize: 1_024 })) {
      if (!isMessageName(name)) continue
      const base = baseName(name)
      files.set(base, { part, name, base, at: 1000 * Number(/^\d{1,11}/.exec(name)?.[0] ?? 0) })
      if (files.size > MAILDIR_FILES_MAX) {
        throw new MailboxError('unavailable', `${path} holds more than ${MAILDIR_FILES_MAX} files.`)
      }
    }
  }
  return [...files.values()].sort((a, b) => b.at - a.at || (a.base < b.base ? 1 : -1))
}

async function listMessages(
  root: string, kept: Kept, { folder, limit, after, search, only }: ReaderQuery,
): Promise<ReaderPage> {
  const path = pathOf(root, folder)
  const place = (base: string) => formatKey({ folder, name: [base] })
  const all = await listFiles(path).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) throw new MailboxError('not-found', 'There is no such folder.')
    throw error
  })
  const wanted = only === undefined ? all : all.filter(({ base }) => only.has(place(base)))
  const found = search === undefined
    ? wanted : await findFiles(path, kept, wanted, search.toLowerCase())
  const from = after === undefined ? 0 : found.findIndex(({ at, base }) =>
    at < after[0] || (at === after[0] && base < after[1]))
  const files = from < 0 ? [] : found.slice(from, from + limit)
  const rows: MessageRow[] = []
  for (const file of files) {
    const row = await readRow(path, kept, file, { key: place(file.base), folder })
    if (row !== undefined) rows.push(row)
  }
  const last = files.at(-1)
  const isMore = last !== undefined && from + limit < found.length
  return { rows, total: found.length, ...(isMore ? { next: [last.at, last.base] as const } : {}) }
}

async function findFiles(
  path: string, kept: Kept, files: readonly Listed[], text: string,
): Promise<Listed[]> {
  const found: Listed[] = []
  for (const file of files) {
    const line = await lineOf(path, kept, file)
    if (line === undefined) continue
    const { subject, author, to } = line
    if ([subject, author, to].some((one) => one.toLowerCase().includes(text))) found.push(file)
  }
  return found
}

async function readRow(
  path: string, kept: Kept, file: Listed, place: Pick<MessageRow, 'key' | 'folder'>,
): Promise<MessageRow | undefined> {
  const line = await lineOf(path, kept, file)
  if (line === undefined) return undefined
  const { at, ...rest } = line
  return { ...place, ...rest, receivedAt: at, flags: flagsOf(file) }
}

async function lineOf(path: string, kept: Kept, file: Listed): ReturnType<typeof lineOfFile> {
  const name = `${path}\n${file.base}`
  const known = kept.get(name)
  if (known !== undefined) return known
  const line = await lineOfFile(path, file)
  if (line !== undefined) kept.set(name, line)
  return line
}

async function lineOfFile(path: string, file: Listed) {
  const found = await readBytes(join(path, file.part, file.name), LINE_BYTES_MAX)
  if (found === undefined) return undefined
  // Copied and restored files look younger than they are; their names do not.
  const at = file.at === 0 ? found.changedAt : Math.min(file.at, found.changedAt)
  return { ...readLine(found.bytes), size: found.size, at }
}

async function fetchMessage(
  root: string, kept: Kept, key: string,
): ReturnType<MailReader['fetch']> {
  const { path, folder, file } = await findFile(root, key)
  if (file === undefined) return undefined
  const found = await readBytes(join(path, file.part, file.name), MESSAGE_BYTES_MAX)
  const row = await readRow(path, kept, file, { key, folder })
  if (found === undefined || row === undefined) return undefined
  return { key, folder, row, bytes: found.bytes, size: found.size, receivedAt: row.receivedAt }
}

async function findFile(root: string, key: string): Promise<{
  readonly path: string; readonly folder: string; readonly file?: Listed | undefined
}> {
  const place = parseKey(key)
  if (place === undefined) return { path: root, folder: '' }
  const { folder, name: [base] } = place
  const path = pathOf(root, folder)
  const files = await listFiles(path).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return []
    throw error
  })
  return { path, folder, file: files.find((file) => file.base === base) }
}

async function moveMessage(root: string, key: string, folder: string): Promise<void> {
  const { path, file } = await findFile(root, key)
  if (file === undefined) throw new MailboxError('not-found', 'The message is gone.')
  const target = pathOf(root, folder)
  for (const part of ['cur', 'new', 'tmp']) {
    await mkdir(join(target, part), { recursive: true, mode: 0o700 })
  }
  const suffix = file.name.includes(':2,') ? '' : ':2,'
  await rename(join(path, file.part, file.name), join(target, 'cur', `${file.name}${suffix}`))
}

function flagsOf({ part, name }: MaildirFile): Flag[] {
  if (part === 'new') return []
  const letters = new Set(name.slice(baseName(name).length))
  return FLAGS.filter(([letter]) => letters.has(letter)).map(([, flag]) => flag)
}

/** Undefined where it is gone or no plain file. */
async function readBytes(path: string, most: number): Promise<{
  readonly bytes: Buffer; readonly size: number; readonly changedAt: number
} | undefined> {
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants
  const file = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT', 'ELOOP', 'ENXIO')) return undefined
    throw error
  })
  if (file === undefined) return undefined
  try {
    const stat = await file.stat()
    if (!stat.isFile()) return undefined
    const { size, mtimeMs } = stat
    const bytes = Buffer.allocUnsafe(Math.min(size, most))
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0)
    return { bytes: bytes.subarray(0, bytesRead), size, changedAt: mtimeMs }
  } finally {
    await file.close()
  }
}
