// A list from its first row to its last: rows are checked as they come, some batches ahead of what
// is written, so that the DNS is waited for once and not for each row.

import type { AddressEquivalence } from '@carom/core'
import { createTypoFinder, type SyntaxResult } from '@carom/core/prevent'
import type { Callout } from '../callout/types.ts'
import { cellAt, detached, type TableRow } from '../../../csv/read-row.ts'
import { unmarkFormula } from '../../../csv/write-row.ts'
import type { Dns } from '../dns/types.ts'
import {
  conclude, createAddressChecker, type AddressChecker, type AddressRow, type KnownAnswer,
  type PreparedRow,
} from './check-address.ts'
import { loadKnownNames } from './known-names.ts'
import { readTable, type TableHead, type TableOptions } from './read-table.ts'
import type { CheckedAddress } from './types.ts'

export type ListOptions = TableOptions & {
  readonly equivalence: AddressEquivalence
  readonly inactiveMs: number
  readonly now: number
  /** Left out: domains are not looked up. */
  readonly dns?: Dns | undefined
  /** What the service knows of each address; left out: nothing. */
  readonly ask?: ((addresses: readonly string[]) => Promise<readonly KnownAnswer[]>) | undefined
  /** Asks mail servers about mailboxes; left out: nobody is asked. */
  readonly callout?: Callout | undefined
  /** How many addresses each domain of the list has, from `countDomains`. */
  readonly own?: ReadonlyMap<string, number> | undefined
  /** Rows that were checked and written before: they count as seen, and are not checked again. */
  readonly rowsDone?: number | undefined
}

export type CheckedRow = {
  readonly line: TableRow
  readonly checked: CheckedAddress
}

export type CheckedBatch = { readonly head: TableHead; readonly rows: readonly CheckedRow[] }

/** Batches that wait for the DNS while earlier ones are written. */
const AHEAD_BATCHES = 16
const BATCH_ROWS = 2_000
/** Domains of more than this are counted together no more. */
const OWN_DOMAINS_MAX = 2_000_000

/** @throws TableError */
export async function* checkList(
  input: AsyncIterable<Uint8Array>, options: ListOptions,
): AsyncGenerator<CheckedBatch> {
  const checker = createAddressChecker({
    ...options, names: await loadKnownNames(), typos: createTypoFinder({ own: options.own }),
  })
  const waiting: Promise<CheckedBatch>[] = []
  let skip = options.rowsDone ?? 0
  // Where nothing is waited for, rows that are kept only give the memory more to do.
  const isWaiting = [options.dns, options.ask, options.callout].some((one) => one !== undefined)
  const ahead = isWaiting ? AHEAD_BATCHES : 1
  for await (const { head, rows } of readTable(input, options)) {
    for (let from = 0; from < rows.length; from += BATCH_ROWS) {
      const prepared = rows.slice(from, from + BATCH_ROWS)
        .map((line) => ({ line, row: checker.prepare(readRow(line, head)) }))
      // Rows that are done were only prepared: later ones may repeat them.
      const done = Math.min(skip, prepared.length)
      skip -= done
      const checked = checkRows(head, prepared.slice(done), checker, options)
      // Its failure is met when its turn comes.
      checked.catch(() => undefined)
      waiting.push(checked)
      if (waiting.length >= ahead) yield await (waiting.shift() as Promise<CheckedBatch>)
    }
  }
  for (const checked of waiting) yield await checked
}

function readRow(line: TableRow, { columns, delimiter }: TableHead): AddressRow {
  const { address, confirmed, active } = columns
  return {
    address: unmarkFormula((cellAt(line, delimiter, address) ?? '').trim()),
    confirmed: confirmed === undefined ? undefined : cellAt(line, delimiter, confirmed) ?? '',
    active: active === undefined ? undefined : cellAt(line, delimiter, active),
  }
}

async function checkRows(
  head: TableHead,
  rows: readonly { readonly line: TableRow; readonly row: PreparedRow }[],
  checker: AddressChecker, { ask, callout }: Pick<ListOptions, 'ask' | 'callout'>,
): Promise<CheckedBatch> {
  const known = ask === undefined || rows.length === 0 ? []
    : await ask(rows.map(({ row }) => row.row.address))
  const told = await allOf(rows.map(({ row }, i) => checker.check(row, known[i])))
  const all = callout === undefined ? told
    : await Promise.all(told.map((one, i) => askServer(one, rows[i]?.row.syntax, callout)))
  return { head, rows: rows.map(({ line }, i) => ({ line, checked: all[i] as CheckedAddress })) }
}

/** What is there already is not waited for: that costs as much as the check. */
function allOf(
  checked: readonly (CheckedAddress | Promise<CheckedAddress>)[],
): readonly CheckedAddress[] | Promise<readonly CheckedAddress[]> {
  return checked.some((one) => one instanceof Promise) ? Promise.all(checked)
    : checked as readonly CheckedAddress[]
}

/** Who is bad already is not asked for. */
async function askServer(
  checked: CheckedAddress, syntax: SyntaxResult | undefined, { ask }: Callout,
): Promise<CheckedAddress> {
  if (checked.status === 'bad' || syntax?.kind !== 'valid') return checked
  const callout = await ask(syntax.address)
  const { verdict, confidence, why } = callout
  const finding = verdict === 'invalid'
    ? { reason: 'mailbox-unknown', about: why, confidence } as const
    : verdict === 'catch-all' ? { reason: 'catch-all', confidence } as const : undefined
  if (finding === undefined) return { ...checked, callout }
  return { ...conclude([finding, ...checked.findings], checked.suggestion), callout }
}

/** How many addresses each domain has, for the finding of typos; one pass over the list. */
export async function countDomains(
  input: AsyncIterable<Uint8Array>, options: TableOptions,
): Promise<{ readonly rows: number; readonly domains: ReadonlyMap<string, number> }> {
  const domains = new Map<string, number>()
  let count = 0
  for await (const { head, rows } of readTable(input, options)) {
    count += rows.length
    for (const line of rows) {
      const address = cellAt(line, head.delimiter, head.columns.address) ?? ''
      const domain = address.slice(address.lastIndexOf('@') + 1).trim().toLowerCase()
      const n = domains.get(domain) ?? 0
      if (n > 0) domains.set(domain, n + 1)
      else if (domains.size < OWN_DOMAINS_MAX) domains.set(detached(domain), 1)
    }
  }
  return { rows: count, domains }
}
