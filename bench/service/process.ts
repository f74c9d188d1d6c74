// `carom serve` as a process of its own, and what the system says it took: processor time, memory.

import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { ROOT } from '../../scripts/source-files.ts'

const CAROM = join(ROOT, 'packages/app/bin/carom.mjs')
/** What one tick of /proc is, in µs: USER_HZ is 100 on every Linux. */
const TICK_US = 10_000

export type Running = {
  readonly child: ChildProcess
  /** Where its store lies. */
  readonly folder: string
  /** Of the API, without /v1. */
  readonly port: number
  readonly smtpPort: number
  readonly key: string
  readonly stop: () => Promise<void>
}

/** Makes a folder and starts the service in it; `extra` adds lines to its configuration. */
export async function startService(
  extra: (folder: string) => string = () => '',
): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'carom-bench-'))
  const smtpPort = 20_000 + Math.floor(Math.random() * 20_000)
  writeFileSync(join(folder, 'carom.yaml'), [
    'http: { port: 0, requestsPerMinutePerKey: 1000000, checksPerMinutePerKey: 100000000 }',
    `smtp: { enabled: true, port: ${smtpPort}, connectionsPerNetworkMax: 100, ` +
      'domains: [{ name: bounces.example, requireToken: false }] }',
    extra(folder),
  ].join('\n'))
  return await launch(folder, smtpPort)
}

async function launch(folder: string, smtpPort: number): Promise<Running> {
  const child = spawn(process.execPath, [CAROM, 'serve', '-c', 'carom.yaml'], {
    cwd: folder, stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let errors = ''
  child.stdout.on('data', (piece: Buffer) => { out += piece.toString() })
  child.stderr.on('data', (piece: Buffer) => { errors += piece.toString() })
  while (!errors.includes('addresses loaded') || !errors.includes('"started"')) {
    if (child.exitCode !== null) throw new Error(`carom serve ended: ${errors.slice(0, 500)}`)
    await sleep(50)
  }
  const port = Number(/^API +http:\/\/[^:]+:(\d+)/m.exec(out)?.[1])
  return {
    child, folder, port, smtpPort, key: /carom_\w+_[\w-]+/.exec(out)?.[0] ?? '',
    stop: async () => {
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'close')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A script beside this file in a process of its own, that answers one line of JSON. */
export async function runChild(file: string, words: readonly string[]): Promise<unknown> {
  const path = fileURLToPath(new URL(file, import.meta.url))
  const child = spawn(process.execPath, [path, ...words], { stdio: ['ignore', 'pipe', 'inherit'] })
  let out = ''
  child.stdout.on('data', (piece: Buffer) => { out += piece.toString() })
  const [code] = await once(child, 'close') as [number]
  if (code !== 0) throw new Error(`${file} ${words.join(' ')} ended with ${code}`)
  return JSON.parse(out) as unknown
}

/** Processor time that a process and its threads took so far; 0 where the system does not tell. */
export function cpuUs(pid: number | undefined): number {
  const stat = readProc(pid, 'stat')
  // The name in brackets may hold blanks; user and system time are 12th and 13th after it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * TICK_US
}

/** The most memory that was resident. */
export function peakBytes(pid: number | undefined): number {
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(readProc(pid, 'status'))?.[1] ?? 0) * 1024
}

function readProc(pid: number | undefined, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}
