// OpenSMTPD (smtpd/mta.c, smtpd/mda.c): one line per recipient and attempt, sender included; the
// Message-ID is never logged.

import { readCommand } from '../../smtp/command.ts'
import { isHandedOn, isNullSender, readBracketed } from './fields.ts'
import { itemsOf, NOTHING, type Told } from './item.ts'
import { readSyslog } from './syslog.ts'
import type { LineReader, LogItem, LogTools, MtaLog } from './types.ts'

const HEAD = /^[0-9a-f]{16} (mta|mda) (?:event=)?delivery evpid=([0-9a-f]{16}) from=(?=<)/
const REMOTE =
  /^ source="[^"]{0,300}" relay="([^"]{0,300})" delay=\S{1,30} result="(Ok|TempFail|PermFail|Loop)" stat="/
const LOCAL = /^ user=\S{1,100} delay=\S{1,30} result=(Ok|TempFail|PermFail) stat=/

export const OPENSMTPD: MtaLog = {
  mta: 'opensmtpd',
  createReader: (tools) => new OpenSmtpdReader(tools),
  recognises: (line) => {
    const header = readSyslog(line)
    return header?.program === 'smtpd' && /^[0-9a-f]{16} (?:smtp|mta|mda) /.test(header.text)
  },
}

class OpenSmtpdReader implements LineReader {
  readonly #tools: LogTools

  constructor(tools: LogTools) {
    this.#tools = tools
  }

  read(line: string): readonly LogItem[] {
    const header = readSyslog(line)
    if (header?.program !== 'smtpd') return NOTHING
    const head = HEAD.exec(header.text)
    if (head === null) return NOTHING
    const [whole, agent, queueId] = head
    const names = readNames(header.text, whole.length)
    if (names === undefined || isNullSender(names.from)) return NOTHING
    const result = readResult(header.text.slice(names.next), agent === 'mta')
    if (result === undefined) return NOTHING
    const isPassed = result.kind === 'delivered' &&
      isHandedOn(this.#tools, result.remoteMta ?? '', result.reply ?? '')
    if (isPassed) return NOTHING
    return itemsOf({
      mta: 'opensmtpd', time: this.#tools.timeOf(header.stamp), host: header.host, queueId,
      finalRecipient: names.to, originalRecipient: names.wasFor, envelopeSender: names.from,
      lines: [line], ...result,
    })
  }

  save(): unknown {
    return null
  }

  load(): void {
    // Each line tells all.
  }
}

/** `<sender> to=<address> rcpt=<what the sender used, or ->`. */
function readNames(text: string, at: number): {
  readonly from: string; readonly to: string; readonly wasFor: string | undefined
  readonly next: number
} | undefined {
  const from = readBracketed(text, at)
  if (from === undefined || !text.startsWith(' to=', from.next)) return undefined
  const to = readBracketed(text, from.next + 4)
  if (to === undefined) return undefined
  const hasOriginal = text.startsWith(' rcpt=', to.next)
  const original = hasOriginal ? readBracketed(text, to.next + 6) : undefined
  const isSame = original?.address === '-' || original?.address === to.address
  return {
    from: from.address, to: to.address, wasFor: isSame ? undefined : original?.address,
    next: original?.next ?? to.next,
  }
}

function readResult(text: string, isRemote: boolean): Pick<
  Told, 'kind' | 'remoteMta' | 'reply' | 'replyType' | 'command'
> | undefined {
  const match = (isRemote ? REMOTE : LOCAL).exec(text)
  if (match === null) return undefined
  const [whole] = match
  const relay = isRemote ? match[1] : undefined
  const outcome = isRemote ? match[2] : match[1]
  const end = isRemote && text.endsWith('"') ? text.length - 1 : text.length
  const reply = text.slice(whole.length, Math.max(whole.length, end))
  const isReply = /^[245]\d\d[- ]/.test(reply)
  return {
    kind: outcome === 'Ok' ? 'delivered' : outcome === 'TempFail' ? 'delayed' : 'failed',
    remoteMta: relay === undefined ? undefined : hostOf(relay),
    reply, replyType: isReply ? 'smtp' : 'x-opensmtpd',
    command: readCommand(reply.slice(0, 300)),
  }
}

/** `203.0.113.25 (mx1.example.net)`. */
function hostOf(relay: string): string {
  const match = /^(\S{1,200}) \((\S{1,255})\)$/.exec(relay)
  return match?.[2] ?? relay
}
