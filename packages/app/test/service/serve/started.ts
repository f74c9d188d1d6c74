// When a `carom serve` that a test has spawned can be talked to, and where.

import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { Readable } from 'node:stream'

/** A child process with both pipes. */
export type Spawned = {
  readonly stdout: Readable; readonly stderr: Readable; readonly exitCode: number | null
  readonly once: (event: 'close', listener: () => void) => unknown
}

/** All that it wrote so far; it grows. */
export type Said = { out: string; errors: string }

export function listenTo({ stdout, stderr }: Spawned): Said {
  const said = { out: '', errors: '' }
  stdout.on('data', (piece: Buffer) => { said.out += piece.toString() })
  stderr.on('data', (piece: Buffer) => { said.errors += piece.toString() })
  return said
}

/**
 * The address of a service that says that it has started; two pipes tell, in any order. `key` is
 * empty but at a first start.
 * @throws AssertionError with all that it said where it ended instead
 */
export async function startedOf(
  child: Spawned, said: Said,
): Promise<{ readonly url: string; readonly key: string }> {
  const address = /^API +(.*)\/v1$/m
  const hasStarted = (): boolean => said.errors.includes('"started"') && address.test(said.out)
  const closed = new Promise<void>((resolve) => { child.once('close', resolve) })
  while (!hasStarted() && child.exitCode === null) {
    const heard = new AbortController()
    const { signal } = heard
    await Promise.race([
      once(child.stdout, 'data', { signal }), once(child.stderr, 'data', { signal }), closed,
    ])
    heard.abort()
  }
  const url = address.exec(said.out)?.[1]
  assert.ok(url, said.out + said.errors)
  return { url, key: /carom_\w+_[\w-]+/.exec(said.out)?.[0] ?? '' }
}
