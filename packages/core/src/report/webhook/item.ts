// From what a vendor says about one recipient to a report: the server's own words as a
// Diagnostic-Code, so that the engine judges them, and the vendor's judgement beside it.

import { parseEnhancedCode } from '../../smtp/enhanced-code.ts'
import { readCommand, type SmtpCommand } from '../../smtp/command.ts'
import { readTypedValue } from '../addresses.ts'
import { bareMessageId } from '../original.ts'
import type { EventKind, OriginalMessage, RecipientReport, Report, VendorFacts } from '../types.ts'
import type { WebhookItem } from './types.ts'

/** What a vendor's event says, in our words; everything but the kind may be absent. */
export type VendorEvent = {
  kind: EventKind
  recipient?: string | undefined
  /** The words of the server that refused, with or without `smtp;` in front. */
  reply?: string | undefined
  /** Three digits and enhanced code, where the vendor sends them apart from the words. */
  replyCode?: number | undefined
  enhancedCode?: string | undefined
  /** What the vendor says where the server said nothing. */
  prose?: string | undefined
  /** The code that the vendor's class stands for: used only where neither code nor words came. */
  classCode?: string | undefined
  /** A command as `RCPT TO:<…>` or a text that names one. */
  command?: string | undefined
  remoteMta?: string | undefined
  reportingMta?: string | undefined
  date?: string | undefined
  willRetryUntil?: string | undefined
  eventId?: string | undefined
  vendorMessageId?: string | undefined
  /** The Message-ID of RFC 5322, with or without brackets. */
  messageId?: string | undefined
  from?: string | undefined
  subject?: string | undefined
  verdict?: Loose<NonNullable<VendorFacts['verdict']>> | undefined
  campaign?: string | undefined
  tags?: string[] | undefined
  metadata?: Record<string, string> | undefined
  subaccount?: string | undefined
  feedbackType?: string | undefined
  problems?: readonly string[] | undefined
}

type Loose<T> = { [K in keyof T]?: T[K] | undefined }

/** The report of one event. A recipient that nothing names is a problem, not a guess. */
export function toItem(vendor: string, event: VendorEvent): WebhookItem {
  const problems = [...event.problems ?? []]
  const isNamed = event.recipient !== undefined
  if (!isNamed && !problems.includes('recipient-ambiguous')) problems.push('recipient-missing')
  const report: Report = {
    format: 'webhook', recipients: [toRecipient(event, problems)], problems,
  }
  const original = toOriginal(event)
  if (event.reportingMta !== undefined) report.reportingMta = event.reportingMta
  if (original !== undefined) report.original = original
  if (event.feedbackType !== undefined) {
    report.feedback = { feedbackType: event.feedbackType.toLowerCase() }
  }
  report.vendor = toVendorFacts(vendor, event)
  return event.date === undefined ? { report } : { report, date: event.date }
}

function toRecipient(event: VendorEvent, problems: string[]): RecipientReport {
  const recipient: RecipientReport = { kind: event.kind }
  if (event.recipient !== undefined) recipient.finalRecipient = event.recipient
  const enhanced = readStatus(event.enhancedCode)
  const reply = toReply(event, enhanced)
  if (reply !== undefined) recipient.diagnosticCode = reply
  const isSilent = reply === undefined || !WORDS.test(reply.text)
  if (enhanced !== undefined) recipient.status = enhanced
  else if (reply === undefined && event.classCode !== undefined && FAULTS.has(event.kind)) {
    recipient.status = event.classCode
    problems.push('status-from-class')
  }
  if (isSilent && event.prose !== undefined) recipient.humanText = event.prose
  const command = commandOf(event.command)
  if (command !== undefined) recipient.command = command
  if (event.remoteMta !== undefined) recipient.remoteMta = event.remoteMta
  if (event.willRetryUntil !== undefined) recipient.willRetryUntil = event.willRetryUntil
  return recipient
}

/** Kinds of which a code says something. */
const FAULTS: ReadonlySet<EventKind> = new Set(['failed', 'delayed'])
/** Letters of any script. */
const WORDS = /[A-Za-z]{3}|[^\x00-\x7f]{2}/

