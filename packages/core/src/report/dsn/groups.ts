// Sorts the fields of a delivery-status part into per-message and per-recipient groups
// (RFC 3464 §2.1), also where blank lines are missing, too many, or names are damaged.

import { RECIPIENTS_MAX } from '../../text/limits.ts'
import { parseFieldGroups } from '../fields.ts'
import type { FieldGroup, ReportField } from '../fields.ts'

export type DsnGroups = {
  readonly message: FieldGroup
  readonly recipients: FieldGroup[]
}

const PER_MESSAGE: ReadonlySet<string> = new Set([
  'original-envelope-id',
  'reporting-mta',
  'dsn-gateway',
  'received-from-mta',
  'arrival-date',
])

/** Fields that a recipient has at most once: seeing one again means the next recipient. */
const PER_RECIPIENT: ReadonlySet<string> = new Set([
  'original-recipient',
  'final-recipient',
  'action',
  'status',
  'remote-mta',
  'diagnostic-code',
  'last-attempt-date',
  'final-log-id',
  'will-retry-until',
])

/** A field name whose first letter got lost (`ction:`), and the word it must have been. */
const BEHEADED: ReadonlyMap<string, string> = new Map(
  [...PER_MESSAGE, ...PER_RECIPIENT].map((name) => [name.slice(1), name]),
)

const ADDRESS_FIELDS = ['final-recipient', 'original-recipient', 'x-actual-recipient'] as const

export function parseDsnGroups(text: string): DsnGroups {
  const message: FieldGroup = []
  const recipients: FieldGroup[] = []
  for (const group of parseFieldGroups(text, RECIPIENTS_MAX * 2)) {
    // Where the text runs on into the returned message, its headers end the report.
    if (isReturnedHeader(group)) break
    sortGroup(group, message, recipients)
  }
  return { message, recipients: mergeTorn(recipients) }
}

/** True when any field in the text can only come from a delivery status. */
export function hasRecipientFields(groups: DsnGroups): boolean {
  return groups.recipients.some((group) => has(group, 'action') || has(group, 'final-recipient'))
}

function sortGroup(group: FieldGroup, message: FieldGroup, recipients: FieldGroup[]): void {
  let current: FieldGroup | undefined
  for (const written of group) {
    const field = withWholeName(written)
    if (PER_MESSAGE.has(field.name)) {
      if (!has(message, field.name)) message.push(field)
      continue
    }
    if (PER_RECIPIENT.has(field.name) && (current === undefined || has(current, field.name))) {
      current = []
      recipients.push(current)
    }
    ;(current ?? message).push(field)
  }
}

function withWholeName(field: ReportField): ReportField {
  if (PER_RECIPIENT.has(field.name)) return field
  const name = BEHEADED.get(field.name)
  return name === undefined ? field : { name, value: field.value }
}

/**
 * Blank lines inside a recipient's group tear it into pieces; a piece without an address goes
 * back to its neighbour as long as no field would then stand twice.
 */
function mergeTorn(groups: FieldGroup[]): FieldGroup[] {
  const whole: FieldGroup[] = []
  for (const group of groups) {
    const before = whole.at(-1)
    const isTorn =
      before !== undefined &&
      !(hasAddress(before) && hasAddress(group)) &&
      !group.some((field) => PER_RECIPIENT.has(field.name) && has(before, field.name))
    if (isTorn) before.push(...group)
    else whole.push(group)
  }
  return whole
}

const RETURNED_NAMES: ReadonlySet<string> = new Set(['received', 'from', 'subject', 'message-id'])

/** Returned headers may hold Original-Recipient (relays add it), but never an Action. */
function isReturnedHeader(group: FieldGroup): boolean {
  if (has(group, 'action') || has(group, 'status')) return false
  let known = 0
  for (const { name } of group) if (RETURNED_NAMES.has(name)) known++
  return known > 1
}

function hasAddress(group: FieldGroup): boolean {
  return ADDRESS_FIELDS.some((name) => has(group, name))
}

function has(group: FieldGroup, name: string): boolean {
  for (const field of group) if (field.name === name) return true
  return false
}
