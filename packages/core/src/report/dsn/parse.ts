// Delivery status notifications → Report (RFC 3464, RFC 6522, RFC 6533), with the machine part
// wherever it stands: in multipart/report, in another multipart, or in a tree that is broken.

import type { MessagePart } from '../../message/types.ts'
import { decodeUtf8, normalizeLineEnds } from '../../text/bytes.ts'
import { PART_TEXT_BYTES_MAX, RECIPIENTS_MAX } from '../../text/limits.ts'
import { readDate } from '../date.ts'
import { fieldValue } from '../fields.ts'
import type { Letter } from '../letter.ts'
import { isFromMailSystem } from '../mail-system.ts'
import { readReturnedPart, readReturnedText, type HeaderReader } from '../original.ts'
import { returnedPart, type FoundPart } from '../parts.ts'
import { returnedHeadersStart } from '../plain/header-lines.ts'
import { HumanPart, type HumanText } from '../plain/scan.ts'
import type { RecipientReport, Report } from '../types.ts'
import { hasRecipientFields, parseDsnGroups, type DsnGroups } from './groups.ts'
import { readMta, readRecipientGroup } from './recipient.ts'

/** A report whose recipients may still lack what only the human part or the headers can tell. */
export type DsnReading = {
  readonly report: Report
  /** Headers of the returned message, where they came with the report. */
  readonly returned: HeaderReader | undefined
  /** What stands before the machine part. */
  readonly human: HumanPart
}

/** Reads the delivery-status parts of this message itself; attached messages are not opened. */
export function parseDsn(letter: Letter): DsnReading | undefined {
  const { status } = letter.parts
  return status.length > 0 ? fromParts(letter, status) : undefined
}

function fromParts(letter: Letter, found: readonly FoundPart[]): DsnReading {
  const first = found[0] as FoundPart
  const problems = new Set<string>()
  if (first.container.type !== 'multipart/report') problems.add('report-type-missing')
  // Some gateways write one delivery-status part for each recipient.
  const text = found.map(({ part }) => statusText(part)).join('\n\n')
  const { human } = letter
  const part = returnedPart(letter.parts, first.container)
  const returned = part === undefined ? undefined : readReturnedPart(part)
  const report = makeReport(parseDsnGroups(text), problems)
  return { report, returned: part === undefined ? returnedInText(human.scanned) : returned, human }
}

/** Some writers leave out the empty line, so that the fields are those of the part itself. */
function statusText(part: MessagePart): string {
  const text = part.text()
  if (part.header('final-recipient') === undefined) return text
  const fields = part.fields().map(({ name, value }) => `${name}: ${value}`)
  return `${fields.join('\n')}\n\n${text}`
}

/** Exchange and others repeat the returned headers in the text. */
function returnedInText({ text, end }: HumanText): HeaderReader | undefined {
  return end >= text.length
    ? undefined
    : readReturnedText(text.slice(returnedHeadersStart(text, end)))
}

/** Fields that begin a delivery status and stand in no message header of their own accord. */
const FIELD_START =
  /^(?:reporting-mta|received-from-mta|final-recipient|original-recipient)[ \t]*:/im
const RETURNED_START = /^(?:return-path|received|message-id|from|to|subject)[ \t]*:/im
const MIME_LINE = /^(?:--\S.*|content-[a-z-]{1,40}:.*(?:\n[ \t].*){0,4})$/gim

/**
 * Reads a delivery status that the tree hides: it has no or a wrong Content-Type, a wrong boundary,
 * or was pasted into the text. Only mail of mail systems is searched, since people quote reports
 * too. `bytes` are the source that the message's offsets point into, where there is one.
 */
export function parseHiddenDsn({ message }: Letter, bytes?: Uint8Array): DsnReading | undefined {
  if (!isFromMailSystem(message)) return undefined
  for (const text of leafTexts(message)) {
    const reading = fromText(text)
    if (reading !== undefined) return reading
  }
  if (!message.type.startsWith('multipart/') || bytes === undefined) return undefined
  return fromText(readRawBody(message, bytes))
}

function* leafTexts(part: MessagePart): Generator<string> {
  if (part.type.startsWith('text/') || part.type === 'application/octet-stream') yield part.text()
  else if (part.type.startsWith('multipart/'))
    for (const child of part.parts) yield* leafTexts(child)
}

function readRawBody(message: MessagePart, bytes: Uint8Array): string {
  const to = Math.min(message.to, message.bodyFrom + PART_TEXT_BYTES_MAX)
  return normalizeLineEnds(decodeUtf8(bytes.subarray(message.bodyFrom, to)))
}

function fromText(text: string): DsnReading | undefined {
  const start = FIELD_START.exec(text)?.index
  if (start === undefined) return undefined
  const boundary = text.indexOf('\n--', start)
  const groups = parseDsnGroups(text.slice(start, boundary < 0 ? undefined : boundary))
  if (!hasRecipientFields(groups)) return undefined
  const rest = text.slice(start)
  const returnedAt = RETURNED_START.exec(rest)?.index
  const returned = returnedAt === undefined ? undefined : readReturnedText(rest.slice(returnedAt))
  const humanText = text.slice(0, start).replace(MIME_LINE, '').trim()
  return {
    report: makeReport(groups, new Set(['parts-broken'])),
    returned,
    human: new HumanPart(humanText),
  }
}

function makeReport(groups: DsnGroups, problems: Set<string>): Report {
  const recipients: RecipientReport[] = []
  for (const group of groups.recipients) {
    if (recipients.length >= RECIPIENTS_MAX) {
      problems.add('recipients-capped')
      break
    }
    recipients.push(readRecipientGroup(group, problems))
  }
  if (recipients.length === 0) problems.add('recipients-missing')
  const report: Report = { format: 'dsn', recipients, problems: [...problems] }
  addMessageFields(report, groups)
  return report
}

function addMessageFields(report: Report, { message }: DsnGroups): void {
  for (const [key, name] of MTA_FIELDS) {
    const value = fieldValue(message, name)
    const mta = value === undefined ? '' : readMta(value)
    if (mta !== '') report[key] = mta
  }
  const envelopeId = fieldValue(message, 'original-envelope-id')
  if (envelopeId !== undefined) report.envelopeId = envelopeId
  const arrivalDate = readDate(fieldValue(message, 'arrival-date'))
  if (arrivalDate !== undefined) report.arrivalDate = arrivalDate
}

const MTA_FIELDS = [
  ['reportingMta', 'reporting-mta'],
  ['receivedFromMta', 'received-from-mta'],
  ['dsnGateway', 'dsn-gateway'],
] as const
