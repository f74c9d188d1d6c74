// qmail and notqmail (qmail-send.c, qmail-remote.c), as multilog or syslog write their lines:
// deliveries have numbers of their own, and lead to a message and from there to its sender.

import { readCommand } from '../../smtp/command.ts'
import { isNullSender } from './fields.ts'
import { itemsOf, NOTHING } from './item.ts'
import { JoinTable, own } from './joins.ts'
import { unwrapLine } from './syslog.ts'
import type { LineReader, LogItem, LogTools, MtaLog } from './types.ts'

type Mail = { from?: string; isBounce?: boolean }
type Delivery = { mail: string; to: string; line: string }
type Entry = { readonly stamp: string; readonly host: string; readonly text: string }

const LINE =
  /^(?:new msg \d|end msg \d|info msg \d+: bytes |bounce msg \d|starting delivery \d|delivery \d+: (?:success|failure|deferral): |status: (?:local \d|exiting)|triple bounce: )/
const INFO = /^info msg (\d{1,20}): bytes \d{1,20} from <(.{0,700})> qp \d{1,10} uid \d{1,10}$/s
const START = /^starting delivery (\d{1,20}): msg (\d{1,20}) to (?:remote|local) (\S{1,700})$/
const RESULT = /^delivery (\d{1,20}): (success|failure|deferral): (.{0,16384})$/s
const TAI = /^@([0-9a-f]{16})([0-9a-f]{8}) /
const UNIX = /^(\d{9,11}\.\d{1,9}) /
/** TAI64 counts from 2^62, and TAI was ten seconds ahead when it met Unix time. */
const TAI_OFFSET = 2n ** 62n + 10n
/** A local delivery that only passed the message on says so: files, forwards, programs. */
const ONLY_FORWARDED = /^did_0\+[1-9]\d{0,6}\+0\//

export const QMAIL: MtaLog = {
  mta: 'qmail',
  createReader: (tools) => new QmailReader(tools),
  recognises: (line) => LINE.test(parseEntry(line)?.text ?? ''),
}

class QmailReader implements LineReader {
  readonly #tools: LogTools
  readonly #mails = new JoinTable<Mail>()
  readonly #deliveries = new JoinTable<Delivery>()

  constructor(tools: LogTools) {
    this.#tools = tools
  }

  read(line: string): readonly LogItem[] {
    const entry = parseEntry(line)
    if (entry === undefined || !LINE.test(entry.text)) return NOTHING
    const { host, text } = entry
    if (text.startsWith('delivery ')) return this.#readResult(entry, line)
    const time = this.#tools.timeOf(entry.stamp)
    const start = START.exec(text)
    if (start !== null) {
      const [, delivery, mail = '', to = ''] = start
      this.#deliveries.set(`${host} ${delivery}`, {
        mail: own(`${host} ${mail}`), to: own(to), line: own(line),
      }, time)
      return NOTHING
    }
    const info = INFO.exec(text)
    if (info !== null) {
      const [, mail = '', from = ''] = info
      this.#mails.set(`${host} ${mail}`, {
        from: own(from), ...(isNullSender(from) ? { isBounce: true } : {}),
      }, time)
      return NOTHING
    }
    // The number of a message is an inode: it comes again.
    const end = /^(?:end|new) msg (\d{1,20})$/.exec(text)
    if (end !== null) this.#mails.delete(`${host} ${end[1]}`)
    // Deliveries are counted anew after a start.
    if (text.startsWith('status: exiting')) this.#deliveries.deleteAll(`${host} `)
    return NOTHING
  }

  save(): unknown {
    return [this.#mails.save(), this.#deliveries.save()]
  }

  load(saved: unknown): void {
    if (!Array.isArray(saved)) return
    this.#mails.load(saved[0])
    this.#deliveries.load(saved[1])
  }

  #readResult({ stamp, host, text }: Entry, line: string): readonly LogItem[] {
    const match = RESULT.exec(text)
    if (match === null) return NOTHING
    const [, number, outcome, raw = ''] = match
    const key = `${host} ${number}`
    const delivery = this.#deliveries.get(key)
    if (delivery === undefined) return NOTHING
    this.#deliveries.delete(key)
    const mail = this.#mails.get(delivery.mail)
    if (mail?.isBounce === true || ONLY_FORWARDED.test(raw)) return NOTHING
    const words = unescape(raw)
    const status = /\(#([245]\.\d{1,3}\.\d{1,3})\)[^()]{0,200}$/.exec(words.slice(-300))?.[1]
    const kind = outcome === 'success' ? 'delivered' : outcome === 'failure' ? 'failed' : 'delayed'
    return itemsOf({
      mta: 'qmail', kind, time: this.#tools.timeOf(stamp), host,
      queueId: delivery.mail.slice(host.length + 1), finalRecipient: delivery.to,
      status, reply: words, replyType: 'x-qmail',
      command: kind === 'delivered' ? undefined : readCommand(words.slice(0, 300)),
      envelopeSender: mail?.from, lines: [delivery.line, line],
    })
  }
}

/** Spaces are written as `_`, line ends as `/` before a capital letter or at the end. */
function unescape(text: string): string {
  return text.replaceAll('_', ' ').replace(/\/(?=[A-Z]|$)/g, ' ').trim()
}

function parseEntry(line: string): Entry | undefined {
  const tai = TAI.exec(line)
  if (tai !== null) return { stamp: fromTai(tai), host: '', text: line.slice(tai[0].length) }
  const header = unwrapLine(line)
  if (header.program !== '' && !/^qmail(?:-send)?$/.test(header.program)) return undefined
  const inner = TAI.exec(header.text)
  if (inner !== null) {
    return { stamp: fromTai(inner), host: header.host, text: header.text.slice(inner[0].length) }
  }
  const unix = UNIX.exec(header.text)
  if (unix === null) return header
  return { stamp: unix[1] ?? '', host: header.host, text: header.text.slice(unix[0].length) }
}

function fromTai([, seconds = '0', nanoseconds = '0']: RegExpExecArray): string {
  const unix = BigInt(`0x${seconds}`) - TAI_OFFSET
  return `${unix}.${String(parseInt(nanoseconds, 16)).padStart(9, '0').slice(0, 9)}`
}
