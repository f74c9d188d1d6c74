// Letters that a mailbox may hold, as their delivery left them.

export type LetterParts = {
  readonly returnPath?: string
  readonly from?: string
  readonly to?: string
  readonly subject?: string
  readonly id?: string
  /** Further lines of the header, each with its end. */
  readonly more?: string
  /** Lines that delivery wrote on top. */
  readonly top?: string
  readonly body?: string
}

/** What its author wrote: a signature covers this. */
export function writtenLetter({
  from = 'Ann <ann@shop.example>', to = 'office@ours.example', subject = 'An offer',
  id = 'offer-1@shop.example', more = '', body = 'Dear office,\r\nbuy a bridge?\r\n',
}: LetterParts = {}): string {
  return `From: ${from}\r\nTo: ${to}\r\nSubject: ${subject}\r\n` +
    `Date: Fri, 27 Nov 2026 11:29:58 +0000\r\nMessage-ID: <${id}>\r\n${more}` +
    `MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${body}`
}

/** What delivery put on top of it. */
export function delivered(
  letter: string | Buffer, { returnPath = 'ann@shop.example', top = '' }: LetterParts = {},
): Buffer {
  return Buffer.concat([
    Buffer.from(`Return-Path: <${returnPath}>\r\n${top}`), Buffer.from(letter),
  ])
}
