// Sendmail's log (doc/op, "The System Log"): one line per attempt, which may name several
// recipients; sender and Message-ID stand on the first line of a message.

import { readCommand } from '../../smtp/command.ts'
import { isHandedOn, isNullSender, readBracketed, readMessageId } from './fields.ts'
import { itemsOf, NOTHING, type Told } from './item.ts'
import { JoinTable, own } from './joins.ts'
import { FIELDS_MAX, JOIN_RECIPIENTS_MAX } from './limits.ts'
import { readSyslog, type LogLine } from './syslog.ts'
import type { LineReader, LogItem, LogTools, MtaLog } from './types.ts'
import { expiredOf, keepWaiting, slotOf, type Waiting } from './waiting.ts'

type Mail = { from?: string; messageId?: string; isBounce?: boolean; waiting?: Waiting }

/** Daemon, queue runner and submission program of Sendmail. */
const PROGRAM = /^(?:sendmail|sm-mta|sm-msp-queue|sm-msp|sm-que)$/
const QUEUE_ID = /^[0-9A-Za-z]{10,20}: /
const BOUNCE = /^([0-9A-Za-z]{10,20}): (?:DSN|return to sender|postmaster notify|sender notify): /

export const SENDMAIL: MtaLog = {
  mta: 'sendmail',
  createReader: (tools) => new SendmailReader(tools),
  recognises: (line) => PROGRAM.test(readSyslog(line)?.program ?? ''),
}

class SendmailReader implements LineReader {
  readonly #tools: LogTools
  readonly #mails = new JoinTable<Mail>()

  constructor(tools: LogTools) {
    this.#tools = tools
  }

  read(line: string): readonly LogItem[] {
    const header = readSyslog(line)
    if (header === undefined || !PROGRAM.test(header.program)) return NOTHING
    const match = QUEUE_ID.exec(header.text)
    if (match === null) return NOTHING
    const queueId = match[0].slice(0, -2)
    const text = header.text.slice(match[0].length)
    const key = `${header.host} ${queueId}`
    const time = this.#tools.timeOf(header.stamp)
    if (text.startsWith('from=')) {
      readArrival(text, this.#mails.touch(key, time, () => ({})))
      return NOTHING
    }
    const mail = this.#mails.get(key)
    const base: Told = {
      mta: 'sendmail', kind: 'failed', time, host: header.host, queueId,
      messageId: mail?.messageId, envelopeSender: mail?.from, lines: [line],
    }
    if (text.startsWith('to=')) {
      return mail?.isBounce === true ? NOTHING : this.#readResult(text, key, base)
    }
    return this.#readNotice(text, header, mail, base)
  }

  save(): unknown {
    return this.#mails.save()
  }

  load(saved: unknown): void {
    this.#mails.load(saved)
  }

  #readResult(text: string, key: string, base: Told): readonly LogItem[] {
    const list = readRecipients(text, 3)
    if (list === undefined) return NOTHING
    const { relay, status, reply, outcome } = readFields(text, list.next)
    const kind = kindOf(status, outcome)
    if (kind === undefined) return NOTHING
    const bracket = relay.indexOf(' [')
    const said = reply ?? outcome
    const remoteMta = (bracket > 0 ? relay.slice(0, bracket) : relay).replace(/\.$/, '')
    const told = list.recipients.map((finalRecipient): Told => ({
      ...base, kind, finalRecipient, status, remoteMta,
      ...(kind === 'delivered' ? { reply: said } : readSaid(said)),
    }))
    const known = this.#mails.get(key)?.waiting
    if (kind !== 'delayed' && known !== undefined) {
      for (const recipient of list.recipients) delete known[slotOf(recipient)]
    }
    if (kind === 'delivered') {
      // The submission queue hands over to the daemon on loopback; that one delivers.
      return isHandedOn(this.#tools, relay, outcome) ? NOTHING : itemsOf(...told)
    }
    if (kind === 'delayed') {
      const waiting = this.#mails.touch(key, base.time, () => ({})).waiting ??= {}
      for (const one of told) keepWaiting(waiting, one)
    }
    return itemsOf(...told)
  }

  /** `6449F2ab004413: DSN: User unknown`: the first id is that of the bounce it makes. */
  #readNotice(
    text: string, { host }: LogLine, mail: Mail | undefined, base: Told,
  ): readonly LogItem[] {
    const match = BOUNCE.exec(text)
    if (match === null) return NOTHING
    this.#mails.touch(`${host} ${match[1]}`, base.time, () => ({})).isBounce = true
    const isExpired = text.startsWith('Cannot send ', match[0].length)
    if (!isExpired || mail?.waiting === undefined || mail.isBounce === true) return NOTHING
    const told = Object.entries(mail.waiting).map(([slot, last]) => expiredOf(slot, last, base))
    delete mail.waiting
    return itemsOf(...told)
  }
}

