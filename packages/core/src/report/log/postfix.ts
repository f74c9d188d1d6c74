// Postfix (src/global/log_adhoc.c, src/qmgr, src/bounce): one line per recipient and attempt;
// sender and Message-ID stand on lines of their own and are joined by host and queue id.

import { isNullSender, readBracketed, readMessageId, readQueuedAs } from './fields.ts'
import { itemsOf, NOTHING, type Told } from './item.ts'
import { JoinTable, own } from './joins.ts'
import { isQueueId, parseResult, readSaid, type Result } from './postfix-line.ts'
import { readSyslog, type LogLine } from './syslog.ts'
import type { LineReader, LogItem, LogTools, MtaLog } from './types.ts'
import { expiredOf, keepWaiting, slotOf, type Waiting } from './waiting.ts'

/** A message under way. */
type Mail = {
  from?: string
  messageId?: string
  /** It is a bounce, or a bounce of a bounce. */
  isBounce?: boolean
  /** The address it was for before a filter or an alias put it into the queue anew. */
  wasFor?: Record<string, string>
  /** The last error of each recipient, for when it expires. */
  waiting?: Waiting
}

type Place = { readonly line: string; readonly header: LogLine; readonly queueId: string }

export const POSTFIX: MtaLog = {
  mta: 'postfix',
  createReader: (tools) => new PostfixReader(tools),
  recognises: (line) => {
    const header = readSyslog(line)
    return header !== undefined && /^postfix\b.*\//.test(header.program)
  },
}

/** Daemons that write results; `discard` throws away and says `sent`, so it is none. */
const DELIVERERS: ReadonlySet<string> = new Set([
  'smtp', 'lmtp', 'local', 'virtual', 'pipe', 'error', 'retry', 'bounce', 'relay',
])
const SUSPENDED = 'delivery temporarily suspended: '

class PostfixReader implements LineReader {
  readonly #tools: LogTools
  readonly #mails = new JoinTable<Mail>()

  constructor(tools: LogTools) {
    this.#tools = tools
  }

  read(line: string): readonly LogItem[] {
    const header = readSyslog(line)
    if (header === undefined) return NOTHING
    const slash = header.program.lastIndexOf('/')
    if (slash < 0) return NOTHING
    const daemon = header.program.slice(slash + 1)
    const { text } = header
    const colon = text.indexOf(': ')
    if (colon < 5 || colon > 20 || !isQueueId(text, colon)) return NOTHING
    const place = { line, header, queueId: text.slice(0, colon) }
    if (daemon === 'cleanup') return this.#readCleanup(place, colon + 2)
    if (daemon === 'qmgr' || daemon === 'nqmgr' || daemon === 'oqmgr') {
      return this.#readQueue(place, colon + 2)
    }
    if (!DELIVERERS.has(daemon)) return NOTHING
    if (text.startsWith('to=<', colon + 2)) return this.#readResult(place, colon + 2)
    if (daemon === 'bounce') this.#readBounce(place, colon + 2)
    return NOTHING
  }

  save(): unknown {
    return this.#mails.save()
  }

  load(saved: unknown): void {
    this.#mails.load(saved)
  }

