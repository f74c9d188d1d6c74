// Feedback facts → the text of a message/feedback-report part (RFC 5965 §3, RFC 6591 §3).
// The mirror of parse.ts: what this writes, that reads back.

import { formatDate } from '../../message/write-date.ts'
import { formatField } from '../fields.ts'
import type { FeedbackFields, Report } from '../types.ts'
import { FEEDBACK_LIST_FIELDS, FEEDBACK_TEXT_FIELDS } from './fields.ts'

export type FeedbackContent = {
  readonly feedback: FeedbackFields
  /** Original-Rcpt-To, in order. */
  readonly recipients: readonly string[]
} & Pick<Report, 'envelopeId' | 'arrivalDate' | 'reportingMta'>

/** The part's text; lines end in CRLF. */
export function buildArf(content: FeedbackContent): string {
  const { feedback } = content
  let text = formatField('Feedback-Type', feedback.feedbackType)
  // Both are required once (RFC 5965 §3.1).
  const required = { userAgent: 'Carom/1', version: '1' }
  for (const [key, name] of FEEDBACK_TEXT_FIELDS) {
    const value =
      feedback[key] ?? (key === 'userAgent' || key === 'version' ? required[key] : undefined)
    text += formatField(
      name, key === 'originalMailFrom' && value !== undefined ? `<${value}>` : value,
    )
  }
  for (const [key, name] of FEEDBACK_LIST_FIELDS) {
    for (const value of feedback[key] ?? []) text += formatField(name, value)
  }
  for (const address of content.recipients) text += formatField('Original-Rcpt-To', `<${address}>`)
  if (feedback.incidents !== undefined) text += formatField('Incidents', String(feedback.incidents))
  text += formatField('Original-Envelope-Id', content.envelopeId)
  text += formatField('Arrival-Date', formatDate(content.arrivalDate))
  const { reportingMta } = content
  return (
    text +
    formatField('Reporting-MTA', reportingMta === undefined ? undefined : `dns; ${reportingMta}`)
  )
}
