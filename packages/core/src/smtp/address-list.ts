// Lists of mailboxes and groups in header fields (RFC 5322 §3.4, §4.4; RFC 6532), read in one pass
// and without failing on anything. Structure is read before anything is decoded: an encoded word is
// only a word here, so that no decoded name can become an address.

import {
  angleRange, AT, BRACKET, CLOSE, COLON, COMMA, commentEnd, CR, GREATER, isSpecial, LESS, LF,
  literalEnd, OPEN, QUOTE, quotedEnd, SEMICOLON, SPACE, TAB,
} from './address-marks.ts'
import { ADDRESSES_MAX, ADDRESS_CHARS_MAX } from './limits.ts'
import { unitAhead, unitAt } from '../text/units.ts'

export type Mailbox = {
  /**
   * Display name as written, quotes undone, encoded words left as they are; absent when there is
   * none.
   */
  readonly name?: string
  /**
   * `local@domain`, or a local part alone where no domain is given; empty for `<>` and a lone name.
   */
  readonly address: string
  /** Name of the group it stands in, as written. */
  readonly group?: string
}

/** Reads an unfolded field value, at most `ADDRESSES_MAX` mailboxes of it. */
export function parseAddressList(value: string): Mailbox[] {
  return new ListReader(value).read()
}

/** A run of characters without blanks between them; `quoted` where all of it stood in quotes. */
type Word = { text: string; quoted: boolean }

class ListReader {
  private readonly text: string
  private readonly found: Mailbox[] = []
  private at = 0
  private words: Word[] = []
  private comment = ''
  private angle: string | undefined
  private group: string | undefined
  /** The next piece continues the last word: no blank stood between. */
  private isGlued = false
  /** What was found open once is never searched for again. */
  private noQuotes = false
  private noComments = false
  /** A colon was met after an address: it separates nothing. */
  private inAddress = false

  constructor(text: string) {
    this.text = text
  }

  read(): Mailbox[] {
    while (this.at < this.text.length && this.found.length < ADDRESSES_MAX) this.readPiece()
    this.finish()
    return this.found
  }

  private readPiece(): void {
    const code = unitAt(this.text, this.at)
    switch (code) {
      case SPACE: case TAB: case LF: case CR:
        this.isGlued = false
        this.at++
        return
      case OPEN:
        this.readComment()
        return
      case QUOTE:
        this.readQuoted()
        return
      case LESS:
        this.readAngle()
        return
      case COMMA:
        this.finish()
        this.at++
        return
      case SEMICOLON:
        this.finish()
        this.group = undefined
        this.at++
        return
      case COLON:
        this.readColon()
        return
      case GREATER: case CLOSE:
        this.at++
        return
      default:
        this.readAtom()
    }
  }

  private readAtom(): void {
    const from = this.at
    let i = from
    while (i < this.text.length && !isSpecial(unitAt(this.text, i))) {
      // A domain literal holds colons: `user@[IPv6:2001:db8::1]`.
      if (unitAt(this.text, i) === BRACKET && unitAhead(this.text, i - 1) === AT) {
        i = literalEnd(this.text, i)
      } else i++
    }
    this.addWord(this.text.slice(from, i), false)
    this.at = i
  }

  private readQuoted(): void {
    const end = this.noQuotes ? -1 : quotedEnd(this.text, this.at)
    if (end < 0) {
      this.noQuotes = true
      this.at++
      return
    }
    const raw = this.text.slice(this.at, end + 1)
    // Quotes belong to a local part, but only surround a name.
    const last = this.words.at(-1)
    const isLocalPart =
      unitAhead(this.text, end + 1) === AT || (this.isGlued && last?.quoted === false)
    if (isLocalPart) this.addWord(raw, false)
    else this.addWord(unquote(raw), true)
    this.at = end + 1
  }

  private readComment(): void {
    const end = this.noComments ? -1 : commentEnd(this.text, this.at)
    this.isGlued = false
    if (end < 0) {
      this.noComments = true
      this.at++
      return
    }
    if (this.comment === '') this.comment = this.text.slice(this.at + 1, end).trim()
    this.at = end + 1
  }

  private readAngle(): void {
    const { end, from } = angleRange(this.text, this.at)
    // `<a@b><c@d>`: each pair of brackets holds one address.
    if (this.angle !== undefined && this.angle !== '') this.finish()
    this.angle = this.text.slice(from, end)
    this.isGlued = false
    this.at = unitAhead(this.text, end) === GREATER ? end + 1 : end
  }

