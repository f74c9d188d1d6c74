// A name for a message of an mbox, which has none of its own: the hash of what no reader changes.

import { createHash } from 'node:crypto'
import { HEADER_SEARCH_BYTES_MAX } from '../mailbox/limits.ts'

/** Fields that mail programs write into the file as they read it. */
const READERS_FIELDS: ReadonlySet<string> = new Set([
  'status', 'x-status', 'x-keywords', 'x-uid', 'x-imap', 'x-imapbase', 'x-mozilla-status',
  'x-mozilla-status2', 'x-mozilla-keys', 'content-length', 'lines',
])

/** The same however often the file was rewritten, rotated or copied. */
export function hashMessage(bytes: Uint8Array): string {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const hash = createHash('sha256')
  const limit = Math.min(whole.length, HEADER_SEARCH_BYTES_MAX)
  let at = 0
  for (let isDropped = false; at < limit;) {
    const end = whole.indexOf(0x0a, at)
    const next = end < 0 || end >= limit ? limit : end + 1
    const line = whole.subarray(at, next)
    const start = line.toString('latin1', 0, 40)
    if (/^\r?\n/.test(start)) break
    const isFolded = start.startsWith(' ') || start.startsWith('\t')
    isDropped = isFolded ? isDropped : READERS_FIELDS.has(fieldName(start))
    if (!isDropped) hash.update(line)
    at = next
  }
  return hash.update(whole.subarray(at)).digest('hex')
}

function fieldName(line: string): string {
  return line.slice(0, Math.max(0, line.indexOf(':'))).trimEnd().toLowerCase()
}
