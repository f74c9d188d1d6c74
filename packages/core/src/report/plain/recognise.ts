// Whether a message without a machine part is a report at all, and of what: signs in its header,
// its subject and its words are weighed (RFC 5321 §4.5.5, RFC 3834 §5). Codes alone prove nothing.

import type { ReporterRules } from '../../rules/reporters/types.ts'
import type { Letter } from '../letter.ts'
import type { EventKind } from '../types.ts'
import { listsFailed } from './failure-list.ts'
import { scanPhrases, type PhraseHit } from './phrases.ts'
import { withoutNegated, type HumanText } from './scan.ts'
import {
  ANYWHERE,
  CAUSE,
  DELAYED,
  DELIVERED,
  FAILED,
  FINAL,
  INBOUND,
  LATE,
  OTHER_MAIL,
  QUOTED,
  wordingIndex,
} from './wording.ts'

/** Weight at which a message is taken for a report. */
const ENOUGH = 4
/** Characters of the human part in which it must say what it is about. */
const OPENING_CHARS = 3_000
/** What the words, the reporter and the returned message can weigh together. */
const TEXT_WEIGHT_MAX = 5

/** What header and subject say, before anything else is read. */
export type OuterSigns = {
  readonly weight: number
  /** Wordings in the subject. */
  readonly subject: number
  /** Sender or subject are those of a mail system. */
  readonly isMailSystem: boolean
}

export function weighOutside(letter: Letter): OuterSigns {
  const subject = subjectBits(letter.subject)
  const weight =
    senderWeight(letter) + subjectWeight(subject, letter.subject) - againstWeight(letter)
  const isMailSystem = letter.isFromDaemon || letter.isFromNobody || (subject & FAILED) !== 0
  return { weight, subject, isMailSystem }
}

/** False where no text could make it a report: then the text need not be read. */
export function mayBeReport(outside: OuterSigns): boolean {
  return outside.weight + TEXT_WEIGHT_MAX >= ENOUGH
}

/** The kind of report; undefined where it is none. */
export function kindOfReport(
  letter: Letter,
  outside: OuterSigns,
  reporter: ReporterRules | undefined,
): EventKind | undefined {
  const human = letter.human.scanned
  const inText = openingBits(human)
  const weight =
    outside.weight +
    textWeight(letter, inText | (outside.subject & INBOUND)) +
    (reporter === undefined ? 0 : 2) +
    listWeight(letter, human) +
    (human.end < human.text.length ? 1 : 0)
  return weight < ENOUGH ? undefined : kindOf(outside.subject, inText)
}

/** Names below a sentence that something failed; whoever answers to nobody has no newsletter. */
function listWeight(letter: Letter, human: HumanText): number {
  const weight = opensAsFailure(letter.subject) ? 2 : letter.isFromNobody ? 1 : 0
  return weight > 0 && listsFailed(human) ? weight : 0
}

/** A cause alone says little, but more in the mouth of a mail system. */
function textWeight(letter: Letter, bits: number): number {
  // What a filter kept from its own user; a report goes to who sent the message.
  if ((bits & INBOUND) !== 0 && !letter.isFromNobody) return -3
  if ((bits & (FAILED | DELAYED | LATE | DELIVERED)) !== 0) return 2
  const isFromSystem = letter.isFromDaemon || letter.isFromNobody
  return (bits & (CAUSE | QUOTED)) !== 0 && isFromSystem ? 1 : 0
}

/** True where subject or words say that the message is late, not lost. */
export function isDelayNotice(subject: string, human: HumanText): boolean {
  const title = subjectBits(subject)
  return kindOf((title & DELAYED) === 0 ? 0 : title, openingBits(human)) === 'delayed'
}

function openingBits({ hits }: HumanText): number {
  let bits = 0
  for (const hit of hits) {
    if (hit.from >= OPENING_CHARS) break
    bits |= hit.bits
  }
  return bits
}

/**
 * What a subject says. Where it begins with a failure or a delay the rest is the subject of the
 * message that bounced: `Undeliverable: Automatic reply: …`.
 */
function subjectBits(subject: string): number {
  let bits = 0
  for (const hit of subjectHits(subject)) bits |= hit.bits & ANYWHERE
  return (bits & OTHER_MAIL) !== 0 && opensAsFailure(subject) ? bits & ~OTHER_MAIL : bits
}