function readArrival(text: string, mail: Mail): void {
  const sender = readBracketed(text, 5)
  const end = sender?.next ?? text.indexOf(', ', 5)
  if (end < 0) return
  const from = sender?.address ?? text.slice(5, end)
  mail.from = own(from)
  if (isNullSender(from)) mail.isBounce = true
  for (let at = end, i = 0; text.startsWith(', ', at) && i < FIELDS_MAX; i++) {
    const next = text.indexOf(', ', at + 2)
    const field = text.slice(at + 2, next < 0 ? undefined : next)
    if (field.startsWith('msgid=')) {
      const id = readMessageId(field.slice(6))
      if (id !== undefined) mail.messageId = own(id)
      return
    }
    if (next < 0) return
    at = next
  }
}

/** `<a@b>,<c@d>` or one address without brackets. */
function readRecipients(
  text: string, from: number,
): { readonly recipients: readonly string[]; readonly next: number } | undefined {
  const recipients: string[] = []
  let at = from
  while (text.charCodeAt(at) === 60 && recipients.length < JOIN_RECIPIENTS_MAX) {
    const one = readBracketed(text, at)
    if (one === undefined) return undefined
    recipients.push(one.address)
    at = one.next
    if (!text.startsWith(',<', at)) break
    at += 1
  }
  if (recipients.length > 0) return { recipients, next: at }
  const end = text.indexOf(', ', at)
  if (end < 0) return undefined
  return { recipients: text.slice(at, end).split(','), next: end }
}

// `reply=` and `stat=` hold what the other server said: whichever comes first ends the fields.
function readFields(text: string, from: number): {
  relay: string; status: string | undefined; reply: string | undefined; outcome: string
} {
  const fields = { relay: '', status: undefined as string | undefined }
  for (let at = from, i = 0; text.startsWith(', ', at) && i < FIELDS_MAX; i++) {
    const equals = text.indexOf('=', at)
    const name = text.slice(at + 2, equals)
    if (name === 'stat') {
      return { ...fields, reply: undefined, outcome: text.slice(equals + 1) }
    }
    if (name === 'reply') {
      const end = text.lastIndexOf(', stat=')
      const isClosed = end > equals
      return {
        ...fields, reply: text.slice(equals + 1, isClosed ? end : undefined),
        outcome: isClosed ? text.slice(end + 7) : '',
      }
    }
    at = text.indexOf(', ', equals)
    if (equals < 0 || at < 0) break
    const value = text.slice(equals + 1, at)
    if (name === 'relay') fields.relay ||= value
    else if (name === 'dsn') fields.status ??= value
  }
  return { ...fields, reply: undefined, outcome: '' }
}

/** The code is Sendmail's own; its words count only where it wrote none. */
function kindOf(status: string | undefined, outcome: string): Told['kind'] | undefined {
  if (/^(?:queued|Deferred: 250)/.test(outcome)) return undefined
  if (status?.startsWith('2.') === true) return 'delivered'
  if (status?.startsWith('4.') === true) return 'delayed'
  if (status?.startsWith('5.') === true) return 'failed'
  if (/^Sent\b/.test(outcome)) return 'delivered'
  if (/^Deferred\b/.test(outcome)) return 'delayed'
  return undefined
}

function readSaid(text: string): Pick<Told, 'reply' | 'replyType' | 'command'> {
  const said = text.replace(/^Deferred: /, '')
  const isReply = /^[245]\d\d[- ]/.test(said)
  return {
    reply: said, replyType: isReply ? 'smtp' : 'x-sendmail',
    command: readCommand(said.slice(0, 300)),
  }
}
