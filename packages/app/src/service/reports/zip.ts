// Unpacks the files of a zip archive in memory (APPNOTE 6.3): as reporters make them, without
// encryption, and never more than is asked for.

import { inflateRawSync } from 'node:zlib'

const END_SIGNATURE = 0x06054b50
const ENTRY_SIGNATURE = 0x02014b50
const FILE_SIGNATURE = 0x04034b50
const END_BYTES = 22
const ENTRY_BYTES = 46
const FILE_BYTES = 30
/** The record at the end may be followed by a comment of that length. */
const COMMENT_BYTES_MAX = 65_535
const STORED = 0
const DEFLATED = 8
const IS_ENCRYPTED = 1

type Limits = {
  readonly files: number
  readonly bytes: number
  /** Other files stay packed. */
  readonly isWanted: (name: string) => boolean
}

/** The files in the order of the directory. @throws Error that says what is wrong with it */
export function unzip(archive: Buffer, limits: Limits): Buffer[] {
  const end = findEnd(archive)
  const count = archive.readUInt16LE(end + 10)
  let at = archive.readUInt32LE(end + 16)
  let room = limits.bytes
  const files: Buffer[] = []
  for (let i = 0; i < count && files.length < limits.files; i++) {
    if (at + ENTRY_BYTES > archive.length || archive.readUInt32LE(at) !== ENTRY_SIGNATURE) {
      throw new Error('its directory is damaged')
    }
    const nameFrom = at + ENTRY_BYTES
    const name = archive.toString('latin1', nameFrom, nameFrom + archive.readUInt16LE(at + 28))
    const file = limits.isWanted(name) ? unpackEntry(archive, at, room) : undefined
    if (file !== undefined && file.length > 0) files.push(file)
    room -= file?.length ?? 0
    at += ENTRY_BYTES + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30)
      + archive.readUInt16LE(at + 32)
  }
  return files
}

function findEnd(archive: Buffer): number {
  const first = Math.max(0, archive.length - END_BYTES - COMMENT_BYTES_MAX)
  for (let at = archive.length - END_BYTES; at >= first; at--) {
    if (archive.readUInt32LE(at) === END_SIGNATURE) return at
  }
  throw new Error('its end is missing')
}

function unpackEntry(archive: Buffer, at: number, room: number): Buffer {
  const method = archive.readUInt16LE(at + 10)
  const packedBytes = archive.readUInt32LE(at + 20)
  const file = archive.readUInt32LE(at + 42)
  if ((archive.readUInt16LE(at + 8) & IS_ENCRYPTED) !== 0) throw new Error('it is encrypted')
  if (file + FILE_BYTES > archive.length || archive.readUInt32LE(file) !== FILE_SIGNATURE) {
    throw new Error('a file in it is damaged')
  }
  const from = file + FILE_BYTES + archive.readUInt16LE(file + 26)
    + archive.readUInt16LE(file + 28)
  const packed = archive.subarray(from, from + packedBytes)
  if (packed.length < packedBytes) throw new Error('a file in it is cut')
  if (method === STORED && packedBytes <= room) return packed
  if (method === DEFLATED && room > 0) return inflateRawSync(packed, { maxOutputLength: room })
  throw new Error(method === STORED || method === DEFLATED
    ? 'it unpacks to more than a report has' : `its method ${method} is not known`)
}
