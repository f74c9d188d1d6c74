// How often mail to confirm goes out: to one address, for one list, at the wish of one network.

import { hash } from 'node:crypto'
import { addressKey } from '@carom/core'
import { networkOf } from '../access/attempts.ts'
import type { Tx } from '../store/types.ts'
import type { OptinOptions } from './options.ts'
import type { OptinDbRow } from './records.ts'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
/** Counters in memory; the oldest are forgotten first. */
const NETWORKS_MAX = 50_000

/**
 * What ends in one mailbox, however it is tagged and dotted, is one address to a flood; hashed, as
 * it is only counted.
 */
export function mailboxOf(address: string): string {
  const plain = addressKey(address, { case: 'lower-all', plusTags: 'strip', gmailDots: 'strip' })
    .replace(/^([^+@]+)\+[^@]*@/, '$1@').replace(/@googlemail\.com$/, '@gmail.com')
  return hash('sha256', plain, 'base64url')
}

export type MailLimits = Pick<
  OptinOptions, 'resendMinutes' | 'resendMax' | 'perAddressDay' | 'perListDay'>

/** When the next mail may go out; undefined: now. */
export async function nextMailAt(
  tx: Tx, row: OptinDbRow | undefined,
  { tenant, mailbox, list, now }: {
    readonly tenant: string; readonly mailbox: string; readonly list: string
    readonly now: number
  },
  limits: MailLimits,
): Promise<number | undefined> {
  const waits: number[] = []
  if (row?.status === 'pending') {
    const next = Number(row.asked_at) + limits.resendMinutes * MINUTE_MS
    if (next > now) waits.push(next)
    const isOpen = Number(row.expires_at) > now
    if (isOpen && Number(row.mails) >= limits.resendMax) waits.push(Number(row.expires_at))
  }
  for (const [column, value, most] of [
    ['mailbox', mailbox, limits.perAddressDay], ['list', list, limits.perListDay],
  ] as const) {
    const sent = await tx.get<{ n: number; first: number | null }>(
      `SELECT COUNT(*) AS n, MIN(at) AS first FROM optin_mails
        WHERE tenant = ? AND ${column} = ? AND at > ?`, [tenant, value, now - DAY_MS])
    if (Number(sent?.n ?? 0) >= most) waits.push(Number(sent?.first ?? now) + DAY_MS)
  }
  return waits.length === 0 ? undefined : Math.max(...waits)
}

/** Counts within a day; true where it was not one too many. */
export type IpLimit = { readonly take: (ip: string) => boolean }

export function createIpLimit(most: number, now: () => number): IpLimit {
  const counters = new Map<string, { count: number; from: number }>()
  return {
    take(ip) {
      const network = networkOf(ip)
      const known = counters.get(network)
      const isAlive = known !== undefined && Math.abs(now() - known.from) < DAY_MS
      const counter = isAlive ? known : { count: 0, from: now() }
      counter.count += 1
      if (!isAlive) {
        counters.delete(network)
        counters.set(network, counter)
      }
      if (counters.size > NETWORKS_MAX) counters.delete(counters.keys().next().value as string)
      return counter.count <= most
    },
  }
}
