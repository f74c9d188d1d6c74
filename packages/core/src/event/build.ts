// From a report and its verdicts to events: the public record and its id.

import type { EventKind, RecipientReport, Report } from '../report/types.ts'
import type { Permanence, Reason, Verdict } from '../rules/types.ts'
import { contentKey } from '../text/sha256.ts'
import type { CaromEvent, EventSource } from './types.ts'

/** What an event of a kind that is no failure says, whatever codes it quotes (G14). */
const REASON_OF_KIND: Readonly<Record<Exclude<EventKind, 'failed'>, Reason>> = {
  delayed: 'delayed',
  delivered: 'delivered',
  relayed: 'delivered',
  expanded: 'delivered',
  complaint: 'complaint',
  unsubscribe: 'complaint',
  'auth-report': 'auth-failure',
  'auto-reply': 'auto-reply',
  challenge: 'challenge',
  receipt: 'delivered',
  'list-notice': 'auto-reply',
  echo: 'list-suppressed',
  engaged: 'delivered',
}

/** Whether a reason is the whole of what a report of that kind says. */
export function isKind(reason: Reason): reason is Reason & EventKind {
  return REASON_OF_KIND[reason as keyof typeof REASON_OF_KIND] === reason
}

/** What says no more of a delay than that it is one. */
const NO_CAUSES: ReadonlySet<Reason> =
  new Set(['unknown', 'delayed', 'delivered', 'auto-reply', 'challenge', 'complaint'])

/** How sure a reason is that follows from the kind of the report: it is read, not judged. */
const STATED = 1

/** What a report claims by its kind alone: a failure is final where it does not say otherwise. */
const PERMANENCE_OF_KIND: Readonly<Partial<Record<EventKind, Permanence>>> = {
  failed: 'permanent', delayed: 'transient',
}

/** A recipient as reported, its verdict, and the text that was judged. */
export type JudgedRecipient = {
  readonly report: RecipientReport
  readonly recipient: string | undefined
  readonly verdict: Verdict
  readonly diagnostic: string | undefined
}

type Context = {
  readonly source: EventSource
  /** The report's own Date, ISO 8601. */
  readonly date: string | undefined
  readonly messageId: string | undefined
  readonly problems: readonly string[]
}

// A field is set only where it is known: one that was set and deleted would make the object slow to
// read and to write out.
type Draft = { -readonly [K in keyof CaromEvent]?: CaromEvent[K] }

/** The event of one recipient. */
export function buildEvent(report: Report, judged: JudgedRecipient, context: Context): CaromEvent {
  const { report: reported, verdict, recipient } = judged
  const draft: Draft = {
    schema: 'carom/1', id: eventId(report, judged, context),
    kind: kindOf(reported.kind, verdict),
  }
  if (recipient !== undefined) draft.recipient = recipient
  if (reported.originalRecipient !== undefined) {
    draft.originalRecipient = reported.originalRecipient
  }
  if (reported.finalRecipient !== undefined) draft.finalRecipient = reported.finalRecipient
  addJudgement(draft, draft.kind as EventKind, verdict)
  if (report.isRetold === true) {
    // Nothing counts that a person wrote or could have changed; whoever reads it learns the reason.
    draft.remedy = 'none'
    draft.bounceType = null
  }
  addReply(draft, judged)
  addReport(draft, report, reported, context)
  draft.because = verdict.because
  if (context.problems.length > 0) draft.problems = context.problems
  draft.source = context.source
  return draft as CaromEvent
}

/** Rules of sending platforms that refuse what they have suppressed themselves. */
const OWN_SUPPRESSIONS = /^(?:ses|senders)\//

/** A platform that did not even try repeats an earlier failure: that is an echo, no new one. */
function kindOf(kind: EventKind, { reason, because }: Verdict): EventKind {
  const isEcho = kind === 'failed' && reason === 'list-suppressed'
    && OWN_SUPPRESSIONS.test(because[0]?.rule ?? '')
  return isEcho ? 'echo' : kind
}

function addJudgement(draft: Draft, kind: EventKind, verdict: Verdict): void {
  const isFailure = kind === 'failed'
  draft.reason = isFailure ? verdict.reason : REASON_OF_KIND[kind]
  if (kind === 'delayed' && !NO_CAUSES.has(verdict.reason)) draft.cause = verdict.reason
  draft.permanence = verdict.permanence === 'unknown'
    ? (PERMANENCE_OF_KIND[kind] ?? 'unknown') : verdict.permanence
  draft.remedy = isFailure ? verdict.remedy : 'none'
  draft.scope = verdict.scope
  draft.bounceType = isFailure ? verdict.bounceType : null
  draft.confidence = isFailure ? verdict.confidence : STATED
}

function addReply(draft: Draft, { verdict, report, diagnostic }: JudgedRecipient): void {
  const command = verdict.command ?? report.command
  if (verdict.replyCode !== undefined) draft.replyCode = verdict.replyCode
  if (verdict.enhancedCode !== undefined) draft.enhancedCode = verdict.enhancedCode
  if (command !== undefined) draft.command = command
  if (diagnostic !== undefined && diagnostic !== '') draft.diagnostic = diagnostic
  if (verdict.provider !== undefined) draft.provider = verdict.provider
  if (verdict.blocklist !== undefined) draft.blocklist = verdict.blocklist
  if (verdict.retryAfterSeconds !== undefined) draft.retryAfterSeconds = verdict.retryAfterSeconds
}

function addReport(
  draft: Draft, report: Report, reported: RecipientReport, { date }: Context,
): void {
  const occurredAt = reported.lastAttemptDate ?? date
  const feedbackType = report.feedback?.feedbackType
  if (report.reporter !== undefined) draft.reporter = report.reporter
  if (report.reportingMta !== undefined) draft.reportingMta = report.reportingMta
  if (reported.remoteMta !== undefined) draft.remoteMta = reported.remoteMta
  if (occurredAt !== undefined) draft.occurredAt = occurredAt
  if (report.arrivalDate !== undefined) draft.arrivalDate = report.arrivalDate
  if (reported.willRetryUntil !== undefined) draft.willRetryUntil = reported.willRetryUntil
  if (report.envelopeId !== undefined) draft.envelopeId = report.envelopeId
  if (report.original !== undefined) draft.original = report.original
  if (feedbackType !== undefined) draft.feedbackType = feedbackType
  if (report.vendor !== undefined) draft.vendor = report.vendor
}

/**
 * The same report gives the same id whichever way it came in: nothing of the transport is part of
 * it, nor the time of receipt. Two reports of different messages or recipients never share one.
 */
function eventId(
  report: Report, judged: JudgedRecipient, { messageId, date }: Context,
): string {
  const { report: reported, verdict } = judged
  const { vendor, logKey } = report
  if (logKey !== undefined) return contentKey(`log\n${logKey}`)
  if (vendor?.eventId !== undefined) {
    return contentKey(
      ['vendor', vendor.name, vendor.eventId, judged.recipient ?? '', reported.kind].join('\n'))
  }
  const original = report.original?.messageId ?? ''
  const ids = `${messageId ?? ''}\n${original}\n${report.envelopeId ?? ''}`
  // Without any name, the time tells one failure from the next.
  const at = reported.lastAttemptDate ?? date
  const names = ids.trim() === '' && at !== undefined ? `at ${at}` : ids
  const status = reported.status ?? verdict.enhancedCode ?? ''
  const said = `${status}\n${reported.remoteMta ?? ''}\n${judged.diagnostic ?? ''}`
  return contentKey(`${names}\n${judged.recipient ?? ''}\n${reported.kind}\n${said}`)
}
