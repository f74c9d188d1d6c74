// The one door to every report reader: decides which of them understands a message, and looks into
// attached messages where the message itself is no report (a bounce that was forwarded or wrapped).

import type { Message, MessagePart } from '../message/types.ts'
import { parseArf } from './arf/parse.ts'
import { completeDsn } from './dsn/complete.ts'
import { parseDsn, parseHiddenDsn } from './dsn/parse.ts'
import type { DsnReading } from './dsn/parse.ts'
import { readHumanText } from './human-text.ts'
import { parseMdn } from './mdn/parse.ts'
import { readNotice, readWeakNotice } from './notice.ts'
import { readOriginal } from './original.ts'
import { findAttachedMessages } from './parts.ts'
import { readPlain } from './plain/read.ts'
import type { Report } from './types.ts'

export type ReadOptions = {
  /** Lower-case names of further header fields of the returned message to keep. */
  readonly headers?: readonly string[]
}

/** Messages within messages that are opened; a wrapped report stands one or two deep. */
const WRAPPED_DEPTH_MAX = 3

/** The report in a message; undefined where it is no report of any kind. */
export function readReport(message: Message, options: ReadOptions = {}): Report | undefined {
  const wanted = options.headers ?? []
  return readHere(message, wanted, message.bytes) ?? readWrapped(message, wanted, 1)
}

// Order matters: what machines wrote for machines first, then messages that are surely no bounces,
// then bounces in prose, which the notices would otherwise be taken for.
function readHere(
  message: MessagePart,
  wanted: readonly string[],
  bytes: Uint8Array | undefined,
): Report | undefined {
  return finishDsn(message, wanted, parseDsn(message)) ??
    parseArf(message, wanted) ??
    parseMdn(message, wanted) ??
    finishDsn(message, wanted, parseHiddenDsn(message, bytes)) ??
    readNotice(message) ??
    readPlain(message, readHumanText(message, undefined)) ??
    readWeakNotice(message)
}

function finishDsn(
  message: MessagePart,
  wanted: readonly string[],
  reading: DsnReading | undefined,
): Report | undefined {
  if (reading === undefined) return undefined
  const { report, returned } = reading
  completeDsn(message, reading, () => readPlain(message, report.humanText))
  const original = returned === undefined ? undefined : readOriginal(returned, wanted)
  if (original !== undefined) report.original = original
  return report
}

function readWrapped(
  message: MessagePart,
  wanted: readonly string[],
  depth: number,
): Report | undefined {
  if (depth > WRAPPED_DEPTH_MAX) return undefined
  for (const attached of findAttachedMessages(message)) {
    const report = readHere(attached, wanted, undefined)
    // Someone who forwards an absence note or a receipt reports nothing.
    if (report !== undefined && report.format !== 'notice' && report.format !== 'mdn') return report
    const deeper = readWrapped(attached, wanted, depth + 1)
    if (deeper !== undefined) return deeper
  }
  return undefined
}
