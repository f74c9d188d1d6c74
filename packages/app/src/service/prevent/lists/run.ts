// The check of one uploaded list: each row goes into the cleaned table or the rejected one.

import { setImmediate as giveWay } from 'node:timers/promises'
import type { AddressEquivalence } from '@carom/core'
import { cellAt, cellsOf, detached, type TableRow } from '../../../csv/read-row.ts'
import { csvRow, unmarkFormula } from '../../../csv/write-row.ts'
import type { Dns } from '../dns/types.ts'
import { checkList, countDomains, type CheckedBatch } from '../list/check-list.ts'
import { countRow, newCounts } from '../list/counts.ts'
import { CHECK_COLUMNS, checkCells, namesOf } from '../list/check-cells.ts'
import type { AskKnown } from '../list/known-answers.ts'
import type { TableHead } from '../list/read-table.ts'
import type { ListCounts } from '../list/types.ts'
import { openNamelessFile, type NamelessFile } from './nameless-file.ts'
import type { CleanOptions, RejectedRow } from './types.ts'

const DAY_MS = 86_400_000
const EXAMPLES_MAX = 100
const CELL_CHARS_MAX = 200

export type CleanDeps = {
  readonly dns: Dns
  readonly now: () => number
  readonly equivalence: AddressEquivalence
  readonly inactiveDays: number
  readonly ask: AskKnown
}

export type CleanTables = {
  readonly kept: NamelessFile
  readonly rejected: NamelessFile
}

export type Cleaned = CleanTables & {
  readonly counts: ListCounts
  readonly keptRows: number
  /** Sum of their chances. */
  readonly keptBounces: number
  readonly examples: readonly RejectedRow[]
}

export type CleanWork = {
  readonly tenant: string
  readonly source: NamelessFile
  readonly options: CleanOptions
  readonly signal: AbortSignal
  readonly tell: (progress: { readonly done: number; readonly total: number }) => void
}

/** @throws TableError, the reason of the signal, or what reading and writing throw */
export async function cleanList(work: CleanWork, deps: CleanDeps): Promise<Cleaned> {
  const tables: NamelessFile[] = []
  try {
    const [kept, rejected] = [await openNamelessFile(), await openNamelessFile()]
    tables.push(kept, rejected)
    return await checkInto({ kept, rejected }, work, deps)
  } catch (error) {
    await Promise.all(tables.map((table) => table.close()))
    throw error
  }
}

async function checkInto(
  tables: CleanTables, { tenant, source, options, signal, tell }: CleanWork, deps: CleanDeps,
): Promise<Cleaned> {
  const { address, confirmed, active, dns, list, inactiveDays = deps.inactiveDays } = options
  const table = { places: { address, confirmed, active } }
  const { rows: total, domains } = await countDomains(source.read(), table)
  const counts = newCounts()
  const examples: RejectedRow[] = []
  let [keptRows, keptBounces] = [0, 0]
  const batches = checkList(source.read(), {
    ...table, now: deps.now(), equivalence: deps.equivalence, own: domains,
    inactiveMs: inactiveDays * DAY_MS, dns: dns ? deps.dns : undefined,
    ask: (addresses) => deps.ask(tenant, addresses, list),
  })
  const put = createPutter(tables, options)
  for await (const batch of batches) {
    signal.throwIfAborted()
    for (const { line, checked } of batch.rows) {
      countRow(counts, checked)
      if (options.keep.includes(checked.status)) {
        keptRows++
        keptBounces += checked.bounceChance
      } else if (examples.length < EXAMPLES_MAX) {
        const { status, findings, suggestion } = checked
        examples.push({
          row: counts.rows, status, findings,
          address: detached(addressOf(line, batch.head).slice(0, CELL_CHARS_MAX)),
          ...suggestion === undefined ? {} : { suggestion },
        })
      }
    }
    await put(batch)
    tell({ done: counts.rows, total })
    await giveWay()
  }
  signal.throwIfAborted()
  return { ...tables, counts, keptRows, keptBounces, examples }
}

function addressOf(line: TableRow, { columns, delimiter }: TableHead): string {
  return unmarkFormula(cellAt(line, delimiter, columns.address) ?? '')
}

/** The cleaned table has the columns of the list, the rejected one those of the check too. */
function createPutter(
  { kept, rejected }: CleanTables, { keep }: CleanOptions,
): (batch: CheckedBatch) => Promise<void> {
  return async ({ head, rows }) => {
    const row = (cells: readonly string[]): string => `${csvRow(cells, head.delimiter)}\n`
    let [good, bad] = ['', '']
    if (kept.bytes() === 0 && head.names !== undefined) good = row(head.names)
    if (rejected.bytes() === 0) bad = row([...namesOf(head), ...CHECK_COLUMNS])
    for (const { line, checked } of rows) {
      const cells = cellsOf(line, head.delimiter).map(unmarkFormula)
      if (keep.includes(checked.status)) good += row(cells)
      else bad += row([...cells, ...checkCells(checked)])
    }
    await kept.write(good)
    await rejected.write(bad)
  }
}
