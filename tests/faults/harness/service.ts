// `carom serve` as a child process: started, looked at, killed, started again.

import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, readdirSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export type StartOptions = {
  readonly failpoint?: string
  readonly env?: Readonly<Record<string, string>>
  /** Shell words that run before it in the same shell, such as `ulimit -n 64`. */
  readonly shell?: string
  readonly configFile?: string
  /** The least time it must live is not waited for: it is expected to die while it starts. */
  readonly mayDie?: true
}

export type Ended = { readonly code: number | null; readonly signal: string | null }

export type Service = {
  readonly child: ChildProcess
  readonly pid: number
  /** Where the API listens, such as `http://127.0.0.1:8025`. */
  readonly api: string
  readonly smtpPort: number
  readonly startedMs: number
  /** The first key, at the first start. */
  readonly key: string | undefined
  /** What it wrote to standard error so far. */
  readonly errors: () => string
  readonly ended: Promise<Ended>
  readonly isRunning: () => boolean
  readonly signal: (signal: NodeJS.Signals) => void
  readonly kill: () => Promise<void>
  /** SIGTERM, and the exit code. */
  readonly stop: () => Promise<number | null>
}

/** Services that have not ended. */
const running = new Set<ChildProcess>()

/** Ends all services that a fault left behind, so that no test waits for them. */
export function killAll(): void {
  for (const child of running) child.kill('SIGKILL')
}

const CHILD = fileURLToPath(new URL('serve-child.ts', import.meta.url))
/** On a machine that is busy with much else. */
const LOOK_MS = 20
const START_MS_MAX = 60_000
const STOP_MS_MAX = 30_000
const API_LINE = /^API +(.*)\/v1\n/m
const ERROR_CHARS_MAX = 4_000_000

/** Undefined where it died before it was ready. @throws where it is neither ready nor dead */
export async function startService(
  folder: string, options: StartOptions = {},
): Promise<Service | undefined> {
  const startedAt = performance.now()
  const { child, said, ended } = launch(folder, options)
  const isReady = (): boolean => API_LINE.test(said.out) &&
    said.errors.includes('"started"') && said.errors.includes('listening for smtp')
  const deadline = startedAt + START_MS_MAX
  while (!isReady()) {
    const how = await Promise.race([ended, sleep(LOOK_MS, undefined)])
    if (how === undefined && performance.now() < deadline) continue
    if (how === undefined) child.kill('SIGKILL')
    else if (options.mayDie === true || how.signal === 'SIGKILL') return undefined
    const end = how === undefined ? 'was not ready' : `ended with ${how.code ?? how.signal}`
    throw new Error(`it ${end}: ${said.out}${said.errors}`)
  }
  return describe(child, said, ended, performance.now() - startedAt)
}

type Said = { out: string; errors: string }

function launch(
  folder: string, { failpoint = '', env = {}, shell, configFile = 'carom.yaml' }: StartOptions,
): { readonly child: ChildProcess; readonly said: Said; readonly ended: Promise<Ended> } {
  const words = [process.execPath, CHILD, 'serve', '-c', configFile]
  const [command = '', ...args] = shell === undefined ? words
    : ['sh', '-c', `${shell}; exec "$@"`, 'sh', ...words]
  const child = spawn(command, args, {
    cwd: folder, env: { ...process.env, CAROM_FAILPOINT: failpoint, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  running.add(child)
  child.once('close', () => running.delete(child))
  const said: Said = { out: '', errors: '' }
  child.stdout?.on('data', (piece: Buffer) => { said.out += piece.toString() })
  child.stderr?.on('data', (piece: Buffer) => {
    said.errors = (said.errors + piece.toString()).slice(-ERROR_CHARS_MAX)
  })
  const ended = once(child, 'close').then(([code, signal]): Ended => ({
    code: code as number | null, signal: signal as string | null,
  }))
  return { child, said, ended }
}

function describe(
  child: ChildProcess, said: Said, ended: Promise<Ended>, startedMs: number,
): Service {
  const api = API_LINE.exec(said.out)?.[1] ?? ''
  const smtpPort = Number(/"port":(\d+)[^\n]*listening for smtp/.exec(said.errors)?.[1] ?? 0)
  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null
  return {
    child, pid: child.pid as number, api, smtpPort, startedMs, ended, isRunning,
    key: /carom_[a-z0-9]+_[\w-]+/.exec(said.out)?.[0],
    errors: () => said.errors,
    signal: (signal) => { child.kill(signal) },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
    stop: async () => {
      child.kill('SIGTERM')
      const how = await Promise.race([ended, sleep(STOP_MS_MAX, undefined, { ref: false })])
      if (how !== undefined) return how.code
      child.kill('SIGKILL')
      throw new Error(`it did not stop in ${STOP_MS_MAX} ms: ${said.errors.slice(-2000)}`)
    },
  }
}

export type Usage = { readonly residentBytes: number; readonly descriptors: number }

/** Memory and descriptors of a process; Linux only. */
export function usageOf(pid: number): Usage {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const kilobytes = Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0)
  return {
    residentBytes: kilobytes * 1024, descriptors: readdirSync(`/proc/${pid}/fd`).length,
  }
}
