// Readers of values that strangers sent: each takes anything and gives what it is asked for, or
// undefined. Only own properties are seen, so that `__proto__` and `constructor` are words (T12).

import { cleanAddress, isMailAddress } from '../addresses.ts'
import { RECIPIENTS_MAX, REPLY_CHARS_MAX } from '../../text/limits.ts'

/** Characters of an id; the longest known (SES, ZeptoMail) have 80. */
const ID_CHARS_MAX = 300
/** Entries of metadata and tags that are kept of one event; SparkPost allows 10 tags. */
const ENTRIES_MAX = 50
/** Characters of one value of metadata. */
const ENTRY_CHARS_MAX = 500
/** Names that would mean something else on an object. */
const UNSAFE_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** The value at the end of a path of own properties. */
export function pick(value: unknown, ...path: readonly string[]): unknown {
  let found = value
  for (const name of path) {
    if (!isObject(found) || !Object.hasOwn(found, name)) return undefined
    found = found[name]
  }
  return found
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** The elements of a list, or the one value that stands where a list may. */
export function oneOrMore(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  return value === undefined || value === null ? [] : [value]
}

/** A text that is not blank, without NUL (T14), trimmed and capped. Numbers are texts too. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined
  if (typeof value !== 'string') return undefined
  let text = value.length > REPLY_CHARS_MAX ? value.slice(0, REPLY_CHARS_MAX) : value
  if (text.includes('\0')) text = text.replaceAll('\0', '')
  text = text.trim()
  return text === '' ? undefined : text
}

/** A text on one line, for ids and names. */
export function idOf(value: unknown): string | undefined {
  const text = textOf(value)
  if (text === undefined) return undefined
  const line = text.replace(/[\x00-\x1f\x7f]/g, ' ').trim().slice(0, ID_CHARS_MAX)
  return line === '' ? undefined : line
}

export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value !== 'string' || !/^-?\d{1,20}(?:\.\d{1,20})?$/.test(value)) return undefined
  return Number(value)
}

/** A flag, also where a form or a careless sender made a text of it. */
export function flagOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value
  if (value === 'true' || value === '1' || value === 1) return true
  return value === 'false' || value === '0' || value === 0 ? false : undefined
}

/** Control characters, and those that turn the direction of a text. */
const INVISIBLE = /[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/

/** A mail address; undefined for what could never be mailed. */
export function addressOf(value: unknown): string | undefined {
  const text = typeof value === 'string' ? textOf(value) : undefined
  const address = text === undefined || INVISIBLE.test(text) ? undefined : cleanAddress(text)
  return isMailAddress(address) ? address : undefined
}

/** All addresses of a list, of a text with commas, or of objects that have them in `name`. */
export function addressesOf(value: unknown, ...name: readonly string[]): string[] {
  const items = typeof value === 'string' ? value.split(',', RECIPIENTS_MAX) : oneOrMore(value)
  const found = new Set<string>()
  for (const item of items.slice(0, RECIPIENTS_MAX)) {
    const address = addressOf(isObject(item) ? pick(item, ...name) : item)
    if (address !== undefined) found.add(address)
  }
  return [...found]
}

export function tagsOf(value: unknown): string[] | undefined {
  const tags: string[] = []
  for (const item of oneOrMore(value).slice(0, ENTRIES_MAX)) {
    const tag = idOf(item)
    if (tag !== undefined) tags.push(tag)
  }
  return tags.length === 0 ? undefined : tags
}

/** Names and values as texts; what is neither text, number nor flag is left out. */
export function metadataOf(
  value: unknown, isWanted: (name: string) => boolean = () => true,
): Record<string, string> | undefined {
  if (!isObject(value)) return undefined
  const entries: [string, string][] = []
  for (const [name, item] of Object.entries(value)) {
    if (entries.length >= ENTRIES_MAX) break
    if (UNSAFE_NAMES.has(name) || !isWanted(name)) continue
    const key = idOf(name)
    const text = typeof item === 'boolean' ? String(item) : textOf(item)
    if (key !== undefined && text !== undefined) entries.push([key, text.slice(0, ENTRY_CHARS_MAX)])
  }
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}

/** The row of a table that a stranger's word names. */
export function rowOf<Row>(
  table: Readonly<Record<string, Row>>, word: string | undefined,
): Row | undefined {
  return word !== undefined && Object.hasOwn(table, word) ? table[word] : undefined
}
