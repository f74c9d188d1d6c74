// What an operator says about Maildir folders on this machine, and the check of it at the door.

import { isAbsolute, resolve } from 'node:path'
import { BACKOFF_DEFAULTS } from '../mailbox/backoff.ts'
import type { BackoffOptions } from '../mailbox/backoff.ts'
import { MAIL_SOURCE_DEFAULTS } from '../mailbox/types.ts'
import type { MailSourceOptions } from '../mailbox/types.ts'

export type MaildirOptions = MailSourceOptions & BackoffOptions & {
  /** Absolute paths of folders that hold new/ and cur/. */
  readonly folders: readonly string[]
  /**
   * What becomes of a message once it is durable: `leave` changes nothing, `seen` puts it into
   * cur/ and marks it as read, `move` puts it into the folder `moveTo`, `delete` removes it.
   */
  readonly after: 'leave' | 'seen' | 'move' | 'delete'
  /** The Maildir folder for `after: 'move'`, on the same file system; made where missing. */
  readonly moveTo?: string
  /** How often the folders are looked through where the file system tells nothing. */
  readonly scanMs: number
  /** How long to wait after news, so that many deliveries are read in one look. */
  readonly settleMs: number
}

export const MAILDIR_DEFAULTS: Omit<MaildirOptions, 'folders' | 'tenant' | 'source'> = {
  ...MAIL_SOURCE_DEFAULTS,
  ...BACKOFF_DEFAULTS,
  after: 'leave',
  scanMs: 30_000,
  settleMs: 20,
}

/** What an operator must give; the rest has defaults in MAILDIR_DEFAULTS. */
export type MaildirSettings =
  Partial<MaildirOptions> & Pick<MaildirOptions, 'folders' | 'tenant' | 'source'>

/** The options with defaults; a TypeError says what is wrong and what to do. */
export function checkMaildirOptions(settings: MaildirSettings): MaildirOptions {
  const options: MaildirOptions = { ...MAILDIR_DEFAULTS, ...settings }
  const { folders, moveTo, after } = options
  if (folders.length === 0) throw new TypeError('maildir: folders is empty; name at least one')
  const relative = [...folders, ...(moveTo === undefined ? [] : [moveTo])]
    .find((folder) => !isAbsolute(folder))
  if (relative !== undefined) {
    throw new TypeError(`maildir: ${relative} must be an absolute path`)
  }
  if (after === 'move' && moveTo === undefined) {
    throw new TypeError('maildir: after is "move", so say where to with moveTo')
  }
  if (moveTo !== undefined && folders.some((folder) => resolve(folder) === resolve(moveTo))) {
    throw new TypeError('maildir: moveTo may not be one of the watched folders')
  }
  return { ...options, folders: folders.map((folder) => resolve(folder)) }
}
