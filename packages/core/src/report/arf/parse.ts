// Feedback reports → Report (RFC 5965, 6430, 6591), and the feedback loops that send no machine
// part but attach the message complained about (Microsoft JMRP and others).

import { RECIPIENTS_MAX } from '../../text/limits.ts'
import { cleanAddress, isMailAddress } from '../addresses.ts'
import { readDate } from '../date.ts'
import { fieldValue, fieldValues, parseFieldGroups, type FieldGroup } from '../fields.ts'
import type { Letter } from '../letter.ts'
import {
  readOriginal,
  readReturnedPart,
  readSoleRecipient,
  type HeaderReader,
} from '../original.ts'
import { attachedMessages, returnedPart } from '../parts.ts'
import type { EventKind, FeedbackFields, RecipientReport, Report } from '../types.ts'
import { FEEDBACK_LIST_FIELDS, FEEDBACK_TEXT_FIELDS, kindOfFeedback } from './fields.ts'

/** Reads the feedback report of this message itself; undefined where it is none. */
export function parseArf(letter: Letter, wanted: readonly string[]): Report | undefined {
  const found = letter.parts.feedback
  if (found === undefined) return parseUnmarked(letter, wanted)
  const fields = parseFieldGroups(found.part.text(), ARF_GROUPS_MAX).flat()
  const problems: string[] = []
  if (fieldValue(fields, 'feedback-type') === undefined) problems.push('feedback-type-missing')
  const feedback = readFeedback(fields)
  const returned = readReturnedOf(letter)
  const addresses = readRecipients(fields, returned)
  const report: Report = {
    format: 'arf',
    recipients: makeRecipients(addresses, kindOfFeedback(feedback)),
    feedback,
    problems,
  }
  addMessageFields(report, fields)
  return withOriginal(report, returned, wanted)
}

/** Blank lines have no meaning in the part (RFC 5965 §3.1), yet some relays put some in. */
const ARF_GROUPS_MAX = 20

function readFeedback(fields: FieldGroup): FeedbackFields {
  const written = fieldValue(fields, 'feedback-type') ?? fieldValue(fields, 'abuse-type') ?? 'other'
  const feedback: FeedbackFields = { feedbackType: bare(written).toLowerCase() }
  for (const [key, name] of FEEDBACK_TEXT_FIELDS) {
    const value = fieldValue(fields, name.toLowerCase())
    if (value !== undefined)
      feedback[key] = key === 'originalMailFrom' ? (cleanAddress(value) ?? value) : value
  }
  for (const [key, name] of FEEDBACK_LIST_FIELDS) {
    const values = fieldValues(fields, name.toLowerCase())
    if (values.length > 0) feedback[key] = values
  }
  const incidents = Number(fieldValue(fields, 'incidents'))
  if (Number.isInteger(incidents) && incidents > 0) feedback.incidents = incidents
  return feedback
}

/** A token without the comment or parameters that may follow it. */
function bare(value: string): string {
  return /^[^\s;(]{1,60}/.exec(value)?.[0] ?? value
}

function addMessageFields(report: Report, fields: FieldGroup): void {
  const reportingMta = fieldValue(fields, 'reporting-mta')
  if (reportingMta !== undefined) report.reportingMta = reportingMta.replace(/^dns;\s*/i, '')
  const envelopeId = fieldValue(fields, 'original-envelope-id')
  if (envelopeId !== undefined) report.envelopeId = envelopeId
  const arrival = fieldValue(fields, 'arrival-date') ?? fieldValue(fields, 'received-date')
  const arrivalDate = readDate(arrival)
  if (arrivalDate !== undefined) report.arrivalDate = arrivalDate
}

const RECIPIENT_FIELDS = ['original-rcpt-to', 'removal-recipient', 'x-original-rcpt-to'] as const

/** The named recipients; where they are redacted, the only one the returned message names. */
function readRecipients(fields: FieldGroup, returned: HeaderReader | undefined): string[] {
  for (const name of RECIPIENT_FIELDS) {
    const named = new Set<string>()
    for (const value of fieldValues(fields, name)) {
      for (const item of value.split(',')) {
        const address = cleanAddress(item)
        if (isMailAddress(address) && !isRedacted(address)) named.add(address)
      }
    }
    if (named.size > 0) return [...named].slice(0, RECIPIENTS_MAX)
  }
  const sole = returned === undefined ? undefined : readSoleRecipient(returned)
  return sole === undefined || isRedacted(sole) ? [] : [sole]
}

/**
 * `redacted@example.com`, `[redacted]@…`, `****@…`, `x@…`: operators hide who complained (RFC
 * 6590).
 */
function isRedacted(address: string): boolean {
  const local = address.slice(0, address.lastIndexOf('@')).toLowerCase()
  return (
    /redact|removed|anonym|hidden|undisclosed|withheld/.test(local) || /^[x*\-_.?]{2,}$/.test(local)
  )
}

function makeRecipients(addresses: readonly string[], kind: EventKind): RecipientReport[] {
  if (addresses.length === 0) return [{ kind }]
  return addresses.map((originalRecipient) => ({ kind, originalRecipient }))
}

function readReturnedOf({ parts }: Letter): HeaderReader | undefined {
  const part = returnedPart(parts)
  return part === undefined ? undefined : readReturnedPart(part)
}

function withOriginal(
  report: Report,
  returned: HeaderReader | undefined,
  wanted: readonly string[],
): Report {
  const original = returned === undefined ? undefined : readOriginal(returned, wanted)
  if (original !== undefined) report.original = original
  return report
}

/** How the text of RFC 5965 §3 (b) begins, as most feedback loops write it. */
const OPENINGS = [
  'email abuse report',
  'email feedback report',
  'e-mail abuse report',
  'junk mail report',
]
const SUBJECTS = [
  'complaint about message from',
  'email feedback report for ip',
  'abuse report for',
]

// No machine part: known are Microsoft's header in the attached message, X-ARF (a header of its
// own), and the opening sentence, but only together with an attached message.
function parseUnmarked(letter: Letter, wanted: readonly string[]): Report | undefined {
  const { message } = letter
  const isXarf = (message.header('x-arf') ?? message.header('x-xarf')) !== undefined
  if (!isXarf && !message.type.startsWith('multipart/')) return undefined
  const attached = attachedMessages(letter.parts)[0]
  if (attached === undefined && !isXarf) return undefined
  const hasJmrp = attached?.header('x-hmxmroriginalrecipient') !== undefined
  if (!isXarf && !hasJmrp && !opensAsComplaint(letter)) return undefined
  const returned = attached === undefined ? undefined : readReturnedPart(attached)
  const sole = returned === undefined ? undefined : readSoleRecipient(returned)
  const addresses = sole === undefined || isRedacted(sole) ? [] : [sole]
  const report: Report = {
    format: 'arf',
    recipients: makeRecipients(addresses, 'complaint'),
    feedback: { feedbackType: 'abuse' },
    problems: ['feedback-report-missing'],
  }
  return withOriginal(report, returned, wanted)
}

function opensAsComplaint({ subject, human }: Letter): boolean {
  const title = subject.toLowerCase()
  if (SUBJECTS.some((start) => title.startsWith(start))) return true
  const opening = human.text.slice(0, 200).toLowerCase()
  return OPENINGS.some((words) => opening.includes(words))
}
