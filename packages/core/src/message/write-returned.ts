// The returned message as a part of a report that passes every server unchanged, and which type it
// takes:
//
//   its lines are 7-bit and short             message/rfc822
//   its header holds UTF-8 (RFC 6532)         message/global, encoded
//   only its body is not 7-bit, or its header text/rfc822-headers, encoded where needed
//   is in some other 8-bit charset
//
// A message/rfc822 may not be encoded at all (RFC 2046 §5.2.1), and one sent as 8bit is lost where
// a relay cannot carry it, since a bounce has no sender to tell. A message/global may have any
// encoding, yet is only for messages with UTF-8 in their headers (RFC 6532 §3.7). So a body beyond
// 7 bits stays away, as reports may leave it (RFC 6522 §3, §4: text/rfc822-headers may be
// quoted-printable): what identifies the message stands in its header, and every reader of reports
// understands that part.

import { decodeUtf8Strict } from '../text/bytes.ts'
import type { MessagePart } from './types.ts'
import { encodeBody, encodeQuotedPrintable, isMailSafe, withCrlf } from './write-body.ts'
import type { EncodedBody } from './write-body.ts'

export type ReturnedPart = {
  readonly type:
    'message/rfc822' | 'message/global' | 'text/rfc822-headers' | 'message/global-headers'
  readonly body: EncodedBody
  /** The whole message, not its header alone. */
  readonly isWhole: boolean
}

export type ReturnedLimits = {
  /** Bytes of a message that is returned whole; of longer ones only the header is. */
  readonly messageBytesMax: number
  /** Bytes of a header that is returned; a longer one is cut after a field. */
  readonly headerBytesMax: number
  /**
   * Only the types that RFC 5965 §2 (d) allows: feedback reports know no message/global.
   * @default false
   */
  readonly withoutGlobal?: boolean
}

const LF = 10
const SPACE = 32
const TAB = 9
const CRLF = Uint8Array.of(13, LF)

/**
 * The part that returns a message: whole where its size and its bytes allow it, else its header.
 */
export function makeReturnedPart(message: MessagePart, limits: ReturnedLimits): ReturnedPart {
  const header = withFinalLineEnd(withCrlf(readHeader(message, limits.headerBytesMax)))
  const isWholeWanted = message.to - message.from <= limits.messageBytesMax
  const isInternational = limits.withoutGlobal !== true && isUtf8Beyond7Bit(header)
  if (isWholeWanted) {
    const whole = withFinalLineEnd(withCrlf(message.bytes.subarray(message.from, message.to)))
    if (isMailSafe(whole)) {
      return { type: 'message/rfc822', body: { encoding: '7bit', bytes: whole }, isWhole: true }
    }
    if (isInternational) return { type: 'message/global', body: encodeBody(whole), isWhole: true }
  }
  // RFC 6522 §4 knows 7bit and quoted-printable for headers, not base64.
  const body: EncodedBody = isMailSafe(header)
    ? { encoding: '7bit', bytes: header }
    : { encoding: 'quoted-printable', bytes: encodeQuotedPrintable(header) }
  return {
    type: isInternational ? 'message/global-headers' : 'text/rfc822-headers', body, isWhole: false,
  }
}

function isUtf8Beyond7Bit(header: Uint8Array): boolean {
  return header.some((byte) => byte >= 0x80) && decodeUtf8Strict(header) !== undefined
}

/** The header block without the blank line after it. */
function readHeader(message: MessagePart, bytesMax: number): Uint8Array {
  const block = message.bytes.subarray(message.from, message.bodyFrom)
  if (block.length <= bytesMax) return withoutBlankEnd(block)
  let end = block.lastIndexOf(LF, bytesMax) + 1
  // A cut within a folded field would leave half a value.
  while (end > 0 && (block[end] === SPACE || block[end] === TAB)) {
    end = block.lastIndexOf(LF, end - 2) + 1
  }
  return block.subarray(0, end)
}

function withoutBlankEnd(block: Uint8Array): Uint8Array {
  let end = block.length
  while (end > 0 && (block[end - 1] as number) <= SPACE) end--
  return block.subarray(0, end)
}

function withFinalLineEnd(bytes: Uint8Array): Uint8Array {
  if (bytes.length === 0 || bytes.at(-1) === LF) return bytes
  const ended = new Uint8Array(bytes.length + 2)
  ended.set(bytes)
  ended.set(CRLF, bytes.length)
  return ended
}
