// The engine put together: bytes or reply text in, events and verdicts out.

import { createClassifier, type Classifier, type ReplyInput } from './classify/classify.ts'
import type { ReplyReading } from './classify/explain.ts'
import {
  createOperatorJudge, type OperatorJudge, type OperatorRule,
} from './classify/operator-rules.ts'
import { collectEvidence, type Evidence } from './evidence/replies.ts'
import { buildEvent, isKind, type JudgedRecipient } from './event/build.ts'
import type { CaromEvent, EventSource } from './event/types.ts'
import { KNOWLEDGE } from './knowledge.ts'
import { parseMessage } from './message/parse.ts'
import type { Message } from './message/types.ts'
import { readDate } from './report/date.ts'
import { Letter } from './report/letter.ts'
import { makeNotice } from './report/notice.ts'
import { readAsTold } from './report/plain/read.ts'
import { readReport, type ReadOptions } from './report/read.ts'
import type { RecipientReport, Report } from './report/types.ts'
import { MODEL } from './rules/model.ts'
import { reasonTraits } from './rules/reason-traits.ts'
import type { Reason, Verdict } from './rules/types.ts'
import { normalizeAddress } from './smtp/address.ts'
import { REPLY_CHARS_MAX } from './text/limits.ts'

/** What was read from one message. */
export type ReadResult = {
  /** One event per recipient; empty where the message is no report at all. */
  readonly events: readonly CaromEvent[]
  /** What was damaged or cut in the input. */
  readonly problems: readonly string[]
}

/** Reads bounces and judges replies; make one and use it for everything. */
export type Engine = {
  /** Reads one message and judges what it reports. Never throws on any bytes. */
  readonly readMessage: (
    bytes: Uint8Array, source?: EventSource, options?: ReadOptions,
  ) => ReadResult
  /**
   * Judges what a webhook or a log line reported, one event per recipient. `date` (ISO 8601) is
   * when it happened, where no recipient has a date of its own.
   */
  readonly judgeReport: (
    report: Report, source: EventSource, date?: string,
  ) => readonly CaromEvent[]
  /** Judges one reply text. Never throws on any text. */
  readonly classify: (input: ReplyInput) => Verdict
  /** Judges one reply text and says what the verdict rests on. Never throws on any text. */
  readonly explain: (input: ReplyInput) => ReplyReading
  /** The same engine with other rules of operators; costs next to nothing. */
  readonly withRules: (rules: readonly OperatorRule[]) => Engine
}

export type EngineOptions = {
  /** Made by others, for measuring. */
  readonly classifier?: Classifier
  /** Judge before all other knowledge; checked by `checkOperatorRules`. */
  readonly rules?: readonly OperatorRule[]
}

export function createEngine(
  { classifier: given, rules = [] }: EngineOptions = {},
): Engine {
  const base = given ?? createClassifier({ ...KNOWLEDGE, model: MODEL })
  const classifier = rules.length === 0
    ? base : withRules(base, createOperatorJudge(rules, reasonTraits))
  return {
    readMessage: (bytes, source = { type: 'bytes' }, options = {}) =>
      readMessage(classifier, bytes, source, options),
    judgeReport: (report, source, date) => judgeReport(classifier, report, {
      source, date, messageId: undefined, problems: report.problems,
    }),
    classify: (input) => classifier.classify(checkInput(input)),
    explain: (input) => classifier.explain(checkInput(input)),
    withRules: (others) => createEngine({ classifier: base, rules: others }),
  }
}

type Judges = Pick<Classifier, 'classify' | 'explain'> & {
  /** Undefined where no rule of an operator fits. */
  readonly byRule?: (input: ReplyInput) => Verdict | undefined
}

function withRules({ classify, explain }: Classifier, judge: OperatorJudge): Judges {
  const byRule = (input: ReplyInput): Verdict | undefined => judge(input, classify(input))
  return {
    byRule,
    classify: (input) => byRule(input) ?? classify(input),
    explain: (input) => {
      const reading = explain(input)
      const verdict = judge(input, reading.verdict)
      return verdict === undefined ? reading : { ...reading, verdict, deciding: [] }
    },
  }
}

/** Callers without types are told of a forgotten text where they stand, not deep inside. */
function checkInput(input: ReplyInput): ReplyInput {
  if (typeof input?.text === 'string') return input
  throw new TypeError('classify and explain want an object with a text')
}

