// Whether a message without a machine part is a report at all, and of what: signs in its header,
// its subject and its words are weighed (RFC 5321 §4.5.5, RFC 3834 §5). Codes alone prove nothing.

import type { MessagePart } from '../../message/types.ts'
import type { ReporterRules } from '../../rules/reporters/types.ts'
import { hasNullSender, isDaemonAddress } from '../mail-system.ts'
import type { EventKind } from '../types.ts'
import type { HumanText } from './mentions.ts'
import { scanPhrases } from './phrases.ts'
import { DELAYED, DELIVERED, FAILED, FINAL, OTHER_MAIL, wordingIndexes } from './wording.ts'

/** Weight at which a message is taken for a report. */
const ENOUGH = 4
/** Characters of the human part in which it must say what it is about. */
const OPENING_CHARS = 3_000

export type Signs = {
  readonly weight: number
  readonly kind: EventKind
}

export function weighSigns(
  message: MessagePart,
  human: HumanText,
  reporter: ReporterRules | undefined,
): Signs {
  const subject = message.headerText('subject') ?? ''
  const inSubject = bitsOf(subject)
  let inText = 0
  for (const hit of human.hits) if (hit.from < OPENING_CHARS) inText |= hit.bits
  const isReply = /^(?:re|fwd?|aw|wg|sv|tr|rv)\s?:/i.test(subject)
  const weight = senderWeight(message) + subjectWeight(inSubject, isReply) +
    ((inText & (FAILED | DELAYED | DELIVERED)) !== 0 ? 2 : 0) +
    (reporter === undefined ? 0 : 2) +
    (human.end < human.text.length ? 1 : 0) -
    againstWeight(message)
  return { weight, kind: kindOf(inSubject, inText) }
}

export function isReport(signs: Signs): boolean {
  return signs.weight >= ENOUGH
}

function bitsOf(text: string): number {
  let bits = 0
  for (const hit of scanPhrases(text, 0, text.length, wordingIndexes().said)) bits |= hit.bits
  return bits
}

function senderWeight(message: MessagePart): number {
  let weight = 0
  if (message.header('x-failed-recipients') !== undefined) weight += 3
  if (hasNullSender(message)) weight += 1
  const from = message.header('from')
  if (from === undefined || isDaemonAddress(from) || /<>\s*$/.test(from)) weight += 2
  if (/^auto-(?:replied|generated)/i.test(message.header('auto-submitted') ?? '')) weight += 1
  if (message.type === 'multipart/report') weight += 2
  return weight
}

function subjectWeight(bits: number, isReply: boolean): number {
  if ((bits & OTHER_MAIL) !== 0) return -3
  if ((bits & (FAILED | DELAYED | DELIVERED)) === 0) return 0
  return isReply ? 0 : 2
}

function againstWeight(message: MessagePart): number {
  let weight = 0
  if (message.header('list-unsubscribe') !== undefined || message.header('list-id') !== undefined) {
    weight += 2
  }
  if (message.header('in-reply-to') !== undefined) weight += 1
  const answers = ['x-autoreply', 'x-autorespond']
  if (answers.some((name) => message.header(name) !== undefined)) weight += 3
  return weight
}

/** The subject says it most plainly; a text that gave up is no delay whatever else it says. */
function kindOf(inSubject: number, inText: number): EventKind {
  const isFinal = ((inText | inSubject) & FINAL) !== 0
  if ((inSubject & DELAYED) !== 0 && (inSubject & FAILED) === 0) return 'delayed'
  if ((inText & DELAYED) !== 0 && !isFinal) return 'delayed'
  if ((inSubject & DELIVERED) !== 0 && (inSubject & FAILED) === 0) return 'delivered'
  if ((inText & DELIVERED) !== 0 && (inText & FAILED) === 0 && (inSubject & FAILED) === 0) {
    return 'delivered'
  }
  return 'failed'
}
