// One list that was handed over: taken in, looked at, shown.

import { shareOf, summarize } from '../list/counts.ts'
import { lookAtTable, TableError } from '../list/read-table.ts'
import { openNamelessFile, type NamelessFile } from './nameless-file.ts'
import type { Cleaned } from './run.ts'
import type {
  CleanOptions, ListJob, ListLook, ListState, Upload, UploadResult,
} from './types.ts'

const LOOK_ROWS = 8
const CELL_CHARS_MAX = 100
const NAME_CHARS_MAX = 200
const COLUMNS_MAX = 500
const SUGGESTIONS_SHOWN = 20

export type Job = {
  readonly id: string
  readonly tenant: string
  readonly name: string
  readonly source: NamelessFile
  readonly look: ListLook
  readonly createdAt: number
  state: ListState
  options?: CleanOptions
  rowsDone: number
  rowsTotal?: number
  cleaned?: Cleaned
  problem?: string
  /** Ends the check; `ended` resolves when it has. */
  running?: { readonly abort: AbortController; readonly ended: Promise<void> }
}

type Taken = { readonly kind: 'taken'; readonly job: Omit<Job, 'id' | 'tenant'> }

/** Puts a list away and looks at its beginning; whatever goes wrong, nothing of it stays. */
export async function take(
  { name, chunks }: Upload, now: number,
): Promise<Taken | Extract<UploadResult, { readonly kind: 'no-table' }>> {
  const source = await openNamelessFile()
  let isKept = false
  try {
    for await (const chunk of chunks) await source.write(chunk)
    const look = await lookAt(source)
    if (typeof look === 'string') return { kind: 'no-table', why: look }
    isKept = true
    return { kind: 'taken', job: {
      name: name.slice(0, NAME_CHARS_MAX), source, look, createdAt: now, state: 'uploaded',
      rowsDone: 0,
    } }
  } finally {
    if (!isKept) await source.close()
  }
}

/** Or what is wrong with it. */
async function lookAt(source: NamelessFile): Promise<ListLook | string> {
  if (source.bytes() === 0) return 'The file is empty.'
  const look = await lookAtTable(source.read(), LOOK_ROWS)
  if (look === undefined) return 'The file holds no rows.'
  const { names, columns: { address, confirmed, active } } = look
  const cut = (row: readonly string[]): string[] =>
    row.slice(0, COLUMNS_MAX).map((cell) => cell.slice(0, CELL_CHARS_MAX))
  const rows = look.rows.map(cut)
  if ([names ?? [], ...rows].some((row) => row.some((cell) => cell.includes('\0')))) {
    return 'This is no text: save the table as CSV.'
  }
  const width = Math.max(names?.length ?? 0, ...rows.map((row) => row.length))
  const columns = cut(names ?? []).map((name) => name.replace(/^\ufeff/, '').trim())
  return {
    hasNames: names !== undefined, rows,
    columns: Array.from({ length: Math.min(width, COLUMNS_MAX) }, (_, i) =>
      columns[i] === undefined || columns[i] === '' ? `Column ${i + 1}` : columns[i]),
    places: {
      ...address === undefined ? {} : { address },
      ...confirmed === undefined ? {} : { confirmed }, ...active === undefined ? {} : { active },
    },
  }
}

/** As it was before it was checked. */
export function reset(job: Job): void {
  job.state = 'uploaded'
  job.rowsDone = 0
  for (const name of ['rowsTotal', 'cleaned', 'problem', 'running'] as const) delete job[name]
}

export async function closeTables(cleaned: Cleaned | undefined): Promise<void> {
  await Promise.all([cleaned?.kept.close(), cleaned?.rejected.close()])
}

export function present(job: Job, keepMs: number): ListJob {
  const {
    id, name, source, state, createdAt, look, options, rowsDone, rowsTotal, cleaned, problem,
  } = job
  return {
    id, name, bytes: source.bytes(), state, createdAt, expiresAt: createdAt + keepMs, look,
    rowsDone, ...options === undefined ? {} : { options },
    ...rowsTotal === undefined ? {} : { rowsTotal },
    ...problem === undefined ? {} : { problem },
    ...cleaned === undefined ? {} : {
      summary: {
        ...summarize(cleaned.counts, SUGGESTIONS_SHOWN), kept: cleaned.keptRows,
        rejected: cleaned.counts.rows - cleaned.keptRows,
        expectedBounceRateOfKept: shareOf(cleaned.keptBounces, cleaned.keptRows),
      },
      examples: cleaned.examples,
    },
  }
}

/** Why a check broke off; undefined: nobody foresaw it. */
export function sentenceOf(error: unknown): string | undefined {
  if (error instanceof TableError) return error.message
  const { code } = error as { readonly code?: unknown }
  return code === 'ENOSPC' ? 'There is no room left on the disk for the checked list.' : undefined
}
