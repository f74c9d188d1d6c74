// Starts crash-child.ts and reads what it told.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

export type ChildReport = {
  /** Killed by the failpoint, as it should be. */
  readonly killed: boolean
  readonly opened: boolean
  readonly kept: readonly string[]
  readonly claimed: readonly number[]
  /** What it wrote to standard error. */
  readonly errors: string
}

const CHILD = fileURLToPath(new URL('crash-child.ts', import.meta.url))

export async function runChild({ url, name, inputs = 0, failpoint = '' }: {
  readonly url: string
  readonly name: string
  readonly inputs?: number
  readonly failpoint?: string
}): Promise<ChildReport> {
  const child = spawn(process.execPath, [CHILD, url, name, String(inputs)], {
    env: { ...process.env, CAROM_FAILPOINT: failpoint }, stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [[, signal], told, errors] = await Promise.all([
    once(child, 'close') as Promise<[number | null, string | null]>,
    text(child.stdout), text(child.stderr),
  ])
  const lines = told.split('\n').map((line) => line.split(' '))
  const after = (word: string): string[] =>
    lines.filter(([first]) => first === word).flatMap(([, ...rest]) => rest)
  return {
    killed: signal === 'SIGKILL', opened: after('opened').length > 0, kept: after('kept'),
    claimed: after('claimed').filter((id) => id !== '').map(Number), errors,
  }
}
