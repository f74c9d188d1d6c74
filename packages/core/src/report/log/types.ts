// What reading the logs of mail servers takes and gives: one shape for all of them.

import type { Report } from '../types.ts'

export type LogMta =
  | 'postfix' | 'exim' | 'sendmail' | 'qmail' | 'opensmtpd' | 'haraka' | 'zonemta' | 'powermta'
  | 'kumomta' | 'exchange' | 'stalwart'

/** What a log told about one recipient of one message. */
export type LogItem = {
  /** Its format is `log`, its reporter the MTA; it has one recipient. */
  readonly report: Report
  /** When it happened, ISO 8601 UTC; absent where the line has no stamp that can be read. */
  readonly date?: string
  /** The lines that told it, as they stood in the log, the deciding one last. */
  readonly lines: readonly string[]
  /** MTA, host, queue id, time, recipient and kind: the same line gives the same key again. */
  readonly key: string
}

/**
 * Reads a log line by line, in the order of the log. Never throws on any line, keeps a bounded
 * memory of what belongs together, and takes linear time.
 */
export type LogReader = {
  readonly mta: LogMta
  /** Reads one line, without its line end. Most lines tell nothing. */
  readonly read: (line: string) => readonly LogItem[]
  /** What still waits for a line that will not come. */
  readonly end: () => readonly LogItem[]
  /** All that it remembers, as JSON: a reader made with it goes on where this one stopped. */
  readonly state: () => string
}

export type LogReaderOptions = {
  /**
   * The present in milliseconds since 1970. Stamps without a year (RFC 3164) are put into the
   * latest year in which they are no more than a day ahead of it.
   */
  readonly now: () => number
  /** Year of the first line, for logs older than one year; it moves on at each new year. */
  readonly year?: number
  /**
   * Time zone of stamps without one: `Europe/Berlin` or `+02:00`. A name that is not known counts
   * as UTC.
   *
   * @default 'UTC'
   */
  readonly zone?: string
  /**
   * Hosts and addresses of one's own filters and relays, beside loopback: what they accept is not
   * yet delivered.
   */
  readonly ownHosts?: readonly string[]
  /** What `state()` of an earlier reader of the same MTA gave; a damaged one is ignored. */
  readonly state?: string
}

/** What each reader gets to work with. */
export type LogTools = {
  /** Milliseconds since 1970 of a stamp; NaN where it cannot be read. */
  readonly timeOf: (stamp: string) => number
  /** True for loopback and the own hosts of the options. */
  readonly isOwnHost: (relay: string) => boolean
  /** True for the own hosts of the options alone: they pass on, and never store mail. */
  readonly isRelay: (relay: string) => boolean
}

/** One MTA's reader: a small state machine. */
export type LineReader = {
  readonly read: (line: string) => readonly LogItem[]
  /** What still waits; only readers of lines that wait for others have it. */
  readonly end?: () => readonly LogItem[]
  /** What it remembers, fit for JSON. */
  readonly save: () => unknown
  /** Takes up what `save` gave; what does not fit is left out. */
  readonly load: (saved: unknown) => void
}

/** One file of this folder. */
export type MtaLog = {
  readonly mta: LogMta
  readonly createReader: (tools: LogTools) => LineReader
  /** True for a line that only this MTA writes; decides which MTA a log is of. */
  readonly recognises: (line: string) => boolean
  /** Its files begin with a line that names the columns: a reader must see it first. */
  readonly hasHeader?: true
}
