// Failures for content in the store that belong to a campaign, by its names or by the subject.

import type { CaromEvent } from '@carom/core'
import { setImmediate as giveWay } from 'node:timers/promises'
import type { Reader } from '../../store/types.ts'
import type { CampaignNames, Refused } from './types.ts'

const MONTH_MS = 30 * 86_400_000
/** Events that are looked at, the newest: each is read whole for its subject. */
const ROWS_MAX = 5_000
const ROWS_AT_ONCE = 500

type Row = {
  readonly occurred_at: number | string; readonly seq: number | string; readonly campaign: string
  readonly reason: string; readonly receiver: string; readonly incident: string
  readonly event: string
}

/** Most first; of the thirty days before `now`. */
export async function readRefused(
  reader: Reader, tenant: string, { campaigns, subject }: CampaignNames, now: number,
): Promise<readonly Refused[]> {
  const groups = new Map<string, { reason: string; receiver: string; ids: Set<string> }>()
  let before: readonly [number, number] = [now + 1, 0]
  for (let read = 0; read < ROWS_MAX;) {
    const rows = await reader.all<Row>(
      `SELECT occurred_at, seq, campaign, reason, receiver, incident, event FROM events
        WHERE tenant = ? AND occurred_at >= ? AND (occurred_at, seq) < (?, ?)
          AND fault IN ('sender', 'content') AND incident IS NOT NULL AND fault = 'content'
        ORDER BY occurred_at DESC, seq DESC LIMIT ${ROWS_AT_ONCE}`,
      [tenant, now - MONTH_MS, ...before])
    for (const { campaign, reason, receiver, incident, event } of rows) {
      if (!campaigns.includes(campaign) && !isAbout(event, subject)) continue
      const key = `${reason} ${receiver}`
      const group = groups.get(key) ?? { reason, receiver, ids: new Set() }
      groups.set(key, group)
      group.ids.add(incident)
    }
    const last = rows.at(-1)
    if (last === undefined || rows.length < ROWS_AT_ONCE) break
    before = [Number(last.occurred_at), Number(last.seq)]
    read += rows.length
    await giveWay()
  }
  return [...groups.values()].map(({ reason, receiver, ids }) =>
    ({ reason, receiver, incidents: ids.size })).sort((a, b) => b.incidents - a.incidents)
}

function isAbout(event: string, subject: string | undefined): boolean {
  return subject !== undefined &&
    (JSON.parse(event) as CaromEvent).original?.subject?.trim() === subject
}
