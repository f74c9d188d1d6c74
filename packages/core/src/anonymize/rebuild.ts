// The message tree written anew: headers and texts replaced, everything else – parts, boundaries,
// encodings, charsets, line ends and what is broken – as it was.

import { readTransferEncoding } from '../message/body.ts'
import type { MessagePart } from '../message/types.ts'
import { encodeBase64Lines, encodeQuotedPrintable, withCrlf } from '../message/write-body.ts'
import { returnedHeadersStart } from '../report/plain/header-lines.ts'
import { scanHuman } from '../report/plain/scan.ts'
import type { Message } from '../message/types.ts'
import { concatBytes, decodeUtf8Strict, encodeUtf8, viewBytes } from '../text/bytes.ts'
import { HEADER_BYTES_MAX, PART_TEXT_BYTES_MAX } from '../text/limits.ts'
import { encodeText } from './encode-charset.ts'
import type { HeaderReplacer, HeaderRole } from './header.ts'
import { replaceHtml } from './html.ts'
import { childRole, findReturnedTexts, roleOf } from './roles.ts'
import type { TextMode, TextReplacer } from './text.ts'

const LF = 10
const CR = 13
/** A body of a kind that holds no text to keep. */
const PLACEHOLDER = 'removed\n'
const SUBJECT_LINE =
  /^([\s>*|]{0,9}(?:subject|betreff|objet|sujet|asunto|oggetto|assunto|onderwerp|ämne|emne|aihe|temat|předmět|тема|konu|件名|主题|主旨|제목)[ \t*]{0,3}[:：])(.*)$/i

export class Rebuilder {
  private readonly text: TextReplacer
  private readonly header: HeaderReplacer
  private readonly returnedTexts: Set<MessagePart> = new Set()
  private lineEnd = '\n'

  constructor(text: TextReplacer, header: HeaderReplacer) {
    this.text = text
    this.header = header
  }

  rebuild(root: Message): Uint8Array {
    const lf = root.bytes.indexOf(LF)
    this.lineEnd = lf > 0 && root.bytes[lf - 1] === CR ? '\r\n' : '\n'
    const role = roleOf(root)
    return concatBytes([
      this.rebuildGap(root.bytes, 0, root.from, role),
      this.rebuildPart(root, role),
    ])
  }