function subjectHits(subject: string): readonly PhraseHit[] {
  if (lastSubject.text !== subject) {
    const hits = withoutNegated(scanPhrases(subject, wordingIndex(), ANYWHERE))
    lastSubject = { text: subject, hits }
  }
  return lastSubject.hits
}

/** Several readers ask in turn what the subject of one message says. */
let lastSubject: { readonly text: string; readonly hits: readonly PhraseHit[] } = {
  text: '', hits: [],
}

/** The subject begins with a failure or a delay, whatever follows. */
export function opensAsFailure(subject: string): boolean {
  const start = subject.length - subject.trimStart().length
  return subjectHits(subject).some(
    ({ from, bits }) => from === start && (bits & (FAILED | DELAYED)) !== 0,
  )
}

function senderWeight({ message, from, isFromDaemon, isFromNobody }: Letter): number {
  let weight = 0
  if (message.header('x-failed-recipients') !== undefined) weight += 3
  if (isFromNobody) weight += 1
  if (from === '' || isFromDaemon || from.endsWith('<>')) weight += 2
  if (/^auto-(?:replied|generated)/i.test(message.header('auto-submitted') ?? '')) weight += 1
  if (message.type === 'multipart/report') weight += 2
  return weight
}

const REPLY_MARK =
  /^\s?(?:\[[^[\]]{1,60}\]\s?){0,2}(?:re|fwd?|aw|wg|sv|tr|rv|antw|odp|vs|回复|答复|转发|回覆|回信)(?:\[\d{1,2}\])?\s?[:：]/i

function subjectWeight(bits: number, subject: string): number {
  if ((bits & OTHER_MAIL) !== 0) return -3
  if ((bits & (FAILED | DELAYED | DELIVERED)) === 0) return 0
  // `Undelivered mail?` is what people ask; in `Undeliverable: Lunch?` something else asks.
  return isQuestion(subject) || REPLY_MARK.test(subject) ? 0 : 2
}

function isQuestion(subject: string): boolean {
  const mark = /[?？]\s{0,9}$/.exec(subject)?.index
  if (mark === undefined) return false
  // `Contact form: message not delivered?`
  return !/[:：]/.test(subject) || subjectHits(subject).some(({ to }) => to === mark)
}

const LIST_FIELDS = ['list-unsubscribe', 'list-id'] as const
const ANSWERS = ['x-autoreply', 'x-autorespond'] as const

function againstWeight({ message, subject, isFromDaemon, isFromNobody }: Letter): number {
  let weight = 0
  // Bounces to a list come with the fields that the list adds.
  if (!isFromDaemon && LIST_FIELDS.some((name) => message.header(name) !== undefined)) weight += 2
  // Ticket systems and forums tell their readers what somebody wrote about a bounce.
  if (!isFromDaemon && !isFromNobody) weight += passedOnWeight(message, subject)
  // People answer bounces and pass them on; what they quote is no news.
  if (!isFromDaemon && !isFromNobody && REPLY_MARK.test(subject)) weight += 3
  if (message.header('in-reply-to') !== undefined) weight += 1
  if (ANSWERS.some((name) => message.header(name) !== undefined)) weight += 3
  return weight
}

const TAG = /^\s?\[[^[\]]{1,60}\]/
const MASS = /^(?:bulk|list|junk)/i

/** `[OPS] …`, and mail that says itself that it is sent to many. */
function passedOnWeight(message: Letter['message'], subject: string): number {
  const isTagged = TAG.test(subject) && !opensAsFailure(subject)
  return (isTagged ? 3 : 0) + (MASS.test(message.header('precedence') ?? '') ? 1 : 0)
}

/** The subject says it most plainly; a text that gave up is no delay whatever else it says. */
function kindOf(inSubject: number, inText: number): EventKind {
  const isFinal = ((inText | inSubject) & FINAL) !== 0
  if ((inSubject & DELAYED) !== 0 && (inSubject & FAILED) === 0) return 'delayed'
  if ((inText & DELAYED) !== 0 && !isFinal) return 'delayed'
  if ((inText & LATE) !== 0 && !isFinal && (inSubject & FAILED) === 0) return 'delayed'
  if ((inSubject & DELIVERED) !== 0 && (inSubject & FAILED) === 0) return 'delivered'
  if ((inText & DELIVERED) !== 0 && (inText & FAILED) === 0 && (inSubject & FAILED) === 0)
    return 'delivered'
  return 'failed'
}
