// Addresses for addresses. Local parts that carry another address within (VERP, SRS, BATV, IMCEA,
// RFC 2822 routes in `%`) keep their form, so that what reads them still finds the same address.

import { decodeUnicodeEscapes, encodeUnicodeEscapes } from '../smtp/xtext.ts'
import { isDaemonAddress } from '../report/mail-system.ts'
import { isAscii } from '../text/bytes.ts'
import {
  isReserved,
  keptEnding,
  looksLikeHost,
  replaceHost,
  replaceIp,
  replaceMailDomain,
} from './hosts.ts'
import { KEPT_ROLES } from './kept.ts'
import type { Pseudonyms } from './pseudonyms.ts'

/** Keywords of forms that carry an address. */
const KEYWORDS: ReadonlySet<string> = new Set([
  'srs0',
  'srs1',
  'prvs',
  'btv1',
  'msprvs1',
  'orcpt',
  'rfc822',
  'rcpt',
  'from',
  'to',
  'for',
  'addr',
  'email',
  'user',
  'a',
])
/** Hashes, days and tags within local parts. */
const TAG = /^(?:[\da-z]{1,4}|(?=[a-z]*\d[a-z]*\d)[\da-z]{5,40})$/i
/** ezmlm and its like: `list-return-123-user`. */
const NUMBERED = /^(.{1,100}?)-(return|bounces?)-(\d{1,12})-(.{1,200})$/i
/** … and of others: `bounce-17.4711-user=example.com`. */
const VERP = /^([^=]{1,200}\d)-([A-Za-z][^=]{0,200})=([A-Za-z\d.-]{3,253})$/
const CAMPAIGN = /^[A-Za-z][A-Za-z-]{0,60}?(?=-(?:return|bounces?)-|[^A-Za-z-]|-\d)/
const AFFIX =
  /^(owner-)?(.{1,200}?)(-(?:bounces?|owner|request|return|admin|subscribe|unsubscribe|confirm))?$/i
/** A word that only software writes into identifiers stays: it tells what wrote the message. */
const SOFTWARE =
  /^(?:javamail|phpmailer|courier|haraka|kumomta|barracuda|fml|gmr|swift|generated|qmail|postfix|exim|receipt|qcmail)$/i

/** The address that stands for `local@domain`; `domain` may be an address literal. */
export function replaceAddress(local: string, domain: string, pseudonyms: Pseudonyms): string {
  const decoded = decodeUnicodeEscapes(local)
  // What is left of escapes stands for no character.
  if (decoded !== local && !decoded.includes('\\x{')) {
    const plain = replaceAddress(decoded, decodeUnicodeEscapes(domain), pseudonyms)
    return isAscii(plain) ? plain : encodeUnicodeEscapes(plain)
  }
  const isRole = isRoleLocal(local)
  const host = replaceDomain(domain, isRole, pseudonyms)
  return `${isRole ? local : replaceLocal(local, pseudonyms)}@${host}`
}

export function isRoleLocal(local: string): boolean {
  return KEPT_ROLES.has(local.toLowerCase()) || isDaemonAddress(`${local}@`)
}

function replaceDomain(domain: string, isRole: boolean, pseudonyms: Pseudonyms): string {
  const literal = /^\[(IPv6:)?([\da-fA-F:.]+)\]$/.exec(domain)
  if (literal !== null) return `[${literal[1] ?? ''}${replaceIp(literal[2] as string, pseudonyms)}]`
  // `mailer-daemon@provider` tells who wrote the report, and is nobody.
  if (isRole && keptEnding(domain.toLowerCase()) !== '') return replaceHost(domain, pseudonyms)
  return replaceMailDomain(domain, pseudonyms)
}

function replaceLocal(local: string, pseudonyms: Pseudonyms): string {
  if (local.startsWith('"') && local.endsWith('"') && local.length > 2) {
    return `"${replaceLocal(local.slice(1, -1), pseudonyms)}"`
  }
  if (local.startsWith('=?')) return pseudonyms.local(local)
  const wrapped = /^(imcea[a-z\d]{1,20}-)(.*)$/i.exec(local)
  if (wrapped !== null) return `${wrapped[1]}${replaceWrapped(wrapped[2] as string, pseudonyms)}`
  return replacePieces(decodeXtextLocal(local), pseudonyms)
}

/** `user+2Btag`, as relays copy ORCPT: read as `user+tag`, so that both get the same name. */
function decodeXtextLocal(local: string): string {
  if (!/\+(?:2B|3D|40)/.test(local)) return local
  return local.replaceAll('+2B', '+').replaceAll('+3D', '=').replaceAll('+40', '@')
}

