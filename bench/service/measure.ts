// How much the service takes in, decides and answers, beside what bounds each figure.
// Wall times on a shared machine say little: processor time per item stands beside them.

import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { fillSuppressions } from './fill.ts'
import { addressOf, eventsBody, messageOf, requestOf } from './inputs.ts'
import { openHttp, openPeer, openSmtp, percentile, runLoad, type Load } from './load.ts'
import { cpuUs, peakBytes, runChild, startService, type Running } from './process.ts'
import { measureLog } from './log.ts'

type Figures = Record<string, Record<string, unknown>>

const SMTP_CONNECTIONS = 50
const HTTP_CONNECTIONS = 16
const EVENTS_PER_BATCH = 100
const LOAD_MS = 4_000
/** What shall be reached on two cores of its own (events and messages in a second). */
const GOALS = { messages: 5_000, events: 15_000, checks: 20_000 } as const

/** All figures of the service; `isFull` with 10 million suppressions and 1 GB of log. */
export async function measureService(isFull: boolean, only: string | undefined): Promise<Figures> {
  const figures: Figures = {}
  const parts: Readonly<Record<string, () => Promise<Record<string, unknown>>>> = {
    'SMTP intake, durable': measureSmtp,
    'webhook intake in batches, durable': measureEvents,
    'received to decided, replies in batches': () => measureDecided('events'),
    'received to decided, messages': () => measureDecided('messages'),
    'postfix log': () => measureLog(isFull ? 1e9 : 20e6),
    ...Object.fromEntries((isFull ? [1e5, 1e6, 1e7] : [1e5]).map((stored) =>
      [`check with ${stored.toLocaleString('en')} suppressions`, () => measureCheck(stored)])),
  }
  for (const [name, measure] of Object.entries(parts)) {
    if (only !== undefined && !name.includes(only)) continue
    figures[name] = await measure()
  }
  return figures
}

async function measureSmtp(): Promise<Record<string, unknown>> {
  const store = await runChild('limits.ts', ['store']) as { perSecond: number; cpuUs: number }
  const alone = await besideLimit('smtp', (port) => runLoad(
    SMTP_CONNECTIONS, LOAD_MS / 2, undefined, () => openSmtp(port, messageOf)))
  const service = await startService()
  try {
    const { smtpPort, child } = service
    const { load, cpu } = await withCpu(child.pid, () => runLoad(
      SMTP_CONNECTIONS, LOAD_MS, undefined, () => openSmtp(smtpPort, messageOf)))
    return {
      'goal /s': GOALS.messages, 'messages /s': rate(load), 'CPU µs per message': cpu,
      'p99 ms': percentile(load.latencies, 0.99), 'smtp-server alone /s': rate(alone.load),
      'smtp-server alone, CPU µs': alone.cpu, 'bare store /s': store.perSecond,
      'bare store, CPU µs': store.cpuUs, 'peak memory bytes': peakBytes(child.pid),
    }
  } finally {
    await service.stop()
  }
}

async function measureEvents(): Promise<Record<string, unknown>> {
  const alone = await besideLimit('http', (port) => runLoad(
    HTTP_CONNECTIONS, LOAD_MS / 2, undefined, () => openHttp(port, (n) =>
      requestOf('POST /', '', eventsBody(n * EVENTS_PER_BATCH, EVENTS_PER_BATCH)))))
  const service = await startService()
  try {
    const { load, cpu } = await withCpu(service.child.pid, () => runLoad(
      HTTP_CONNECTIONS, LOAD_MS, undefined, () => openBatches(service)))
    return {
      'goal /s': GOALS.events, 'events /s': rate(load) * EVENTS_PER_BATCH,
      'CPU µs per event': cpu / EVENTS_PER_BATCH, 'p99 ms': percentile(load.latencies, 0.99),
      'node:http alone /s': rate(alone.load) * EVENTS_PER_BATCH,
      'node:http alone, CPU µs': alone.cpu / EVENTS_PER_BATCH,
      'peak memory bytes': peakBytes(service.child.pid),
    }
  } finally {
    await service.stop()
  }
}

function openBatches({ port, key }: Running): Promise<(n: number) => Promise<void>> {
  return openHttp(port, (n) => requestOf(
    'POST /v1/events', key, eventsBody(n * EVENTS_PER_BATCH, EVENTS_PER_BATCH)))
}

