// What a file is, told by its first bytes.

import { isMboxStart } from '../../mbox/from-lines.ts'

export type InputKind =
  | { readonly kind: 'message' | 'gzip' }
  /** `start` is where its first `From ` line stands. */
  | { readonly kind: 'mbox'; readonly start: number }
  | { readonly kind: 'foreign'; readonly advice: string }

// Formats that people keep mail in and carom does not read, with what opens them.
const FOREIGN: readonly (readonly [magic: string, name: string, advice: string])[] = [
  ['BZh', 'bzip2', 'unpack it with `bzcat FILE | carom parse`'],
  ['\xfd7zXZ\0', 'xz', 'unpack it with `xzcat FILE | carom parse`'],
  ['\x28\xb5\x2f\xfd', 'Zstandard', 'unpack it with `zstdcat FILE | carom parse`'],
  ['PK\x03\x04', 'zip', 'unpack it and name the folder'],
  ['7z\xbc\xaf\x27\x1c', '7-Zip', 'unpack it and name the folder'],
  ['!BDN', 'an Outlook data file (PST)', 'turn it into an mbox with `readpst`'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'an Outlook message (MSG)', 'turn it into .eml with `msgconvert`'],
]
const TAR_MAGIC_OFFSET = 257

/** Byte order marks and empty lines may stand before the first line. */
const LEADING = /^(?:\xef\xbb\xbf)?[\r\n]{0,8}/

export function readKind(bytes: Buffer): InputKind {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return { kind: 'gzip' }
  const text = bytes.toString('latin1', 0, 300)
  const foreign = FOREIGN.find(([magic]) => text.startsWith(magic))
  if (foreign !== undefined) return { kind: 'foreign', advice: `is ${foreign[1]}: ${foreign[2]}` }
  if (text.slice(TAR_MAGIC_OFFSET).startsWith('ustar')) {
    return { kind: 'foreign', advice: 'is a tar archive: unpack it and name the folder' }
  }
  const start = LEADING.exec(text)?.[0].length ?? 0
  return isMboxStart(bytes, start) ? { kind: 'mbox', start } : { kind: 'message' }
}

const FIRST_LINES = 8
const FIELD_LINE = /^(?:>?From |[A-Za-z][A-Za-z0-9_.-]{0,76}[ \t]*:)/

/** False where none of the first lines looks like one of the header of a mail. */
export function looksLikeMail(bytes: Buffer): boolean {
  const text = bytes.toString('latin1', 0, 2_048).replace(LEADING, '')
  return text.split(/\r\n?|\n/, FIRST_LINES).some((line) => FIELD_LINE.test(line))
}
