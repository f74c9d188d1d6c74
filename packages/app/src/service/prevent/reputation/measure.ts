// Scores each sending domain and address for the last days, and keeps the scores.

import { isIP } from 'node:net'
import type { Reader, Store } from '../../store/types.ts'
import type { Dns } from '../dns/types.ts'
import { checkBlocklists, zoneNamed } from '../domain/blocklists.ts'
import { DAY_MS, readFigures, type Cell, type DailyFigures, type Days } from './figures.ts'
import { PARTS, scoreDay, type Figure, type Figures } from './parts.ts'
import type { DayScore, PartId, SubjectKind } from './types.ts'

/** A day is judged by so many days. */
export const WINDOW_DAYS = 7
/** Days that are looked at when nothing is known yet, and later on: bounces come in late. */
const FIRST_DAYS = 30
const LATE_DAYS = 3
/** Fewer sends say nothing. */
const SENDS_MIN = 100
const SUBJECTS_MAX = 50

export type ReputationOptions = {
  /** Addresses that mail is sent from; where there are none, those that receivers name. */
  readonly senders: readonly string[]
  /** Zones of block lists that are asked; none: none is. */
  readonly blocklists: readonly string[]
}

type Deps = { readonly store: Store; readonly now: () => number; readonly dns: Dns }

export async function measureReputation(
  options: ReputationOptions, { store, now, dns }: Deps, tenant: string,
): Promise<void> {
  const last = Math.floor(now() / DAY_MS)
  const first = last + 1 - (await isKnown(store, tenant) ? LATE_DAYS : FIRST_DAYS)
  const figures = await readFigures(store, tenant, { first: first + 1 - WINDOW_DAYS, last })
  const subjects = subjectsOf(figures, options.senders)
  const rows: Row[] = []
  for (const { subject, kind } of subjects) {
    for (let day = first; day <= last; day++) {
      const lists = day < last ? undefined : await askLists(options, dns, subject, kind)
      rows.push({ subject, kind, day, lists, figures: figuresOf(figures, subject, kind, day) })
    }
  }
  await keep(store, tenant, rows)
}

type Subject = { readonly subject: string; readonly kind: SubjectKind }
type Row = Subject & {
  readonly day: number; readonly figures: Figures
  /** Block lists that name it now; undefined where none was asked. */
  readonly lists: Figure | undefined
}

async function isKnown(reader: Reader, tenant: string): Promise<boolean> {
  return await reader.get('SELECT day FROM reputation WHERE tenant = ? LIMIT 1', [tenant])
    !== undefined
}

/** Those that sent or were refused most. */
function subjectsOf(
  { sends, refusals }: DailyFigures, senders: readonly string[],
): readonly Subject[] {
  const named = senders.filter((sender) => isIP(sender) > 0)
  const ips = named.length > 0 ? named
    : largest(refusals.filter(({ subject }) => isIP(subject) > 0))
  return [
    ...largest(sends).map((subject): Subject => ({ subject, kind: 'domain' })),
    ...ips.slice(0, SUBJECTS_MAX).map((subject): Subject => ({ subject, kind: 'ip' })),
  ]
}

function largest(cells: readonly Cell[]): readonly string[] {
  return [...Map.groupBy(cells, ({ subject }) => subject)]
    .sort(([, a], [, b]) => sum(b) - sum(a)).slice(0, SUBJECTS_MAX).map(([subject]) => subject)
}

function sum(cells: readonly Cell[]): number {
  return cells.reduce((total, { n }) => total + n, 0)
}

function figuresOf(
  all: DailyFigures, subject: string, kind: SubjectKind, day: number,
): Figures {
  const days: Days = { first: day + 1 - WINDOW_DAYS, last: day }
  const within = (cells: readonly Cell[]): readonly Cell[] =>
    cells.filter((cell) => cell.day >= days.first && cell.day <= days.last)
  const sends = within(all.sends)
  if (kind === 'ip') {
    const own = within(all.refusals).filter((cell) => cell.subject === subject)
    const traps = sum(within(all.traps).filter((cell) => cell.subject === subject))
    return {
      'refusals': shareOf(sum(own), sum(sends)),
      'refusing-receivers': count(new Set(own.map(({ receiver }) => receiver)).size),
      'traps': count(traps),
    }
  }
  const sent = sum(sends.filter((cell) => cell.subject === subject))
  const isAlone = new Set(all.sends.map((cell) => cell.subject)).size === 1
  const isOwn = (cell: Cell): boolean =>
    cell.subject === subject || isAlone && cell.subject === ''
  const failures = within(all.failures).filter(isOwn)
  const signs = sum(within(all.mailedAgain).filter(isOwn))
    + (isAlone ? sum(within(all.traps)) : sum(within(all.traps).filter(isOwn)))
  const parts = Object.entries(PARTS.domain)
    .filter(([id]) => id !== 'traps' && id !== 'blocklists')
    .map(([id, { reasons }]): [PartId, Figure] => [id as PartId,
      shareOf(sum(failures.filter(({ reason }) => reasons.includes(reason))), sent)])
  return { ...Object.fromEntries(parts), traps: shareOf(signs, sent) }
}

function shareOf(cases: number, sent: number): Figure {
  return sent < SENDS_MIN ? { cases } : { cases, figure: Math.min(1, cases / sent) }
}

function count(cases: number): Figure {
  return { cases, figure: cases }
}

async function askLists(
  { blocklists }: ReputationOptions, dns: Dns, subject: string, kind: SubjectKind,
): Promise<Figure | undefined> {
  const zones = blocklists.map(zoneNamed).filter(({ lists }) => lists === kind)
  if (zones.length === 0) return undefined
  const findings = await checkBlocklists(dns, zones, kind === 'ip'
    ? { ips: [subject], domains: [] } : { ips: [], domains: [subject] })
  const unusable = findings.filter(({ id }) => id === 'blocklists/unusable').length
  if (unusable === zones.length) return undefined
  return count(findings.filter(({ id }) => id === 'blocklists/listed').length)
}

/** What a block list said on a day stays, since nobody can ask for it later. */
async function keep(store: Store, tenant: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return
  await store.write(async (tx) => {
    const kept = await keptLists(tx, tenant, Math.min(...rows.map(({ day }) => day)))
    await tx.insert(
      'reputation (tenant, subject, day, kind, score, parts)',
      rows.map(({ subject, kind, day, figures, lists = kept.get(`${day} ${subject}`) }) => {
        const { score, parts } = scoreDay(kind, dateOf(day), {
          ...figures, ...lists === undefined ? {} : { blocklists: lists },
        })
        return [tenant, subject, day, kind, score ?? null, JSON.stringify(parts)]
      }),
      'ON CONFLICT (tenant, subject, day) DO UPDATE SET kind = excluded.kind, ' +
      'score = excluded.score, parts = excluded.parts')
  })
}

async function keptLists(
  reader: Reader, tenant: string, first: number,
): Promise<ReadonlyMap<string, Figure>> {
  const rows = await reader.all<{
    readonly subject: string; readonly day: number; readonly parts: string
  }>('SELECT subject, day, parts FROM reputation WHERE tenant = ? AND day >= ?', [tenant, first])
  return new Map(rows.flatMap(({ subject, day, parts }) => {
    const part = (JSON.parse(parts) as DayScore['parts'])
      .find(({ part: id }) => id === 'blocklists')
    return part?.figure === undefined ? []
      : [[`${day} ${subject}`, { cases: part.cases, figure: part.figure }] as const]
  }))
}

export function dateOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}