  private rebuildPart(part: MessagePart, role: HeaderRole): Uint8Array {
    if (part.isMessage && role === 'report') {
      for (const text of findReturnedTexts(part)) this.returnedTexts.add(text)
    }
    const { bytes, charset } = this.rebuildBody(part, role)
    const block = this.rebuildHeader(part, role)
    const header =
      charset === undefined
        ? block
        : block.replace(/(charset\s{0,3}=\s{0,3})("[^"\n]{0,80}"|[^\s;]{1,80})/i, `$1${charset}`)
    return concatBytes([encodeLike(headerBytes(part), header), bytes])
  }

  private rebuildHeader(part: MessagePart, role: HeaderRole): string {
    const block = viewText(headerBytes(part)).replaceAll('\r\n', '\n')
    return this.withLineEnds(this.header.replaceBlock(block, role))
  }

  private rebuildBody(part: MessagePart, role: HeaderRole): Body {
    const { parts } = part
    if (parts.length === 0) return this.rebuildLeaf(part, role)
    const isSameSource = parts[0]?.bytes === part.bytes
    const source = parts[0]?.bytes ?? part.bytes
    const pieces: Uint8Array[] = []
    let done = isSameSource ? part.bodyFrom : 0
    for (const child of parts) {
      pieces.push(this.rebuildGap(source, done, child.from, role))
      pieces.push(this.rebuildPart(child, this.roleOfChild(part, child, role)))
      done = child.to
    }
    pieces.push(this.rebuildGap(source, done, isSameSource ? part.to : source.length, role))
    const body = concatBytes(pieces)
    return { bytes: isSameSource ? body : this.encodeTransfer(body, part) }
  }

  private roleOfChild(part: MessagePart, child: MessagePart, role: HeaderRole): HeaderRole {
    if (child.isMessage) return childRole(part, child, role)
    return this.returnedTexts.has(child) ? 'returned' : role
  }

  /** What stands around parts: delimiters, and text that no reader shows. */
  private rebuildGap(bytes: Uint8Array, from: number, to: number, role: HeaderRole): Uint8Array {
    if (from >= to) return new Uint8Array(0)
    const raw = bytes.subarray(from, Math.min(to, from + PART_TEXT_BYTES_MAX))
    const mode = MODES[role]
    const lines = viewText(raw)
      .split('\n')
      .map((line) => {
        const delimiter = /^--([^\s].{0,200}?)(--)?([ \t\r]{0,9})$/.exec(line)
        if (delimiter === null) return this.text.replace(line, mode)
        const [, boundary = '', close = '', end = ''] = delimiter
        return `--${this.text.replaceBoundary(boundary)}${close}${end}`
      })
    return encodeLike(raw, lines.join('\n'))
  }

  private rebuildLeaf(part: MessagePart, role: HeaderRole): Body {
    const raw = part.bytes.subarray(part.bodyFrom, part.to)
    if (raw.length === 0) return { bytes: raw }
    if (!isTextual(part))
      return { bytes: this.encodeTransfer(encodeUtf8(this.withLineEnds(PLACEHOLDER)), part) }
    const text = part.text()
    const replaced = this.replaceText(part, text, role)
    if (replaced === text && raw.length <= PART_TEXT_BYTES_MAX) return { bytes: raw }
    const ended = this.withLineEnds(replaced)
    const encoded = encodeText(ended, part.param('charset'))
    const bytes = this.encodeTransfer(encoded ?? encodeUtf8(ended), part)
    return encoded === undefined ? { bytes, charset: 'utf-8' } : { bytes }
  }

  private replaceText(part: MessagePart, text: string, role: HeaderRole): string {
    if (part.type === 'text/html') return replaceHtml(text, MODES[role], this.text)
    if (
      part.type.startsWith('message/') ||
      (role === 'report' && /delivery-status|feedback-report/.test(part.type))
    ) {
      return this.header.replaceBlock(text, role)
    }
    if (role !== 'report') return this.replaceLines(text, MODES[role])
    const start = scanHuman(text).end
    const headers = Math.max(start, Math.min(text.length, returnedHeadersStart(text, start)))
    return (
      this.replaceLines(text.slice(0, headers), 'keep') + this.replaceReturned(text.slice(headers))
    )
  }

  /** A returned message that is pasted into the text: its header, then its body. */
  private replaceReturned(text: string): string {
    if (text === '') return ''
    const blank = /\n[ \t>]{0,3}\n/.exec(text)
    const end = blank === null ? text.length : blank.index
    return (
      this.header.replaceBlock(text.slice(0, end), 'returned') +
      this.replaceLines(text.slice(end), 'fill')
    )
  }

  /** Subjects that a text shows are private whatever stands around them. */
  private replaceLines(text: string, mode: TextMode): string {
    const out: string[] = []
    let held: string[] = []
    const flush = (): void => {
      if (held.length > 0) out.push(this.text.replace(held.join('\n'), mode))
      held = []
    }
    for (const line of text.split('\n')) {
      const subject = mode === 'keep' ? SUBJECT_LINE.exec(line) : null
      const delimiter = subject === null ? /^--([^\s-].{0,200}?)(--)?$/.exec(line) : null
      if (subject !== null) {
        flush()
        out.push(subject[1] + this.text.replace(subject[2] as string, 'known'))
      } else if (delimiter !== null) {
        flush()
        out.push(`--${this.text.replaceBoundary(delimiter[1] as string)}${delimiter[2] ?? ''}`)
      } else held.push(line)
    }
    flush()
    return out.join('\n')
  }

  private withLineEnds(text: string): string {
    return this.lineEnd === '\n' ? text : text.replaceAll('\n', this.lineEnd)
  }

  private encodeTransfer(bytes: Uint8Array, part: MessagePart): Uint8Array {
    const encoding = readTransferEncoding(part.header('content-transfer-encoding'), [])
    if (encoding === 'identity') return bytes
    const encoded =
      encoding === 'base64' ? encodeBase64Lines(bytes) : encodeQuotedPrintable(withCrlf(bytes))
    return this.lineEnd === '\r\n' ? encoded : withoutCr(encoded)
  }
}

type Body = {
  readonly bytes: Uint8Array
  /** The charset that the text is now in, where it had to change. */
  readonly charset?: string
}

const MODES: Readonly<Record<HeaderRole, TextMode>> = {
  report: 'keep',
  ordinary: 'known',
  returned: 'fill',
}

/** As much of a header as is read; what is cut off could not be made anonymous. */
function headerBytes(part: MessagePart): Uint8Array {
  const block = part.bytes.subarray(part.from, part.bodyFrom)
  if (block.length <= HEADER_BYTES_MAX) return block
  const end = block.lastIndexOf(LF, HEADER_BYTES_MAX) + 1
  return concatBytes([block.subarray(0, end === 0 ? HEADER_BYTES_MAX : end), Uint8Array.of(LF, LF)])
}

function isTextual(part: MessagePart): boolean {
  if (/^(?:text|message)\//.test(part.type) || /delivery-status|feedback-report/.test(part.type))
    return true
  if (part.type !== 'application/octet-stream') return false
  const text = decodeUtf8Strict(part.body())
  return text !== undefined && !text.includes('\0')
}

function viewText(bytes: Uint8Array): string {
  return decodeUtf8Strict(bytes) ?? viewBytes(bytes)
}

/** Bytes that were no UTF-8 are written back as what they were viewed as. */
function encodeLike(raw: Uint8Array, text: string): Uint8Array {
  if (decodeUtf8Strict(raw) !== undefined) return encodeUtf8(text)
  return encodeText(text, 'windows-1252') ?? encodeUtf8(text)
}

function withoutCr(bytes: Uint8Array): Uint8Array {
  return bytes.filter((byte, i) => byte !== CR || bytes[i + 1] !== LF)
}
