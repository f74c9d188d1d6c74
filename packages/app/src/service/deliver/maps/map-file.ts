// The suppression list as a file that a mail server reads: a table of Postfix, or plain addresses.
// Replaced as a whole, so that no reader ever sees half of it.

import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setImmediate as giveWay } from 'node:timers/promises'
import type { Log } from '../../log.ts'
import type { Store } from '../../store/types.ts'
import { mapAnswer } from './map-answer.ts'
import type { MapKind } from './map-answer.ts'

export type MapFileOptions = {
  /** Where the file is written. Its folder must exist. */
  readonly path: string
  /**
   * `access` or `transport`: a table of Postfix, key and value. `plain`: one address per line.
   * @default access
   */
  readonly format: Exclude<MapKind, 'reason'> | 'plain'
  /** Whose suppressions. @default default */
  readonly tenant: string
  /** Suppressions of this list too; empty: only those that hold for all lists. @default none */
  readonly list: string
  /**
   * Pause in ms between two looks whether something changed.
   * @default 1 minute
   */
  readonly intervalMs: number
}

export const MAP_FILE_DEFAULTS: Omit<MapFileOptions, 'path'> = {
  format: 'access', tenant: 'default', list: '', intervalMs: 60_000,
}

export type MapFile = {
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
  /** Writes it now. */
  readonly write: () => Promise<{ readonly addresses: number; readonly left: number }>
}

type Row = {
  readonly address: string
  readonly list: string
  readonly reason: string
  readonly expires_at: number | null
}

const PAGE_ROWS = 5_000
/** An expiry changes the list without an audit row of its own: written anew after so long. */
const REWRITE_MS = 3_600_000

export function createMapFile(
  options: MapFileOptions,
  { store, log, now }: { readonly store: Store; readonly log: Log; readonly now: () => number },
): MapFile {
  let seqWritten = -1
  let writtenAt = 0
  let timer: NodeJS.Timeout | undefined
  let isRunning = false
  let work: Promise<void> = Promise.resolve()

  const write: MapFile['write'] = async () => {
    const seq = await lastChange(store)
    const counts = await writeFile(options, store, now())
    seqWritten = seq
    writtenAt = now()
    log.info('map file written', { path: options.path, ...counts })
    return counts
  }
  const look = async (): Promise<void> => {
    try {
      const isStale = now() - writtenAt >= REWRITE_MS || await lastChange(store) !== seqWritten
      if (isStale) await write()
    } catch (error) {
      log.warn('map file could not be written; the one before stays', { path: options.path, error })
    }
    if (isRunning) timer = setTimeout(() => { work = look() }, options.intervalMs).unref()
  }
  return {
    write,
    async start() {
      isRunning = true
      work = look()
      await work
    },
    async stop() {
      isRunning = false
      clearTimeout(timer)
      await work
    },
  }
}

async function lastChange(store: Store): Promise<number> {
  const row = await store.get<{ seq: number | null }>('SELECT MAX(seq) AS seq FROM audit')
  return Number(row?.seq ?? 0)
}

async function writeFile(
  options: MapFileOptions, store: Store, now: number,
): Promise<{ readonly addresses: number; readonly left: number }> {
  const part = `${options.path}.part-${process.pid}`
  const file = await open(part, 'w', 0o640)
  let addresses = 0
  let left = 0
  try {
    let last = ''
    for await (const page of readPages(store, options)) {
      let text = ''
      for (const row of page) {
        const isOver = row.expires_at !== null && Number(row.expires_at) <= now
        if (isOver || row.address === last) continue
        last = row.address
        const line = formatLine(options.format, row)
        if (line === undefined) left++
        else addresses++
        text += line ?? ''
      }
      await file.write(text)
      await giveWay()
    }
    await file.sync()
  } catch (error) {
    await file.close()
    await rm(part, { force: true })
    throw error
  }
  await file.close()
  await rename(part, options.path)
  const folder = await open(dirname(options.path), 'r')
  await folder.sync().finally(() => folder.close())
  return { addresses, left }
}

async function* readPages(
  store: Store, { tenant, list }: MapFileOptions,
): AsyncGenerator<readonly Row[]> {
  let last = { address: '', list: '' }
  for (;;) {
    const page = await store.all<Row>(
      'SELECT address, list, reason, expires_at FROM suppressions WHERE tenant = ? ' +
        'AND address >= ? AND (address > ? OR list > ?) ORDER BY address, list LIMIT ?',
      [tenant, last.address, last.address, last.list, PAGE_ROWS])
    const end = page.at(-1)
    if (end === undefined) return
    yield page.filter((row) => row.list === '' || row.list === list)
    last = end
  }
}

/** What may stand in a line without quotes; `#` begins a comment. */
const PLAIN = /^[^\s#"\\\x00-\x20\x7f][^\s"\\\x00-\x20\x7f]*$/

/** Undefined where the address cannot stand in such a file, or is kept as a keyed hash only. */
function formatLine(format: MapFileOptions['format'], row: Row): string | undefined {
  const { address, reason } = row
  if (!address.includes('@') || !PLAIN.test(address)) return undefined
  if (format === 'plain') return `${address}\n`
  const value = mapAnswer(format, { address, answer: 'do-not-send', status: 'suppressed', reason })
  // Postfix writes a whole domain without the sign.
  return `${address.startsWith('@') ? address.slice(1) : address} ${value}\n`
}
