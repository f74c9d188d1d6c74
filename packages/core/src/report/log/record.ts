// What a log told, as one line of JSON, and back again. Nearly all of a log tells of deliveries: of
// those no more is kept than whom, when and which message, since they only prove an address good.

import { makeItem } from './item.ts'
import type { LogItem, LogMta } from './types.ts'

/** MTA, date, host, queue id, recipient, original recipient, Message-ID; empty where unknown. */
type DeliveryRecord = readonly [
  mta: LogMta, date: string, host: string, queueId: string, finalRecipient: string,
  originalRecipient: string, messageId: string,
]

/** The item as JSON, without a line end. Its key stands in the report, or comes of the rest. */
export function writeLogItem({ report, date, lines }: LogItem): string {
  const [recipient] = report.recipients
  const queueId = recipient?.finalLogId
  // Without a stamp or a queue id the reply is part of the key.
  if (recipient?.kind !== 'delivered' || queueId === undefined || date === undefined) {
    return JSON.stringify({ report, date, lines })
  }
  const delivered: DeliveryRecord = [
    report.reporter as LogMta, date, report.reportingMta ?? '', queueId,
    recipient.finalRecipient ?? '', recipient.originalRecipient ?? '',
    report.original?.messageId ?? '',
  ]
  return JSON.stringify({ delivered })
}

/** What `writeLogItem` wrote, parsed as JSON; undefined where it is none of that. */
export function readLogItem(value: unknown): Omit<LogItem, 'key'> | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if ('delivered' in value) return readDelivery(value.delivered)
  const { report, lines } = value as Partial<LogItem>
  if (!Array.isArray(report?.recipients) || !Array.isArray(lines)) return undefined
  return value as Omit<LogItem, 'key'>
}

function readDelivery(value: unknown): LogItem | undefined {
  if (!Array.isArray(value) || value.length !== 7) return undefined
  if (!value.every((one) => typeof one === 'string')) return undefined
  const [mta, date, host, queueId, finalRecipient, originalRecipient, messageId] =
    value as unknown as DeliveryRecord
  return makeItem({
    mta, kind: 'delivered', time: Date.parse(date), host, queueId, messageId, lines: [],
    finalRecipient: finalRecipient === '' ? undefined : finalRecipient,
    originalRecipient: originalRecipient === '' ? undefined : originalRecipient,
  })
}