/** At half of the goal: how long after its receipt an input was decided, before its commit. */
async function measureDecided(what: 'events' | 'messages'): Promise<Record<string, unknown>> {
  const per = what === 'events' ? EVENTS_PER_BATCH : 1
  const pace = GOALS[what] / 2
  const service = await startService()
  try {
    const { smtpPort, child, folder } = service
    const cpu = cpuUs(child.pid)
    const started = performance.now()
    const load = await runLoad(
      what === 'events' ? HTTP_CONNECTIONS : SMTP_CONNECTIONS, LOAD_MS, pace / per,
      () => what === 'events' ? openBatches(service) : openSmtp(smtpPort, messageOf))
    const waits = await readWaits(folder)
    const seconds = (performance.now() - started) / 1000
    return {
      'goal p99 ms': 250, 'pace /s': pace, 'sent /s': rate(load) * per,
      'decided /s': waits.length * per / seconds, 'p50 ms': percentile(waits, 0.5),
      'p99 ms': percentile(waits, 0.99),
      [`CPU µs per ${what.slice(0, -1)}, all threads`]:
        (cpuUs(child.pid) - cpu) / (load.n * per),
      'peak memory bytes': peakBytes(child.pid),
    }
  } finally {
    await service.stop()
  }
}

/** Waits until all is decided, and tells how long each input had to wait, in ms. */
async function readWaits(folder: string): Promise<number[]> {
  const database = new DatabaseSync(join(folder, 'carom.db'), { readOnly: true, timeout: 5000 })
  try {
    const left = database.prepare(`SELECT COUNT(*) AS n FROM inbox WHERE state = 'new'`)
    while (Number(left.get()?.['n']) > 0) await sleep(100)
    return database.prepare('SELECT finished_at - received_at AS ms FROM inbox').all()
      .map(({ ms }) => Number(ms))
  } finally {
    database.close()
  }
}

async function measureCheck(stored: number): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'carom-bench-'))
  const path = join(folder, 'carom.db')
  const began = performance.now()
  await fillSuppressions(path, stored)
  const fillSeconds = (performance.now() - began) / 1000
  const service = await startService(() => `store: ${path}`)
  try {
    const ask = (): Promise<(n: number) => Promise<void>> => openHttp(service.port, (n) =>
      requestOf(`GET /v1/check?address=x${addressOf(n)}`, service.key))
    const { load, cpu } = await withCpu(service.child.pid, () => runLoad(
      HTTP_CONNECTIONS, LOAD_MS, undefined, ask))
    const half = await runLoad(HTTP_CONNECTIONS, LOAD_MS / 2, GOALS.checks / 2, ask)
    const peak = peakBytes(service.child.pid)
    const alone = await besideLimit('http', (port) => runLoad(
      HTTP_CONNECTIONS, LOAD_MS / 2, undefined, () => openHttp(port, () =>
        requestOf('GET /', ''))))
    const inside = await runChild('inside.ts', [path, String(stored)]) as Record<string, unknown>
    return {
      'goal /s': GOALS.checks, 'checks over HTTP /s': rate(load), 'CPU µs per check': cpu,
      'node:http alone /s': rate(alone.load), 'node:http alone, CPU µs': alone.cpu,
      'goal p99 ms': 2, 'p99 ms at half of the goal': percentile(half.latencies, 0.99),
      ...inside, fillSeconds, 'peak memory bytes': peak,
    }
  } finally {
    await service.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function withCpu(
  pid: number | undefined, work: () => Promise<Load>,
): Promise<{ readonly load: Load; readonly cpu: number }> {
  const before = cpuUs(pid)
  const load = await work()
  return { load, cpu: (cpuUs(pid) - before) / load.n }
}

async function besideLimit(
  what: string, work: (port: number) => Promise<Load>,
): Promise<{ readonly load: Load; readonly cpu: number }> {
  const port = 40_000 + Math.floor(Math.random() * 20_000)
  const path = fileURLToPath(new URL('limits.ts', import.meta.url))
  const child = spawn(process.execPath, [path, what, String(port)], { stdio: 'inherit' })
  try {
    await untilOpen(port)
    return await withCpu(child.pid, () => work(port))
  } finally {
    child.kill()
  }
}

async function untilOpen(port: number): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    try {
      (await openPeer(port)).socket.destroy()
      return
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ECONNREFUSED') throw error
    }
    await sleep(50)
  }
  throw new Error(`nobody listens on port ${port}`)
}

function rate({ n, seconds }: Load): number {
  return n / seconds
}
