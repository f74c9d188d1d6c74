// The minutes of a receiver, asked of the store, and what core's outage rule makes of them.

import { decideOutage, decideRelease, OUTAGE_BASELINE_DAYS, OUTAGE_DEFAULTS } from '@carom/core'
import type { Reader } from '../store/types.ts'
import { MINUTE_MS } from './minute.ts'

type MinuteDbRow = {
  readonly minute: number; readonly unknown_users: number; readonly alive: number
  readonly delivered: number; readonly failed: number
}

type Sum = { readonly attempts: number; readonly unknownUsers: number; readonly alive: number }

/** The minutes of one receiver of one tenant. */
export class ReceiverMinutes {
  readonly #reader: Reader
  readonly #key: readonly [string, string]

  constructor(reader: Reader, tenant: string, receiver: string) {
    this.#reader = reader
    this.#key = [tenant, receiver]
  }

  /** When a hold began, and why; undefined where all is normal at this time. */
  async findHold(at: number): Promise<{ readonly from: number; readonly why: string } | undefined> {
    const { windowMs, unknownUsersMin, rateMin } = OUTAGE_DEFAULTS
    const window = await this.#sum(at - windowMs, at + MINUTE_MS)
    if (window.unknownUsers < unknownUsersMin) return undefined
    const { hold, why } = decideOutage(window, await this.#baseline(at - windowMs))
    if (!hold) return undefined
    const rows = await this.#reader.all<MinuteDbRow>(
      'SELECT * FROM receiver_minutes WHERE tenant = ? AND receiver = ? AND minute >= ? ' +
      'AND minute <= ? ORDER BY minute',
      [...this.#key, minuteOf(at - windowMs), minuteOf(at)])
    const first = rows.find((row) =>
      row.unknown_users / Math.max(1, row.delivered + row.failed) >= rateMin)
    return { from: (first?.minute ?? minuteOf(at)) * MINUTE_MS, why }
  }

  /** When a hold that began at `from` is over; undefined while it lasts. */
  async findRelease(from: number, now: number): Promise<number | undefined> {
    const { releaseAfterMs } = OUTAGE_DEFAULTS
    if (now - from < releaseAfterMs) return undefined
    const recent = await this.#sum(now - releaseAfterMs, now + MINUTE_MS)
    return decideRelease(recent, await this.#baseline(from)).release ? now : undefined
  }

  /** The usual share of unknown users before a time. */
  async #baseline(before: number): Promise<number> {
    const { attempts, unknownUsers } = await this.#sum(
      before - OUTAGE_BASELINE_DAYS * 86_400_000, before)
    return attempts === 0 ? 0 : unknownUsers / attempts
  }

  async #sum(from: number, until: number): Promise<Sum> {
    const row = await this.#reader.get<Sum>(
      'SELECT COALESCE(SUM(unknown_users), 0) AS "unknownUsers", ' +
      'COALESCE(SUM(alive), 0) AS alive, COALESCE(SUM(delivered + failed), 0) AS attempts ' +
      'FROM receiver_minutes WHERE tenant = ? AND receiver = ? AND minute >= ? AND minute < ?',
      [...this.#key, minuteOf(from), minuteOf(until)])
    return row ?? { attempts: 0, unknownUsers: 0, alive: 0 }
  }
}

function minuteOf(at: number): number {
  return Math.floor(at / MINUTE_MS)
}
