// Whether a text can be an address at all (RFC 5321 §4.1.2, 6531 §3.3), and what is unusual about
// one that can.

import { domainToAscii } from '../smtp/domain.ts'

/** Why a text is no address. */
export type SyntaxProblem =
  | 'empty' | 'no-at' | 'several-ats' | 'blank' | 'control-character' | 'empty-local'
  | 'local-too-long' | 'bad-character' | 'dot-at-edge' | 'two-dots' | 'empty-domain'
  | 'domain-too-long' | 'bad-label' | 'label-too-long' | 'no-dot' | 'number-as-ending' | 'too-long'

/** What is allowed and often refused. */
export type SyntaxNote = 'quoted-local' | 'international-local' | 'address-literal' | 'unusual-sign'

export type SyntaxResult =
  | {
    readonly kind: 'valid'
    /** As it is compared: the domain in lower case and A-labels. */
    readonly address: string
    readonly local: string
    readonly domain: string
    readonly notes: readonly SyntaxNote[]
  }
  | { readonly kind: 'invalid'; readonly problem: SyntaxProblem }

/** RFC 5321 §4.5.3.1. */
const LOCAL_BYTES_MAX = 64
const DOMAIN_CHARS_MAX = 255
const ADDRESS_CHARS_MAX = 254
const LABEL_CHARS_MAX = 63

/** Also the signs that turn text round or cannot be seen: no name has them (RFC 5892 §2.6). */
const CONTROL = /[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/
const PLAIN = /^[a-z0-9]+(?:[._+-][a-z0-9]+)*$/i
/** U+FFFD stands where a sign was lost. */
const ATOMS = /^[a-z0-9!#$%&'*+/=?^_`{|}~.\u0080-\ufffc\u{10000}-\u{10ffff}-]+$/iu
/** Signs that the standard allows and many forms and servers do not. */
const UNUSUAL = /[!#$%*/=?^`{|}~]/
const QUOTED = /^"(?:[^"\\\x00-\x1f\x7f]|\\[\x20-\x7e])*"$/
const LITERAL = /^\[(?:\d{1,3}(?:\.\d{1,3}){3}|IPv6:[0-9a-f:.]+)\]$/i
const LABEL = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/

/** Checks one address, without a name or brackets around it. */
export function checkSyntax(text: string): SyntaxResult {
  const sign = plainAt(text)
  if (sign > 0) {
    const [local, domain] = [text.slice(0, sign), text.slice(sign + 1)]
    return { kind: 'valid', address: text, local, domain, notes: NO_NOTES }
  }
  return checkCarefully(text.trim())
}

const NO_NOTES: readonly SyntaxNote[] = []

function checkCarefully(address: string): SyntaxResult {
  if (address === '') return invalid('empty')
  if (CONTROL.test(address)) return invalid('control-character')
  const at = address.lastIndexOf('@')
  if (at < 0) return invalid('no-at')
  const local = address.slice(0, at)
  const problem = checkLocal(local)
  if (problem !== undefined) return invalid(problem)
  const isLiteral = LITERAL.test(address.slice(at + 1))
  const domain = isLiteral ? address.slice(at + 1) : domainToAscii(address.slice(at + 1))
  const wrong = isLiteral ? undefined : checkDomainName(domain)
  if (wrong !== undefined) return invalid(wrong)
  if (local.length + 1 + domain.length > ADDRESS_CHARS_MAX) return invalid('too-long')
  return {
    kind: 'valid', address: `${local}@${domain}`, local, domain,
    notes: PLAIN.test(local) && !isLiteral ? [] : notesOf(local, isLiteral),
  }
}

const [AT, DOT, HYPHEN] = [0x40, 0x2e, 0x2d]

/**
 * Where the `@` of an address is that nothing can be said against and nothing has to be changed
 * about, as nearly all are; less than 0 where it has to be looked at with more care.
 */
function plainAt(text: string): number {
  // Short enough for every limit there is.
  if (text.length > LOCAL_BYTES_MAX) return -1
  let at = -1
  let isEdge = true
  let lastDot = -1
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (isSmallOrDigit(code) || (at < 0 && code >= 0x41 && code <= 0x5a)) {
      isEdge = false
      continue
    }
    // No sign stands at an edge, or beside another.
    if (isEdge) return -1
    isEdge = true
    if (code === AT) {
      if (at >= 0) return -1
      at = i
    } else if (code === DOT) lastDot = i
    else if (code !== HYPHEN && (at >= 0 || (code !== 0x5f && code !== 0x2b))) return -1
  }
  if (isEdge || at < 0 || lastDot < at) return -1
  return text.charCodeAt(lastDot + 1) > 0x39 ? at : -1
}

function isSmallOrDigit(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)
}

function invalid(problem: SyntaxProblem): SyntaxResult {
  return { kind: 'invalid', problem }
}

function checkLocal(local: string): SyntaxProblem | undefined {
  if (local === '') return 'empty-local'
  if (local.length <= LOCAL_BYTES_MAX && PLAIN.test(local)) return undefined
  if (bytesOf(local) > LOCAL_BYTES_MAX) return 'local-too-long'
  if (QUOTED.test(local)) return undefined
  if (local.includes('@')) return 'several-ats'
  if (/\s/.test(local)) return 'blank'
  if (!ATOMS.test(local)) return 'bad-character'
  if (local.startsWith('.') || local.endsWith('.')) return 'dot-at-edge'
  return local.includes('..') ? 'two-dots' : undefined
}

/** Octets of UTF-8 (RFC 6531 §3.3). */
function bytesOf(text: string): number {
  let bytes = 0
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

/** A name in A-labels as mail is sent to: at least two labels. */
function checkDomainName(domain: string): SyntaxProblem | undefined {
  if (domain === '') return 'empty-domain'
  if (domain.length > DOMAIN_CHARS_MAX) return 'domain-too-long'
  const labels = domain.split('.')
  if (labels.some((label) => label.length > LABEL_CHARS_MAX)) return 'label-too-long'
  if (/\s/.test(domain)) return 'blank'
  if (labels.some((label) => label === '')) return 'two-dots'
  if (!labels.every((label) => LABEL.test(label))) return 'bad-label'
  if (labels.length < 2) return 'no-dot'
  return /^\d+$/.test(labels.at(-1) ?? '') ? 'number-as-ending' : undefined
}

function notesOf(local: string, isLiteral: boolean): SyntaxNote[] {
  const notes: SyntaxNote[] = []
  if (local.startsWith('"')) notes.push('quoted-local')
  else if (UNUSUAL.test(local)) notes.push('unusual-sign')
  if (/[^\x00-\x7f]/.test(local)) notes.push('international-local')
  if (isLiteral) notes.push('address-literal')
  return notes
}
