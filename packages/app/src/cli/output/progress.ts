// A progress bar on a terminal, for work that takes longer than a moment.

import type { Output } from '../command.ts'
import { formatNumber } from './summary.ts'

/** Shorter work needs no bar. */
const QUIET_MS = 700
const REDRAW_MS = 100
const BAR_COLUMNS = 24

export type ProgressOptions = {
  readonly output: Output
  /** Size of all input; undefined where it is not known beforehand. */
  readonly bytesTotal: number | undefined
  /** Milliseconds, from any beginning. */
  readonly now: () => number
}

export class Progress {
  readonly #output: Output
  readonly #total: number | undefined
  readonly #now: () => number
  readonly #startMs: number
  #drawnMs = 0
  #isShown = false
  #bytes = 0
  #messages = 0

  constructor({ output, bytesTotal, now }: ProgressOptions) {
    this.#output = output
    this.#total = bytesTotal
    this.#now = now
    this.#startMs = now()
  }

  add(bytes: number, messages: number): void {
    this.#bytes += bytes
    this.#messages += messages
    const nowMs = this.#now()
    if (nowMs - this.#startMs < QUIET_MS || nowMs - this.#drawnMs < REDRAW_MS) return
    this.#drawnMs = nowMs
    this.#isShown = true
    void this.#output.write(`\r\x1b[K${this.#format(nowMs - this.#startMs)}`)
  }

  /** Takes the bar away, so that other text can be written. */
  clear(): void {
    if (this.#isShown) void this.#output.write('\r\x1b[K')
    this.#isShown = false
  }

  #format(elapsedMs: number): string {
    const rate = this.#bytes / Math.max(1, elapsedMs) / 1_000
    const facts = `${formatNumber(this.#messages)} messages · ${rate.toFixed(0)} MB/s`
    if (this.#total === undefined || this.#total === 0) return facts
    const share = Math.min(1, this.#bytes / this.#total)
    const full = Math.round(share * BAR_COLUMNS)
    const leftSeconds = Math.ceil(elapsedMs * (1 / Math.max(share, 0.001) - 1) / 1_000)
    return `${'█'.repeat(full)}${'░'.repeat(BAR_COLUMNS - full)} ` +
      `${Math.floor(share * 100)} % · ${facts} · ${leftSeconds} s left`
  }
}
