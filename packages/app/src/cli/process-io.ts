// The streams of this process as commands see them.

import type { Input, Io, Output } from './command.ts'

const COLUMNS_DEFAULT = 80
const WRITTEN = Promise.resolve()

export function openProcessIo(): Io {
  const { stdout, stderr, env } = process
  const columns = stdout.columns || Number(env['COLUMNS']) || COLUMNS_DEFAULT
  return {
    stdin: openInput(), stdout: openOutput(stdout), stderr: openOutput(stderr),
    isTerminal: stdout.isTTY === true, columns, env,
  }
}

// Opened on first use: most commands read nothing, and an open stdin costs time at the start.
function openInput(): Input {
  return {
    get isTerminal() { return process.stdin.isTTY === true },
    [Symbol.asyncIterator]: () => process.stdin[Symbol.asyncIterator](),
  }
}

function openOutput(stream: NodeJS.WriteStream): Output {
  stream.on('error', endQuietly)
  return {
    isTerminal: stream.isTTY === true,
    write: (chunk) => stream.write(chunk)
      ? WRITTEN : new Promise((resolve) => stream.once('drain', resolve)),
  }
}

/** The exit code when the output cannot take more. */
const EXIT_OUTPUT_FAILED = 1

// A reader that has seen enough (`carom parse … | head`) is no mistake; a full disk is.
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0)
  process.stderr.write(`carom: cannot write the output: ${error.message}\n`)
  process.exit(EXIT_OUTPUT_FAILED)
}
