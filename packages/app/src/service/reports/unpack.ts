// From the bytes of an attachment or a file to the documents in it, whatever they are packed in.

import { gunzipSync } from 'node:zlib'
import { DOCUMENTS_MAX, REPORT_BYTES_MAX } from './limits.ts'
import { unzip } from './zip.ts'

type Unpacked = {
  readonly documents: readonly Uint8Array[]
  /** Why it could not be unpacked. */
  readonly problem?: string
}

/** A packed file in a packed file is met; deeper ones are a bomb. */
const DEPTH_MAX = 2

export function unpack(bytes: Uint8Array): Unpacked {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  try {
    return { documents: open(buffer, DEPTH_MAX, { bytes: REPORT_BYTES_MAX }) }
  } catch (error) {
    return { documents: [], problem: problemOf(error as NodeJS.ErrnoException) }
  }
}

/** What all documents of one input may have together, and still have left. */
type Room = { bytes: number }

function open(buffer: Buffer, depth: number, room: Room): Buffer[] {
  const isGzip = buffer[0] === 0x1f && buffer[1] === 0x8b
  const isZip = buffer.length > 4 && buffer.readUInt32LE(0) === 0x04034b50
  if (!isGzip && !isZip) {
    if (buffer.length > REPORT_BYTES_MAX) throw new Error('it has more than a report has')
    return [buffer]
  }
  if (depth === 0 || room.bytes <= 0) throw new Error('it is packed too often')
  const files = isGzip ? [gunzipSync(buffer, { maxOutputLength: room.bytes })]
    : unzip(buffer, { files: DOCUMENTS_MAX, bytes: room.bytes, isWanted: isDocument })
  for (const { length } of files) room.bytes -= length
  return files.flatMap((file) => open(file, depth - 1, room))
}

/** Archives of ordinary mail hold pictures and letters: those are not worth unpacking. */
function isDocument(name: string): boolean {
  return /\.(?:xml|json|gz|zip)$/i.test(name) || !/\.\w{1,5}$/.test(name)
}

function problemOf({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ERR_BUFFER_TOO_LARGE') return 'it unpacks to more than a report has'
  if (code === 'Z_BUF_ERROR') return 'its packed data end too early'
  return code?.startsWith('Z_') === true ? 'its packed data are damaged' : message
}
