// From what a reader has found out to a LogItem.

import type { SmtpCommand } from '../../smtp/command.ts'
import { REPLY_CHARS_MAX } from '../../text/limits.ts'
import type { EventKind, RecipientReport, Report } from '../types.ts'
import { LINE_CHARS_MAX } from './limits.ts'
import type { LogItem, LogMta } from './types.ts'

export type Told = {
  readonly mta: LogMta
  readonly kind: EventKind
  /** Milliseconds since 1970, NaN where unknown. */
  readonly time: number
  readonly host?: string | undefined
  readonly queueId?: string | undefined
  readonly finalRecipient?: string | undefined
  readonly originalRecipient?: string | undefined
  /** `5.1.1`; x.0.0 says nothing and is left out. */
  readonly status?: string | undefined
  readonly remoteMta?: string | undefined
  readonly command?: SmtpCommand | undefined
  /** What the other server, or the MTA itself, said. */
  readonly reply?: string | undefined
  /** `smtp` for a server's reply, `x-…` for the MTA's own words. */
  readonly replyType?: string | undefined
  /** The MTA's own words beside a reply. */
  readonly comment?: string | undefined
  readonly messageId?: string | undefined
  readonly envelopeSender?: string | undefined
  readonly envelopeId?: string | undefined
  readonly lines: readonly string[]
  readonly problems?: readonly string[]
}

/** The item; undefined where nobody is named. */
export function makeItem(told: Told): LogItem | undefined {
  const { mta, kind, time } = told
  if ((told.finalRecipient ?? told.originalRecipient ?? '') === '') return undefined
  const date = dateOf(time)
  const address = told.finalRecipient ?? told.originalRecipient
  const isVague = told.queueId === undefined || date === undefined
  let key = `${mta} ${told.host ?? ''} ${told.queueId ?? ''} ${date ?? ''} ${kind} ${address}`
  if (told.originalRecipient !== undefined) key += ` ${told.originalRecipient}`
  // Without a queue id or a stamp nothing else tells two of them apart.
  if (isVague) key += ` ${told.messageId ?? ''} ${told.reply ?? ''}`
  const report = reportOf(told, key)
  const isLong = told.lines.some((line) => line.length > LINE_CHARS_MAX)
  const lines = isLong ? told.lines.map((line) => line.slice(0, LINE_CHARS_MAX)) : told.lines
  return { report, ...(date === undefined ? {} : { date }), lines, key }
}

/** As many items as there are. */
export function itemsOf(...told: readonly Told[]): readonly LogItem[] {
  const [first] = told
  if (first === undefined || told.length > 1) return told.flatMap((one) => makeItem(one) ?? [])
  const item = makeItem(first)
  return item === undefined ? NOTHING : [item]
}

let lastTime = Number.NaN
let lastDate: string | undefined

/** Lines of one second come together. */
function dateOf(time: number): string | undefined {
  if (!Number.isFinite(time)) return undefined
  if (time !== lastTime) {
    lastDate = new Date(time).toISOString()
    lastTime = time
  }
  return lastDate
}

const STATUS = /^[245]\.\d{1,3}\.\d{1,3}$/

/** Nothing told: most lines. */
export const NOTHING: readonly LogItem[] = []

function reportOf(told: Told, logKey: string): Report {
  const report: Report = {
    format: 'log', reporter: told.mta, recipients: [recipientOf(told)], logKey,
    problems: [...(told.problems ?? [])],
  }
  if (told.host !== undefined && told.host !== '') report.reportingMta = told.host
  if (told.envelopeSender !== undefined) report.envelopeSender = told.envelopeSender
  if (told.envelopeId !== undefined && told.envelopeId !== '') report.envelopeId = told.envelopeId
  if (told.messageId !== undefined && told.messageId !== '') {
    report.original = { messageId: told.messageId }
  }
  return report
}

function recipientOf(told: Told): RecipientReport {
  const recipient: RecipientReport = { kind: told.kind }
  const { originalRecipient, finalRecipient, status, remoteMta, command, queueId } = told
  if (originalRecipient !== undefined && originalRecipient !== '') {
    recipient.originalRecipient = originalRecipient
  }
  if (finalRecipient !== undefined && finalRecipient !== '') {
    recipient.finalRecipient = finalRecipient
  }
  if (status !== undefined && STATUS.test(status) && !status.endsWith('.0.0')) {
    recipient.status = status
  }
  if (remoteMta !== undefined && remoteMta !== '') recipient.remoteMta = remoteMta
  if (command !== undefined) recipient.command = command
  if (queueId !== undefined && queueId !== '') recipient.finalLogId = queueId
  if (told.reply !== undefined && told.reply !== '') {
    const text = clean(told.reply).slice(0, REPLY_CHARS_MAX)
    recipient.diagnosticCode = { type: told.replyType ?? 'smtp', text }
  }
  if (told.comment !== undefined) recipient.humanText = clean(told.comment)
  return recipient
}

/** Control characters, and how rsyslog writes them (`#012`), become spaces. */
function clean(text: string): string {
  return text.replace(/#0(?:11|12|15)|[\x00-\x1f\x7f]/g, ' ').trim()
}
