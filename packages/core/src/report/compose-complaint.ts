// A complaint about a message, as feedback loops send it: text, machine part and the message or its
// headers (RFC 5965 §2).

import { parseMessage } from '../message/parse.ts'
import { writeMessage } from '../message/write.ts'
import type { WrittenMessage } from '../message/write.ts'
import { makeReturnedPart } from '../message/write-returned.ts'
import { isMailAddress } from './addresses.ts'
import { buildArf } from './arf/build.ts'
import type { FeedbackFields } from './types.ts'

export type ComplaintRequest = {
  /** The address for complaints of the sender's operator. */
  readonly to: string
  /** Who complains: an address that reads answers. */
  readonly from: string
  readonly feedback: FeedbackFields
  /** Who got the message; may be left out for privacy. */
  readonly recipients?: readonly string[]
  /** When the message came in; ISO 8601, UTC. */
  readonly arrivalDate?: string
  /** When the complaint is written; ISO 8601, UTC. */
  readonly now: string
  readonly host: string
  readonly seed: string
  /** @default false */
  readonly headersOnly?: boolean
  /** Bytes of a message that is attached whole. @default 200000 */
  readonly messageBytesMax?: number
}

const MESSAGE_BYTES_MAX = 200_000
const HEADER_BYTES_MAX = 65_536

/** Composes a feedback report. Throws a TypeError where it could not be sent to anyone. */
export function composeComplaint(bytes: Uint8Array, request: ComplaintRequest): WrittenMessage {
  const { to, from, feedback, now, host, seed } = request
  for (const address of [to, from]) {
    if (!isMailAddress(address)) throw new TypeError(`not an address: ${address}`)
  }
  const message = parseMessage(bytes)
  const source = feedback.sourceIp === undefined ? '' : ` received from IP ${feedback.sourceIp}`
  const date = request.arrivalDate === undefined ? '' : ` on ${request.arrivalDate}`
  const returned = makeReturnedPart(message, {
    messageBytesMax:
      request.headersOnly === true ? 0 : (request.messageBytesMax ?? MESSAGE_BYTES_MAX),
    headerBytesMax: HEADER_BYTES_MAX,
    withoutGlobal: true,
  })
  const subject = message.headerText('subject') ?? '(no subject)'
  return writeMessage({
    from: { address: from },
    to: [{ address: to }],
    subject: `Complaint (${feedback.feedbackType}): ${subject}`,
    date: now,
    messageId: `carom.${seed.replace(/[^A-Za-z0-9._-]+/g, '-')}@${host}`,
    fields: [['Auto-Submitted', { kind: 'text', text: 'auto-generated' }]],
    body: {
      kind: 'multipart',
      subtype: 'report',
      parameters: [['report-type', 'feedback-report']],
      parts: [
        {
          kind: 'text',
          language: 'en',
          text:
            `This is an email abuse report for an email message${source}${date}.\n` +
            `${returned.isWhole ? 'It' : 'Its header'} is attached. ` +
            `Feedback type: ${feedback.feedbackType}.\n`,
        },
        {
          kind: 'machine',
          type: 'message/feedback-report',
          text: buildArf({
            feedback, recipients: request.recipients ?? [], reportingMta: host,
            ...(request.arrivalDate === undefined ? {} : { arrivalDate: request.arrivalDate }),
          }),
        },
        { kind: 'returned', returned },
      ],
    },
  })
}
