// What a log told, as one line of JSON, and back again. Nearly all of a log tells of deliveries: of
// those no more is kept than whom, when and which message, since they only prove an address good.

import { domainToAscii } from '../../smtp/domain.ts'
import { makeItem } from './item.ts'
import type { LogItem, LogMta } from './types.ts'

/** Empty where unknown; the domain of the envelope sender is left out then. */
type DeliveryRecord = readonly [
  mta: LogMta, date: string, host: string, queueId: string, finalRecipient: string,
  originalRecipient: string, messageId: string, senderDomain?: string,
]

const RECORD_FIELDS_MIN = 7
const RECORD_FIELDS_MAX = 8

export type ReadLogItem = Omit<LogItem, 'key'> & {
  /** Domain of the envelope sender, in lower case and ASCII. */
  readonly senderDomain?: string
}

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
    report.original?.messageId ?? '', ...domainsOf(report.envelopeSender),
  ]
  return JSON.stringify({ delivered })
}

/** What `writeLogItem` wrote, parsed as JSON; undefined where it is none of that. */
export function readLogItem(value: unknown): ReadLogItem | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if ('delivered' in value) return readDelivery(value.delivered)
  const { report, lines } = value as Partial<LogItem>
  if (!Array.isArray(report?.recipients) || !Array.isArray(lines)) return undefined
  const [senderDomain] = domainsOf(report.envelopeSender)
  return {
    ...value as Omit<LogItem, 'key'>, ...(senderDomain === undefined ? {} : { senderDomain }),
  }
}

function readDelivery(value: unknown): ReadLogItem | undefined {
  if (!Array.isArray(value) || !value.every((one) => typeof one === 'string')) return undefined
  if (value.length < RECORD_FIELDS_MIN || value.length > RECORD_FIELDS_MAX) return undefined
  const [mta, date, host, queueId, finalRecipient, originalRecipient, messageId, senderDomain] =
    value as unknown as DeliveryRecord
  const item = makeItem({
    mta, kind: 'delivered', time: Date.parse(date), host, queueId, messageId, lines: [],
    finalRecipient: finalRecipient === '' ? undefined : finalRecipient,
    originalRecipient: originalRecipient === '' ? undefined : originalRecipient,
  })
  return item === undefined || senderDomain === undefined ? item : { ...item, senderDomain }
}

const DOMAIN = /^[\w-]+(?:\.[\w-]+)*$/
/** RFC 1035 §2.3.4. */
const DOMAIN_CHARS_MAX = 253

/** None where the sender is unknown, empty, or has no domain that could be one. */
function domainsOf(sender: unknown): readonly [] | readonly [domain: string] {
  const at = typeof sender === 'string' ? sender.lastIndexOf('@') : -1
  if (at < 0) return []
  const domain = domainToAscii((sender as string).slice(at + 1))
  return domain.length <= DOMAIN_CHARS_MAX && DOMAIN.test(domain) ? [domain] : []
}
