// Report facts → the text of a delivery-status part (RFC 3464 §2; RFC 6533 §4 where it needs
// UTF-8). The mirror of parse.ts: what this writes, that reads back.

import { formatDate } from '../../message/write-date.ts'
import { encodeUnicodeEscapes } from '../../smtp/xtext.ts'
import { isAscii } from '../../text/bytes.ts'
import { formatField } from '../fields.ts'
import type { RecipientReport, Report } from '../types.ts'

/** The kinds that are DSN actions. */
export type DsnKind = 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded'

export type DsnRecipient = Omit<RecipientReport, 'kind' | 'humanText' | 'command'> & {
  kind: DsnKind
}

export type DsnContent = {
  readonly recipients: readonly DsnRecipient[]
} & Pick<Report, 'reportingMta' | 'receivedFromMta' | 'dsnGateway' | 'envelopeId' | 'arrivalDate'>

export type DsnPart = {
  readonly type: 'message/delivery-status' | 'message/global-delivery-status'
  /** Lines end in CRLF. */
  readonly text: string
}

/** Status for a kind whose cause is not known (RFC 3461 §6.3, RFC 3463 §3.1). */
const STATUS_UNKNOWN: Readonly<Record<DsnKind, string>> = {
  failed: '5.0.0', delayed: '4.0.0', delivered: '2.0.0', relayed: '2.0.0', expanded: '2.0.0',
}

/**
 * Builds the part; a reply that is not ASCII makes it the internationalised type, while addresses
 * alone are written in the 7-bit form that every reader of the older type can carry.
 */
export function buildDsn(content: DsnContent): DsnPart {
  const isGlobal = content.recipients.some(
    ({ diagnosticCode }) => !isAscii(diagnosticCode?.text ?? ''),
  )
  const groups = [
    messageFields(content),
    ...content.recipients.map((one) => recipientFields(one, isGlobal)),
  ]
  return {
    type: isGlobal ? 'message/global-delivery-status' : 'message/delivery-status',
    text: groups.join('\r\n'),
  }
}

function messageFields(content: DsnContent): string {
  return formatField('Original-Envelope-Id', content.envelopeId) +
    formatField('Reporting-MTA', formatMta(content.reportingMta ?? 'localhost')) +
    formatField('DSN-Gateway', formatMta(content.dsnGateway)) +
    formatField('Received-From-MTA', formatMta(content.receivedFromMta)) +
    formatField('Arrival-Date', formatDate(content.arrivalDate))
}

function recipientFields(recipient: DsnRecipient, isGlobal: boolean): string {
  const { diagnosticCode } = recipient
  const diagnostic =
    diagnosticCode === undefined ? undefined : `${diagnosticCode.type}; ${diagnosticCode.text}`
  const isOpen = recipient.kind === 'delayed'
  return formatField('Original-Recipient', formatAddress(recipient.originalRecipient, isGlobal)) +
    formatField('Final-Recipient', formatAddress(recipient.finalRecipient, isGlobal)) +
    formatField('Action', recipient.kind) +
    formatField('Status', recipient.status ?? STATUS_UNKNOWN[recipient.kind]) +
    formatField('Remote-MTA', formatMta(recipient.remoteMta)) +
    formatField('Diagnostic-Code', diagnostic) +
    formatField('Last-Attempt-Date', formatDate(recipient.lastAttemptDate)) +
    formatField('Final-Log-ID', recipient.finalLogId) +
    formatField('Will-Retry-Until', isOpen ? formatDate(recipient.willRetryUntil) : undefined)
}

/** Type `dns` only for a name that can stand in the DNS (RFC 3461 §6.3). */
function formatMta(name: string | undefined): string | undefined {
  if (name === undefined) return undefined
  const isDns = /^(?:\[[\da-fA-F.:]+\]|[\w-]+(?:\.[\w-]+)+)$/.test(name)
  return `${isDns ? 'dns' : 'x-local-hostname'}; ${name}`
}

function formatAddress(address: string | undefined, isGlobal: boolean): string | undefined {
  if (address === undefined) return undefined
  if (!isAscii(address)) return `utf-8; ${isGlobal ? address : encodeUnicodeEscapes(address)}`
  return `${address.includes('@') ? 'rfc822' : 'unknown'}; ${address}`
}
