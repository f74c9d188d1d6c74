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

/** The terminal that a run pretends to have; none where nothing is said. */
export type Terminal = {
  readonly stdout?: boolean
  readonly stderr?: boolean
  readonly columns?: number
  readonly env?: Readonly<Record<string, string>>
}

/** Runs `carom` with these words; standard input is a terminal where no bytes are given. */
export async function runCarom(
  words: readonly string[], stdin?: Uint8Array | string, terminal: Terminal = {},
): Promise<Ran> {
  const out: Uint8Array[] = []
  const errors: Uint8Array[] = []
  const sink = (pieces: Uint8Array[], isTerminal = false): Io['stdout'] => ({
    isTerminal,
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
    stdout: sink(out, terminal.stdout), stderr: sink(errors, terminal.stderr),
    isTerminal: terminal.stdout ?? false, columns: terminal.columns ?? 80, env: terminal.env ?? {},
  })
  const bytes = Buffer.concat(out)
  return { code, stdout: bytes.toString(), bytes, stderr: Buffer.concat(errors).toString() }
}
