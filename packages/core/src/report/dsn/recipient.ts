// One per-recipient group of a delivery-status part → the facts about that recipient (RFC 3464
// §2.3).

import { fieldValue } from '../fields.ts'
import type { FieldGroup } from '../fields.ts'
import { cleanAddress, isMailAddress, readRecipientAddress, readTypedValue } from '../addresses.ts'
import { decodeXtext } from '../../smtp/xtext.ts'
import { readDate } from '../date.ts'
import type { EventKind, RecipientReport } from '../types.ts'

/** What reporters write in Action besides the five words of RFC 3464 §2.3.3, by how it begins. */
const ACTIONS: readonly (readonly [string, EventKind])[] = [
  ['fail', 'failed'], ['delay', 'delayed'], ['delivered', 'delivered'], ['relay', 'relayed'],
  ['expanded', 'expanded'], ['expire', 'failed'], ['error', 'failed'], ['undeliver', 'failed'],
  ['bounce', 'failed'], ['reject', 'failed'], ['denied', 'failed'], ['return', 'failed'],
  ['deliverable', 'delivered'], ['success', 'delivered'], ['sent', 'relayed'],
  ['defer', 'delayed'], ['warn', 'delayed'], ['temp', 'delayed'], ['retry', 'delayed'],
]

/** Facts of one group, without what only the human part or other recipients can tell. */
export function readRecipientGroup(group: FieldGroup, problems: Set<string>): RecipientReport {
  const status = readStatus(fieldValue(group, 'status'), problems)
  const action = fieldValue(group, 'action')
  const kind = readAction(action) ?? kindFromStatus(status.code)
  if (action === undefined) problems.add('action-missing')
  const recipient: RecipientReport = { kind }
  const final = readAddressField(group, [
    'final-recipient', 'x-actual-recipient', 'smtp-remote-recipient',
  ])
  const original = readAddressField(group, [
    'original-recipient', 'x400-originally-specified-recipient',
  ])
  if (final === undefined) problems.add('final-recipient-missing')
  else recipient.finalRecipient = final
  const asSent = original === undefined ? undefined : withoutXtext(original, final)
  if (isMailAddress(asSent)) recipient.originalRecipient = asSent
  if (status.code !== undefined) recipient.status = status.code
  const diagnostic = readDiagnostic(group) ?? diagnosticFromStatus(status.rest)
  if (diagnostic !== undefined) recipient.diagnosticCode = diagnostic
  addOptional(recipient, group)
  return recipient
}

// A `+2B` may be meant, so it is decoded only where the result is an address that was not one
// before, or is the final one.
function withoutXtext(original: string, final: string | undefined): string {
  if (!original.includes('+')) return original
  const decoded = decodeXtext(original) ?? original
  return decoded === final || !isMailAddress(original) ? decoded : original
}

function addOptional(recipient: RecipientReport, group: FieldGroup): void {
  const remote = fieldValue(group, 'remote-mta')
  const remoteMta = remote === undefined ? '' : readMta(remote)
  if (remoteMta !== '') recipient.remoteMta = remoteMta
  const lastAttemptDate = readDate(fieldValue(group, 'last-attempt-date'))
  if (lastAttemptDate !== undefined) recipient.lastAttemptDate = lastAttemptDate
  const willRetryUntil = readDate(fieldValue(group, 'will-retry-until'))
  if (willRetryUntil !== undefined) recipient.willRetryUntil = willRetryUntil
  const finalLogId = fieldValue(group, 'final-log-id')
  if (finalLogId !== undefined) recipient.finalLogId = finalLogId
}

/**
 * The name of an MTA without its type, brackets and comments: `dns; mx.example.com (192.0.2.1)`.
 */
export function readMta(value: string): string {
  const text = readTypedValue(value).text
  const bare = text.startsWith('<') && text.endsWith('>') ? text.slice(1, -1) : text
  const comment = bare.indexOf(' (')
  return (comment > 0 ? bare.slice(0, comment) : bare).trim()
}

/** The kind that an Action value stands for; undefined where it says nothing known. */
function readAction(value: string | undefined): EventKind | undefined {
  if (value === undefined) return undefined
  const word = value.toLowerCase().replace(/^["'<\s]+/, '')
  for (const [start, kind] of ACTIONS) if (word.startsWith(start)) return kind
  return undefined
}

// Without an Action only the class of the status tells; a 4 stands for a delay as often as for
// giving up, and the caller corrects it where the human part speaks.
function kindFromStatus(status: string | undefined): EventKind {
  return status?.startsWith('2') === true ? 'delivered' : 'failed'
}

function readAddressField(group: FieldGroup, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = fieldValue(group, name)
    if (value === undefined) continue
    const address = readRecipientAddress(value)
    if (address !== undefined) return address
  }
  return undefined
}

/** Status code and what stands beside it: some write a whole reply there. */
function readStatus(
  value: string | undefined,
  problems: Set<string>,
): { code?: string; rest: string } {
  if (value === undefined) {
    problems.add('status-missing')
    return { rest: '' }
  }
  const match = /^(?:[A-Za-z0-9_-]{1,20};)?\s{0,9}#?([245])\.(\d{1,3})\.(\d{1,3})(?!\d)/.exec(value)
  if (match === null) {
    problems.add('status-unreadable')
    return { rest: value }
  }
  const [whole, level, subject, detail] = match
  const code = `${level}.${Number(subject)}.${Number(detail)}`
  return { code, rest: value.slice(whole.length).trim() }
}

function readDiagnostic(group: FieldGroup): { type: string; text: string } | undefined {
  for (const name of [
    'diagnostic-code', 'localized-diagnostic', 'x-supplementary-info', 'x400-supplementary-info',
  ]) {
    const value = fieldValue(group, name)
    if (value === undefined) continue
    const { type, text } = readTypedValue(value)
    if (text === '') continue
    // A text that begins with a reply code is an SMTP reply, whether or not its type was written.
    return { type: type ?? (/^[245]\d\d(?!\d)/.test(text) ? 'smtp' : 'unknown'), text }
  }
  return undefined
}

/**
 * `5.0.0 (Remote SMTP server has rejected address)`: the comment is the only diagnosis there is.
 */
function diagnosticFromStatus(rest: string): { type: string; text: string } | undefined {
  const text = /^\(.*\)$/.test(rest) ? rest.slice(1, -1) : rest
  return /[A-Za-z]{3}/.test(text) || /^[245]\d\d/.test(text) ? { type: 'unknown', text } : undefined
}

/** Addresses in a list header such as X-Failed-Recipients. */
export function readAddressList(values: readonly string[]): string[] {
  const addresses: string[] = []
  for (const value of values) {
    for (const item of value.split(',')) {
      const address = cleanAddress(item)
      if (isMailAddress(address) && !addresses.includes(address)) addresses.push(address)
    }
  }
  return addresses
}
