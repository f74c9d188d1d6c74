// A log file that is open, be it plain or compressed: bytes at a place, as they were written.

import { open, realpath, type FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { createGunzip, createZstdDecompress } from 'node:zlib'

export type OpenFile = {
  /** With links followed. */
  readonly path: string
  readonly dev: number
  readonly inode: number
  /** Compressed: it gets no more lines, but may still be written. */
  readonly isPacked: boolean
  /** Fills the buffer as far as there are bytes from a place on; gives how many there were. */
  readonly read: (buffer: Buffer, position: number) => Promise<number>
  /** Time of the last write, milliseconds since 1970 with a fraction. */
  readonly modifiedAt: () => Promise<number>
  readonly close: () => Promise<void>
}

/** Opens a file; undefined where there is none. */
export async function openFile(name: string): Promise<OpenFile | undefined> {
  try {
    const path = await realpath(name)
    const file = await open(path, 'r')
    const { dev, ino: inode } = await file.stat()
    const magic = Buffer.alloc(4)
    await file.read(magic, 0, 4, 0)
    const unpack = unpackerOf(magic)
    const unpacked = unpack === undefined ? undefined : new UnpackedFile(file, unpack)
    let isClosed = false
    return {
      path, dev, inode, isPacked: unpacked !== undefined,
      read: (buffer, position) => unpacked === undefined
        ? fill(file, buffer, position) : unpacked.read(buffer, position),
      modifiedAt: async () => (await file.stat()).mtimeMs,
      close: async () => {
        if (isClosed) return
        isClosed = true
        unpacked?.close()
        await file.close()
      },
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP') return undefined
    throw error
  }
}

/** Bytes at the start of a file that tell which MTA wrote it and name the columns. */
const START_BYTES = 64 * 1024

/** The whole lines at the start of a file. */
export async function readStart(file: OpenFile): Promise<string[]> {
  const start = Buffer.alloc(START_BYTES)
  const text = start.toString('utf8', 0, await file.read(start, 0))
  return text.slice(0, text.lastIndexOf('\n') + 1).split('\n')
}

async function fill(file: FileHandle, buffer: Buffer, position: number): Promise<number> {
  let filled = 0
  while (filled < buffer.length) {
    const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, position + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return filled
}

type Unpacker = () => NodeJS.ReadWriteStream & { destroy: () => unknown }

/** By the first bytes: KumoMTA compresses its segments without a mark in their names. */
function unpackerOf(magic: Buffer): Unpacker | undefined {
  if (magic[0] === 0x1f && magic[1] === 0x8b) return () => createGunzip()
  if (magic.equals(Buffer.from([0x28, 0xb5, 0x2f, 0xfd]))) return () => createZstdDecompress()
  return undefined
}

async function* readBlocks(file: FileHandle): AsyncGenerator<Buffer> {
  for (let position = 0; ;) {
    const block = Buffer.allocUnsafe(BLOCK_BYTES)
    const { bytesRead } = await file.read(block, 0, BLOCK_BYTES, position)
    if (bytesRead === 0) return
    position += bytesRead
    yield block.subarray(0, bytesRead)
  }
}

const BLOCK_BYTES = 64 * 1024

/** Reads on from where it is; a place before that unpacks the file from its start again. */
class UnpackedFile {
  readonly #file: FileHandle
  readonly #unpack: Unpacker
  #chunks: AsyncIterator<Buffer> | undefined
  #streams: readonly { destroy: () => unknown }[] = []
  #rest: Buffer = Buffer.alloc(0)
  #position = 0
  /** Bytes of the file, packed, when all of them were unpacked. */
  #endedAt: number | undefined

  constructor(file: FileHandle, unpack: Unpacker) {
    this.#file = file
    this.#unpack = unpack
  }

  async read(buffer: Buffer, position: number): Promise<number> {
    if (this.#chunks === undefined || position < this.#position || await this.#hasGrown()) {
      this.#restart()
    }
    let filled = 0
    while (filled < buffer.length) {
      if (this.#rest.length === 0 && !await this.#more()) break
      const skip = Math.min(position + filled - this.#position, this.#rest.length)
      const taken = this.#rest.copy(buffer, filled, skip)
      filled += taken
      this.#position += skip + taken
      this.#rest = this.#rest.subarray(skip + taken)
    }
    return filled
  }

  close(): void {
    for (const stream of this.#streams) stream.destroy()
    this.#streams = []
    this.#chunks = undefined
  }

  /** Of what has come since, nothing can be unpacked without all that stands before it. */
  async #hasGrown(): Promise<boolean> {
    return this.#endedAt !== undefined && (await this.#file.stat()).size !== this.#endedAt
  }

  #restart(): void {
    this.close()
    this.#endedAt = undefined
    // By the open file, since its name may be another's by now.
    const source = Readable.from(readBlocks(this.#file))
    const unpacker = this.#unpack()
    source.on('error', () => unpacker.destroy())
    source.pipe(unpacker)
    this.#streams = [source, unpacker]
    this.#chunks = (unpacker as AsyncIterable<Buffer>)[Symbol.asyncIterator]()
    this.#rest = Buffer.alloc(0)
    this.#position = 0
  }

  /** A segment that is still written ends in the middle of a block: what is there counts. */
  async #more(): Promise<boolean> {
    if (this.#endedAt !== undefined) return false
    const { size } = await this.#file.stat()
    try {
      const next = await this.#chunks?.next()
      if (next !== undefined && next.done !== true) {
        this.#rest = next.value
        return true
      }
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EIO' || code === 'EACCES') throw error
    }
    this.#endedAt = size
    return false
  }
}
