// How often people get mail: gaps between two mails to one address, on each list and on all
// together, and from how many a week on they complain.

import { setImmediate as giveWay } from 'node:timers/promises'
import type { Reader } from '../../store/types.ts'

const HOUR_MS = 3_600_000
const WEEK_MS = 7 * 24 * HOUR_MS
/**
 * Addresses are looked at in the order of their letters, in stretches that begin there, an equal
 * part of so many mails from each: a share of a long list tells the same as all of it.
 */
const STRETCHES = ['', 'b', 'd', 'g', 'j', 'm', 'r', 't'] as const
const MAILS_MAX = 20_000
const COMPLAINTS_MAX = 100_000
const LISTS_MAX = 100
/** Mails a week that are told apart; the last one stands for more, too. */
const STEPS = [1, 2, 3, 5, 7, 14, 15] as const
/** What Gmail and Yahoo ask to stay below, of mails. */
const COMPLAINT_RATE_MAX = 0.001
/** Fewer mails say nothing about complaints. */
const MAILS_MIN = 1_000

/** Addresses whose fullest seven days brought so many mails. */
export type FrequencyStep = {
  /** 1, 2, 3, up to 5, 7 or 14; 15 is more. */
  readonly mailsPerWeek: number
  readonly addresses: number
  readonly mails: number
  /** Addresses that complained or unsubscribed. */
  readonly complaints: number
}

export type Frequency = {
  /** Empty: mail that belongs to no list. Absent: all lists together. */
  readonly list?: string
  readonly addresses: number
  readonly mails: number
  /** Hours between two mails to one address: half of the gaps are shorter. */
  readonly usualGapHours?: number
  /** A tenth of the gaps is shorter. */
  readonly shortGapHours?: number
  readonly steps: readonly FrequencyStep[]
  /** Mails a week that are safe. */
  readonly capPerWeek: number
  /** `complaints`: above it more people complain than receivers bear. `setting`: too few mails. */
  readonly capFrom: 'complaints' | 'setting'
  /** Addresses that got more within seven days. */
  readonly overCap: number
}

export type FrequencyReport = {
  readonly from: number
  readonly until: number
  /** Only so many addresses were looked at, not all. */
  readonly isSample: boolean
  readonly all: Frequency
  /** Most mails first. */
  readonly lists: readonly Frequency[]
}

type Mail = { readonly recipient: string; readonly list: string; readonly at: number }
/** The mails of one person, and whether they were too many. */
type Person = { readonly times: readonly number[]; readonly complained: boolean }

export async function measureFrequency(
  reader: Reader, tenant: string,
  { from, until, mailsPerWeekMax }: {
    readonly from: number; readonly until: number; readonly mailsPerWeekMax: number
  },
): Promise<FrequencyReport> {
  const { mails, isSample } = await readMails(reader, tenant, from, until)
  const complaints = await readComplaints(reader, tenant, from)
  const lists = [...Map.groupBy(mails, ({ list }) => list)]
    .sort(([, a], [, b]) => b.length - a.length).slice(0, LISTS_MAX)
  const sum = (own: readonly Mail[], list?: string): Frequency => ({
    ...list === undefined ? {} : { list },
    ...sumUp(peopleOf(own, complaints, list), mailsPerWeekMax),
  })
  return {
    from, until, isSample, all: sum(mails),
    lists: lists.map(([list, own]) => sum(own, list)),
  }
}

async function readMails(
  reader: Reader, tenant: string, from: number, until: number,
): Promise<{ readonly mails: readonly Mail[]; readonly isSample: boolean }> {
  const mails: Mail[] = []
  let isSample = false
  for (const [i, start] of STRETCHES.entries()) {
    const end = STRETCHES[i + 1]
    // What those before left over is there for the others.
    const most = Math.ceil((MAILS_MAX - mails.length) / (STRETCHES.length - i))
    const rows = await reader.all<{
      readonly recipient: string; readonly list: string; readonly at: number | string
    }>(
      `SELECT recipient, list, sent_at AS at FROM sends
        WHERE tenant = ? AND recipient >= ? ${end === undefined ? '' : 'AND recipient < ?'}
          AND sent_at >= ? AND sent_at < ?
        ORDER BY recipient, sent_at LIMIT ${most + 1}`,
      [tenant, start, ...end === undefined ? [] : [end], from, until])
    const isCut = rows.length > most
    isSample ||= isCut
    // Of the last one some mails may be missing.
    const cut = isCut ? rows.at(-1)?.recipient : undefined
    for (const { recipient, list, at } of rows) {
      if (recipient !== cut) mails.push({ recipient, list, at: Number(at) })
    }
    await giveWay()
  }
  return { mails, isSample }
}

