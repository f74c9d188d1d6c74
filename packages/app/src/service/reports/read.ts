// Reads reports of receivers from a message or a file: DMARC aggregate reports and SMTP TLS
// reports, packed or not.

import { createHash } from 'node:crypto'
import { parseMessage } from '@carom/core'
import {
  isReportMessage, listReportParts, parseDmarcReport, parseTlsReport, type AggregateResult,
} from '@carom/core/reports'
import { keptReports } from './lines.ts'
import type { KeptReport } from './types.ts'
import { unpack } from './unpack.ts'

type ReadReports = {
  readonly reports: readonly KeptReport[]
  readonly problems: readonly string[]
}

const SNIFFED_BYTES = 400

/** Reports of a message; undefined where it is no such message. Never throws on any bytes. */
export function readReportMessage(bytes: Uint8Array): ReadReports | undefined {
  const message = parseMessage(bytes)
  const parts = listReportParts(message)
  if (parts.length === 0) return undefined
  const read = parts.map((part) => readDocuments(part.body()))
  const reports = read.flatMap((one) => one.reports)
  const problems = [...new Set(read.flatMap((one) => one.problems))]
  if (reports.length > 0) return { reports, problems: reports.flatMap((one) => one.problems) }
  return isReportMessage(message, parts)
    ? { reports: [unreadReport(message.headerText('subject') ?? '', bytes, problems)], problems }
    : undefined
}

/** Reports of a file of any kind, a message too; none where it holds none. Never throws. */
export function readReportFile(bytes: Uint8Array): ReadReports {
  const { reports, problems } = readDocuments(bytes)
  if (reports.length > 0) return { reports, problems: reports.flatMap((one) => one.problems) }
  return readReportMessage(bytes) ?? { reports, problems }
}

/** The same of what somebody handed in as a report: it stays visible where it cannot be read. */
export function readGivenReport(bytes: Uint8Array): ReadReports {
  const { reports, problems } = readReportFile(bytes)
  return { reports: reports.length > 0 ? reports : [unreadReport('', bytes, problems)], problems }
}

function readDocuments(bytes: Uint8Array): ReadReports {
  const { documents, problem } = unpack(bytes)
  const read = documents.map(readDocument)
  return {
    reports: read.flatMap(({ report, problems }) =>
      report === undefined ? [] : keptReports(report, problems)),
    problems: [
      ...problem === undefined ? [] : [problem],
      ...read.flatMap(({ report, problems }) => report === undefined ? problems : []),
    ],
  }
}

function readDocument(bytes: Uint8Array): AggregateResult {
  const start = Buffer.from(bytes.subarray(0, SNIFFED_BYTES)).toString('latin1')
  // Both begin with a byte order mark or blanks now and then, and UTF-16 has a NUL after each.
  const first = /[^\s\0\xef\xbb\xbf\xfe\xff]/.exec(start)?.[0]
  if (first === '{') return parseTlsReport(bytes)
  if (first === '<') return parseDmarcReport(bytes)
  return { report: undefined, problems: ['report-missing'] }
}

const SUBJECT_DOMAIN = /report[ -]?domain:\s{0,20}([\w.-]{1,253})/i
const SUBJECT_SUBMITTER = /submitter:\s{0,20}([\w.-]{1,253})/i

/** What a subject says of it is all that is known; the time is that of its receipt. */
function unreadReport(
  subject: string, bytes: Uint8Array, problems: readonly string[],
): KeptReport {
  const domain = SUBJECT_DOMAIN.exec(subject)?.[1]?.toLowerCase() ?? ''
  const reporter = SUBJECT_SUBMITTER.exec(subject)?.[1]?.toLowerCase() ?? ''
  return {
    kind: 'unread', reporter, contact: '', domain,
    reportId: createHash('sha256').update(bytes).digest('hex'), from: 0, until: 0, problems,
    errors: [], dmarc: [], tls: [],
  }
}
