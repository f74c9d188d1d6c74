// How much was sent on each day by domain, receiver or address it was sent from, against the weeks
// before.

import { WARM_UP_FIRST, WARM_UP_GROWTH } from '@carom/core/prevent'
import type { Reader } from '../../store/types.ts'

const DAY_MS = 86_400_000
/** Days that tell what is usual; fewer known ones tell nothing. */
const USUAL_DAYS = 28
const USUAL_DAYS_MIN = 7
/** So many times the largest day is a jump; small numbers never are. */
const JUMP_RATIO = 2
const JUMP_SENDS_MIN = 200
/** A name is new only where others are known for so long: else the records are. */
const KNOWN_DAYS = 14
const NAMES_MAX = 200

export const VOLUME_KINDS = ['domain', 'receiver', 'ip'] as const

export type VolumeKind = (typeof VOLUME_KINDS)[number]

export type VolumeDay = {
  /** A domain, an address, an operator of mail servers; `*` is all receivers without a name. */
  readonly name: string
  /** Its date, UTC: 2026-11-27. */
  readonly day: string
  readonly sends: number
  /** Of the largest day in the four weeks before; absent where too few days with mail are known. */
  readonly most?: number
  /** `jump`: far above it. `cold`: much, from a domain or an address that nobody knows yet. */
  readonly anomaly?: 'jump' | 'cold'
}

type Cell = { readonly day: number; readonly n: number }

export async function measureVolume(
  reader: Reader, tenant: string,
  { from, until, by = 'domain' }: {
    readonly from: number; readonly until: number; readonly by?: VolumeKind
  },
): Promise<readonly VolumeDay[]> {
  const [first, last] = [Math.floor(from / DAY_MS), Math.ceil(until / DAY_MS)]
  const rows = await reader.all<{
    readonly name: string; readonly day: number | string; readonly n: number | string
  }>(
    `SELECT name, day, n FROM send_days
      WHERE tenant = ? AND kind = ? AND day >= ? AND day < ? ORDER BY name, day`,
    [tenant, by, first - USUAL_DAYS, last])
  const begun = await reader.get<{ readonly day: number | string | null }>(
    'SELECT MIN(day) AS day FROM send_days WHERE tenant = ? AND kind = ?', [tenant, by])
  const knownFrom = Number(begun?.day ?? last) + KNOWN_DAYS
  const names = [...Map.groupBy(rows, ({ name }) => name)].map(([name, own]) => ({
    name, days: own.map(({ day, n }): Cell => ({ day: Number(day), n: Number(n) })),
  }))
  return largest(names).flatMap(({ name, days }) =>
    days.filter(({ day }) => day >= first).map((cell) =>
      judge(name, cell, days, by !== 'receiver' && cell.day >= knownFrom)))
}

function largest<Named extends { readonly days: readonly Cell[] }>(names: Named[]): Named[] {
  if (names.length <= NAMES_MAX) return names
  const sum = ({ days }: Named): number => days.reduce((total, { n }) => total + n, 0)
  return names.sort((a, b) => sum(b) - sum(a)).slice(0, NAMES_MAX)
}

function judge(
  name: string, { day, n: sends }: Cell, days: readonly Cell[], mayBeCold: boolean,
): VolumeDay {
  const before = days.filter((cell) => cell.day < day && cell.day >= day - USUAL_DAYS)
  const facts = { name, day: new Date(day * DAY_MS).toISOString().slice(0, 10), sends }
  const isMuch = sends >= JUMP_SENDS_MIN
  if (before.length < USUAL_DAYS_MIN) {
    const isCold = mayBeCold && isMuch && sends > WARM_UP_FIRST * WARM_UP_GROWTH ** before.length
    return { ...facts, ...isCold ? { anomaly: 'cold' as const } : {} }
  }
  // Not the median: who sends each week has six quiet days to one that is as usual.
  const most = Math.max(...before.map(({ n }) => n))
  const isJump = isMuch && sends > most * JUMP_RATIO
  return { ...facts, most, ...isJump ? { anomaly: 'jump' as const } : {} }
}
