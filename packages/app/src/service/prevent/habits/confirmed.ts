// How many of those who were asked to confirm their address did.

import type { Reader } from '../../store/types.ts'

type Time = { readonly from: number; readonly until: number }

/** A sentence; undefined where nobody was asked in that time. */
export async function describeConfirmed(
  reader: Reader, tenant: string, { from, until }: Time,
): Promise<string | undefined> {
  const row = await reader.get<{ readonly asked: number; readonly confirmed: number | null }>(
    `SELECT COUNT(*) AS asked, SUM(CASE WHEN status = 'confirmed' THEN 1 ELSE 0 END) AS confirmed
      FROM optins WHERE tenant = ? AND asked_at >= ? AND asked_at < ?`, [tenant, from, until])
  const asked = Number(row?.asked ?? 0)
  if (asked === 0) return undefined
  const share = Math.round(Number(row?.confirmed ?? 0) / asked * 100)
  return `${share}% of ${asked} addresses that were asked by double opt-in have confirmed.`
}
