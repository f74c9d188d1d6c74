// A part of a message: positions over the bytes, everything else read when it is asked for
// (RFC 5322, RFC 2045–2046, RFC 6532).

import { decodeEncodedWords } from '../text/encoded-word.ts'
import { flowedToText } from '../text/flowed.ts'
import { htmlToText, looksLikeHtml } from '../text/html.ts'
import { decodeJapaneseEscapes } from '../text/iso2022.ts'
import { noteProblem } from '../text/problems.ts'
import { readBody, readBodyText, readTransferEncoding } from './body.ts'
import type { Body, TransferEncoding } from './body.ts'
import { readFieldValue } from './field-value.ts'
import { FIELD_STEP, findField, readFieldNames } from './header-block.ts'
import type { HeaderBlock } from './header-block.ts'
import { readMediaType } from './media-type.ts'
import { parseParameterized } from './parameters.ts'
import type { ParameterizedValue } from './parameters.ts'
import type { Source } from './source.ts'
import type { HeaderField, Message, MessagePart } from './types.ts'

/** What all parts of one message share. */
export type Tree = {
  readonly problems: string[]
  partsMade: number
  readonly readParts: (part: Part) => readonly Part[]
}

/** Where a part lies. */
export type Place = {
  readonly tree: Tree
  readonly source: Source
  readonly from: number
  readonly to: number
  readonly depth: number
  readonly isMessage: boolean
  /** The media type where no Content-Type says it. */
  readonly typeOtherwise: string
}

const NO_TYPE: ParameterizedValue = { value: '', parameters: new Map() }

export class Part implements Message {
  declare readonly bytes: Uint8Array
  declare readonly from: number
  declare readonly bodyFrom: number
  declare readonly to: number
  declare readonly isMessage: boolean
  declare readonly problems: readonly string[]
  declare readonly place: Place
  declare mboxSender?: string
  declare private readonly block: HeaderBlock
  private names: readonly string[] | undefined
  private contentType: ParameterizedValue | undefined
  private mediaType: string | undefined
  private transferEncoding: TransferEncoding | undefined
  private children: readonly Part[] | undefined
  private decodedText: string | undefined
  private shownText: string | undefined

  constructor(place: Place, block: HeaderBlock) {
    this.bytes = place.source.bytes
    this.from = place.from
    this.bodyFrom = block.bodyFrom
    this.to = place.to
    this.isMessage = place.isMessage
    this.problems = place.tree.problems
    this.place = place
    this.block = block
  }

  get type(): string {
    this.mediaType ??= this.readType()
    return this.mediaType
  }

  get parts(): readonly MessagePart[] {
    this.children ??= this.place.tree.readParts(this)
    return this.children
  }

  param(name: string): string | undefined {
    return this.readContentType().parameters.get(name)
  }

  disposition(): string | undefined {
    const field = this.header('content-disposition')
    return field === undefined ? undefined : parseParameterized(field).value || undefined
  }

  filename(): string | undefined {
    const field = this.header('content-disposition')
    const own =
      field === undefined ? undefined : parseParameterized(field).parameters.get('filename')
    const name = own ?? this.param('name')
    if (name === undefined) return undefined
    const decoded = decodeEncodedWords(name)
    return decoded.slice(Math.max(decoded.lastIndexOf('/'), decoded.lastIndexOf('\\')) + 1)
  }

  fields(): readonly HeaderField[] {
    return this.fieldNames().map((name, i) => ({ name, value: this.valueAt(i * FIELD_STEP) }))
  }

  get fieldCount(): number {
    return this.block.positions.length / FIELD_STEP
  }

  fieldNames(): readonly string[] {
    this.names ??= readFieldNames(this.block)
    return this.names
  }

  header(name: string): string | undefined {
    const index = findField(this.block, name)
    return index < 0 ? undefined : this.valueAt(index)
  }

  headers(name: string): readonly string[] {
    const values: string[] = []
    let i = findField(this.block, name)
    for (; i >= 0; i = findField(this.block, name, i + FIELD_STEP)) values.push(this.valueAt(i))
    return values
  }

  headerText(name: string): string | undefined {
    const value = this.header(name)
    if (value === undefined) return undefined
    return decodeJapaneseEscapes(decodeEncodedWords(value, this.place.tree.problems))
  }

  body(): Uint8Array {
    return readBody(this.bodyPlace())
  }

  text(): string {
    this.decodedText ??= readBodyText(
      this.bodyPlace(), this.param('charset'), this.place.tree.problems,
    )
    return this.decodedText
  }

  readableText(): string {
    this.shownText ??= this.readShown()
    return this.shownText
  }

  private readShown(): string {
    const text = this.text()
    if (this.type === 'text/html' || looksLikeHtml(text)) return htmlToText(text)
    const isFlowed = this.param('format')?.toLowerCase() === 'flowed'
    return isFlowed ? flowedToText(text, this.param('delsp')?.toLowerCase() === 'yes') : text
  }

  private valueAt(index: number): string {
    const { positions, view } = this.block
    const from = view.base + (positions[index + 1] as number) + 1
    const to = view.base + (positions[index + 2] as number)
    return readFieldValue(this.place.source, view, [from, to], this.place.tree.problems)
  }

  private readContentType(): ParameterizedValue {
    if (this.contentType !== undefined) return this.contentType
    const index = findField(this.block, 'content-type')
    if (index >= 0 && findField(this.block, 'content-type', index + FIELD_STEP) >= 0) {
      noteProblem(this.place.tree.problems, 'content-type-duplicate')
    }
    this.contentType = index < 0
      ? NO_TYPE
      : parseParameterized(this.valueAt(index), this.place.tree.problems)
    return this.contentType
  }

  private readType(): string {
    const contentType = this.readContentType()
    if (contentType === NO_TYPE) return this.place.typeOtherwise
    const type = readMediaType(contentType.value)
    if (type === undefined) noteProblem(this.place.tree.problems, 'content-type-unreadable')
    return (
      type ??
      (contentType.parameters.has('boundary') ? 'multipart/mixed' : this.place.typeOtherwise)
    )
  }

  /** The body and how it is encoded. */
  bodyPlace(): Body {
    return {
      source: this.place.source, from: this.bodyFrom, to: this.to, encoding: this.readEncoding(),
    }
  }

  private readEncoding(): TransferEncoding {
    if (this.transferEncoding !== undefined) return this.transferEncoding
    const { problems } = this.place.tree
    const name = 'content-transfer-encoding'
    const index = findField(this.block, name)
    if (index >= 0 && findField(this.block, name, index + FIELD_STEP) >= 0) {
      noteProblem(problems, 'encoding-duplicate')
    }
    this.transferEncoding = readTransferEncoding(
      index < 0 ? undefined : this.valueAt(index), problems,
    )
    return this.transferEncoding
  }
}
