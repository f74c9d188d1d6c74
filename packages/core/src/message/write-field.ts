// Header fields as lines (RFC 5322 §2.2, §3.4, §3.6): typed values in, folded lines out. No value
// can end its field, whatever it holds.

import { domainToAscii } from '../smtp/domain.ts'
import { encodeUtf8, isAscii } from '../text/bytes.ts'
import { formatDate } from './write-date.ts'
import { cleanText, encodeWords, formatWords } from './write-words.ts'

export type OutgoingMailbox = {
  readonly name?: string
  /** `local@domain`, quotes and all. */
  readonly address: string
}

/** A value and how it is to be written. */
export type FieldValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'mailboxes'; readonly mailboxes: readonly OutgoingMailbox[] }
  /** ISO 8601, UTC. */
  | { readonly kind: 'date'; readonly instant: string }
  /** Message identifiers without angle brackets. */
  | { readonly kind: 'ids'; readonly ids: readonly string[] }

/** RFC 2047 §2 allows 76 characters on a line with encoded words, RFC 5322 §2.1.1 wishes for 78. */
export const LINE_CHARS: number = 76
/**
 * Octets of a line (RFC 5322 §2.1.1: 998), with some room for what stands beside a broken token.
 */
const LINE_OCTETS_MAX = 900
/** Room for an encoded word beside the name. */
const NAME_CHARS_MAX = 40
/** References of a long thread: the first and the latest are kept (RFC 5322 §3.6.4). */
const IDS_MAX = 20

const NAME = /^[A-Za-z][A-Za-z0-9-]*$/
const ATOMS = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?: [A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const DOT_ATOM = /^[^\x00-\x20"(),:;<>@[\\\]\x7f.]+(?:\.[^\x00-\x20"(),:;<>@[\\\]\x7f.]+)*$/
const QUOTED = /^"(?:[^"\\]|\\.)*"$/
const NOT_IN_DOMAIN = /[\x00-\x20"(),:;<>@[\\\]\x7f]+/g
const LITERAL = /^\[[\x21-\x5a\x5e-\x7e]+\]$/

/** One field as lines that end in CRLF; empty where the value says nothing. */
export function writeField(name: string, value: FieldValue): string {
  if (!NAME.test(name) || name.length > NAME_CHARS_MAX) {
    throw new TypeError(`not a field name: ${name}`)
  }
  switch (value.kind) {
    case 'text': return foldField(name, formatWords(value.text, LINE_CHARS - name.length - 2))
    case 'mailboxes': return writeMailboxes(name, value.mailboxes)
    case 'date': return foldField(name, [mustFormatDate(value.instant)])
    case 'ids': return writeIds(name, value.ids)
  }
}

function mustFormatDate(instant: string): string {
  const date = formatDate(instant)
  if (date === undefined) throw new TypeError(`not an ISO 8601 instant in UTC: ${instant}`)
  return date
}

/** Joins tokens with spaces and folds between them; a token too long for any line is broken. */
export function foldField(name: string, tokens: readonly string[]): string {
  let lines = ''
  let line = `${name}:`
  for (const token of tokens) {
    for (const piece of breakToken(token)) {
      const isFull = line.length + 1 + piece.length > LINE_CHARS
      if (isFull && line !== `${name}:`) {
        lines += line + '\r\n'
        line = ''
      }
      line += ' ' + piece
    }
  }
  return lines + line.trimEnd() + '\r\n'
}

/** Only a value made to hurt has such tokens: what matters is that the line stays legal. */
function breakToken(token: string): string[] {
  if (token.length * 3 <= LINE_OCTETS_MAX || encodeUtf8(token).length <= LINE_OCTETS_MAX) {
    return [token]
  }
  const pieces: string[] = []
  let piece = ''
  for (const character of token) {
    if (piece.length >= LINE_OCTETS_MAX / 4) {
      pieces.push(piece)
      piece = ''
    }
    piece += character
  }
  return [...pieces, piece]
}

function writeIds(name: string, ids: readonly string[]): string {
  const clean = ids.map((id) => cleanText(id).replace(/[<>]+/g, '').trim())
    // An identifier beyond ASCII would make the whole message need SMTPUTF8; a thread is not worth
    // it.
    .filter((id) => id !== '' && id.length < LINE_OCTETS_MAX && isAscii(id))
  const kept = clean.length > IDS_MAX ? [...clean.slice(0, 1), ...clean.slice(1 - IDS_MAX)] : clean
  return kept.length === 0 ? '' : foldField(name, kept.map((id) => `<${id}>`))
}

function writeMailboxes(field: string, mailboxes: readonly OutgoingMailbox[]): string {
  const known = mailboxes.filter(({ address }) => cleanText(address).trim() !== '')
  if (known.length === 0) return ''
  const firstRoom = LINE_CHARS - field.length - 2
  return foldField(
    field,
    known.flatMap(({ name, address }, index) => {
      const comma = index < known.length - 1 ? ',' : ''
      return [
        ...formatName(name ?? '', index === 0 ? firstRoom : undefined),
        `<${formatAddrSpec(address)}>${comma}`,
      ]
    }),
  )
}

/** A display name as atoms, as a quoted string or as encoded words, whichever is needed. */
function formatName(name: string, firstRoom: number | undefined): string[] {
  const words = cleanText(name).split(' ').filter((word) => word !== '')
  const text = words.join(' ')
  if (text === '') return []
  const isLong = words.some((word) => word.length > 60)
  if (isLong || !/^[\x20-\x7e]+$/.test(text) || text.includes('=?')) {
    return encodeWords(text, firstRoom)
  }
  if (ATOMS.test(text)) return words
  return `"${text.replace(/["\\]/g, '\\$&')}"`.split(' ')
}

/** An address as `addr-spec` (RFC 5322 §3.4.1), its local part quoted where it must be. */
export function formatAddrSpec(address: string): string {
  const text = cleanText(address).trim()
  const at = text.lastIndexOf('@')
  const local = quoteLocal(at < 0 ? text : text.slice(0, at))
  if (at < 0) return local
  const written = text.slice(at + 1)
  const domain = LITERAL.test(written) ? written : written.replace(NOT_IN_DOMAIN, '')
  return `${local}@${isAscii(domain) ? domain : domainToAscii(domain)}`
}

function quoteLocal(local: string): string {
  if (DOT_ATOM.test(local) || QUOTED.test(local)) return local
  return `"${local.replace(/["\\]/g, '\\$&')}"`
}