function toReply(
  event: VendorEvent, enhanced: string | undefined,
): { type: string; text: string } | undefined {
  const { reply, replyCode } = event
  const hasCode = replyCode !== undefined && replyCode >= 200 && replyCode <= 599
  if (reply === undefined) {
    return hasCode ? { type: 'smtp', text: withCode(replyCode, enhanced, '') } : undefined
  }
  const { type = 'smtp', text } = readTypedValue(reply)
  // Without a space or a digit behind it, what looks like a type is the reply's own first word.
  const isTyped = type === 'smtp' || type.startsWith('x-') || type === 'dns'
  const words = isTyped ? text : reply
  if (words === '') return undefined
  const isWhole = !hasCode || words.includes(String(replyCode))
  const whole = isWhole ? words : withCode(replyCode, enhanced, words)
  return { type: isTyped ? type : 'smtp', text: whole }
}

function withCode(replyCode: number, enhanced: string | undefined, words: string): string {
  const code = String(replyCode)
  if (enhanced === undefined || words.startsWith(enhanced)) return `${code} ${words}`.trimEnd()
  return `${code} ${enhanced} ${words}`.trimEnd()
}

/** An enhanced code and nothing else: some vendors put three digits or words where it should be. */
function readStatus(value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  const code = /^[245]\.\d{1,3}\.\d{1,3}$/.exec(value.trim())?.[0]
  return code === undefined || parseEnhancedCode(code) === undefined ? undefined : code
}

const COMMANDS: readonly (readonly [string, SmtpCommand])[] = [
  ['RCPT', 'RCPT'], ['MAIL', 'MAIL'], ['DATA', 'DATA'], ['.', 'DATA'], ['BDAT', 'DATA'],
  ['EHLO', 'EHLO'], ['HELO', 'EHLO'], ['LHLO', 'EHLO'], ['STARTTLS', 'STARTTLS'], ['AUTH', 'AUTH'],
  ['CONNECT', 'CONNECT'], ['QUIT', 'QUIT'],
]

function commandOf(text: string | undefined): SmtpCommand | undefined {
  if (text === undefined) return undefined
  const upper = text.toUpperCase()
  return COMMANDS.find(([name]) => upper.startsWith(name))?.[1] ?? readCommand(text)
}

function toOriginal(event: VendorEvent): OriginalMessage | undefined {
  const original: OriginalMessage = {}
  const messageId = bareMessageId(event.messageId)
  if (messageId !== undefined) original.messageId = messageId
  if (event.from !== undefined) original.from = event.from
  if (event.subject !== undefined) original.subject = event.subject
  return Object.keys(original).length === 0 ? undefined : original
}

function toVendorFacts(name: string, event: VendorEvent): VendorFacts {
  const facts: VendorFacts = { name }
  if (event.eventId !== undefined) facts.eventId = event.eventId
  if (event.vendorMessageId !== undefined) facts.messageId = event.vendorMessageId
  const verdict = Object.fromEntries(
    Object.entries(event.verdict ?? {}).filter(([, value]) => value !== undefined))
  if (Object.keys(verdict).length > 0) facts.verdict = verdict
  if (event.campaign !== undefined) facts.campaign = event.campaign
  if (event.tags !== undefined) facts.tags = event.tags
  if (event.metadata !== undefined) facts.metadata = event.metadata
  if (event.subaccount !== undefined) facts.subaccount = event.subaccount
  return facts
}

/** One id of several parts, where the vendor has none that is unique; undefined without any. */
export function joinId(...parts: readonly (string | undefined)[]): string | undefined {
  return parts.every((part) => part === undefined)
    ? undefined : parts.map((part) => part ?? '').join('|')
}

/**
 * Whom an event is about when the vendor names all addressees: one is certain, of several nobody
 * is, and to blame all of them would suppress those who got the mail.
 */
export function soleRecipient(addresses: readonly string[]): Partial<VendorEvent> {
  if (addresses.length <= 1) return { recipient: addresses[0] }
  return {
    problems: ['recipient-ambiguous'],
    metadata: { recipients: addresses.slice(0, 20).join(', ') },
  }
}

/**
 * The text where it quotes a server by its codes; undefined where a vendor explains its own class,
 * which tells no more than the class does.
 */
export function quotedReply(value: string | undefined): string | undefined {
  return value !== undefined && QUOTES.test(value) ? value : undefined
}

const QUOTES = /(?:^|[^\d.])[45]\d\d[ -]|\b[45]\.\d{1,3}\.\d{1,3}\b/
