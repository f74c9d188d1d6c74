// Haraka (outbound/hmail.js, connection.js) in its three formats: plain, logfmt and JSON. Outcomes
// name their recipient; a delivery names only the domain, and the rest comes from the reception.

import { isNullSender, readBracketed, readMessageId, readPairs, withoutBrackets } from './fields.ts'
import { itemsOf, NOTHING, type Told } from './item.ts'
import { JoinTable, own } from './joins.ts'
import { parseRecord } from './journald.ts'
import { JOIN_RECIPIENTS_MAX } from './limits.ts'
import { unwrapLine } from './syslog.ts'
import type { LineReader, LogItem, LogTools, MtaLog } from './types.ts'

type Mail = {
  from?: string
  messageId?: string
  /** Who still waits. */
  to: string[]
  /** Who was put off in this attempt. */
  deferred?: string[]
}

type Entry = {
  readonly stamp: string
  readonly host: string
  readonly uuid: string
  readonly isOutbound: boolean
  readonly text: string
}

const STAMP = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z) /
const PLAIN = /^\[(?:[A-Z]{4,8}) *\] \[([0-9A-Fa-f-]{36}(?:\.\d{1,6}){0,3})\] \[(\w{1,60})\] {1,2}/

export const HARAKA: MtaLog = {
  mta: 'haraka',
  createReader: (tools) => new HarakaReader(tools),
  recognises: (line) => parseEntry(line) !== undefined,
}

class HarakaReader implements LineReader {
  readonly #tools: LogTools
  readonly #mails = new JoinTable<Mail>()

  constructor(tools: LogTools) {
    this.#tools = tools
  }

  read(line: string): readonly LogItem[] {
    const entry = parseEntry(line)
    if (entry === undefined) return NOTHING
    if (!entry.isOutbound) {
      this.#readReception(entry)
      return NOTHING
    }
    const key = keyOf(entry)
    const mail = this.#mails.get(key)
    if (isNullSender(mail?.from)) return NOTHING
    const base: Told = {
      mta: 'haraka', kind: 'failed', time: this.#tools.timeOf(entry.stamp), host: entry.host,
      queueId: entry.uuid, envelopeSender: mail?.from, messageId: mail?.messageId, lines: [line],
    }
    if (entry.text.startsWith('recipient <')) return readRefusal(entry.text, mail, base)
    if (entry.text.startsWith('delivered ')) return this.#readDelivery(entry.text, mail, base)
    return readWhole(entry.text, mail, base)
  }

  save(): unknown {
    return this.#mails.save()
  }

  load(saved: unknown): void {
    this.#mails.load(saved)
  }

  /** `recipient <…> code=OK … sender=…`, `sender <…> …`, `message mid="<…>" …`. */
  #readReception(entry: Entry): void {
    const { text, stamp } = entry
    const mailOf = (): Mail =>
      this.#mails.touch(keyOf(entry), this.#tools.timeOf(stamp), () => ({ to: [] }))
    if (text.startsWith('recipient <')) {
      const to = readBracketed(text, 10)
      if (to === undefined) return
      const fields = readPairs(text, to.next + 1, ' ')
      const code = fields.get('code')
      if (code !== undefined && code !== 'OK' && code !== 'CONT') return
      const mail = mailOf()
      const sender = fields.get('sender')
      if (sender !== undefined) mail.from ??= own(withoutBrackets(sender))
      if (mail.to.length < JOIN_RECIPIENTS_MAX) mail.to.push(own(to.address))
    } else if (text.startsWith('sender <')) {
      const from = readBracketed(text, 7)
      if (from !== undefined) mailOf().from ??= own(from.address)
    } else if (text.startsWith('message mid=')) {
      const id = readMessageId(readPairs(text, 8, ' ').get('mid'))
      if (id !== undefined) mailOf().messageId ??= own(id)
    }
  }

  /** Everyone of this domain has it who was not refused, where the count says the same. */
  #readDelivery(text: string, mail: Mail | undefined, base: Told): readonly LogItem[] {
    const fields = readPairs(text, 10, ' ')
    const domain = fields.get('domain')?.toLowerCase()
    const reply = fields.get('response') ?? ''
    const remoteMta = fields.get('host')
    if (mail === undefined || domain === undefined) return NOTHING
    const deferred = mail.deferred ?? []
    delete mail.deferred
    const count = Number((fields.get('rcpts') ?? '').split('/', 1)[0])
    const everyone = mail.to.filter((address) => domainOf(address) === domain)
    // Who was put off in an earlier attempt may be among those of this one.
    const reached = everyone.length === count
      ? everyone : everyone.filter((address) => !deferred.includes(address))
    if (reached.length !== count) return NOTHING
    mail.to = mail.to.filter((address) => !reached.includes(address))
    if (this.#tools.isRelay(remoteMta ?? '') || this.#tools.isRelay(fields.get('ip') ?? '')) {
      return NOTHING
    }
    return itemsOf(...reached.map((finalRecipient): Told => ({
      ...base, kind: 'delivered', finalRecipient, reply, remoteMta,
    })))
  }
}

