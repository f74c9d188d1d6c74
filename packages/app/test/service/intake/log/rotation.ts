// The rotation fuzzer (F21): writes a Postfix log, rotates it in every way that tools know, stops
// and kills its reader in between, and says which lines were lost or told twice.

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  appendFileSync, closeSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, openSync,
  readdirSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync, writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createLogFiles } from '../../../../src/service/intake/log/files.ts'
import { LOG_FILE_DEFAULTS } from '../../../../src/service/intake/log/options.ts'
import type { LogIntake } from '../../../../src/service/intake/log/types.ts'
import { createMemoryDeps } from './memory-deps.ts'
import { createRandom } from './random.ts'

export type RotationResult = {
  readonly written: number
  readonly rotations: number
  readonly missing: readonly string[]
  /** Told by two inputs that both were new; the key of the item tells the ledger. */
  readonly twice: number
  readonly strange: number
  readonly alarms: readonly string[]
}

const LONG_TEXT = 'y'.repeat(1_300_000)
const STALLED_MS = 60_000
/** Rotated files that are kept. */
const FILES_MAX = 40

export async function runRotations(options: {
  readonly seed: number; readonly lines: number; readonly rotations: number
  /** Whether the reader is stopped and started in between. */
  readonly restarts: boolean
  /** Kills instead of orderly stops. */
  readonly kills: boolean
}): Promise<RotationResult> {
  const folder = mkdtempSync(join(tmpdir(), 'carom-rotation-'))
  try {
    return await new Run(folder, options).all()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

class Run {
  readonly #path: string
  readonly #folder: string
  readonly #options: Parameters<typeof runRotations>[0]
  readonly #random: (below: number) => number
  readonly #memory = createMemoryDeps()
  #intake: LogIntake | undefined
  #crash: () => void = () => undefined
  #written = 0
  #rotations = 0
  #targets = 0

  constructor(folder: string, options: Parameters<typeof runRotations>[0]) {
    this.#folder = folder
    this.#options = options
    this.#path = join(folder, 'mail.log')
    this.#random = createRandom(options.seed)
  }

  async all(): Promise<RotationResult> {
    writeFileSync(this.#path, '')
    await this.#start()
    // What was rotated away before a log was seen for the first time is not asked for.
    while (!this.#memory.cursors.has(this.#path)) await sleep(2)
    const { lines, rotations } = this.#options
    const perRotation = Math.ceil(lines / rotations)
    while (this.#written < lines) {
      const target = Math.min(lines, this.#written + perRotation)
      while (this.#written < target) {
        await this.#write(Math.min(1 + this.#random(400), target - this.#written))
        if (this.#random(3) === 0) await sleep(this.#random(8))
      }
      await this.#rotate()
      // Nobody keeps a file for ever: one that goes must have been read.
      if ((this.#numbered()[0]?.number ?? 0) >= FILES_MAX) await this.#drained()
      if (this.#options.restarts && this.#random(6) === 0) await this.#restart()
    }
    await this.#drained()
    await this.#intake?.stop()
    return this.#result()
  }

  #result(): RotationResult {
    const seen = new Map<string, number>()
    let strange = 0
    for (const { report } of this.#memory.items()) {
      const key = report.logKey ?? ''
      const address = report.recipients[0]?.finalRecipient ?? ''
      if (!/^r\d+@example\.org$/.test(address)) strange += 1
      seen.set(key, (seen.get(key) ?? 0) + 1)
    }
    const addresses = new Set([...seen.keys()].map((key) => key.split(' ').at(-1)))
    const missing: string[] = []
    for (let i = 0; i < this.#written; i++) {
      if (!addresses.has(`r${i}@example.org`)) missing.push(`r${i}`)
    }
    return {
      written: this.#written, rotations: this.#rotations, missing, strange,
      twice: [...seen.values()].filter((count) => count > 1).length, alarms: this.#memory.alarms,
    }
  }

  async #start(): Promise<void> {
    const { deps, crash } = this.#memory.connect()
    this.#crash = crash
    this.#intake = createLogFiles({
      ...LOG_FILE_DEFAULTS, tenant: '', source: 'log-1', paths: [this.#path], mta: 'postfix',
      zone: 'UTC', pollMs: 3, graceMs: 15, batchWaitMs: 5, snapshotBytes: 64 * 1024, retryMs: 2,
    }, deps)
    await this.#intake.start()
  }

  async #restart(): Promise<void> {
    if (this.#options.kills) this.#crash()
    await this.#intake?.stop()
    if (this.#random(2) === 0) {
      await this.#write(1 + this.#random(50))
      await this.#rotate(true)
      await this.#write(1 + this.#random(50))
    }
    await this.#start()
  }

  #line(): string {
    const id = this.#written++
    const hex = id.toString(16).toUpperCase().padStart(10, '0')
    const two = (number: number): string => String(number % 60).padStart(2, '0')
    return `Jun 12 08:${two(Math.floor(id / 60))}:${two(id)} out1 ` +
      `postfix/smtp[${id % 9999}]: ${hex}: to=<r${id}@example.org>, relay=mx.example.org` +
      '[203.0.113.40]:25, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 OK)'
  }

  async #write(count: number): Promise<void> {
    let text = ''
    for (let i = 0; i < count; i++) text += this.#line() + (this.#random(20) === 0 ? '\r\n' : '\n')
    const odd = this.#random(60)
    if (odd === 0) appendFileSync(this.#path, Buffer.from([0x4a, 0xff, 0xfe, 0x80, 0x0a]))
    if (odd === 1) appendFileSync(this.#path, `Jun 12 08:00:00 o x[1]: ${LONG_TEXT}\n`)
    if (odd === 2) appendFileSync(this.#path, Buffer.alloc(3000))
    if (this.#random(4) > 0) {
      appendFileSync(this.#path, text)
      return
    }
    // A line comes in two pieces, with time between.
    const cut = text.length - 1 - this.#random(Math.min(60, text.length - 1))
    appendFileSync(this.#path, text.slice(0, cut))
    await sleep(this.#random(12))
    appendFileSync(this.#path, text.slice(cut))
  }

  async #rotate(isStopped = false): Promise<void> {
    this.#rotations += 1
    // Without a reader nothing may be thrown away.
    const kind = this.#random(isStopped ? 6 : 8)
    if (kind <= 2) await this.#renameAndCreate(kind === 1)
    else if (kind <= 5) this.#copyAndTruncate()
    else if (kind === 6) await this.#truncate()
    else await this.#swapLink()
  }

  /** The rotated files, the oldest first. */
  #numbered(): { readonly name: string; readonly number: number; readonly suffix: string }[] {
    return readdirSync(this.#folder).flatMap((name) => {
      const match = /^mail\.log\.(\d+)(\.gz)?$/.exec(name)
      return match === null ? [] : [{ name, number: Number(match[1]), suffix: match[2] ?? '' }]
    }).sort((a, b) => b.number - a.number)
  }

  /** `.1` becomes `.2` and so on; from `.2` on they may be compressed. */
  #shift(): void {
    for (const { name, number, suffix } of this.#numbered()) {
      const from = join(this.#folder, name)
      const to = `${this.#path}.${number + 1}${suffix}`
      if (number > FILES_MAX) rmSync(from)
      else renameSync(from, to)
      if (suffix === '' && this.#random(2) === 0) compress(to)
    }
  }

  async #renameAndCreate(isLate: boolean): Promise<void> {
    const old = openSync(this.#path, 'a')
    this.#shift()
    renameSync(this.#path, `${this.#path}.1`)
    if (isLate) {
      // The writer still has the old file open, and ends without a line end.
      if (this.#random(2) === 0) await sleep(this.#random(6))
      writeSync(old, `${this.#line()}\n${this.#line()}`)
    }
    closeSync(old)
    if (this.#random(2) === 0) await sleep(this.#random(40))
    writeFileSync(this.#path, '')
  }

  #copyAndTruncate(): void {
    this.#shift()
    copyFileSync(this.#path, `${this.#path}.1`)
    truncateSync(this.#path, 0)
  }

  /** Without a copy nothing can be had back, so the reader must have read it before. */
  async #truncate(): Promise<void> {
    await this.#drained()
    truncateSync(this.#path, 0)
  }

  async #swapLink(): Promise<void> {
    await this.#drained()
    const folder = join(this.#folder, `target-${this.#targets++}`)
    mkdirSync(folder)
    const target = join(folder, 'mail.log')
    writeFileSync(target, '')
    const next = `${this.#path}.next`
    symlinkSync(target, next)
    if (!existsSync(this.#path)) writeFileSync(this.#path, '')
    renameSync(next, this.#path)
  }

  /** Waits for all lines, as long as some still come. */
  async #drained(): Promise<void> {
    const known = new Set<string | undefined>()
    let counted = 0
    for (let end = Date.now() + STALLED_MS; Date.now() < end;) {
      const items = this.#memory.items()
      if (items.length > counted) end = Date.now() + STALLED_MS
      for (; counted < items.length; counted++) known.add(items[counted]?.report.logKey)
      if (known.size >= this.#written) return
      await sleep(20)
    }
    throw new Error(`the reader stands still at ${known.size} of ${this.#written} lines`)
  }
}

/** With its own program, which keeps the time of the last write to the nanosecond. */
function compress(path: string): void {
  assert.equal(spawnSync('gzip', ['-1', '--force', path]).status, 0)
}
