// `carom serve` in a process of its own, on SQLite, for tests that attack it.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import { listenTo, startedOf, type Said } from './started.ts'

const LAUNCHER = fileURLToPath(new URL('../../../bin/carom.mjs', import.meta.url))

export type Running = {
  readonly pid: number
  readonly said: Said
  readonly read: (path: string) => Promise<Record<string, unknown>>
  readonly stop: () => Promise<number | null>
}

export async function serve(t: TestContext, config: string): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'carom-hostile-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, 'carom.yaml'), `http: { port: 0 }\n${config}`)
  const child = spawn(process.execPath, [LAUNCHER, 'serve'], {
    cwd: folder, stdio: ['ignore', 'pipe', 'pipe'],
  })
  t.after(() => child.kill('SIGKILL'))
  const said = listenTo(child)
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const { url, key } = await startedOf(child, said)
  return {
    pid: child.pid as number, said,
    read: async (path) => {
      const response = await fetch(url + path, { headers: { authorization: `Bearer ${key}` } })
      return await response.json() as Record<string, unknown>
    },
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}

/** The most that it ever took; Linux only. */
export function peakMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024
}
