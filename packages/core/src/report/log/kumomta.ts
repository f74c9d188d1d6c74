// KumoMTA's JSON logs (crates/kumo-log-types): one record a line, sender and recipients in each.

import { readCommand } from '../../smtp/command.ts'
import { isNullSender, readMessageId } from './fields.ts'
import { itemsOf, NOTHING, type Told } from './item.ts'
import { JoinTable } from './joins.ts'
import { parseRecord } from './journald.ts'
import { JOIN_RECIPIENTS_MAX } from './limits.ts'
import type { LineReader, LogItem, LogTools, MtaLog } from './types.ts'
import { expiredOf, keepWaiting, slotOf, type Waiting } from './waiting.ts'

type Json = Readonly<Record<string, unknown>>

const KINDS: ReadonlyMap<unknown, Told['kind']> = new Map<unknown, Told['kind']>([
  ['Delivery', 'delivered'], ['TransientFailure', 'delayed'], ['Bounce', 'failed'],
  ['OOB', 'failed'], ['Expiration', 'failed'], ['AdminBounce', 'failed'],
])
/** Most lines of a log are receptions: they are passed over without reading their JSON. */
const OTHERS = /^\{"type":"(?:Reception|Rejection|Delayed|AdminRebind|DeferredInjectionRebind|Any)"/

export const KUMOMTA: MtaLog = {
  mta: 'kumomta',
  createReader: (tools) => new KumoMtaReader(tools),
  recognises: (line) => {
    const record = line.startsWith('{') ? parseRecord(line) : undefined
    return record !== undefined && 'recipient' in record && 'num_attempts' in record
  },
}

class KumoMtaReader implements LineReader {
  readonly #tools: LogTools
  readonly #waiting = new JoinTable<Waiting>()

  constructor(tools: LogTools) {
    this.#tools = tools
  }

  read(line: string): readonly LogItem[] {
    if (!line.startsWith('{') || OTHERS.test(line)) return NOTHING
    const record = parseRecord(line)
    if (record === undefined) return NOTHING
    if (record['type'] === 'Feedback') return this.#readFeedback(record, line)
    const kind = KINDS.get(record['type'])
    const sender = textOf(record, 'sender')
    // A bounce from outside is about the sender's own mail, whoever its envelope names.
    if (kind === undefined || (isNullSender(sender) && record['type'] !== 'OOB')) return NOTHING
    const base = this.#base(record, kind, line)
    if (kind === 'delivered' && this.#tools.isRelay(base.remoteMta ?? '')) return NOTHING
    const told = recipientsOf(record).map((finalRecipient): Told => ({ ...base, finalRecipient }))
    const key = base.queueId ?? ''
    if (kind === 'delayed') {
      const waiting = this.#waiting.touch(key, base.time, () => ({}))
      for (const one of told) keepWaiting(waiting, one)
    } else if (record['type'] === 'Expiration') {
      return itemsOf(...told.map((one) => withLast(one, this.#waiting.get(key))))
    }
    return itemsOf(...told)
  }

  save(): unknown {
    return this.#waiting.save()
  }

  load(saved: unknown): void {
    this.#waiting.load(saved)
  }

  #base(record: Json, kind: Told['kind'], line: string): Told {
    const response = objectOf(record, 'response')
    const peer = objectOf(record, 'peer_address')
    const code = objectOf(response, 'enhanced_code')
    const status = [code['class'], code['subject'], code['detail']].map(Number).join('.')
    const replyCode = Number(response['code'])
    const content = textOf(response, 'content') ?? ''
    const isCoded = Number.isInteger(replyCode) && replyCode >= 200 && replyCode < 600
    const words = [isCoded ? String(replyCode) : '', status.includes('NaN') ? '' : status, content]
    const command = textOf(response, 'command') ?? ''
    return {
      mta: 'kumomta', kind, time: this.#timeOf(record), queueId: textOf(record, 'id'),
      status, reply: words.filter((word) => word !== '').join(' '),
      remoteMta: textOf(peer, 'name')?.replace(/\.$/, ''),
      command: readCommand(`in reply to ${command.slice(0, 40)}`),
      messageId: readMessageId(headerOf(record, 'message-id')),
      envelopeSender: textOf(record, 'sender'), lines: [line],
    }
  }

  #timeOf(record: Json): number {
    const stamp = textOf(record, 'event_time')
    const seconds = Number(record['timestamp'])
    return stamp === undefined ? seconds * 1000 : this.#tools.timeOf(stamp)
  }

  #readFeedback(record: Json, line: string): readonly LogItem[] {
    const feedback = objectOf(record, 'feedback_report')
    const type = textOf(feedback, 'feedback_type')
    if (type !== undefined && type.toLowerCase() === 'not-spam') return NOTHING
    const original = feedback['original_rcpt_to']
    const list = Array.isArray(original) ? original as unknown[] : [original]
    const recipients = list.filter((one) => typeof one === 'string').slice(0, JOIN_RECIPIENTS_MAX)
    return itemsOf(...recipients.map((finalRecipient): Told => ({
      mta: 'kumomta', kind: 'complaint', time: this.#timeOf(record), queueId: textOf(record, 'id'),
      finalRecipient, envelopeSender: textOf(feedback, 'original_mail_from'), lines: [line],
    })))
  }
}

/** An expiration says only that time is up; the last failure says why. */
function withLast(told: Told, waiting: Waiting | undefined): Told {
  const slot = slotOf(told.finalRecipient ?? '')
  const last = waiting?.[slot]
  return last === undefined ? told : expiredOf(slot, last, { ...told, comment: told.reply })
}

function recipientsOf(record: Json): readonly string[] {
  const value = record['recipient']
  if (typeof value === 'string') return [value]
  if (!Array.isArray(value)) return []
  return (value as unknown[]).filter((one) => typeof one === 'string').slice(0, JOIN_RECIPIENTS_MAX)
}

function headerOf(record: Json, name: string): string | undefined {
  const entry = Object.entries(objectOf(record, 'headers'))
    .find(([key]) => key.toLowerCase() === name)
  return typeof entry?.[1] === 'string' ? entry[1] : undefined
}

function objectOf(record: Json, name: string): Json {
  const value = Object.hasOwn(record, name) ? record[name] : undefined
  return typeof value === 'object' && value !== null ? value as Json : {}
}

function textOf(record: Json, name: string): string | undefined {
  const value = Object.hasOwn(record, name) ? record[name] : undefined
  return typeof value === 'string' ? value : undefined
}
