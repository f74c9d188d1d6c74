// Rotated files beside a log: the one that was being read, and those that nobody has read yet.

import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { holds, readBytes, type FileIdentity } from './identity.ts'
import { openFile, type OpenFile } from './open-file.ts'

/** Names that rotation gives: `mail.log.1`, `mail.log-20260612.gz`, `mail.log.2.zst`. */
const SUFFIX = /^[.-](?:\d{1,14}|\d{4}-\d\d-\d\d(?:[T_-]\d{1,6})?|old|bak|prev)?(?:\.(?:gz|zst))?$/
/** Rotated files that are looked at; people keep a year of days. */
const SIBLINGS_MAX = 400

/** True where one name is that of another with the mark of a rotation. */
export function isRotatedName(name: string, base: string): boolean {
  return name.length > base.length && name.startsWith(base) && SUFFIX.test(name.slice(base.length))
}

export type Sibling = { readonly path: string; readonly inode: number; readonly modifiedAt: number }

/** The rotated files of a log, latest first. */
async function listSiblings(path: string): Promise<Sibling[]> {
  // Names may move on while they are looked at: then they are looked at again.
  for (let left = LISTINGS_MAX; ; left--) {
    const names = await listNames(path)
    const siblings = await describe(dirname(path), names)
    const isSteady = siblings.length === names.length &&
      names.join('/') === (await listNames(path)).join('/')
    if (isSteady || left <= 1) return siblings
  }
}

const LISTINGS_MAX = 5

async function listNames(path: string): Promise<string[]> {
  return (await readdir(dirname(path)).catch(() => []))
    .filter((name) => isRotatedName(name, basename(path))).sort()
}

async function describe(folder: string, names: readonly string[]): Promise<Sibling[]> {
  const found = await Promise.all(names.slice(0, SIBLINGS_MAX).map(async (name) => {
    const path = join(folder, name)
    const status = await stat(path).catch(() => undefined)
    return status?.isFile() === true
      ? [{ path, inode: status.ino, modifiedAt: status.mtimeMs, name }] : []
  }))
  // Of two that were written last at one moment, the higher number is the older.
  return found.flat().sort((a, b) => b.modifiedAt - a.modifiedAt ||
    a.name.localeCompare(b.name, 'en', { numeric: true }))
}

/** Names are given anew while a rotation runs: it is over soon. */
const ATTEMPTS_MAX = 8
const ATTEMPT_MS = 20

/** The file that was being read, under whatever name it or a copy of it is found. */
export async function findAgain(
  identity: FileIdentity, name: string,
): Promise<OpenFile | undefined> {
  for (let left = ATTEMPTS_MAX; left > 0; left--) {
    const names = [...new Set([name, identity.path])]
    const siblings = (await Promise.all(names.map(listSiblings))).flat()
    const first = siblings.filter(({ inode }) => inode === identity.inode)
    const others = siblings.filter(({ inode }) => inode !== identity.inode)
    let isSteady = true
    const named = names.map((one) => ({ path: one, inode: undefined }))
    for (const { path, inode } of [...named, ...first, ...others]) {
      const file = await openFile(path)
      if (inode !== undefined && file?.inode !== inode) isSteady = false
      if (file === undefined) continue
      if (await holds(file, identity)) return file
      await file.close()
    }
    if (isSteady && left < ATTEMPTS_MAX) return undefined
    await sleep(ATTEMPT_MS)
  }
  return undefined
}

export type UnreadQuery = {
  /** The file that goes by the name now. */
  readonly current: OpenFile
  readonly name: string
  /** Only what was written since then, milliseconds since 1970. */
  readonly since: number
  readonly done: readonly FileIdentity[]
  /** What `current` begins with, as it was read. */
  readonly start: Buffer
}

/** Files with equal headers differ within these bytes. */
const START_BYTES = 4096

/**
 * Rotated files written since a moment, the oldest first, without those that were read already and
 * without the one that goes by the name now, or a copy of it.
 */
export async function findUnread(query: UnreadQuery): Promise<OpenFile[]> {
  const { current, name, since, done } = query
  let begun = query.start.subarray(0, START_BYTES)
  for (let left = ATTEMPTS_MAX; ; left--) {
    const names = [...new Set([name, current.path])]
    const siblings = (await Promise.all(names.map(listSiblings))).flat()
      .filter(({ modifiedAt, inode }) => modifiedAt >= since && inode !== current.inode)
    // Where the current one was rotated as well by now, what is newer has its turn after it.
    const named = await stat(name).catch(() => undefined)
    const until = named?.ino === current.inode
      ? Number.POSITIVE_INFINITY : await current.modifiedAt()
    // Read after the names: a copy that is among them has no more than this.
    const start = await readBytes(current, 0, START_BYTES)
    const files: OpenFile[] = []
    let isSteady = true
    for (const { path, inode, modifiedAt } of siblings.reverse()) {
      if (modifiedAt > until) continue
      const file = await openFile(path)
      if (file?.inode !== inode) isSteady = false
      if (file === undefined) continue
      if (await isCopy(file, start) || await isAnyOf(file, done)) await file.close()
      else files.push(file)
    }
    // What it began with may have been cut off by now: then a copy of it is an unread file as well.
    const now = await readBytes(current, 0, START_BYTES)
    const isStill = [begun, start].every((one) => now.subarray(0, one.length).equals(one))
    if ((isSteady && isStill) || left <= 1) return files
    begun = now
    await Promise.all(files.map((file) => file.close()))
    await sleep(ATTEMPT_MS)
  }
}

/** A copy has what the other has, and no more; that of an empty one has nothing to be read. */
async function isCopy(file: OpenFile, start: Buffer): Promise<boolean> {
  const bytes = await readBytes(file, 0, START_BYTES)
  return bytes.length <= start.length && start.subarray(0, bytes.length).equals(bytes)
}

/** True for one of these files. Of an empty one nothing is left that would tell it from others. */
export async function isAnyOf(file: OpenFile, done: readonly FileIdentity[]): Promise<boolean> {
  for (const one of done) if (one.at > 0 && await holds(file, one)) return true
  return false
}