  /** Ends a group name; after `mailto` and in the midst of an address it means nothing. */
  private readColon(): void {
    this.at++
    this.isGlued = false
    if (this.inAddress) return
    const name = this.words.map((word) => word.text).join(' ')
    this.inAddress = name.includes('@')
    if (this.inAddress) return
    if (!/^(?:mailto|smtp)$/i.test(name)) this.group = name
    this.words = []
  }

  private addWord(text: string, quoted: boolean): void {
    const last = this.words.at(-1)
    if (last === undefined || last.text.length > ADDRESS_CHARS_MAX) {
      this.words.push({ text, quoted })
    }
    else if (last.quoted && text.startsWith('@')) {
      // `"local part" @example.com`: the quotes were those of a local part.
      last.text = '"' + last.text.replace(/["\\]/g, '\\$&') + '"' + text
      last.quoted = false
    } else if (!last.quoted && !quoted && (this.isGlued || belongTogether(last.text, text)))
      last.text += text
    else this.words.push({ text, quoted })
    this.isGlued = true
  }

  private finish(): void {
    const mailbox = this.readMailbox()
    if (mailbox !== undefined && this.found.length < ADDRESSES_MAX) {
      this.found.push(
        this.group === undefined || this.group === '' ? mailbox : { ...mailbox, group: this.group },
      )
    }
    this.words = []
    this.comment = ''
    this.angle = undefined
    this.isGlued = false
    this.inAddress = false
  }

  private readMailbox(): Mailbox | undefined {
    const angle = this.angle === undefined ? '' : cleanAngle(this.angle)
    // Without brackets, or with nothing in them, an address may stand among the words.
    const place = angle === '' ? this.placeOfAddress() : -1
    const address = place < 0 ? angle : withoutApostrophes(this.words[place]?.text ?? '')
    const others = this.words.filter((_, i) => i !== place).map((word) => word.text)
    const name = others.join(' ').trim() || this.comment
    const kept = address.length > ADDRESS_CHARS_MAX ? '' : address
    if (name !== '') return { name, address: kept }
    return kept !== '' || this.angle !== undefined ? { address: kept } : undefined
  }

  /** The first word with an `@`, or the only word where there are no brackets. */
  private placeOfAddress(): number {
    const index = this.words.findIndex((word) => !word.quoted && isAddressWord(word.text))
    if (index >= 0 || this.angle !== undefined || this.words.length !== 1) return index
    const only = this.words[0] as Word
    return only.quoted || isEncodedWord(only.text) ? -1 : 0
  }
}

/** `user @ example . com` is one address with blanks in it (RFC 5322 §4.4). */
function belongTogether(before: string, after: string): boolean {
  if (after.startsWith('@') || before.endsWith('@')) return true
  return before.includes('@') && (before.endsWith('.') || after.startsWith('.'))
}

/** An encoded word is a name, whatever its letters are. */
function isAddressWord(text: string): boolean {
  if (isEncodedWord(text)) return false
  const at = text.lastIndexOf('@')
  return at > 0 && at < text.length - 1
}

function isEncodedWord(text: string): boolean {
  return text.startsWith('=?') && text.endsWith('?=')
}

/** Takes source route (RFC 5321 §4.1.2), scheme, comments and blanks away. */
function cleanAngle(content: string): string {
  let text = content.trim()
  if (text.startsWith('@') && text.includes(':')) text = text.slice(text.indexOf(':') + 1)
  if (/^(?:mailto|smtp):/i.test(text)) text = text.slice(text.indexOf(':') + 1)
  if (text.indexOf('(') >= 0 && text.indexOf('"') < 0) {
    const open = text.indexOf('(')
    const close = commentEnd(text, open)
    if (close >= 0) text = text.slice(0, open) + text.slice(close + 1)
  }
  if (text.indexOf('"') < 0) text = text.replace(/[ \t\r\n]+/g, '')
  return withoutApostrophes(text)
}

/** `'user@example.com'`, as Outlook quotes names that are addresses. */
function withoutApostrophes(text: string): string {
  const isQuoted = text.length > 2 && text.startsWith("'") && text.endsWith("'")
  return isQuoted ? text.slice(1, -1) : text
}

function unquote(quoted: string): string {
  const inner = quoted.slice(1, -1)
  return inner.indexOf('\\') < 0 ? inner : inner.replace(/\\(.)/gs, '$1')
}
