// Finds the parts of a message in which a report in sum may stand, and says whether the message is
// surely meant as one (RFC 9990 §2, RFC 8460 §5.3).

import type { MessagePart } from '../../message/types.ts'

/** Parts that are looked at; a report has one. */
const CANDIDATES_MAX = 10
const DEPTH_MAX = 4

/** Of a message that is a bounce, a complaint or a receipt, whatever it carries beside. */
const OTHER_REPORTS =
  /^(?:message\/(?:global-)?(?:delivery-status|disposition-notification)|message\/feedback-report)$/
const OTHER_KINDS: ReadonlySet<string> =
  new Set(['delivery-status', 'feedback-report', 'disposition-notification'])
const REPORT_TYPES: ReadonlySet<string> = new Set([
  'application/tlsrpt+json', 'application/tlsrpt+gzip', 'application/gzip', 'application/x-gzip',
  'application/gzip-compressed', 'application/x-gzip-compressed', 'application/zip',
  'application/x-zip', 'application/x-zip-compressed', 'application/xml', 'text/xml',
  'application/json', 'application/octet-stream',
])
const REPORT_NAMES = /\.(?:xml|json|gz|zip)$/i
/** `receiver!domain!begin!end.xml.gz` */
const REPORT_NAME = /^[\w.-]{1,253}![\w.-]{1,253}!\d{1,12}!\d{1,12}[!.]/
const REPORT_SUBJECT = /^\s{0,9}(?:\[[^\]]{1,40}\]\s{0,9})?report[ -]?domain:/i

/** Candidates in order; none where the message is a report of another kind. */
export function listReportParts(message: MessagePart): readonly MessagePart[] {
  if (isPlain(message)) return []
  const found: MessagePart[] = []
  return visit(message, found, 0) ? found : []
}

/** Nearly all mail is told by its own type, before any part of it is looked for. */
function isPlain(message: MessagePart): boolean {
  const { type } = message
  if (type.startsWith('text/')) return type !== 'text/xml'
  if (type !== 'multipart/report') return type === 'multipart/alternative'
  return OTHER_KINDS.has((message.param('report-type') ?? '').toLowerCase())
}

/** False where the whole message is a report of another kind. */
function visit(part: MessagePart, found: MessagePart[], depth: number): boolean {
  if (OTHER_REPORTS.test(part.type)) return false
  if (part.type.startsWith('multipart/')) {
    return depth >= DEPTH_MAX || part.parts.every((child) => visit(child, found, depth + 1))
  }
  if (found.length < CANDIDATES_MAX && isCandidate(part)) found.push(part)
  return true
}

function isCandidate(part: MessagePart): boolean {
  return REPORT_TYPES.has(part.type) || REPORT_NAMES.test(part.filename() ?? '')
}

/** Its sender surely meant it as such a report, even where that cannot be read. */
export function isReportMessage(message: MessagePart, parts: readonly MessagePart[]): boolean {
  if (parts.length === 0) return false
  return (message.param('report-type') ?? '').toLowerCase() === 'tlsrpt'
    || message.header('tls-report-domain') !== undefined
    || REPORT_SUBJECT.test(message.headerText('subject') ?? '')
    || parts.some((part) => part.type.startsWith('application/tlsrpt')
      || REPORT_NAME.test(part.filename() ?? ''))
}
