// What an operator says about mbox files on this machine, and the check of it at the door.

import { isAbsolute, resolve } from 'node:path'
import { BACKOFF_DEFAULTS } from '../mailbox/backoff.ts'
import type { BackoffOptions } from '../mailbox/backoff.ts'
import { MAIL_SOURCE_DEFAULTS } from '../mailbox/types.ts'
import type { MailSourceOptions } from '../mailbox/types.ts'

/** The files are never changed, so there is no `after` here. */
export type MboxOptions = MailSourceOptions & BackoffOptions & {
  /** Absolute paths of mbox files; one that is missing is waited for. */
  readonly files: readonly string[]
  /** How often the files are looked at where the file system tells nothing. */
  readonly scanMs: number
  /** The last message is read when the file has not grown for so long: it may be half written. */
  readonly quietMs: number
}

const MBOX_DEFAULTS: Omit<MboxOptions, 'files' | 'tenant' | 'source'> = {
  ...MAIL_SOURCE_DEFAULTS,
  ...BACKOFF_DEFAULTS,
  scanMs: 10_000,
  quietMs: 5_000,
}

/** What an operator must give; the rest has defaults in MBOX_DEFAULTS. */
export type MboxSettings =
  Partial<MboxOptions> & Pick<MboxOptions, 'files' | 'tenant' | 'source'>

/** The options with defaults; a TypeError says what is wrong and what to do. */
export function checkMboxOptions(settings: MboxSettings): MboxOptions {
  const options: MboxOptions = { ...MBOX_DEFAULTS, ...settings }
  if (options.files.length === 0) throw new TypeError('mbox: files is empty; name at least one')
  const relative = options.files.find((file) => !isAbsolute(file))
  if (relative !== undefined) throw new TypeError(`mbox: ${relative} must be an absolute path`)
  return { ...options, files: options.files.map((file) => resolve(file)) }
}
