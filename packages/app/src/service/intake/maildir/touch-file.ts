// What is done to a Maildir file once it is durable: renames only, which readers see as a whole.

import { rename, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { hasCode } from '../mailbox/file-error.ts'
import { seenName } from './file-name.ts'
import type { MaildirFile } from './file-name.ts'
import type { MaildirOptions } from './options.ts'

/** False where the file is no longer there under its name. */
export async function touchFile(
  folder: string, { part, name }: MaildirFile, options: MaildirOptions,
): Promise<boolean> {
  const path = join(folder, part, name)
  try {
    switch (options.after) {
      case 'leave': return true
      case 'delete': await unlink(path); break
      case 'seen': await rename(path, join(folder, 'cur', seenName(name))); break
      case 'move': await rename(path, join(options.moveTo ?? folder, part, name)); break
    }
    return true
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false
    throw error
  }
}
