// Exim's main log (src/deliver.c, the chapter "Log files" of its specification): one line per
// recipient and attempt, joined with the arrival line by message id.

import { readCommand } from '../../smtp/command.ts'
import { endOfQuoted, isHandedOn, readBracketed, readMessageId } from './fields.ts'
import { itemsOf, NOTHING, type Told } from './item.ts'
import { JoinTable, own } from './joins.ts'
import { FIELDS_MAX } from './limits.ts'
import { unwrapLine } from './syslog.ts'
import type { LineReader, LogItem, LogTools, MtaLog } from './types.ts'
import { expiredOf, keepWaiting, slotOf, type Waiting } from './waiting.ts'

type Mail = { from?: string; messageId?: string; isBounce?: boolean; waiting?: Waiting }

/** A line of one message: who, what happened, and what follows. */
type Entry = {
  readonly stamp: string
  readonly host: string
  readonly id: string
  readonly flag: string
  readonly text: string
}

/** The fields of a delivery line. */
type Fields = {
  readonly address: string
  readonly parent: string | undefined
  readonly host: string
  readonly ip: string
  /** The reply to a delivery, `C="250 …"`. */
  readonly confirmation: string
  readonly message: string
}

const STAMP = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?(?: [+-]\d{4})? (?:\[\d{1,10}\] )?/
const MESSAGE =
  /^([0-9A-Za-z]{6}-(?:[0-9A-Za-z]{6}-[0-9A-Za-z]{2}|[0-9A-Za-z]{11}-[0-9A-Za-z]{4})) ([-<=>*]{2}|Completed)(?: |$)/
/** These say when Exim will try again, not what went wrong. */
const NOT_YET = /^(?:retry time not reached|remote host address is the local host)/
const EXPIRED = /^(?:retry timeout exceeded|all hosts (?:for .{1,300} )?have been failing)/

export const EXIM: MtaLog = {
  mta: 'exim',
  createReader: (tools) => new EximReader(tools),
  recognises: (line) => parseEntry(line) !== undefined,
}

class EximReader implements LineReader {
  readonly #tools: LogTools
  readonly #mails = new JoinTable<Mail>()

  constructor(tools: LogTools) {
    this.#tools = tools
  }

