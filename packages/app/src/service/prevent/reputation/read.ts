// Scores as they were kept, their trend, and what moved them with the bounces behind it.

import { isIP } from 'node:net'
import type { Reader } from '../../store/types.ts'
import { DAY_MS, readBehind } from './figures.ts'
import { dateOf, WINDOW_DAYS } from './measure.ts'
import { PARTS } from './parts.ts'
import type {
  Behind, Move, Part, PartId, ReputationReport, SubjectKind, SubjectLine,
} from './types.ts'

const HISTORY_DAYS = 90
const BEHIND_MAX = 5
/** Less is rounding. */
const POINTS_MIN = 0.5

type DbRow = {
  readonly subject: string; readonly day: number; readonly kind: SubjectKind
  readonly score: number | null; readonly parts: string
}

/** The worst first. */
export async function listReputations(
  reader: Reader, tenant: string, now: number,
): Promise<readonly SubjectLine[]> {
  const rows = await reader.all<DbRow>(
    'SELECT subject, day, kind, score FROM reputation WHERE tenant = ? AND day >= ? ' +
    'ORDER BY subject, day', [tenant, Math.floor(now / DAY_MS) - 2 * WINDOW_DAYS])
  return [...Map.groupBy(rows, ({ subject }) => subject).values()].flatMap((own) => {
    const last = own.at(-1)
    if (last === undefined) return []
    const { subject, kind, day, score } = last
    const before = own.findLast((row) => Number(row.day) <= Number(day) - WINDOW_DAYS)?.score
    return [{
      subject, kind, day: dateOf(Number(day)), ...score === null ? {} : { score },
      ...before === undefined || before === null ? {} : { before },
    }]
  }).sort((a, b) => (a.score ?? Infinity) - (b.score ?? Infinity))
}

/** Undefined where nothing is kept of it. */
export async function readReputation(
  reader: Reader, tenant: string, subject: string, now: number,
): Promise<ReputationReport | undefined> {
  const rows = await reader.all<DbRow>(
    'SELECT subject, day, kind, score, parts FROM reputation WHERE tenant = ? AND subject = ? ' +
    'AND day >= ? ORDER BY day',
    [tenant, subject, Math.floor(now / DAY_MS) - HISTORY_DAYS])
  const last = rows.at(-1)
  if (last === undefined) return undefined
  const before = rows.findLast(({ day }) => Number(day) <= Number(last.day) - WINDOW_DAYS)
  return {
    subject, kind: last.kind, ...dayOf(last), parts: partsOf(last), days: rows.map(dayOf),
    ...before === undefined ? {} : { since: dateOf(Number(before.day)) },
    moved: before === undefined ? [] : await movesOf(reader, tenant, last, before),
  }
}

function dayOf({ day, score }: DbRow): { readonly day: string; readonly score?: number } {
  return { day: dateOf(Number(day)), ...score === null ? {} : { score } }
}

function partsOf({ parts }: DbRow): readonly Part[] {
  return JSON.parse(parts) as Part[]
}

async function movesOf(
  reader: Reader, tenant: string, last: DbRow, before: DbRow,
): Promise<readonly Move[]> {
  const old = new Map(partsOf(before).map((part) => [part.part, part]))
  const moves = partsOf(last).map((part) => ({
    part, was: old.get(part.part), points: (part.lost ?? 0) - (old.get(part.part)?.lost ?? 0),
  })).filter(({ points }) => Math.abs(points) >= POINTS_MIN)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
  if (moves.length === 0) return []
  const all = await behindOf(reader, tenant, last)
  return moves.map(({ part: { part, figure }, was, points }) => ({
    part, points: Math.round(points * 10) / 10, ...figure === undefined ? {} : { figure },
    ...was?.figure === undefined ? {} : { figureBefore: was.figure },
    behind: behindPart(all, last.kind, part),
  }))
}

async function behindOf(
  reader: Reader, tenant: string, { subject, day }: DbRow,
): Promise<readonly Behind[]> {
  const until = (Number(day) + 1) * DAY_MS
  const senders = await reader.all<{ readonly subject: string }>(
    `SELECT DISTINCT subject FROM reputation WHERE tenant = ? AND day = ? AND kind = 'domain'`,
    [tenant, Number(day)])
  return await readBehind(reader, tenant, {
    subject, isIp: isIP(subject) > 0, isAlone: senders.length === 1,
    from: until - 2 * WINDOW_DAYS * DAY_MS, middle: until - WINDOW_DAYS * DAY_MS, until,
  })
}

/** Those that changed most. */
function behindPart(
  all: readonly Behind[], kind: SubjectKind, part: PartId,
): readonly Behind[] {
  const reasons = PARTS[kind][part]?.reasons ?? []
  return all.filter(({ reason, now, before }) => reasons.includes(reason) && now !== before)
    .toSorted((a, b) => Math.abs(b.now - b.before) - Math.abs(a.now - a.before))
    .slice(0, BEHIND_MAX)
}
