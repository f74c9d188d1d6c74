// What the log intake wrote down, one item a line: deliveries in short, all else with the lines of
// the log that told it.

import { readLogItem, type CaromEvent, type Engine } from '@carom/core'
import { readRecords } from './replies.ts'

/** Who got a message, when, and which; the Message-ID is empty where it is not known. */
export type LoggedDelivery = {
  readonly recipient: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly messageId: string
  /** Domain of the envelope sender, where the log tells it. */
  readonly senderDomain?: string
}

/**
 * Judges each item. A return-path token in an envelope sender raises nothing here: the mail server
 * itself says whom it tried, under the address before aliases where it knows one, so nobody is to
 * be found out; and whoever got a message knows its token, so in lines that came over a network it
 * would prove no more than the lines do.
 */
export function readLogItems(
  engine: Engine, bytes: Uint8Array, source: string,
): {
  readonly events: readonly CaromEvent[]; readonly deliveries: readonly LoggedDelivery[]
  readonly senderDomains: readonly (string | undefined)[]
  readonly problems: readonly string[]
} {
  const problems: string[] = []
  const events: CaromEvent[] = []
  const deliveries: LoggedDelivery[] = []
  const senderDomains: (string | undefined)[] = []
  for (const [index, record] of readRecords(bytes, problems).entries()) {
    const item = readLogItem(record)
    if (item === undefined) {
      problems.push(`line ${index + 1} is nothing that a log told`)
      continue
    }
    const delivery = deliveryOf(item)
    if (delivery !== undefined) {
      deliveries.push(delivery)
      continue
    }
    for (const event of judge(engine, item, source)) {
      events.push(event)
      senderDomains.push(item.senderDomain)
    }
  }
  return { events, senderDomains, deliveries, problems }
}

type Item = NonNullable<ReturnType<typeof readLogItem>>

/** A delivery needs no judgement; one without a date would be another at each reading. */
function deliveryOf({ report, date, senderDomain }: Item): LoggedDelivery | undefined {
  const [reported] = report.recipients
  const recipient = reported?.originalRecipient ?? reported?.finalRecipient
  const at = date === undefined ? Number.NaN : Date.parse(date)
  if (reported?.kind !== 'delivered' || recipient === undefined || Number.isNaN(at)) {
    return undefined
  }
  return {
    recipient, at, messageId: report.original?.messageId ?? '',
    ...(senderDomain === undefined ? {} : { senderDomain }),
  }
}

function judge(engine: Engine, { report, date, lines }: Item, source: string) {
  return engine.judgeReport(report, {
    type: 'log', mta: report.reporter ?? 'unknown', source,
    ...(lines.length === 0 ? {} : { lines }),
  }, date)
}