  read(line: string): readonly LogItem[] {
    const entry = parseEntry(line)
    if (entry === undefined) return NOTHING
    const key = `${entry.host} ${entry.id}`
    if (entry.flag === 'Completed') {
      this.#mails.delete(key)
      return NOTHING
    }
    const time = this.#tools.timeOf(entry.stamp)
    if (entry.flag === '<=') {
      this.#readArrival(entry, this.#mails.touch(key, time, () => ({})))
      return NOTHING
    }
    const mail = this.#mails.get(key)
    if (mail?.isBounce === true) return NOTHING
    const fields = parseFields(entry.text)
    if (fields === undefined) return NOTHING
    return this.#tell(entry, fields, {
      mta: 'exim', kind: 'failed', time, host: entry.host, queueId: entry.id,
      finalRecipient: fields.address, originalRecipient: fields.parent,
      messageId: mail?.messageId, envelopeSender: mail?.from, lines: [line],
    })
  }

  save(): unknown {
    return this.#mails.save()
  }

  load(saved: unknown): void {
    this.#mails.load(saved)
  }

  #readArrival({ text }: Entry, mail: Mail): void {
    const end = endOfToken(text, 0)
    const sender = text.slice(0, end)
    mail.from = sender === '<>' ? '' : own(sender)
    if (sender === '<>') mail.isBounce = true
    for (let at = end + 1, i = 0; at < text.length && i < FIELDS_MAX; i++) {
      const next = endOfToken(text, at)
      if (text.startsWith('id=', at)) {
        const id = readMessageId(text.slice(at + 3, next))
        if (id !== undefined) mail.messageId = own(id)
        return
      }
      at = next + 1
    }
  }

  #tell({ flag, id, host }: Entry, fields: Fields, base: Told): readonly LogItem[] {
    if (flag === '=>' || flag === '->' || flag === '>>') {
      const relays = [fields.host, fields.ip]
      if (relays.some((relay) => isHandedOn(this.#tools, relay, fields.confirmation))) {
        return NOTHING
      }
      return itemsOf({
        ...base, kind: 'delivered', reply: fields.confirmation, remoteMta: fields.host,
      })
    }
    if (flag !== '**' && flag !== '==') return NOTHING
    const told: Told = { ...base, ...readMessage(fields) }
    const key = `${host} ${id}`
    if (flag === '==') {
      if (NOT_YET.test(fields.message)) return NOTHING
      keepWaiting(this.#mails.touch(key, base.time, () => ({})).waiting ??= {}, told)
      return itemsOf({ ...told, kind: 'delayed' })
    }
    const slot = slotOf(fields.address)
    const last = EXPIRED.test(fields.message) ? this.#mails.get(key)?.waiting?.[slot] : undefined
    if (last === undefined) return itemsOf(told)
    return itemsOf(expiredOf(slot, last, { ...told, comment: fields.message }))
  }
}

/** Its own stamp stands first, also where syslog has put one before it. */
function parseEntry(line: string): Entry | undefined {
  const bare = STAMP.exec(line)
  if (bare !== null) return parseMessage(line.slice(bare[0].length), bare[0], '')
  const header = unwrapLine(line)
  if (!header.program.startsWith('exim')) return undefined
  const inner = STAMP.exec(header.text)
  return inner === null
    ? parseMessage(header.text, header.stamp, header.host)
    : parseMessage(header.text.slice(inner[0].length), inner[0], header.host)
}

function parseMessage(text: string, stamp: string, host: string): Entry | undefined {
  const match = MESSAGE.exec(text)
  if (match === null) return undefined
  const [whole, id = '', flag = ''] = match
  return {
    stamp: stamp.replace(/ (?:\[\d{1,10}\] )?$/, ''), host, id, flag,
    text: text.slice(whole.length),
  }
}

/** The end of the word at `at`; quotes hold words together. */
function endOfToken(text: string, at: number): number {
  const equals = /^[A-Z]{1,4}=(?=")/.exec(text.slice(at, at + 6))
  const quote = at + (equals?.[0].length ?? 0)
  const from = text.charCodeAt(quote) === 34 ? Math.max(endOfQuoted(text, quote), at) : at
  const space = text.indexOf(' ', from)
  return space < 0 ? text.length : space
}

/** `address [<parent>] R=… T=… H=host [ip] …: message`; the first of each counts. */
function parseFields(text: string): Fields | undefined {
  // Pipes and files are named with all that stands in their path.
  const isPath = text.startsWith('|') || text.startsWith('/')
  const path = isPath ? text.indexOf(' <') : -1
  const end = path > 0 ? path : endOfToken(text, 0)
  const first = text.slice(0, end)
  const isEnd = first.endsWith(':')
  const address = isEnd ? first.slice(0, -1) : first
  const fields = isEnd
    ? { ...NO_FIELDS, message: text.slice(end + 1) } : readFields(text, end)
  if (fields === undefined) return undefined
  const isName = isPath || address.startsWith(':')
  if (isName && fields.parent === undefined) return undefined
  const name = isName ? fields.parent ?? '' : address
  return { ...fields, address: name, parent: fields.parent === name ? undefined : fields.parent }
}

type Draft = { -readonly [K in keyof Omit<Fields, 'address'>]: Fields[K] }

const NO_FIELDS: Draft = { parent: undefined, host: '', ip: '', confirmation: '', message: '' }

/** From the space behind the address to the colon before the message. */
function readFields(text: string, from: number): Draft | undefined {
  const fields = { ...NO_FIELDS }
  let end = from
  for (let i = 0; end < text.length && i < FIELDS_MAX; i++) {
    const at = end + 1
    let isLast = false
    if (text.startsWith('<', at)) {
      const parent = readBracketed(text, at)
      if (parent === undefined) return undefined
      fields.parent ??= parent.address
      isLast = text.charCodeAt(parent.next) === 58
      end = isLast ? parent.next + 1 : parent.next
    } else {
      end = endOfToken(text, at)
      isLast = text.charCodeAt(end - 1) === 58
      takeField(fields, text.slice(at, isLast ? end - 1 : end))
    }
    if (!isLast) continue
    fields.message = text.slice(end + 1)
    break
  }
  return fields
}

function takeField(fields: Draft, token: string): void {
  if (token.startsWith('H=')) fields.host ||= token.slice(2)
  else if (token.startsWith('[')) fields.ip ||= token.slice(1, Math.max(1, token.indexOf(']')))
  else if (token.startsWith('C="')) {
    fields.confirmation ||= token.slice(3, -1).replaceAll('\\"', '"')
  }
}

const CAUSE = /: (?:host (\S{1,255}) \[[^\]]{1,50}\]: )?(?=[245]\d\d[- ])/

/** `SMTP error from remote mail server after RCPT TO:<…>: 550 …`, else Exim's own words. */
function readMessage({ message, host }: Fields): Pick<
  Told, 'reply' | 'replyType' | 'remoteMta' | 'command'
> {
  const remoteMta = host === '' ? undefined : host
  const text = message.replaceAll('\\n', ' ')
  if (!text.startsWith('SMTP error from remote mail')) {
    return { reply: text, replyType: 'x-exim', remoteMta }
  }
  const cause = CAUSE.exec(text.slice(0, 1_500))
  const command = readCommand(text.slice(0, cause?.index ?? 200))
  if (cause === null) return { reply: text, replyType: 'x-exim', remoteMta, command }
  return {
    reply: text.slice(cause.index + cause[0].length), remoteMta: remoteMta ?? cause[1], command,
  }
}