/** Addresses of whom came a complaint or an unsubscription, each with its list. */
async function readComplaints(
  reader: Reader, tenant: string, from: number,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await reader.all<{ readonly address: string; readonly list: string }>(
    `SELECT DISTINCT address, list FROM incidents WHERE tenant = ? AND at >= ? AND voided = 0
      AND kind IN ('complaint', 'unsubscribe') LIMIT ${COMPLAINTS_MAX}`, [tenant, from])
  return new Map([...Map.groupBy(rows, ({ address }) => address)]
    .map(([address, own]) => [address, new Set(own.map(({ list }) => list))]))
}

function peopleOf(
  mails: readonly Mail[], complaints: ReadonlyMap<string, ReadonlySet<string>>,
  list: string | undefined,
): readonly Person[] {
  return [...Map.groupBy(mails, ({ recipient }) => recipient)].map(([recipient, own]) => {
    const about = complaints.get(recipient)
    return {
      times: own.map(({ at }) => at),
      // One without a list may be about any.
      complained: about !== undefined &&
        (list === undefined || about.has(list) || about.has('')),
    }
  })
}

function sumUp(people: readonly Person[], mailsPerWeekMax: number): Omit<Frequency, 'list'> {
  const gaps = people.flatMap(({ times }) =>
    times.slice(1).map((at, i) => at - (times[i] as number))).sort((a, b) => a - b)
  const full = people.map((person) => ({ ...person, most: mostInWeek(person.times) }))
  const steps = STEPS.map((mailsPerWeek, i): FrequencyStep => {
    const own = full.filter(({ most }) => stepOf(most) === i)
    return {
      mailsPerWeek, addresses: own.length,
      mails: own.reduce((total, { times }) => total + times.length, 0),
      complaints: own.filter(({ complained }) => complained).length,
    }
  })
  const cap = capOf(steps)
  const capPerWeek = cap ?? mailsPerWeekMax
  return {
    addresses: people.length, mails: steps.reduce((total, { mails }) => total + mails, 0),
    ...gaps.length === 0 ? {} : {
      usualGapHours: hoursAt(gaps, 0.5), shortGapHours: hoursAt(gaps, 0.1),
    },
    steps: steps.filter(({ addresses }) => addresses > 0), capPerWeek,
    capFrom: cap === undefined ? 'setting' : 'complaints',
    overCap: full.filter(({ most }) => most > capPerWeek).length,
  }
}

/** The last step before the first at which too many complain; undefined where none is known. */
function capOf(steps: readonly FrequencyStep[]): number | undefined {
  const bad = steps.findIndex(({ mails, complaints }) =>
    mails >= MAILS_MIN && complaints / mails > COMPLAINT_RATE_MAX)
  // Those who got fewest complain as much: it is not the number.
  return bad <= 0 || steps.slice(0, bad).every(({ mails }) => mails < MAILS_MIN)
    ? undefined : STEPS[bad - 1]
}

function stepOf(most: number): number {
  const step = STEPS.findIndex((mailsPerWeek) => most <= mailsPerWeek)
  return step < 0 ? STEPS.length - 1 : step
}

/** Times are in order. */
function mostInWeek(times: readonly number[]): number {
  let most = 0
  let first = 0
  for (const [i, at] of times.entries()) {
    while (at - (times[first] as number) >= WEEK_MS) first++
    most = Math.max(most, i - first + 1)
  }
  return most
}

function hoursAt(sorted: readonly number[], share: number): number {
  const gap = sorted[Math.floor((sorted.length - 1) * share)] as number
  return Math.round(gap / HOUR_MS * 10) / 10
}
