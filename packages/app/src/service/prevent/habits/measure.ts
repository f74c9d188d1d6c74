// Measures the habits over a time: bounces by what would have kept them away, against what was
// sent.

import type { TypoFinder } from '@carom/core/prevent'
import type { Reader, SqlValue } from '../../store/types.ts'
import { findTypos } from '../typos.ts'
import { HABIT_FACTS } from './causes.ts'
import { describeConfirmed } from './confirmed.ts'
import type { Habit, HabitCause, HabitGrade, HabitReport, HabitsReport } from './types.ts'
import { HABITS } from './types.ts'
import { measureVolume, type VolumeDay } from './volume.ts'

const TYPO_GROUPS_MAX = 200
const GRADES = ['A', 'B', 'C', 'D'] as const
/** Fewer sends say nothing. */
const SENDS_MIN = 100

/** Of a delay what it waits for counts. */
const CAUSE = `CASE WHEN i.cause <> '' THEN i.cause ELSE i.reason END`

type Time = { readonly from: number; readonly until: number }
type CauseRow = {
  readonly reason: string
  /** 1 where the address was alive before. */
  readonly proved: number
  readonly incidents: number
  readonly addresses: number
}

export async function measureHabits(
  reader: Reader, tenant: string, { from, until }: Time, typoFinder: TypoFinder,
): Promise<HabitsReport> {
  const key: SqlValue[] = [tenant, from, until]
  const rows = await reader.all<CauseRow>(
    `SELECT ${CAUSE} AS reason, CASE WHEN a.last_proof_at IS NULL THEN 0 ELSE 1 END AS proved,
        COUNT(*) AS incidents, COUNT(DISTINCT i.address) AS addresses
      FROM incidents i LEFT JOIN addresses a
        ON a.tenant = i.tenant AND a.address = i.address AND a.list = i.list
      WHERE i.tenant = ? AND i.at >= ? AND i.at < ? AND i.voided = 0
        AND i.kind IN ('failed', 'delayed', 'complaint')
      GROUP BY ${CAUSE}, CASE WHEN a.last_proof_at IS NULL THEN 0 ELSE 1 END`, key)
  const typos = await findTypos(reader, tenant, typoFinder, TYPO_GROUPS_MAX)
  const volume = await measureVolume(reader, tenant, { from, until })
  const volumeOfIps = await measureVolume(reader, tenant, { from, until, by: 'ip' })
  const confirmed = await describeConfirmed(reader, tenant, { from, until })
  const sends = volume.reduce((sum, day) => sum + day.sends, 0)
  const mistyped = typos.reduce((sum, { addresses }) => sum + addresses, 0)
  const measured = HABITS.map((habit): HabitReport => {
    if (habit === 'consistency') return consistency([...volume, ...volumeOfIps])
    if (habit === 'typos') return typoReport(mistyped, typos[0], sends)
    const report = fromCauses(habit, causesOf(habit, rows), sends)
    return habit !== 'double-opt-in' || confirmed === undefined
      ? report : { ...report, text: `${report.text} ${confirmed}` }
  })
  return { from, until, sends, habits: measured }
}

/** Of an address that never showed a sign of life, opt-in would have told; of others, cleaning. */
function causesOf(habit: Habit, rows: readonly CauseRow[]): HabitCause[] {
  const isMine = ({ reason, proved }: CauseRow): boolean => {
    if (!HABIT_FACTS[habit].reasons.includes(reason)) return false
    if (habit === 'double-opt-in') return Number(proved) === 0
    return habit !== 'clean-list' || Number(proved) === 1
  }
  const sums = new Map<string, { incidents: number; addresses: number }>()
  for (const row of rows.filter(isMine)) {
    const sum = sums.get(row.reason) ?? { incidents: 0, addresses: 0 }
    sum.incidents += Number(row.incidents)
    sum.addresses += Number(row.addresses)
    sums.set(row.reason, sum)
  }
  return [...sums].map(([reason, sum]) => ({ reason, ...sum }))
    .sort((a, b) => b.incidents - a.incidents)
}

function fromCauses(habit: Habit, causes: readonly HabitCause[], sends: number): HabitReport {
  const incidents = causes.reduce((sum, cause) => sum + cause.incidents, 0)
  const addresses = causes.reduce((sum, cause) => sum + cause.addresses, 0)
  const rate = rateOf(incidents, sends)
  return {
    habit, incidents, addresses, rate, causes, grade: gradeOf(habit, rate, incidents),
    text: incidents === 0 ? 'No bounce came from this.'
      : `${incidents} bounces of ${addresses} addresses came from this${ofSends(rate)}.`,
    steps: incidents === 0 ? [] : HABIT_FACTS[habit].steps,
  }
}

function typoReport(
  addresses: number, most: { readonly domain: string; readonly suggestion: string } | undefined,
  sends: number,
): HabitReport {
  const rate = rateOf(addresses, sends)
  return {
    habit: 'typos', incidents: addresses, addresses, rate, causes: [],
    grade: gradeOf('typos', rate, addresses),
    text: most === undefined ? 'No bounced address looks mistyped.'
      : `${addresses} bounced addresses look mistyped, most at ${most.domain} ` +
        `(${most.suggestion}?).`,
    steps: most === undefined ? [] : HABIT_FACTS.typos.steps,
  }
}

function consistency(days: readonly VolumeDay[]): HabitReport {
  const jumps = days.filter(({ anomaly }) => anomaly !== undefined)
  const rate = days.length === 0 ? undefined : jumps.length / days.length
  return {
    habit: 'consistency', incidents: 0, addresses: 0, rate, causes: [],
    grade: rate === undefined ? 'unknown' : gradeAt(HABIT_FACTS.consistency.limits, rate),
    text: days.length === 0 ? 'No sends are registered.'
      : jumps.length === 0 ? 'The volume never jumped.'
        : `The volume jumped on ${jumps.length} of ${days.length} days; ` +
          describeJump(jumps.at(-1) as VolumeDay),
    steps: jumps.length === 0 ? [] : HABIT_FACTS.consistency.steps,
  }
}

function describeJump({ day, name, sends, most }: VolumeDay): string {
  const before = most === undefined
    ? 'and receivers hardly knew it' : `and at most ${most} on any day of the four weeks before`
  return `on ${day} ${name} sent ${sends}, ${before}.`
}

function rateOf(incidents: number, sends: number): number | undefined {
  return sends < SENDS_MIN ? undefined : incidents / sends
}

function ofSends(rate: number | undefined): string {
  return rate === undefined ? '' : `, ${(rate * 100).toFixed(2)}% of what was sent`
}

function gradeOf(habit: Habit, rate: number | undefined, incidents: number): HabitGrade {
  if (incidents === 0) return 'A'
  return rate === undefined ? 'unknown' : gradeAt(HABIT_FACTS[habit].limits, rate)
}

function gradeAt(limits: readonly number[], rate: number): HabitGrade {
  return GRADES[limits.findIndex((limit) => rate <= limit)] ?? 'F'
}
