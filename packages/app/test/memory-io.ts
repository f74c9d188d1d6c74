// Streams in memory, for commands that are run without a process.

import { main } from '../src/cli/main.ts'
import type { Io } from '../src/cli/command.ts'

export type Ran = {
  readonly code: number
  readonly stdout: string
  /** The same, as bytes. */
  readonly bytes: Uint8Array
  readonly stderr: string
}

/** Runs `carom` with these words; standard input is a terminal where no bytes are given. */
export async function runCarom(words: readonly string[], stdin?: Uint8Array | string): Promise<Ran> {
  const out: Uint8Array[] = []
  const err: Uint8Array[] = []
  const sink = (pieces: Uint8Array[]): Io['stdout'] => ({
    isTerminal: false,
    write: (chunk) => {
      pieces.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
      return Promise.resolve()
    },
  })
  const code = await main(words, {
    stdin: {
      isTerminal: stdin === undefined,
      async *[Symbol.asyncIterator]() {
        if (stdin !== undefined) yield typeof stdin === 'string' ? Buffer.from(stdin) : stdin
      },
    },
    stdout: sink(out), stderr: sink(err), isTerminal: false, columns: 80, env: {},
  })
  const bytes = Buffer.concat(out)
  return { code, stdout: bytes.toString(), bytes, stderr: Buffer.concat(err).toString() }
}
