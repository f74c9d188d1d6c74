// Groups of `Name: value` lines, the syntax of every machine part of a report
// (RFC 3464 §2.1, RFC 5965 §3.1, RFC 8098 §3.1). Reads what real reporters write, not only the
// grammar.

import { foldField } from '../message/write-field.ts'
import { FIELD_BYTES_MAX, HEADER_FIELDS_MAX } from '../text/limits.ts'
import { unitAhead, unitAt } from '../text/units.ts'

export type ReportField = {
  /** Lower-case name. */
  readonly name: string
  /** Unfolded: folds become one space, ends trimmed. */
  value: string
}

export type FieldGroup = ReportField[]

const SPACE = 32
const TAB = 9
const COLON = 58
const FIELD_NAME_MAX = 60

/** Groups are separated by blank lines; empty groups are left out. */
export function parseFieldGroups(text: string, groupsMax: number): FieldGroup[] {
  const groups: FieldGroup[] = []
  let group: FieldGroup = []
  let last: ReportField | undefined
  let next = 0
  for (let at = 0; at < text.length; at = next) {
    let end = text.indexOf('\n', at)
    if (end < 0) end = text.length
    next = end + 1
    const first = firstInk(text, at, end)
    if (first === end) {
      if (group.length > 0 && groups.length >= groupsMax) return groups
      group = []
      continue
    }
    // A folded line after an empty folded line still belongs to the field before (multi-line
    // replies).
    if (isBlank(unitAt(text, at))) {
      if (last !== undefined) unfold(last, text.slice(first, end))
      if (group.length === 0) group = groups.at(-1) ?? group
      continue
    }
    const colon = fieldNameEnd(text, at, end)
    if (colon < 0) {
      // A fold that lost its leading space: reporters break long replies without indenting.
      if (last !== undefined && group.length > 0) unfold(last, text.slice(first, end))
      continue
    }
    if (group.length >= HEADER_FIELDS_MAX) continue
    last = {
      name: text.slice(at, colon).trimEnd().toLowerCase(),
      value: text.slice(colon + 1, end).trim(),
    }
    if (group.length === 0) groups.push(group)
    group.push(last)
  }
  return groups
}

/** The first character of the line that is no white space, or its end. */
function firstInk(text: string, from: number, to: number): number {
  let at = from
  while (at < to && unitAt(text, at) <= SPACE) at++
  return at < to && unitAt(text, at) > 0x7f && text.slice(at, to).trim() === '' ? to : at
}

function unfold(field: ReportField, line: string): void {
  if (field.value.length > FIELD_BYTES_MAX) return
  const more = line.trim()
  field.value = field.value === '' ? more : field.value + ' ' + more
}

/** Index of the colon after a field name, or -1 where the line does not begin with one. */
function fieldNameEnd(text: string, from: number, to: number): number {
  const first = unitAt(text, from) | 32
  if (first < 97 || first > 122) return -1
  for (let at = from + 1; at < to && at <= from + FIELD_NAME_MAX; at++) {
    const c = unitAt(text, at)
    if (c === COLON) return at
    if (isBlank(c)) return unitAhead(text, at + 1) === COLON ? at + 1 : -1
    const letter = c | 32
    const isName = (letter >= 97 && letter <= 122) || (c >= 48 && c <= 57) || c === 45 || c === 95
    if (!isName) return -1
  }
  return -1
}

function isBlank(code: number): boolean {
  return code === SPACE || code === TAB
}

/** The first value of that lower-case name; undefined where absent or empty. */
export function fieldValue(group: FieldGroup, name: string): string | undefined {
  for (const field of group) if (field.name === name && field.value !== '') return field.value
  return undefined
}

/** Every value of that lower-case name, empty ones left out. */
export function fieldValues(group: FieldGroup, name: string): string[] {
  const values: string[] = []
  for (const field of group) if (field.name === name && field.value !== '') values.push(field.value)
  return values
}

const CONTROLS = /[\u0000-\u001f\u007f\s]+/g

/**
 * One field as lines that end in CRLF, folded at spaces. Line ends and controls in the value become
 * spaces, so no value can bring in a field of its own. Empty for an absent or empty value.
 */
export function formatField(name: string, value: string | undefined): string {
  const words = value?.replace(CONTROLS, ' ').trim()
  return words === undefined || words === '' ? '' : foldField(name, words.split(' '))
}
