// Asks the store about addresses that the index could not clear, and answers from its rows.

import type { Reader } from '../store/types.ts'
import { answerFrom, answerInvalid, answerSend } from './answer.ts'
import type { CheckAnswer } from './answer.ts'
import type { CheckIndex } from './check-index.ts'
import { readFacts } from './ledger-rows.ts'
import { mayExist } from './may-exist.ts'

/** A query that only the store can answer. */
export type OpenQuery = {
  /** Its place among all queries. */
  readonly at: number
  readonly address: string
  /** Under which other names it may be held back: its keyed hash, its domain. */
  readonly others: readonly string[]
}

export type AskDeps = {
  readonly store: Reader
  readonly index: CheckIndex
  readonly now: () => number
}

/** Writes an answer for each open query of one list at its place. */
export async function askStore(
  { store, index, now }: AskDeps, tenant: string, list: string, open: readonly OpenQuery[],
  answers: CheckAnswer[],
): Promise<void> {
  const added = index.added
  const names = namesOf(open)
  const { suppressions, states } = await readFacts(store, tenant, names, list)
  const [suppressionsOf, statesOf] = [byAddress(suppressions), byAddress(states)]
  const moment = now()
  const pending = new Set<string>()
  for (const { at, address, others } of open) {
    const rows = rowsOf(suppressionsOf, address, others)
    const facts = rowsOf(statesOf, address, others)
    answers[at] = rows.length + facts.length > 0
      ? answerFrom(address, rows, facts, moment) : answerUnknown(address)
    if (answers[at].retryAt !== undefined) pending.add(address)
  }
  // A key that was added meanwhile may be newer than what was read.
  if (index.added === added) {
    forget(index, { tenant, names, list, pending, suppressionsOf, statesOf })
  }
}

function namesOf(open: readonly OpenQuery[]): readonly string[] {
  const names = new Set<string>()
  for (const { address, others } of open) {
    names.add(address)
    for (const other of others) names.add(other)
  }
  return [...names]
}

const NO_ROWS: readonly never[] = []

function rowsOf<Row>(
  rows: ReadonlyMap<string, readonly Row[]>, address: string, others: readonly string[],
): readonly Row[] {
  const own = rows.get(address) ?? NO_ROWS
  if (others.length === 0) return own
  return [...own, ...others.flatMap((other) => rows.get(other) ?? NO_ROWS)]
}

/** The ledger knows nothing of it; mail goes only to what is an address. */
export function answerUnknown(address: string): CheckAnswer {
  return mayExist(address) ? answerSend(address) : answerInvalid(address)
}

type Known = {
  readonly tenant: string
  readonly names: readonly string[]
  readonly list: string
  /** Those that mail goes to, but better later. */
  readonly pending: ReadonlySet<string>
  readonly suppressionsOf: ReadonlyMap<string, readonly { readonly list: string }[]>
  readonly statesOf: ReadonlyMap<string, readonly { readonly list: string; status: string }[]>
}

/** Takes keys out of the index that the store has no row for. */
function forget(
  index: CheckIndex, { tenant, names, list, pending, suppressionsOf, statesOf }: Known,
): void {
  for (const address of names) {
    if (pending.has(address)) continue
    const suppressions = suppressionsOf.get(address) ?? NO_ROWS
    const states = statesOf.get(address) ?? NO_ROWS
    const isKnown = (one: string): boolean => suppressions.some((row) => row.list === one)
      || states.some((row) => row.list === one && row.status !== 'active')
    if (!isKnown('')) index.remove({ tenant, address, list: '' })
    if (list !== '' && !isKnown(list)) index.remove({ tenant, address, list })
  }
}

function byAddress<Row extends { readonly address: string }>(
  rows: readonly Row[],
): Map<string, Row[]> {
  const found = new Map<string, Row[]>()
  for (const row of rows) push(found, row.address, row)
  return found
}

export function push<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [item])
  else list.push(item)
}
