// The names that a message tells in its addresses and header fields, to be found again where they
// stand alone: display names, local parts, names of organisations, the subject of the returned
// message.

import type { MessagePart } from '../message/types.ts'
import { findAddresses, isMailAddress } from '../report/addresses.ts'
import { parseFieldGroups } from '../report/fields.ts'
import { isDaemonAddress } from '../report/mail-system.ts'
import { isPhraseStart } from '../report/plain/fold.ts'
import { indexPhrases, type PhraseIndex } from '../report/plain/phrase-index.ts'
import { ownUnits, PhraseScanner } from '../report/plain/phrases.ts'
import { parseAddressList } from '../smtp/address-list.ts'
import { decodeEncodedWords } from '../text/encoded-word.ts'
import { isRoleLocal } from './address.ts'
import { keptEnding, registeredDomain } from './hosts.ts'
import type { Pseudonyms } from './pseudonyms.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Names that are looked for in one message. */
const NAMES_MAX = 500
const NAME_CHARS_MAX = 100
/** Parts of a message that are searched for names. */
const PARTS_MAX = 60
const NAME_FIELDS: ReadonlySet<string> = new Set(
  'from to cc bcc reply-to sender resent-from x-display-name x-sender'.split(' '),
)
/** Lines of a text that show a mailbox of a header, in the languages of mail programs. */
const NAME_LINE =
  /^[\s>*|]{0,9}(?:from|to|cc|sender|reply-to|von|an|de|à|para|da|van|aan|od|do|från|till|fra|til|kime|差出人|宛先|发件人|收件人)[ \t*]{0,3}[:：]([^<>\n]{1,80}<[^<>\s]{3,300}>)[ \t,;]{0,3}$/gim
/** Names of programs and offices: their words are wording. */
export const SYSTEM_NAME: RegExp =
  /\b(?:mail|mailer|e-?mail|delivery|system|subsystem|daemon|postmaster|administrator|server|support|service|notification|bounce|undeliver\w{0,6}|microsoft|exchange|outlook)\b/i
const SUBJECT_MIN_CHARS = 6

export class Dictionary {
  private readonly index: PhraseIndex
  private readonly replacements: readonly string[]

  constructor(rows: ReadonlyMap<string, string>) {
    const entries = [...rows].slice(0, NAMES_MAX)
    this.index = indexPhrases(entries.map(([name], i) => [name, 1, i] as const))
    this.replacements = entries.map(([, replacement]) => replacement)
  }

  /** Replaces every name that stands there as a word of its own, and what is between by `rest`. */
  replace(text: string, rest: (text: string) => string): string {
    if (this.replacements.length === 0) return rest(text)
    const read = ownUnits(text)
    const scanner = new PhraseScanner(read, this.index, 0)
    const { hits } = scanner
    let out = ''
    let done = 0
    for (let at = 0; at < text.length; at++) {
      if (!isPhraseStart(read.units, at)) continue
      scanner.matchAt(at, true)
      const longest = hits.reduce(
        (best, hit) => (hit.bits !== 0 && hit.to > best.to ? hit : best),
        NOTHING,
      )
      hits.length = 0
      if (longest.to === 0) continue
      out += rest(text.slice(done, at)) + (this.replacements[longest.tag] ?? '')
      done = longest.to
      at = longest.to - 1
    }
    return out + rest(text.slice(done))
  }
}

const NOTHING = { to: 0, tag: -1 }

/** Collects the names of a message and its parts. */
export function collectNames(
  message: MessagePart,
  pseudonyms: Pseudonyms,
  vocabulary: Vocabulary,
): Dictionary {
  const collector = new Collector(pseudonyms, vocabulary)
  collector.visit(message)
  return new Dictionary(collector.rows)
}

class Collector {
  readonly rows: Map<string, string> = new Map()
  private readonly pseudonyms: Pseudonyms
  private readonly vocabulary: Vocabulary
  private parts = 0

  constructor(pseudonyms: Pseudonyms, vocabulary: Vocabulary) {
    this.pseudonyms = pseudonyms
    this.vocabulary = vocabulary
  }

