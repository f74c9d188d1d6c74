// What the message parser promises to its readers: a lazy tree over the bytes (RFC 5322, 2045–2047,
// 2231).

/** One header field; positions are byte offsets into the source. */
export type HeaderField = {
  /** Lower-case name. */
  readonly name: string
  /**
   * Unfolded raw value: folds become one space, ends trimmed; 8-bit bytes decoded as UTF-8, else as
   * they look, else windows-1252.
   */
  readonly value: string
}

export type MessagePart = {
  /**
   * What the offsets count: the input (in which lone CR line ends have become LF), or, inside a
   * message/rfc822 that was base64 or quoted-printable, the decoded copy.
   */
  readonly bytes: Uint8Array
  /** Media type in lower case, `text/plain` where absent or unreadable (RFC 2045 §5.2). */
  readonly type: string
  /**
   * Children of a multipart; a multipart in which no boundary can be found has one text/plain part
   * without header. `parts[0]` of a message/rfc822, message/global, text/rfc822-headers part is the
   * returned message.
   */
  readonly parts: readonly MessagePart[]
  /** Offsets into the source: header block, body, end. */
  readonly from: number
  readonly bodyFrom: number
  readonly to: number
  /**
   * True where the part is a message with its own header block (root, or child of message/rfc822).
   */
  readonly isMessage: boolean
  /** Content-Type parameter, RFC 2231 decoded; name in lower case. */
  param(name: string): string | undefined
  /** Content-Disposition in lower case: `inline`, `attachment`. */
  disposition(): string | undefined
  /** Content-Disposition filename, else Content-Type name, decoded; without folders. */
  filename(): string | undefined
  /** All fields in order. */
  fields(): readonly HeaderField[]
  /** Fields in the header block. */
  readonly fieldCount: number
  /** The names of all fields in order, lower case; the values stay unread. */
  fieldNames(): readonly string[]
  /** First field of that lower-case name, raw value (encoded words left as they are). */
  header(name: string): string | undefined
  /** Every field of that name. */
  headers(name: string): readonly string[]
  /** First field of that name with encoded words decoded (RFC 2047). */
  headerText(name: string): string | undefined
  /** Body after its transfer encoding, capped (limits.ts). */
  body(): Uint8Array
  /**
   * Body as text: transfer encoding and charset decoded, line ends as LF, capped. HTML stays HTML.
   */
  text(): string
  /** As `text()`, but HTML turned into readable text and format=flowed joined. */
  readableText(): string
}

export type Message = MessagePart & {
  /** What was damaged or cut, e.g. `parts-capped`; grows as the tree is read. */
  readonly problems: readonly string[]
  /** Envelope sender of an mbox `From ` line, where there was one. */
  readonly mboxSender?: string
}
