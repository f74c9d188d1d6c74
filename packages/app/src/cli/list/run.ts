// Runs the check of a list: opens what it reads and writes, shows how far it is, counts.

import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { ADDRESS_EQUIVALENCE_DEFAULT } from '@carom/core'
import { createDnsClient, DNS_CLIENT_DEFAULTS } from '../../service/prevent/dns/client.ts'
import type { KnownAnswer } from '../../service/prevent/list/check-address.ts'
import { checkList, countDomains } from '../../service/prevent/list/check-list.ts'
import { countRow, newCounts } from '../../service/prevent/list/counts.ts'
import type { ListColumns } from '../../service/prevent/list/read-table.ts'
import type { ListCounts } from '../../service/prevent/list/types.ts'
import { openStoreAnswers } from '../check/ask-store.ts'
import type { Io } from '../command.ts'
import { formatNumber } from '../output/summary.ts'
import { openCallout, type CalloutWish } from './callout.ts'
import { openCheckedTable } from './checked-table.ts'

const DAY_MS = 86_400_000
const REDRAW_MS = 200

export type ListRun = {
  /** Undefined: standard input. */
  readonly file: string | undefined
  readonly out: string | undefined
  readonly resume: boolean
  readonly only: readonly string[]
  readonly inactiveDays: number
  readonly dns: { readonly servers: readonly string[]; readonly concurrency: number } | undefined
  readonly columns: { readonly [Name in keyof ListColumns]: string | undefined }
  readonly store: string | undefined
  readonly config: string | undefined
  readonly list: string | undefined
  /** Undefined: mail servers are not asked. */
  readonly callout: CalloutWish | undefined
}

/** @throws Error that says in a sentence what cannot be read or written */
export async function runListCheck(run: ListRun, io: Io): Promise<ListCounts> {
  const options = { names: run.columns }
  const now = Date.now()
  const first = run.file === undefined ? undefined
    : await countDomains(createReadStream(run.file), options)
  const table = run.out === undefined ? undefined
    : await openCheckedTable(run.out, {
      resume: run.resume, source: await sourceOf(run), hasCallout: run.callout !== undefined,
    })
  const dns = createDnsClient({ ...DNS_CLIENT_DEFAULTS, ...run.dns }, Date.now)
  const callout = run.callout === undefined ? undefined : await openCallout(run.callout, dns, io)
  const answers = await openAnswers(run, io)
  const counts = table?.counts ?? newCounts()
  const show = createProgress(io, first?.rows)
  try {
    const batches = checkList(run.file === undefined ? io.stdin : createReadStream(run.file), {
      ...options, now, equivalence: ADDRESS_EQUIVALENCE_DEFAULT,
      inactiveMs: run.inactiveDays * DAY_MS, own: first?.domains, rowsDone: table?.rowsDone,
      ask: answers?.ask,
      dns: run.dns === undefined ? undefined : dns, callout,
    })
    for await (const { head, rows } of batches) {
      for (const { checked } of rows) countRow(counts, checked)
      const kept = run.only.length === 0 ? rows
        : rows.filter(({ checked }) => run.only.includes(checked.status))
      await table?.write(head, kept, counts)
      show(counts.rows)
    }
    await table?.finish()
    return counts
  } finally {
    show(undefined)
    await table?.close()
    await answers?.close()
  }
}

async function sourceOf({ file }: ListRun): Promise<string> {
  if (file === undefined) return 'standard input'
  const { size, mtimeMs } = await stat(file)
  return `${file} ${size} ${mtimeMs}`
}

type Answers = {
  readonly ask: (addresses: readonly string[]) => Promise<readonly KnownAnswer[]>
  readonly close: () => Promise<void>
}

async function openAnswers(run: ListRun, io: Io): Promise<Answers | undefined> {
  if (run.store === undefined && run.config === undefined) return undefined
  const store = await openStoreAnswers(
    { file: run.config, url: run.store, tenant: undefined }, io)
  if (store === undefined) throw new Error('The configuration has mistakes; they stand above.')
  return { ask: (addresses) => store.known(addresses, run.list), close: store.close }
}

/** Draws how far it is; undefined takes the line away. */
function createProgress(
  { stderr }: Io, total: number | undefined,
): (rows: number | undefined) => void {
  let drawnMs = performance.now()
  let isShown = false
  return (rows) => {
    if (!stderr.isTerminal) return
    if (rows === undefined) {
      if (isShown) void stderr.write('\r\x1b[K')
      return
    }
    if (performance.now() - drawnMs < REDRAW_MS) return
    drawnMs = performance.now()
    isShown = true
    const share = total === undefined ? '' : ` of ${formatNumber(total)} ` +
      `(${Math.floor(rows / Math.max(1, total) * 100)} %)`
    void stderr.write(`\r\x1b[K${formatNumber(rows)}${share} rows checked`)
  }
}
