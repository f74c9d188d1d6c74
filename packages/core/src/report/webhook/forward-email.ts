// Forward Email bounce webhooks; forwardemail.net/faq#do-you-support-bounce-webhooks.

import { jsonDecoder } from './decoder.ts'
import { joinId, type VendorEvent } from './item.ts'
import { readMoment } from './moment.ts'
import type { WebhookDecoder } from './types.ts'
import { addressOf, idOf, numberOf, pick, textOf } from './values.ts'

export const decodeForwardEmail: WebhookDecoder =
  /* @__PURE__ */ jsonDecoder('forward-email', readEvent)

function readEvent(event: unknown): readonly VendorEvent[] | 'unknown' {
  const bounce = pick(event, 'bounce')
  const action = idOf(pick(bounce, 'action'))
  const recipient = addressOf(pick(event, 'recipient'))
  if (bounce === undefined && recipient === undefined) return 'unknown'
  const emailId = idOf(pick(event, 'email_id'))
  const date = readMoment(pick(event, 'bounced_at'))
  return [{
    // Where it means to try again, it says so.
    kind: action === 'defer' ? 'delayed' : 'failed',
    recipient,
    reply: textOf(pick(event, 'response')) ?? textOf(pick(event, 'message')),
    replyCode: numberOf(pick(event, 'response_code')) ?? numberOf(pick(bounce, 'code')),
    enhancedCode: textOf(pick(bounce, 'status')),
    prose: textOf(pick(bounce, 'message')),
    remoteMta: idOf(pick(event, 'truth_source')),
    verdict: { type: action, class: idOf(pick(bounce, 'category')) },
    date,
    eventId: emailId === undefined ? undefined : joinId(emailId, recipient, date),
    vendorMessageId: emailId,
    messageId: idOf(pick(event, 'headers', 'Message-ID'))
      ?? idOf(pick(event, 'headers', 'Message-Id')),
    from: textOf(pick(event, 'headers', 'From')),
    subject: textOf(pick(event, 'headers', 'Subject')),
    campaign: idOf(pick(event, 'list_id')),
  }]
}
