// The command as a user starts it: how soon it answers, and how fast it reads a big mailbox.

import { execFileSync, spawn } from 'node:child_process'
import {
  closeSync, openSync, mkdtempSync, readFileSync, rmSync, statSync, writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../scripts/source-files.ts'
import { median } from './rounds.ts'

const CAROM = join(ROOT, 'packages/app/bin/carom.mjs')
const STARTS = 15

export type StartFigures = {
  readonly nodeMs: number
  readonly explainMs: number
  readonly replyMs: number
}
export type MailboxFigures = {
  readonly bytes: number
  readonly seconds: number
  readonly megabytesPerSecond: number
  readonly residentBytes: number
}

/** Start to end of a process: Node alone, `carom explain` of a code and of a reply, in turns. */
export function measureStart(): StartFigures {
  const nodeMs: number[] = []
  const explainMs: number[] = []
  const replyMs: number[] = []
  for (let i = 0; i <= STARTS; i++) {
    const node = timeOf(['-e', '0'])
    const explain = timeOf([CAROM, 'explain', '550'])
    const reply = timeOf([CAROM, 'explain', '550 5.1.1 user unknown'])
    // The first one fills caches.
    if (i === 0) continue
    nodeMs.push(node)
    explainMs.push(explain)
    replyMs.push(reply)
  }
  return { nodeMs: median(nodeMs), explainMs: median(explainMs), replyMs: median(replyMs) }
}

/** `carom parse` over an mbox of about that size, made of the messages. */
export async function measureMailbox(
  messages: readonly Uint8Array[], bytesWanted: number,
): Promise<MailboxFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'carom-bench-'))
  try {
    const path = join(folder, 'mailbox')
    writeMailbox(path, messages, bytesWanted)
    const bytes = statSync(path).size
    const started = performance.now()
    const residentBytes = await runParse(path)
    const seconds = (performance.now() - started) / 1000
    return { bytes, seconds, megabytesPerSecond: bytes / 1e6 / seconds, residentBytes }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function timeOf(args: readonly string[]): number {
  const started = performance.now()
  execFileSync(process.execPath, args, { stdio: 'ignore' })
  return performance.now() - started
}

function writeMailbox(path: string, messages: readonly Uint8Array[], bytesWanted: number): void {
  const block = Buffer.concat(messages.flatMap((bytes) => [
    Buffer.from('From MAILER-DAEMON Wed May  1 10:00:00 2024\n'), bytes, Buffer.from('\n\n'),
  ]))
  const file = openSync(path, 'w')
  for (let written = 0; written < bytesWanted; written += block.length) writeSync(file, block)
  closeSync(file)
}

/** Runs to the end; the most memory that was seen resident (0 where the system does not tell). */
function runParse(path: string): Promise<number> {
  const args = [CAROM, 'parse', '--format', 'ndjson', path]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'ignore'] })
  let resident = 0
  const watch = setInterval(() => { resident = Math.max(resident, residentPeak(child.pid)) }, 50)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      clearInterval(watch)
      if (code === 0) resolve(resident)
      else reject(new Error(`carom parse ended with ${code}`))
    })
  })
}

function residentPeak(pid: number | undefined): number {
  try {
    const line = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return Number(line?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}
