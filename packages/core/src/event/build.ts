// From a report and its verdicts to events: the public record and its id.

import type { EventKind, RecipientReport, Report } from '../report/types.ts'
import type { Permanence, Reason, Verdict } from '../rules/types.ts'
import { contentKey } from './sha256.ts'
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
}

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

type Draft = { -readonly [K in keyof CaromEvent]?: CaromEvent[K] | undefined }

/** The event of one recipient. `date` is the report's own Date, ISO 8601. */
export function buildEvent(
  report: Report, judged: JudgedRecipient, context: {
    source: EventSource; date: string | undefined; messageId: string | undefined
    problems: readonly string[]
  },
): CaromEvent {
  const { verdict, report: reported } = judged
  const { kind } = reported
  const isFailure = kind === 'failed'
  const draft: Draft = {
    schema: 'carom/1',
    id: eventId(report, judged, context.messageId),
    kind,
    recipient: judged.recipient,
    originalRecipient: reported.originalRecipient,
    finalRecipient: reported.finalRecipient,
    reason: isFailure ? verdict.reason : REASON_OF_KIND[kind],
    permanence:
      verdict.permanence === 'unknown'
        ? (PERMANENCE_OF_KIND[kind] ?? 'unknown')
        : verdict.permanence,
    remedy: isFailure ? verdict.remedy : 'none',
    scope: verdict.scope,
    bounceType: isFailure ? verdict.bounceType : null,
    confidence: isFailure ? verdict.confidence : STATED,
    replyCode: verdict.replyCode,
    enhancedCode: verdict.enhancedCode,
    command: verdict.command ?? reported.command,
    diagnostic: judged.diagnostic === '' ? undefined : judged.diagnostic,
    provider: verdict.provider,
    blocklist: verdict.blocklist,
    retryAfterSeconds: verdict.retryAfterSeconds,
    reporter: report.reporter,
    reportingMta: report.reportingMta,
    remoteMta: reported.remoteMta,
    occurredAt: reported.lastAttemptDate ?? context.date,
    arrivalDate: report.arrivalDate,
    willRetryUntil: reported.willRetryUntil,
    envelopeId: report.envelopeId,
    original: report.original,
    feedbackType: report.feedback?.feedbackType,
    because: verdict.because,
    problems: context.problems.length === 0 ? undefined : context.problems,
    source: context.source,
  }
  for (const key of Object.keys(draft) as (keyof Draft)[]) {
    if (draft[key] === undefined) delete draft[key]
  }
  return draft as CaromEvent
}

/**
 * The same report gives the same id whichever way it came in: nothing of the transport is part of
 * it, nor the time of receipt. Two reports of different messages or recipients never share one.
 */
function eventId(report: Report, judged: JudgedRecipient, messageId: string | undefined): string {
  const { report: reported, verdict } = judged
  return contentKey([
    messageId, report.original?.messageId, report.envelopeId, judged.recipient, reported.kind,
    reported.status ?? verdict.enhancedCode, reported.remoteMta, judged.diagnostic,
  ].map((field) => field ?? '').join('\n'))
}