function readRefusal(text: string, mail: Mail | undefined, base: Told): readonly LogItem[] {
  const to = readBracketed(text, 10)
  if (to === undefined) return NOTHING
  const rest = text.slice(to.next)
  const match = /^ (rejected|deferred): /.exec(rest)
  if (match === null) return NOTHING
  const reply = rest.slice(match[0].length)
  const isFinal = match[1] === 'rejected'
  if (mail !== undefined && isFinal) mail.to = mail.to.filter((one) => one !== to.address)
  if (mail !== undefined && !isFinal && mail.to.length <= JOIN_RECIPIENTS_MAX) {
    (mail.deferred ??= []).push(own(to.address))
    mail.deferred.splice(0, mail.deferred.length - JOIN_RECIPIENTS_MAX)
  }
  return itemsOf({
    ...base, kind: isFinal ? 'failed' : 'delayed', finalRecipient: to.address,
    reply, command: 'RCPT', replyType: /^[245]\d\d[- ]/.test(reply) ? 'smtp' : 'x-haraka',
  })
}

/** The whole message failed or waits: everyone it is for, where all are of one domain. */
function readWhole(text: string, mail: Mail | undefined, base: Told): readonly LogItem[] {
  const failed = /^bouncing mail: (?!Some recipients failed)/.exec(text)
  const match = failed ?? /^Temp failing \S{1,200} for \d{1,9} seconds: /.exec(text)
  if (match === null || mail === undefined) return NOTHING
  if (new Set(mail.to.map(domainOf)).size !== 1) return NOTHING
  const reply = text.slice(match[0].length)
  return itemsOf(...mail.to.map((finalRecipient): Told => ({
    ...base, kind: failed === null ? 'delayed' : 'failed', finalRecipient, reply,
    replyType: 'x-haraka',
  })))
}

function parseEntry(line: string): Entry | undefined {
  const first = STAMP.exec(line)
  const isBare = first !== null || line.startsWith('[')
  const header = isBare ? { text: line, stamp: '', host: '' } : unwrapLine(line)
  const { host } = header
  const stamped = first ?? STAMP.exec(header.text)
  const text = header.text.slice(stamped?.[0].length ?? 0)
  const stamp = stamped?.[1] ?? header.stamp
  const plain = PLAIN.exec(text)
  if (plain !== null) {
    const [whole, uuid = '', name] = plain
    return { stamp, host, uuid, isOutbound: name === 'outbound', text: text.slice(whole.length) }
  }
  if (text.startsWith('level=')) return fromFields(readPairs(text, 0, ' '), stamp, host)
  const record = line.startsWith('{') ? parseRecord(line) : undefined
  if (record === undefined || !('uuid' in record)) return undefined
  const fields = new Map(Object.entries(record).map(([name, value]) => [name, String(value)]))
  return fromFields(fields, String(record['timestamp'] ?? ''), host)
}

function fromFields(
  fields: ReadonlyMap<string, string>, stamp: string, host: string,
): Entry | undefined {
  const uuid = fields.get('uuid')
  const source = fields.get('source') ?? fields.get('origin')
  const text = fields.get('message')
  if (uuid === undefined || text === undefined || !/^[0-9A-Fa-f-]{36}/.test(uuid)) return undefined
  const rest = [...fields].filter(([name]) => !HEAD_FIELDS.has(name))
    .map(([name, value]) => `${name}="${value.replace(/["\\]/g, '\\$&')}"`)
  return {
    stamp, host, uuid, isOutbound: source === 'outbound', text: [text, ...rest].join(' '),
  }
}

const HEAD_FIELDS: ReadonlySet<string> =
  new Set(['level', 'uuid', 'source', 'origin', 'message', 'timestamp'])

/** Outbound mail has the id of the transaction it came from, and a number for each domain. */
function keyOf({ host, uuid }: Entry): string {
  return `${host} ${uuid.split('.').slice(0, 2).join('.')}`
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase()
}
