// zone-mta's http-bounce plug-in: github.com/zone-eu/zone-mta, plugins/core/http-bounce.js.

import type { EventKind } from '../types.ts'
import { jsonDecoder } from './decoder.ts'
import { joinId, type VendorEvent } from './item.ts'
import { readMoment } from './moment.ts'
import type { WebhookDecoder } from './types.ts'
import { addressOf, idOf, pick, textOf } from './values.ts'

export const decodeZoneMta: WebhookDecoder = /* @__PURE__ */ jsonDecoder('zone-mta', readEvent)

function readEvent(event: unknown): readonly VendorEvent[] | 'unknown' {
  const id = idOf(pick(event, 'id'))
  const recipient = addressOf(pick(event, 'to'))
  if (id === undefined || recipient === undefined) return 'unknown'
  const action = idOf(pick(event, 'action'))
  const kind: EventKind = action === 'defer' ? 'delayed' : 'failed'
  const sequence = idOf(pick(event, 'seq'))
  return [{
    kind,
    recipient,
    reply: textOf(pick(event, 'response')),
    verdict: { type: action, class: idOf(pick(event, 'category')) },
    date: readMoment(pick(event, 'time')),
    eventId: joinId(id, sequence, kind),
    vendorMessageId: sequence === undefined ? id : `${id}.${sequence}`,
    messageId: idOf(pick(event, 'messageId')) ?? idOf(pick(event, 'headers', 'message-id')),
    from: addressOf(pick(event, 'returnPath')),
    campaign: idOf(pick(event, 'fbl')),
  }]
}
