// One look into an mbox file (RFC 4155): every message after the checkpoint becomes durable; the
// last one waits until the file is quiet. The file is only ever read.

import type { FileHandle } from 'node:fs/promises'
import { MESSAGE_BYTES_MAX } from '@carom/core'
import {
  FROM_LINE_BYTES_MAX, isMboxStart, listFromLines, messageSpan, unmarkFromLines,
} from '../../../mbox/from-lines.ts'
import { collectMail } from '../mailbox/kept-mail.ts'
import type { KeptMail, KeptMailDeps } from '../mailbox/kept-mail.ts'
import { MBOX_BLOCK_BYTES, MBOX_HEAD_BYTES } from '../mailbox/limits.ts'
import { hashHead } from './checkpoint.ts'
import type { Checkpoint } from './checkpoint.ts'
import { hashMessage } from './message-key.ts'
import type { MboxOptions } from './options.ts'

/** Bytes before a `From ` line that say whether an empty line stands there. */
const CONTEXT_BYTES = 4

export type MboxLook = {
  readonly handle: FileHandle
  readonly file: string
  readonly options: MboxOptions
  readonly deps: KeptMailDeps
  readonly signal: AbortSignal
  readonly checkpoint: Checkpoint | undefined
  /** The file is quiet, or will not grow any more: its last message is whole. */
  readonly isQuiet: boolean
  readonly save: (checkpoint: Checkpoint) => Promise<void>
}

/** Resolves with how far the file is read. */
export async function readMboxFile(look: MboxLook): Promise<Checkpoint> {
  const { handle, file, signal, save } = look
  const { size } = await handle.stat()
  const head = await readAt(handle, 0, Math.min(size, MBOX_HEAD_BYTES + FROM_LINE_BYTES_MAX))
  let { offset, last } = await placeToBegin(look, size)
  if (size > 0 && offset === 0 && !isMboxStart(head, 0)) {
    if (!look.isQuiet) return checkpointOf(head, 0, 0)
    throw new Error(`${file} is no mbox: it does not begin with a "From " line`)
  }
  let start = offset
  const takeUpTo = async (ends: readonly number[]): Promise<void> => {
    const mail = collectMail<number>(look.options, look.deps)
    for (const end of ends) {
      if (signal.aborted) break
      if (end <= start) continue
      await addMessage(look, mail, start, end)
      last = start
      start = end
    }
    await mail.commit()
    if (start > offset) await save(checkpointOf(head, last, start))
    offset = start
  }
  for await (const found of fromLines(look, offset, size)) {
    await takeUpTo(found)
    if (signal.aborted) return checkpointOf(head, last, start)
  }
  if (look.isQuiet && start < size) await takeUpTo([size])
  return checkpointOf(head, last, start)
}

/** The checkpoint's place where the file is still the one it was made for; else the beginning. */
async function placeToBegin(
  { handle, checkpoint }: MboxLook, size: number,
): Promise<Pick<Checkpoint, 'offset' | 'last'>> {
  const beginning = { offset: 0, last: 0 }
  if (checkpoint === undefined || checkpoint.offset > size) return beginning
  const { offset, last, headBytes, headHash } = checkpoint
  if (hashHead(await readAt(handle, 0, headBytes)) !== headHash) return beginning
  if (offset === size || await isFromLineAt(handle, offset, size)) return { offset, last }
  // What was taken for the end of the last message was not: it is read again as a whole.
  return last < offset && await isFromLineAt(handle, last, size)
    ? { offset: last, last } : beginning
}

async function isFromLineAt(handle: FileHandle, at: number, size: number): Promise<boolean> {
  const from = Math.max(0, at - CONTEXT_BYTES)
  const bytes = await readAt(handle, from, Math.min(size, at + 2 * FROM_LINE_BYTES_MAX) - from)
  return at === 0
    ? isMboxStart(bytes, 0) : listFromLines(bytes, at - from, at - from + 1, false).length > 0
}

/** The places of `From ` lines in [from, size), block by block. */
async function* fromLines(
  { handle }: MboxLook, from: number, size: number,
): AsyncGenerator<number[]> {
  for (let at = from; at < size; at += MBOX_BLOCK_BYTES) {
    const begin = Math.max(0, at - CONTEXT_BYTES)
    const end = Math.min(size, at + MBOX_BLOCK_BYTES)
    const bytes = await readAt(
      handle, begin, Math.min(size, end + 2 * FROM_LINE_BYTES_MAX) - begin,
    )
    yield listFromLines(bytes, at - begin, end - begin, at === 0).map((place) => place + begin)
  }
}

async function addMessage(
  { handle, file }: MboxLook, mail: KeptMail<number>,
  start: number, end: number,
): Promise<void> {
  const wanted = Math.min(end - start, MESSAGE_BYTES_MAX + FROM_LINE_BYTES_MAX)
  const raw = await readAt(handle, start, wanted)
  const span = messageSpan(raw, 0, raw.length)
  const isCut = wanted < end - start
  const bytes = unmarkFromLines(raw, isCut ? { from: span.from, to: raw.length } : span)
  const kept = bytes.subarray(0, MESSAGE_BYTES_MAX)
  await mail.add(start, {
    transportKey: `mbox${file}/${hashMessage(kept)}`, bytes: kept,
    size: isCut ? end - start - span.from : kept.length, place: { file, offset: start },
  })
}

function checkpointOf(head: Buffer, last: number, offset: number): Checkpoint {
  const begin = head.subarray(0, MBOX_HEAD_BYTES)
  return { headBytes: begin.length, headHash: hashHead(begin), last, offset }
}

/** Fewer bytes than asked for where the file has become shorter. */
async function readAt(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(Math.max(0, length))
  const { bytesRead } = await handle.read(bytes, 0, bytes.length, at)
  return bytes.subarray(0, bytesRead)
}
