// What an operator sets for the intake of logs, and the defaults.

import type { LogMta, LogReaderOptions } from '@carom/core'
import type { Trust } from '../../store/types.ts'

/** Of logs that nobody but the own mail server writes. */
export type OwnLog = {
  /** What it tells of counts as sent, and bounces that name it are known. */
  readonly registerSends: boolean
}

/** What all ways of taking logs in have in common. */
export type LogSourceOptions = Partial<OwnLog> & {
  readonly tenant: string
  /** Id of the source, see `SourceRow`. */
  readonly source: string
  /** Which mail server writes the log; `auto` looks at its first lines. */
  readonly mta: LogMta | 'auto'
  /**
   * How much the log proves: 2 for the log of one's own mail server, 1 for what comes over a
   * network, where anybody may pretend to be it.
   */
  readonly trust: Trust
  /** Time zone of stamps without one, such as `Europe/Berlin` or `+02:00`. */
  readonly zone: string
  /** Hosts and addresses of one's own filters and relays: what they accept is not delivered yet. */
  readonly ownHosts: readonly string[]
  /** The list or stream that this log stands for. */
  readonly list?: string
  /** Items of one input of the store. */
  readonly batchItemsMax: number
  /** Milliseconds after which fewer items are handed over too. */
  readonly batchWaitMs: number
  /** Bytes or lines (times 256) read between two copies of what the reader remembers. */
  readonly snapshotBytes: number
  /** Milliseconds before what the store could not take is tried again; doubled up to 30 seconds. */
  readonly retryMs: number
}

export type FeedOptions = LogSourceOptions & Pick<LogReaderOptions, 'year'> & {
  /** Name of the log: of its cursor and in keys. */
  readonly name: string
}

export type LogFileOptions = LogSourceOptions & {
  /** Paths or glob patterns. Rotated and compressed files beside them are found by themselves. */
  readonly paths: readonly string[]
  /** Where to begin in a file that was never read: with all it holds, or with what comes. */
  readonly from: 'start' | 'end'
  /** Year of the first line, for files older than a year whose stamps have none. */
  readonly year?: number
  /** Milliseconds between two looks at a file that stands still. */
  readonly pollMs: number
  /** Milliseconds between two looks for new files that a pattern fits. */
  readonly rescanMs: number
  /** Milliseconds that a rotated file must be quiet, since its writer may still have it open. */
  readonly graceMs: number
  /** Files followed at once; more are an error in a pattern. */
  readonly filesMax: number
}

export type SyslogOptions = LogSourceOptions & {
  readonly host: string
  /** Port of the listener; 0 chooses one. */
  readonly port: number
  readonly udp: boolean
  readonly tcp: boolean
  /** Addresses and networks (`192.0.2.0/24`) that may send; nobody else is listened to. */
  readonly peers: readonly string[]
  readonly connectionsMax: number
  /** Bytes of one message; RFC 5424 asks for 2,048 at least. */
  readonly messageBytesMax: number
  /** Milliseconds after which a silent connection is closed. */
  readonly idleMs: number
}

export type JournaldOptions = LogSourceOptions & {
  /** Program and arguments that print the journal; a cursor is added. */
  readonly command: readonly string[]
  /** Further arguments, such as `-u` and `postfix@-.service`. */
  readonly filter: readonly string[]
  /** Milliseconds before the program is started again after it ended. */
  readonly restartMs: number
}

const SOURCE_DEFAULTS = {
  mta: 'auto', zone: Intl.DateTimeFormat().resolvedOptions().timeZone, ownHosts: [],
  batchItemsMax: 500, batchWaitMs: 200, snapshotBytes: 32 * 1024 * 1024, retryMs: 250,
} as const

export const LOG_FILE_DEFAULTS: Omit<LogFileOptions, 'tenant' | 'source' | 'paths'> = {
  ...SOURCE_DEFAULTS, trust: 2, from: 'start', pollMs: 250, rescanMs: 10_000, graceMs: 5_000,
  filesMax: 1_000,
}

export const SYSLOG_DEFAULTS: Omit<SyslogOptions, 'tenant' | 'source'> = {
  ...SOURCE_DEFAULTS, trust: 1, host: '127.0.0.1', port: 5514, udp: true, tcp: true,
  peers: ['127.0.0.0/8', '::1/128'], connectionsMax: 100, messageBytesMax: 16_384,
  idleMs: 3_600_000,
}

export const JOURNALD_DEFAULTS: Omit<JournaldOptions, 'tenant' | 'source'> = {
  ...SOURCE_DEFAULTS, trust: 2,
  command: ['journalctl', '--output=json', '--follow', '--no-tail'], filter: [],
  restartMs: 5_000,
}
