// The one door to every report reader: decides which of them understands a message, and looks into
// attached messages where the message itself is no report (a bounce that was forwarded or wrapped).

import type { Message, MessagePart } from '../message/types.ts'
import { noteProblem } from '../text/problems.ts'
import { parseArf } from './arf/parse.ts'
import { completeDsn } from './dsn/complete.ts'
import { parseDsn, parseHiddenDsn, type DsnReading } from './dsn/parse.ts'
import { readForwarded } from './forwarded.ts'
import { Letter } from './letter.ts'
import { parseMdn } from './mdn/parse.ts'
import { readNotice, readWeakNotice } from './notice.ts'
import { readOriginal } from './original.ts'
import { attachedMessages } from './parts.ts'
import { readPlain } from './plain/read.ts'
import { findReporter } from './plain/reporter.ts'
import type { Report } from './types.ts'

export type ReadOptions = {
  /** Lower-case names of further header fields of the returned message to keep. */
  readonly headers?: readonly string[]
}

/** Messages within messages that are opened; a wrapped report stands one or two deep. */
const WRAPPED_DEPTH_MAX = 3

/** The report in a message; undefined where it is no report of any kind. */
export function readReport(message: Message, options: ReadOptions = {}): Report | undefined {
  // Without a single header field it is no message at all.
  if (message.fieldCount === 0) return undefined
  const wanted = options.headers ?? []
  const letter = new Letter(message)
  return (
    readHere(letter, wanted, message.bytes) ??
    readWrapped(letter, wanted, 1) ??
    readInline(letter, wanted)
  )
}

/** The report that this message itself is; attached messages are not opened. */
export function readOwnReport(message: MessagePart): Report | undefined {
  return readHere(new Letter(message), [], message.bytes)
}

// Order matters: what machines wrote for machines first, then messages that are surely no bounces,
// then bounces in prose, which the notices would otherwise be taken for.
function readHere(
  letter: Letter,
  wanted: readonly string[],
  bytes: Uint8Array | undefined,
): Report | undefined {
  return (
    finishDsn(letter, wanted, parseDsn(letter)) ??
    parseArf(letter, wanted) ??
    readRefusal(letter, wanted) ??
    parseMdn(letter, wanted) ??
    finishDsn(letter, wanted, parseHiddenDsn(letter, bytes)) ??
    readNotice(letter) ??
    readPlain(letter, wanted) ??
    readWeakNotice(letter)
  )
}

/**
 * Dovecot and Cyrus tell in the form of a receipt that a filter or a quota refused the mail
 * (RFC 5429 §2.1.2): where a mail system writes that, its words count.
 */
function readRefusal(letter: Letter, wanted: readonly string[]): Report | undefined {
  if (letter.parts.disposition === undefined || !letter.isFromDaemon) return undefined
  const report = readPlain(letter, wanted)
  return report?.recipients.every(({ kind }) => kind === 'failed') === true ? report : undefined
}

function finishDsn(
  letter: Letter,
  wanted: readonly string[],
  reading: DsnReading | undefined,
): Report | undefined {
  if (reading === undefined) return undefined
  const { report, returned } = reading
  completeDsn(letter, reading, () => readPlain(letter, wanted))
  const reporter = findReporter(letter, true)
  if (reporter !== undefined) report.reporter = reporter.id
  const original = returned === undefined ? undefined : readOriginal(returned, wanted)
  if (original !== undefined) report.original = original
  return report
}

/** Someone passed a bounce on as text. */
function readInline(letter: Letter, wanted: readonly string[]): Report | undefined {
  const forwarded = readForwarded(letter)
  if (forwarded === undefined) return undefined
  const report = readHere(new Letter(forwarded), wanted, forwarded.bytes)
  if (report === undefined || !isWorthPassingOn(report)) return undefined
  report.isRetold = true
  noteProblem(report.problems, 'retold')
  return report
}

/** Someone who forwards an absence note or a receipt reports nothing. */
function isWorthPassingOn({ format }: Report): boolean {
  return format !== 'notice' && format !== 'mdn'
}

function readWrapped(letter: Letter, wanted: readonly string[], depth: number): Report | undefined {
  if (depth > WRAPPED_DEPTH_MAX) return undefined
  for (const attached of attachedMessages(letter.parts)) {
    const inner = new Letter(attached)
    const report = readHere(inner, wanted, undefined)
    if (report !== undefined && isWorthPassingOn(report)) return report
    const deeper = readWrapped(inner, wanted, depth + 1)
    if (deeper !== undefined) return deeper
  }
  return undefined
}
