// Header blocks without private names: every field by what it holds, folds and odd lines as they
// were (RFC 5322 §3.6, RFC 2047).

import { decodeEncodedWords } from '../text/encoded-word.ts'
import { encodeBase64 } from '../text/base64.ts'
import { ENCODED_WORD_CHARS_MAX, encodeWords } from '../message/write-words.ts'
import { isDaemonAddress } from '../report/mail-system.ts'
import { SYSTEM_NAME } from './dictionary.ts'
import { encodeText } from './encode-charset.ts'
import type { TextMode, TextReplacer } from './text.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * Whose words a header has: those of a report, of mail that is none, or of the returned message.
 */
export type HeaderRole = 'report' | 'ordinary' | 'returned'

const NAME_FIELDS: ReadonlySet<string> = new Set(`
  from to cc bcc sender reply-to resent-from resent-to resent-cc resent-sender errors-to
  return-receipt-to disposition-notification-to apparently-to delivered-to x-display-name x-sender
  mail-followup-to x-envelope-from x-envelope-to x-original-to x-authenticated-sender x-x-sender
  list-id
`.trim().split(/\s+/))
const PROSE_FIELDS: ReadonlySet<string> = new Set(`
  subject thread-topic comments keywords content-description organization organisation
  x-organization summary
`.trim().split(/\s+/))
const ID_FIELDS: ReadonlySet<string> = new Set(`
  x-postfix-queue-id final-log-id x-queue-id original-envelope-id x-mailer-id thread-index
  x-report-id
`.trim().split(/\s+/))
/** Own fields of senders that number customers, campaigns and jobs. */
const NUMBERED =
  /^x-.*(?:id|ids|uid|ref|reference|number|no|account|customer|user|client|campaign|job|batch|order|ticket|case)$/
/** Fields of a returned message whose words say nothing about anyone. */
const STANDARD =
  /^(?:content-(?!description)|accept-language|mime-|received|date$|message-id$|in-reply-to$|references$|return-path$|dkim-|domainkey-|arc-|authentication-results|list-|precedence$|auto-submitted$|user-agent$|x-mailer$|importance$|priority$|x-priority$|x-msmail-priority$|x-mimeole$|x-spam-(?:status|level|flag)|x-virus|resent-)/
const ENCODED_RUN =
  /=\?[\w.*:-]{1,60}\?[bq]\?[^?\n]{0,900}\?=(?:\s{1,20}=\?[\w.*:-]{1,60}\?[bq]\?[^?\n]{0,900}\?=){0,100}(?!@)/gi
/** Bare host names of mail programs: `from DESKTOP-JANE (helo=LAPTOP)`. */
const TRACE_HOST =
  /\b(from|by|helo=|ehlo=|HELO|EHLO)( {0,3})([A-Za-z\d][A-Za-z\d_-]{1,63})(?![\w.@-])/g
const TRACE_WORDS =
  /^(?:unknown|localhost|with|via|by|from|id|uid|userid|smtp|esmtp|lmtp|http|local|the|mail|a|for|network|alias|bits|host|user|root|mapi)$/i
const FILE_NAME =
  /((?:file)?name(?:\*\d{0,3}\*?)?\s{0,5}=\s{0,5})("[^"\n]{0,300}"|[^\s;"]{1,300})/gi
const BOUNDARY = /(boundary {0,3}= {0,3})("[^"\n]{0,200}"|[^\s;"]{1,200})/i

export class HeaderReplacer {
  private readonly text: TextReplacer
  private readonly vocabulary: Vocabulary

  constructor(text: TextReplacer, vocabulary: Vocabulary) {
    this.text = text
    this.vocabulary = vocabulary
  }

  /** A block with lines that end in LF, and whatever follows its blank line. */
  replaceBlock(block: string, role: HeaderRole): string {
    const fields: string[] = []
    for (const line of block.split('\n')) {
      const isFold = /^[ \t]/.test(line) && line.trim() !== '' && fields.length > 0
      if (isFold) fields[fields.length - 1] += '\n' + line
      else fields.push(line)
    }
    return fields.map((field) => this.replaceField(field, role)).join('\n')
  }

  private replaceField(field: string, role: HeaderRole): string {
    const match = /^([\x21-\x39\x3b-\x7e]{1,80})([ \t]{0,9}:)([\s\S]*)$/.exec(field)
    if (match === null) return this.text.replace(field, role === 'report' ? 'keep' : 'known')
    const [, written = '', colon = '', value = ''] = match
    const name = written.toLowerCase()
    return written + colon + this.replaceValue(name, value, role)
  }

