// From the paths that were typed to the files to read: files, folders with all that is below them,
// and Maildirs (https://cr.yp.to/proto/maildir.html), known by their three folders.

import { readdirSync, statSync, type Dirent, type Stats } from 'node:fs'
import { describeError } from './failure.ts'
import { FOLDER_DEPTH_MAX } from './limits.ts'

export type Found =
  | {
    readonly kind: 'file'
    readonly file: string
    readonly bytes: number
    /** Typed itself, so it is read whatever it looks like. */
    readonly isNamed: boolean
  }
  /** A pipe or a device: read from front to back, once. */
  | { readonly kind: 'pipe'; readonly file: string }
  | { readonly kind: 'failure'; readonly file: string; readonly reason: string }

const MAILDIR_FOLDERS = ['cur', 'new', 'tmp'] as const

/** What one argument stands for, in an order that depends on names alone. */
export function* walk(file: string): Generator<Found> {
  const stats = lookAt(file)
  if (stats instanceof Error) yield failure(file, stats)
  else if (stats.isDirectory()) yield* walkFolder(file, [])
  else if (stats.isFile()) yield { kind: 'file', file, bytes: stats.size, isNamed: true }
  else yield { kind: 'pipe', file }
}

function* walkFolder(folder: string, above: readonly string[]): Generator<Found> {
  const identity = lookAt(folder)
  if (identity instanceof Error) return yield failure(folder, identity)
  const id = `${identity.dev}:${identity.ino}`
  // A link to a folder above would be walked for ever.
  if (above.includes(id) || above.length >= FOLDER_DEPTH_MAX) return
  const entries = list(folder)
  if (entries instanceof Error) return yield failure(folder, entries)
  const isMaildir = MAILDIR_FOLDERS.every((name) => entries.some((entry) =>
    entry.name === name && !entry.isFile()))
  for (const entry of entries) {
    const path = folder.endsWith('/') ? `${folder}${entry.name}` : `${folder}/${entry.name}`
    if (isMaildir ? isOfMaildir(entry) : !entry.name.startsWith('.')) {
      yield* walkEntry(path, entry, [...above, id])
    }
  }
}

// Mail that is still being delivered (tmp) and the index files of servers are no mail yet, or none
// at all; folders whose names begin with a dot are Maildir++ subfolders.
function isOfMaildir(entry: Dirent): boolean {
  return entry.name !== 'tmp' && !entry.isFile()
}

function* walkEntry(path: string, entry: Dirent, above: readonly string[]): Generator<Found> {
  if (entry.isDirectory()) return yield* walkFolder(path, above)
  const stats = lookAt(path)
  if (stats instanceof Error) yield failure(path, stats)
  else if (stats.isDirectory()) yield* walkFolder(path, above)
  else if (stats.isFile()) yield { kind: 'file', file: path, bytes: stats.size, isNamed: false }
}

function lookAt(path: string): Stats | Error {
  try {
    return statSync(path)
  } catch (error) {
    return error as Error
  }
}

function list(folder: string): Dirent[] | Error {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => a.name < b.name ? -1 : 1)
  } catch (error) {
    return error as Error
  }
}

function failure(file: string, error: Error): Found {
  return { kind: 'failure', file, reason: describeError(error) }
}
