// One message as a whole, from a file or from standard input.

import { open } from 'node:fs/promises'
import { MESSAGE_BYTES_MAX } from '@carom/core'
import { UsageError, type Input, type Io } from '../command.ts'
import { printable } from '../output/terminal-text.ts'
import { describeError } from './failure.ts'
import { STDIN } from './plan.ts'

export type OneMessage =
  | { readonly kind: 'read'; readonly bytes: Uint8Array }
  | { readonly kind: 'failed'; readonly reason: string }

/**
 * The one path of a command that works on one message; throws a `UsageError` where there are more.
 */
export function readOnePath(positionals: readonly string[], io: Io): string {
  if (positionals.length > 1) throw new UsageError('only one message at a time', 'Name one file.')
  const [path] = positionals
  if (path !== undefined) return path
  if (io.stdin.isTerminal)
    throw new UsageError('no message', 'Name a file, or - for standard input.')
  return STDIN
}

/** What messages call the input at a path, whatever its name holds. */
export function inputName(path: string): string {
  return path === STDIN ? 'standard input' : printable(path) || "''"
}

/** Reads as much as the core reads of one message. */
export async function readOneMessage(path: string, stdin: Input): Promise<OneMessage> {
  try {
    const bytes = path === STDIN ? await readStream(stdin) : await readFile(path)
    return bytes.length === 0 ? { kind: 'failed', reason: 'it is empty' } : { kind: 'read', bytes }
  } catch (error) {
    return { kind: 'failed', reason: describeError(error as NodeJS.ErrnoException) }
  }
}

async function readFile(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const pieces: Uint8Array[] = []
    for await (const piece of file.createReadStream({ end: MESSAGE_BYTES_MAX - 1 }))
      pieces.push(piece as Uint8Array)
    return Buffer.concat(pieces)
  } finally {
    await file.close()
  }
}

async function readStream(stdin: Input): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of stdin) {
    pieces.push(piece)
    length += piece.length
    if (length >= MESSAGE_BYTES_MAX) break
  }
  return Buffer.concat(pieces).subarray(0, MESSAGE_BYTES_MAX)
}