  /** The value of a field of that lower-case name. */
  replaceValue(name: string, value: string, role: HeaderRole): string {
    if (ID_FIELDS.has(name))
      return value.replace(/[A-Za-z\d]+/g, (word) => this.text.replaceToken(word))
    if (name === 'content-type' || name === 'content-disposition')
      return this.replaceParameters(value)
    if (name === 'received' || name === 'x-received') return this.replaceTrace(value)
    const mode = this.modeOf(name, value, role)
    const replaced = this.replaceEncoded(value, mode)
    return NUMBERED.test(name) && mode === 'keep'
      ? replaced.replace(/(?<![\w.])\d{4,}(?![\w.])/g, (digits) => this.text.replaceToken(digits))
      : replaced
  }

  private modeOf(name: string, value: string, role: HeaderRole): TextMode {
    if (NAME_FIELDS.has(name)) return this.isSystemName(value, role) ? 'keep' : 'name'
    if (PROSE_FIELDS.has(name) || /subject|sender-name|-name$/.test(name))
      return role === 'returned' ? 'fill' : 'known'
    if (role === 'returned') return STANDARD.test(name) ? 'keep' : 'fill'
    return 'keep'
  }

  /** `Mail Delivery System` says what wrote the report. */
  private isSystemName(value: string, role: HeaderRole): boolean {
    if (role === 'returned') return false
    if (isDaemonAddress(value)) return true
    const name = decodeEncodedWords(value).replace(
      /<[^>]{0,300}>|[^\s<>]{0,200}@[^\s<>]{0,200}/g,
      ' ',
    )
    return SYSTEM_NAME.test(name) || this.vocabulary.isKnown(name)
  }

  private replaceEncoded(value: string, mode: TextMode): string {
    let out = ''
    let done = 0
    for (const match of value.matchAll(ENCODED_RUN)) {
      out +=
        this.text.replace(value.slice(done, match.index), mode) + this.replaceRun(match[0], mode)
      done = match.index + match[0].length
    }
    return out + this.text.replace(value.slice(done), mode)
  }

  private replaceRun(run: string, mode: TextMode): string {
    const text = decodeEncodedWords(run)
    const replaced = this.text.replace(text, mode)
    if (replaced === text) return run
    const charset = /^=\?([\w.:-]{1,60})/.exec(run)?.[1] ?? 'utf-8'
    return encodeIn(charset, replaced) ?? encodeWords(replaced).join('\n ')
  }

  private replaceTrace(value: string): string {
    const traced = value.replace(TRACE_HOST, (whole, word: string, gap: string, host: string) =>
      TRACE_WORDS.test(host) ? whole : word + gap + this.text.replaceBareHost(host),
    )
    return this.text
      .replace(traced, 'keep')
      .replace(
        /\b(id)(\s{1,3})([A-Za-z\d._-]{4,60})/g,
        (_, word: string, gap: string, id: string) => word + gap + this.text.replaceToken(id),
      )
  }

  private replaceParameters(field: string): string {
    const type = /^[^;]{0,200}/.exec(field)?.[0] ?? ''
    const value = field.slice(type.length)
    const boundary = BOUNDARY.exec(value)
    const bare = boundary === null ? value : value.replace(BOUNDARY, '$1\u0001')
    const named = bare.replace(
      FILE_NAME,
      (_, start: string, name: string) => start + this.replaceFileName(name),
    )
    const replaced = this.text.replace(named, 'keep')
    if (boundary === null) return type + replaced
    const written = boundary[2] as string
    const isQuoted = written.startsWith('"')
    const inner = this.text.replaceBoundary(isQuoted ? written.slice(1, -1) : written)
    return type + replaced.replace('\u0001', () => (isQuoted ? `"${inner}"` : inner))
  }

  private replaceFileName(written: string): string {
    const extension = /\.[A-Za-z\d]{1,5}(?="?$)/.exec(written)?.[0] ?? ''
    const token = this.text.replaceToken(written.replace(/\W+/g, ''))
    const name = `file${token.slice(0, 6)}${extension}`
    return written.startsWith('"') ? `"${name}"` : name
  }
}

/** Encoded words in a charset; undefined where it is not known or has not all of the characters. */
function encodeIn(charset: string, text: string): string | undefined {
  const bytes = encodeText(text, charset)
  if (bytes === undefined) return undefined
  const word = `=?${charset}?B?${encodeBase64(bytes)}?=`
  const characters = [...text]
  if (word.length <= ENCODED_WORD_CHARS_MAX || characters.length < 2) return word
  const middle = characters.length >> 1
  const halves = [characters.slice(0, middle), characters.slice(middle)]
  const words = halves.map((half) => encodeIn(charset, half.join('')))
  return words.includes(undefined) ? undefined : words.join('\n ')
}
