// What the store has about addresses beside their states: mail, signs of life, opt-in; one question
// each for some hundred addresses.

import type { Reader, SqlValue } from '../../store/types.ts'
import type { LifeFacts } from '../list/types.ts'
import type { ListHabits, MailFacts } from './types.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000
const WEEK_MS = 7 * DAY_MS
const MONTH_MS = 30 * DAY_MS
/** A share of fewer sends says nothing. */
const SENDS_MIN = 100

type LifeQuestion = {
  readonly tenant: string
  /** As the ledger keeps them. */
  readonly addresses: readonly string[]
  /** Empty: any list counts. */
  readonly list: string
}

type Question = LifeQuestion & {
  readonly now: number
  readonly mailsPerWeekMax: number
}

export async function readAddressFacts(
  reader: Reader, question: Question,
): Promise<ReadonlyMap<string, MailFacts>> {
  const [sends, lives] = await Promise.all([
    readSends(reader, question), readLifeFacts(reader, question),
  ])
  const { addresses, mailsPerWeekMax } = question
  return new Map(addresses.map((address): [string, MailFacts] => {
    const sent = sends.get(address)
    const isMuch = sent !== undefined && sent.week >= mailsPerWeekMax
    return [address, {
      sentInWeek: sent?.week ?? 0,
      ...sent === undefined ? {} : { lastSentAt: sent.last },
      ...isMuch ? { waitUntil: sent.oldest + WEEK_MS } : {},
      ...lives.get(address),
    }]
  }))
}

/** Signs of life and opt-in; addresses of which neither is known are left out. */
export async function readLifeFacts(
  reader: Reader, question: LifeQuestion,
): Promise<ReadonlyMap<string, LifeFacts>> {
  const [lives, optins] = await Promise.all([
    readLives(reader, question), readOptins(reader, question),
  ])
  return new Map([...new Set([...lives.keys(), ...optins.keys()])]
    .map((address): [string, LifeFacts] => {
      const [optin, lifeAt] = [optins.get(address), lives.get(address)]
      return [address, {
        ...lifeAt === undefined ? {} : { lastLifeAt: lifeAt },
        ...optin === undefined ? {} : { askedAt: optin.asked },
        ...optin?.confirmed === undefined ? {} : { confirmedAt: optin.confirmed },
      }]
    }))
}

type Sent = { readonly last: number; readonly week: number; readonly oldest: number }

/** `oldest`: the first of as many mails as a week may bring, counted back from the last one. */
async function readSends(
  reader: Reader, { tenant, addresses, now, mailsPerWeekMax }: Question,
): Promise<ReadonlyMap<string, Sent>> {
  const rows = await reader.allIn<{
    readonly recipient: string; readonly last: number; readonly week: number
    readonly oldest: number
  }>({
    before: `SELECT recipient, MAX(sent_at) AS last,
        SUM(CASE WHEN sent_at > ? THEN 1 ELSE 0 END) AS week,
        MIN(CASE WHEN place <= ? THEN sent_at END) AS oldest
      FROM (SELECT recipient, sent_at,
          ROW_NUMBER() OVER (PARTITION BY recipient ORDER BY sent_at DESC) AS place
        FROM sends WHERE tenant = ? AND sent_at > ? AND sent_at <= ? AND recipient`,
    params: [now - WEEK_MS, mailsPerWeekMax, tenant, now - MONTH_MS, now], values: addresses,
    after: ') counted GROUP BY recipient',
  })
  return new Map(rows.map(({ recipient, last, week, oldest }) =>
    [recipient, { last: Number(last), week: Number(week), oldest: Number(oldest) }]))
}

/** An address has a row among the lives or an account, never both. */
async function readLives(
  reader: Reader, { tenant, addresses }: LifeQuestion,
): Promise<ReadonlyMap<string, number>> {
  type Row = { readonly address: string; readonly at: number }
  const ask = (column: string, table: string): Promise<Row[]> => reader.allIn<Row>({
    before: `SELECT address, MAX(${column}) AS at FROM ${table} ` +
      `WHERE tenant = ? AND ${column} IS NOT NULL AND address`,
    params: [tenant], values: addresses, after: 'GROUP BY address',
  })
  const lives = new Map<string, number>()
  for (const { address, at } of [
    ...await ask('last_at', 'lives'), ...await ask('last_proof_at', 'addresses'),
  ]) lives.set(address, Math.max(Number(at), lives.get(address) ?? 0))
  return lives
}

async function readOptins(
  reader: Reader, { tenant, addresses, list }: LifeQuestion,
): Promise<ReadonlyMap<string, { readonly asked: number; readonly confirmed?: number }>> {
  const params: SqlValue[] = list === '' ? [tenant] : [tenant, list]
  const rows = await reader.allIn<{
    readonly address: string; readonly asked: number; readonly confirmed: number | null
  }>({
    before: `SELECT address, MAX(asked_at) AS asked, MAX(confirmed_at) AS confirmed FROM optins
      WHERE tenant = ? ${list === '' ? '' : 'AND list = ?'} AND address`,
    params, values: addresses, after: 'GROUP BY address',
  })
  return new Map(rows.map(({ address, asked, confirmed }) => [address, {
    asked: Number(asked), ...confirmed === null ? {} : { confirmed: Number(confirmed) },
  }]))
}

export async function readListHabits(
  reader: Reader, tenant: string, list: string, now: number,
): Promise<ListHabits> {
  const tallies = await reader.all<{ readonly kind: string; readonly n: number }>(
    `SELECT kind, SUM(n) AS n FROM tallies WHERE tenant = ? AND hour >= ? AND list = ?
      GROUP BY kind`, [tenant, Math.floor((now - MONTH_MS) / HOUR_MS), list])
  const optins = await reader.get<{ readonly asked: number; readonly confirmed: number }>(
    `SELECT COUNT(*) AS asked, COUNT(confirmed_at) AS confirmed FROM optins
      WHERE tenant = ? AND list = ?`, [tenant, list])
  const of = (wanted: string): number =>
    Number(tallies.find(({ kind }) => kind === wanted)?.n ?? 0)
  const bounces = of('failed')
  // Where sends are not registered, what a log tells is what was tried.
  const sends = of('sent') === 0 ? of('delivered') + bounces : of('sent')
  return {
    list, sends, bounces, complaints: of('complaint'),
    ...sends < SENDS_MIN ? {} : { bounceRate: bounces / sends },
    asked: Number(optins?.asked ?? 0), confirmed: Number(optins?.confirmed ?? 0),
  }
}
