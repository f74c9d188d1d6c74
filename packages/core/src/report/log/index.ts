// The one door to the log readers: the table of MTAs, a reader made for one of them, and a guess
// which of them wrote a log.

import { LogClock } from './clock.ts'
import { EXCHANGE } from './exchange.ts'
import { EXIM } from './exim.ts'
import { hostTest } from './fields.ts'
import { HARAKA } from './haraka.ts'
import { parseRecord } from './journald.ts'
import { KUMOMTA } from './kumomta.ts'
import { LINE_CHARS_MAX } from './limits.ts'
import { OPENSMTPD } from './opensmtpd.ts'
import { POSTFIX } from './postfix.ts'
import { POWERMTA } from './powermta.ts'
import { QMAIL } from './qmail.ts'
import { SENDMAIL } from './sendmail.ts'
import { STALWART } from './stalwart.ts'
import type { LogItem, LogMta, LogReader, LogReaderOptions, LogTools, MtaLog } from './types.ts'
import { ZONEMTA } from './zonemta.ts'

/** In the order in which a doubtful line is given to them. */
export const MTA_LOGS: readonly MtaLog[] = [
  POSTFIX, EXIM, SENDMAIL, OPENSMTPD, QMAIL, KUMOMTA, EXCHANGE, POWERMTA, STALWART, HARAKA, ZONEMTA,
]

/** Their names, for options and help. */
export const LOG_MTAS: readonly LogMta[] = MTA_LOGS.map(({ mta }) => mta)

/** Version of what `state()` writes: another one is not taken up. */
const STATE_VERSION = 1

/**
 * Makes a reader of the logs of one MTA.
 *
 * @throws TypeError where the MTA is not known
 */
export function createLogReader(mta: LogMta, options: LogReaderOptions): LogReader {
  const found = MTA_LOGS.find((log) => log.mta === mta)
  if (found === undefined) {
    throw new TypeError(
      `no log reader for "${String(mta)}"; there are ${MTA_LOGS.map((log) => log.mta).join(', ')}`)
  }
  const clock = new LogClock(options)
  const tools: LogTools = {
    timeOf: (stamp) => clock.timeOf(stamp),
    isOwnHost: hostTest(options.ownHosts ?? [], true),
    isRelay: hostTest(options.ownHosts ?? [], false),
  }
  const reader = found.createReader(tools)
  restore(options.state, mta, clock, reader)
  return {
    mta,
    read: (line) => reader.read(line.length > LINE_CHARS_MAX ? cut(line) : line),
    end: (): readonly LogItem[] => reader.end?.() ?? [],
    state: () =>
      JSON.stringify({ version: STATE_VERSION, mta, clock: clock.save(), reader: reader.save() }),
  }
}

/** Which MTA wrote these lines; undefined where none of them is recognised. */
export function detectLog(lines: readonly string[]): LogMta | undefined {
  let best: { mta: LogMta; count: number } | undefined
  for (const { mta, recognises } of MTA_LOGS) {
    const count = lines.filter((line) => line.length <= LINE_CHARS_MAX && recognises(line)).length
    if (count > (best?.count ?? 0)) best = { mta, count }
  }
  return best?.mta
}

/** True where the files of an MTA begin with a line that names the columns. */
export function hasLogHeader(mta: LogMta): boolean {
  return MTA_LOGS.some((log) => log.mta === mta && log.hasHeader === true)
}

function restore(
  state: string | undefined, mta: LogMta, clock: LogClock,
  reader: { readonly load: (saved: unknown) => void },
): void {
  if (state === undefined) return
  const saved = parseRecord(state)
  if (saved?.['version'] !== STATE_VERSION || saved['mta'] !== mta) return
  clock.load(saved['clock'])
  reader.load(saved['reader'])
}

/** A JSON line that was cut would be no JSON; all others are read from the left. */
function cut(line: string): string {
  return line.charCodeAt(0) === 0x7b ? line : line.slice(0, LINE_CHARS_MAX)
}