function replacePieces(local: string, pseudonyms: Pseudonyms): string {
  const verp = VERP.exec(local)
  if (verp !== null && looksLikeHost(verp[3] as string)) {
    const [, list = '', user = '', domain = ''] = verp
    const inner = replacePieces(user, pseudonyms)
    return `${replaceCampaign(list, pseudonyms)}-${inner}=${replaceMailDomain(domain, pseudonyms)}`
  }
  const pieces = local.split(/([+=#%!/@]+)/)
  return pieces
    .map((piece, i) => {
      const hasValue = pieces[i + 1]?.startsWith('=') === true
      if (i % 2 === 1 || piece === '' || (hasValue && /^[a-z]{1,2}$/.test(piece))) return piece
      // `user=example.com`: a name, however odd; in SRS a day stands there, after another `=`.
      const isUser = hasValue && pieces[i - 1] !== '=' && looksLikeHost(pieces[i + 2] ?? '')
      if (isUser) return replaceName(piece, pseudonyms)
      return replacePiece(piece, i > 0, pseudonyms)
    })
    .join('')
}

/** The list and the number of a mailing, `news-return-123`. */
function replaceCampaign(text: string, pseudonyms: Pseudonyms): string {
  const name = CAMPAIGN.exec(text)?.[0] ?? ''
  const rest = text.slice(name.length).replace(/[\d.]+/g, (number) => pseudonyms.token(number))
  return `${name === '' || isRoleLocal(name) ? name : pseudonyms.local(name)}${rest}`
}

function replacePiece(piece: string, isInner: boolean, pseudonyms: Pseudonyms): string {
  const lower = piece.toLowerCase()
  if (KEYWORDS.has(lower) || KEPT_ROLES.has(lower)) return piece
  if (isInner && looksLikeHost(piece)) {
    return isReserved(lower) ? piece : replaceMailDomain(piece, pseudonyms)
  }
  if (/^\d+$/.test(piece) || (isInner && TAG.test(piece)))
    return pseudonyms.token(piece)
  const numbered = NUMBERED.exec(piece)
  if (numbered !== null) {
    const [, list, verb, number, user] = numbered as unknown as [
      string,
      string,
      string,
      string,
      string,
    ]
    const inner = replacePiece(user, true, pseudonyms)
    return `${pseudonyms.local(list)}-${verb}-${pseudonyms.token(number)}-${inner}`
  }
  if (isIdentifier(piece)) return replaceIdentifier(piece, pseudonyms)
  return replaceName(piece, pseudonyms)
}

function replaceName(piece: string, pseudonyms: Pseudonyms): string {
  if (isRoleLocal(piece)) return piece
  const [, before = '', name = piece, after = ''] = AFFIX.exec(piece) ?? []
  const replaced = pseudonyms.local(name)
  return `${before}${isAscii(name) ? replaced : `ü${replaced}`}${after}`
}

/** Message identifiers, tags and hashes: longer than names, with digits in them. */
function isIdentifier(text: string): boolean {
  if (text.length < 14) return false
  const digits = text.replace(/\D+/g, '').length
  return digits >= 4 || (digits >= 2 && /[$.]/.test(text))
}

/** Of the same shape, words of known software left in it. */
function replaceIdentifier(text: string, pseudonyms: Pseudonyms): string {
  return text.replace(/[A-Za-z\d]+/g, (word) =>
    SOFTWARE.test(word) ? word : pseudonyms.token(word),
  )
}

/** What Exchange wrapped: an address with `+40` for the sign, or a directory name. */
function replaceWrapped(wrapped: string, pseudonyms: Pseudonyms): string {
  const at = wrapped.search(/\+40/i)
  if (at < 0)
    return wrapped.replace(
      /(_[A-Z]{1,2}=)([^_]*)/gi,
      (_, key: string, value: string) => key + replaceDirectoryValue(value, pseudonyms),
    )
  const local = decodePlus(wrapped.slice(0, at))
  const inner = replaceAddress(local, decodePlus(wrapped.slice(at + 3)), pseudonyms)
  return inner.replace(
    /[^A-Za-z\d-]/g,
    (sign) => '+' + sign.charCodeAt(0).toString(16).toUpperCase(),
  )
}

function decodePlus(text: string): string {
  return text.replace(/\+([\da-fA-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

/** Parts of directory names that every Exchange has. */
const DIRECTORY_WORDS =
  /^(?:recipients|configuration|servers|first(?: |\+20)organization|exchange(?: |\+20)administrative(?: |\+20)group.*|exchangelabs)$/i

export function replaceDirectoryValue(value: string, pseudonyms: Pseudonyms): string {
  if (DIRECTORY_WORDS.test(value.trim()) || /^[a-z]{0,2}$/i.test(value)) return value
  return pseudonyms.local(value.trim())
}
