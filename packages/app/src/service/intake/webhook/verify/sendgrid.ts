// SendGrid's signed Event Webhook: ECDSA P-256 with SHA-256 over time and raw body;
// twilio.com/docs/sendgrid/for-developers/tracking-events (security features).

import { verify, type KeyObject } from 'node:crypto'
import { decodeSignature } from './compare.ts'
import { checkTime, refused, signed, type Verify, type Window } from './types.ts'

const SIGNATURE_HEADER = 'x-twilio-email-event-webhook-signature'
const TIMESTAMP_HEADER = 'x-twilio-email-event-webhook-timestamp'

export function verifySendGrid(key: KeyObject, window: Window): Verify {
  return ({ headers, bytes }) => {
    const text = headers[SIGNATURE_HEADER]
    const time = headers[TIMESTAMP_HEADER]
    if (text === undefined || text === '') return refused('signature-missing')
    if (time === undefined || !/^\d{9,12}$/.test(time)) return refused('timestamp-missing')
    const signature = decodeSignature(text, 'base64')
    const isTrue = signature !== undefined
      && verify('sha256', Buffer.concat([Buffer.from(time), bytes]), key, signature) === true
    if (!isTrue) return refused('signature-wrong')
    const problem = checkTime(Number(time) * 1_000, window)
    return problem === undefined ? signed() : refused(problem)
  }
}