  #mail(place: Place, queueId: string): Mail {
    const time = this.#tools.timeOf(place.header.stamp)
    return this.#mails.touch(keyOf(place, queueId), time, () => ({}))
  }

  #readCleanup(place: Place, from: number): readonly LogItem[] {
    const { text } = place.header
    if (!text.startsWith('message-id=', from)) return NOTHING
    const id = readMessageId(text.slice(from + 11))
    if (id !== undefined) this.#mail(place, place.queueId).messageId ??= own(id)
    return NOTHING
  }

  #readQueue(place: Place, from: number): readonly LogItem[] {
    const { text } = place.header
    if (text.startsWith('from=', from)) {
      const sender = readBracketed(text, from + 5)
      if (sender === undefined) return NOTHING
      const mail = this.#mail(place, place.queueId)
      mail.from ??= own(sender.address)
      if (isNullSender(sender.address)) mail.isBounce = true
      const isExpired = text.startsWith(', status=expired', sender.next) ||
        text.startsWith(', status=force-expired', sender.next)
      return isExpired ? this.#expire(place, mail) : NOTHING
    }
    if (text.length === from + 7 && text.endsWith('removed')) {
      this.#mails.delete(keyOf(place, place.queueId))
    }
    return NOTHING
  }

  /** `sender non-delivery notification: 5A1B2C3D4E5`: a bounce that this Postfix makes itself. */
  #readBounce(place: Place, from: number): void {
    const { text } = place.header
    const at = text.indexOf(' notification: ', from)
    if (at < 0 || at > from + 40) return
    const queueId = text.slice(at + 15)
    if (queueId.length <= 20 && isQueueId(queueId, queueId.length)) {
      this.#mail(place, queueId).isBounce = true
    }
  }

  #readResult(place: Place, from: number): readonly LogItem[] {
    const result = parseResult(place.header.text, from)
    if (result === undefined) return NOTHING
    const mail = this.#mails.get(keyOf(place, place.queueId))
    if (mail?.isBounce === true) return NOTHING
    const told = this.#tell(place, result, mail)
    const isOver = result.status === 'sent' || result.status === 'bounced'
    if (isOver && mail?.waiting !== undefined) delete mail.waiting[slotOf(result.to)]
    if (result.status === 'sent') {
      return this.#isFinal(place, result, mail) ? itemsOf({ ...told, kind: 'delivered' }) : NOTHING
    }
    if (result.status === 'bounced') return itemsOf({ ...told, kind: 'failed' })
    if (result.status !== 'deferred' && result.status !== 'SOFTBOUNCE') return NOTHING
    keepWaiting(this.#mail(place, place.queueId).waiting ??= {}, told)
    // A copy of what another delivery met: told once, by that one.
    if (result.text.startsWith(SUSPENDED)) return NOTHING
    return itemsOf({ ...told, kind: 'delayed' })
  }

  #tell(place: Place, result: Result, mail: Mail | undefined): Told {
    const original = result.originalTo ?? mail?.wasFor?.[slotOf(result.to)] ??
      mail?.wasFor?.[slotOf('')]
    const text = result.text.startsWith(SUSPENDED)
      ? result.text.slice(SUSPENDED.length) : result.text
    return {
      ...this.#base(place, mail), finalRecipient: result.to,
      originalRecipient: original === result.to ? undefined : original,
      status: result.enhancedCode, ...readSaid(text, result.relay),
    }
  }

  #base({ header, queueId, line }: Place, mail: Mail | undefined): Told {
    return {
      mta: 'postfix', kind: 'failed', time: this.#tools.timeOf(header.stamp), host: header.host,
      queueId, messageId: mail?.messageId, envelopeSender: mail?.from, lines: [line],
    }
  }

  /** False where a filter, a relay of one's own or an alias has taken it: another line will say. */
  #isFinal(place: Place, result: Result, mail: Mail | undefined): boolean {
    const { text, relay } = result
    const isForwarded = text.startsWith('forwarded as ')
    const next = isForwarded ? text.slice(13) : readQueuedAs(text)
    if (next === undefined) {
      // Loopback that queues nothing is where mail is stored, such as LMTP to a local Dovecot.
      return !this.#tools.isRelay(relay)
    }
    if (!isForwarded && !this.#tools.isOwnHost(relay)) {
      return this.#mails.get(keyOf(place, next)) === undefined
    }
    if (next.length <= 20 && isQueueId(next, next.length)) this.#follow(place, result, mail, next)
    return false
  }

  /** The message goes on under another queue id; what is known of it goes with it. */
  #follow(place: Place, result: Result, mail: Mail | undefined, queueId: string): void {
    const following = this.#mail(place, queueId)
    if (mail?.from !== undefined) following.from ??= mail.from
    if (mail?.messageId !== undefined) following.messageId ??= mail.messageId
    const wasFor = result.originalTo ?? mail?.wasFor?.[slotOf(result.to)]
    const isForwarded = result.text.startsWith('forwarded as ')
    if (isForwarded) following.wasFor = { [slotOf('')]: own(wasFor ?? result.to) }
    else if (wasFor !== undefined) (following.wasFor ??= {})[slotOf(result.to)] = own(wasFor)
  }

  /** Time is up: everyone who still waits has failed, of what was said last. */
  #expire(place: Place, mail: Mail): readonly LogItem[] {
    if (mail.isBounce === true) return NOTHING
    const base = this.#base(place, mail)
    const told = Object.entries(mail.waiting ?? {})
      .map(([slot, last]) => expiredOf(slot, last, base))
    delete mail.waiting
    return itemsOf(...told)
  }
}

function keyOf({ header }: Place, queueId: string): string {
  return `${header.host} ${queueId}`
}