/** From this confidence, more than a code alone has, the human text is not asked any more. */
const BELIEVED = 0.76
/** How much surer the human text must be to win over the Diagnostic-Code. */
const SURER = 0.08
/** Reasons that only sum up: a named cause elsewhere in the report is the better answer. */
const SUMMARIES = new Set<Reason>(['unknown', 'expired', 'delayed'])
/** What a named cause must be worth to win over a summary: a guess is no better answer. */
const NAMED_CAUSE_MIN = 0.4

function readMessage(
  classifier: Judges, bytes: Uint8Array, source: EventSource, options: ReadOptions,
): ReadResult {
  const message = parseMessage(bytes)
  const report = readReport(message, options) ?? readByRule(classifier, message, options)
  if (report === undefined) return { events: [], problems: message.problems }
  const date = message.header('date')
  const context = {
    source,
    date: date === undefined ? undefined : readDate(date),
    messageId: message.header('message-id'),
    problems: [...new Set([...message.problems, ...report.problems])],
  }
  return { events: judgeReport(classifier, report, context), problems: context.problems }
}

/** What is no report to any reader is what the operator's rule that fits its words says. */
function readByRule(
  { byRule }: Judges, message: Message, { headers = [] }: ReadOptions,
): Report | undefined {
  if (byRule === undefined || message.fieldCount === 0) return undefined
  const letter = new Letter(message)
  const said = `${letter.subject}\n${letter.human.text}`.slice(0, REPLY_CHARS_MAX)
  const reason = byRule({ text: said })?.reason
  if (reason === undefined) return undefined
  const report = reason === 'auto-reply' || reason === 'challenge' ? makeNotice(letter, reason)
    : readAsTold(letter, headers, isKind(reason) ? reason : 'failed')
  for (const recipient of report.recipients) recipient.surroundings = said
  return report
}

function judgeReport(
  classifier: Judges, report: Report, context: Parameters<typeof buildEvent>[2],
): readonly CaromEvent[] {
  return report.recipients.map((recipient) =>
    buildEvent(report, judgeRecipient(classifier, recipient), context))
}

function judgeRecipient(classifier: Judges, reported: RecipientReport): JudgedRecipient {
  const address = reported.originalRecipient ?? reported.finalRecipient
  const recipient = address === undefined ? undefined : normalizeAddress(address)
  const all = collectEvidence(reported)
  let best = classifier.byRule === undefined ? undefined : judgeByRule(classifier.byRule, all)
  for (const evidence of best === undefined ? all : []) {
    const { asideFrom } = evidence
    if (asideFrom !== undefined && best?.verdict.reason !== 'unknown') break
    const verdict = classifier.classify(evidence)
    if (asideFrom !== undefined && verdict.confidence < asideFrom) break
    if (best === undefined || isBetter(verdict, best.verdict)) best = { evidence, verdict }
    if (best.verdict.confidence >= BELIEVED && !SUMMARIES.has(best.verdict.reason)) break
  }
  const { evidence, verdict } = best as { evidence: Evidence; verdict: Verdict }
  // Prose in which only the code of the Status said anything is no diagnostic.
  const isSilent = evidence.part === 'human-text' && verdict.because[0]?.part === 'enhanced-code'
    && verdict.because[0].span[1] === 0
  const diagnostic = isSilent ? undefined : verdict.readAs ?? evidence.text
  return { report: reported, recipient, verdict, diagnostic }
}

type Judged = { readonly evidence: Evidence; readonly verdict: Verdict }

function judgeByRule(
  byRule: NonNullable<Judges['byRule']>, all: readonly Evidence[],
): Judged | undefined {
  for (const evidence of all) {
    // What a rule decides does not depend on what the report is about.
    const verdict = byRule({ ...evidence, failed: undefined })
    if (verdict !== undefined) return { evidence, verdict }
  }
  return undefined
}

function isBetter(verdict: Verdict, than: Verdict): boolean {
  if (SUMMARIES.has(than.reason) && !SUMMARIES.has(verdict.reason)) {
    return than.reason === 'unknown' || verdict.confidence >= NAMED_CAUSE_MIN
  }
  if (SUMMARIES.has(verdict.reason)) return false
  return verdict.confidence > than.confidence + SURER
}
