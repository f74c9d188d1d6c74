// Files that have no name while they are used: the system takes them away when the process ends, in
// whatever way it ends, so that no list of people lies about.

import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const CHUNK_BYTES = 65_536

export type NamelessFile = {
  readonly bytes: () => number
  /** At the end; one after the other. */
  readonly write: (data: Uint8Array | string) => Promise<void>
  /** From the beginning. */
  readonly read: () => AsyncIterable<Uint8Array>
  readonly close: () => Promise<void>
}

export async function openNamelessFile(): Promise<NamelessFile> {
  const folder = await mkdtemp(join(tmpdir(), 'carom-list-'))
  try {
    const file = await open(join(folder, 'list'), 'wx+', 0o600)
    let bytes = 0
    return {
      bytes: () => bytes,
      async write(data) {
        const piece = typeof data === 'string' ? Buffer.from(data) : data
        for (let done = 0; done < piece.length;) {
          const { bytesWritten } = await file.write(piece, done, piece.length - done, bytes)
          done += bytesWritten
          bytes += bytesWritten
        }
      },
      read: () => readAll(file),
      close: () => file.close(),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function* readAll(file: FileHandle): AsyncGenerator<Uint8Array> {
  for (let at = 0; ;) {
    const buffer = Buffer.allocUnsafe(CHUNK_BYTES)
    const { bytesRead } = await file.read(buffer, 0, CHUNK_BYTES, at)
    if (bytesRead === 0) return
    at += bytesRead
    yield buffer.subarray(0, bytesRead)
  }
}