  visit(part: MessagePart): void {
    if (++this.parts > PARTS_MAX) return
    this.readHeader(part)
    if (part.parts.length === 0 && /^(?:text|message)\//.test(part.type)) this.readText(part)
    for (const child of part.parts) this.visit(child)
  }

  private readHeader(part: MessagePart): void {
    for (const { name, value } of part.fields()) {
      if (NAME_FIELDS.has(name)) this.addMailboxes(value)
      else for (const address of findAddresses(value)) this.addAddress(address)
    }
    if (part.isMessage && this.parts > 1) this.addSubject(part.headerText('subject') ?? '')
  }

  private readText(part: MessagePart): void {
    const text = part.text()
    for (const address of findAddresses(text)) this.addAddress(address)
    for (const [, value = ''] of text.matchAll(NAME_LINE)) this.addMailboxes(value)
    if (part.type.startsWith('message/')) this.readStatus(text)
  }

  /** A recipient that is a local user stands without its domain (RFC 3464 §2.3.2). */
  private readStatus(text: string): void {
    for (const { name, value } of parseFieldGroups(text, 100).flat()) {
      if (name === 'x-display-name') this.addName(value)
      if (!/^(?:final|original)-recipient$/.test(name)) continue
      const user = value
        .slice(value.indexOf(';') + 1)
        .trim()
        .replace(/^<|>$/g, '')
      if (/^[\w.+-]{1,64}$/.test(user)) this.addLocal(user)
    }
  }

  private addMailboxes(value: string): void {
    for (const { name, address } of parseAddressList(value)) {
      this.addAddress(address)
      if (name === undefined || isDaemonAddress(address)) continue
      const shown = decodeEncodedWords(name)
      if (!SYSTEM_NAME.test(shown)) this.addName(shown)
    }
  }

  private addAddress(address: string): void {
    if (!isMailAddress(address)) return
    const at = address.lastIndexOf('@')
    this.addLocal(address.slice(0, at))
    this.addOrganisation(address.slice(at + 1).toLowerCase())
  }

  private addLocal(local: string): void {
    if (
      local.length < 3 ||
      local.length > NAME_CHARS_MAX ||
      isRoleLocal(local) ||
      /^\d{1,5}$/.test(local)
    )
      return
    this.add(local, () => this.pseudonyms.local(local))
  }

  private addOrganisation(domain: string): void {
    if (keptEnding(domain) !== '' || !domain.includes('.')) return
    const registered = registeredDomain(domain)
    const name = registered.slice(0, registered.indexOf('.'))
    if (name.length > 3) this.add(name, () => this.pseudonyms.registeredName(registered))
  }

  private addName(name: string): void {
    if (name.length > NAME_CHARS_MAX) return
    for (const word of name.split(/[^\p{L}\p{M}\p{N}]+/u)) {
      const isUnspaced = /^[\u0e00-\u0e7f\u2e80-\uffdc]/.test(word)
      if (word.length >= (isUnspaced ? 2 : 3) && !/^\d+$/.test(word))
        this.add(word, () => this.pseudonyms.name(word))
    }
  }

  /** As a whole: its words alone mean nothing. */
  private addSubject(subject: string): void {
    const text = subject.trim().slice(0, 200)
    if (text.length < SUBJECT_MIN_CHARS || this.vocabulary.isKnown(text)) return
    this.rows.set(text, fillWords(text, this.pseudonyms))
  }

  private add(name: string, replacement: () => string): void {
    if (this.rows.size >= NAMES_MAX || this.rows.has(name) || this.vocabulary.isKnown(name)) return
    this.rows.set(name, replacement())
  }
}

/** Every word replaced, signs kept. */
export function fillWords(text: string, pseudonyms: Pseudonyms): string {
  return text.replace(/[\p{L}\p{M}]+|\d{2,}/gu, (word) =>
    /\d/.test(word) ? pseudonyms.token(word) : pseudonyms.word(word),
  )
}
