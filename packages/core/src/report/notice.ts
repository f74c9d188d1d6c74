// Automatic messages that are no bounces: vacation and other auto-replies (RFC 3834), challenges,
// notices of list managers, read receipts that are no MDN. None of them is ever a failure.

import type { MessagePart } from '../message/types.ts'
import { isAscii } from '../text/bytes.ts'
import { findAddresses } from './addresses.ts'
import { readHumanText } from './human-text.ts'
import { bareMessageId } from './original.ts'
import { hasNullSender, isDaemonAddress } from './mail-system.ts'
import {
  ABSENCE_PHRASES, AUTO_REPLY_FIELDS, AUTO_REPLY_SUBJECTS, CHALLENGE_PHRASES, DELAY_PHRASES,
  LIST_MANAGERS, LIST_MANAGER_ENDINGS, LIST_NOTICE_FIELDS, LIST_NOTICE_PHRASES,
  LIST_NOTICE_SUBJECTS, RECEIPT_SUBJECTS,
} from './notice-words.ts'
import type { EventKind, Report } from './types.ts'

type NoticeKind = Extract<EventKind, 'auto-reply' | 'challenge' | 'receipt' | 'list-notice'>

/** Characters of the text in which a notice says what it is. */
const OPENING_CHARS = 600

/**
 * A notice that is certain from its header fields, subject and sender. It is looked for before
 * bounces without a machine part, since absence notes quote their victims' mail and speak of
 * people who left; what comes from a daemon is left to the bounce readers.
 */
export function readNotice(message: MessagePart): Report | undefined {
  const from = message.header('from') ?? ''
  if (isDaemonAddress(from)) return undefined
  const subject = fold(message.headerText('subject') ?? '')
  const kind =
    kindFromFields(message) ??
    kindFromSubject(subject) ??
    listNoticeKind(message, from, subject) ??
    challengeKind(message, subject)
  return kind === undefined ? undefined : makeNotice(message, kind)
}

/** A message that is automatic and that no bounce reader understood (RFC 3834 §5). */
export function readWeakNotice(message: MessagePart): Report | undefined {
  if (isDaemonAddress(message.header('from') ?? '')) return undefined
  const submitted = (message.header('auto-submitted') ?? '').toLowerCase()
  const suppress = message.header('x-auto-response-suppress') !== undefined
  const precedence = (message.header('precedence') ?? '').toLowerCase()
  const isReply = message.header('in-reply-to') !== undefined
  const isAutomatic =
    suppress ||
    submitted.startsWith('auto-') ||
    hasNullSender(message) ||
    precedence === 'junk' ||
    precedence === 'bulk'
  if (message.header('list-id') !== undefined) return undefined
  if (submitted.startsWith('auto-replied')) return makeNotice(message, 'auto-reply')
  if (!isAutomatic && !isReply) return undefined
  const human = readHumanText(message, undefined)
  const opening = fold(human.slice(0, OPENING_CHARS))
  const isAbsence = ABSENCE.some((phrase) => opening.includes(phrase))
  if (isAbsence || (isAutomatic && isReply && suppress)) {
    return makeNotice(message, 'auto-reply', human)
  }
  return undefined
}

function makeNotice(message: MessagePart, kind: NoticeKind, human?: string): Report {
  // Who answers is the address that was written to, or stands for it; a list manager is neither.
  const from = kind === 'list-notice' ? undefined : findAddresses(message.header('from') ?? '')[0]
  const report: Report = {
    format: 'notice',
    recipients: [from === undefined ? { kind } : { kind, finalRecipient: from }],
    humanText: human ?? readHumanText(message, undefined),
    problems: [],
  }
  const answered = bareMessageId(message.header('in-reply-to'))
  if (answered !== undefined) report.original = { messageId: answered }
  return report
}

function kindFromFields(message: MessagePart): NoticeKind | undefined {
  for (const { name, value } of message.fields()) {
    const rule = FIELD_RULES.get(name)
    if (rule === undefined) continue
    const text = value.toLowerCase()
    if (rule.words === '' ? text !== 'no' : text.includes(rule.words)) return rule.kind
  }
  return undefined
}

type FieldRule = { readonly kind: NoticeKind; readonly words: string }

const FIELD_RULES: ReadonlyMap<string, FieldRule> = new Map([
  ...fieldRules(AUTO_REPLY_FIELDS, 'auto-reply'),
  ...fieldRules(LIST_NOTICE_FIELDS, 'list-notice'),
])

function fieldRules(
  fields: Readonly<Record<string, string>>, kind: NoticeKind,
): [string, FieldRule][] {
  return Object.entries(fields).map(([name, words]) => [name, { kind, words }])
}

function kindFromSubject(subject: string): NoticeKind | undefined {
  const bare = subject.replace(/^(?:(?:re|aw|sv|antw|vs|odp)(?:\[\d{1,3}\])?: ?){1,3}/, '')
  if (startsWithAny(bare, AUTO_REPLY_STARTS)) return 'auto-reply'
  if (startsWithAny(bare, RECEIPT_STARTS)) return 'receipt'
  // `Example Ltd. automatic reply: your subject`: the phrase ends at a colon or a bracket.
  const end = bare.search(/[:)\]]/)
  if (end < 0) return undefined
  const label = bare.slice(0, end)
  return AUTO_REPLIES.some((phrase) => phrase.length > 9 && label.endsWith(phrase))
    ? 'auto-reply'
    : undefined
}

function listNoticeKind(
  message: MessagePart, from: string, subject: string,
): NoticeKind | undefined {
  if (LIST_SUBJECTS.some((phrase) => subject.includes(phrase))) return 'list-notice'
  if (subject.includes('digest') || (!isListManager(from) && !isFmlNotice(message))) {
    return undefined
  }
  if (LIST_PHRASES.some((phrase) => subject.includes(phrase))) return 'list-notice'
  const opening = fold(readHumanText(message, undefined).slice(0, OPENING_CHARS))
  return LIST_PHRASES.some((phrase) => opening.includes(phrase)) ? 'list-notice' : undefined
}

function isListManager(from: string): boolean {
  const address = findAddresses(from)[0]?.toLowerCase() ?? ''
  const local = address.slice(0, address.indexOf('@'))
  if (local === '') return false
  return (
    LIST_MANAGERS.includes(local) ||
    local.startsWith('owner-') ||
    LIST_MANAGER_ENDINGS.some((ending) => local.endsWith(ending))
  )
}

// fml marks its notices and the posts it passes on alike, but counts only the posts.
function isFmlNotice(message: MessagePart): boolean {
  return (
    message.header('x-mlserver') !== undefined &&
    message.header('x-mail-count') === undefined &&
    message.header('x-ml-count') === undefined
  )
}

// Newsletters ask people to confirm things too, so a challenge must also look automatic.
function challengeKind(message: MessagePart, subject: string): NoticeKind | undefined {
  const inSubject = CHALLENGES.some((phrase) => subject.includes(phrase))
  const isAutomatic =
    hasNullSender(message) ||
    message.header('in-reply-to') !== undefined ||
    message.header('auto-submitted') !== undefined ||
    message.header('precedence') !== undefined
  if (inSubject && isAutomatic) return 'challenge'
  if (!isAutomatic || message.header('list-id') !== undefined) return undefined
  const opening = fold(readHumanText(message, undefined).slice(0, OPENING_CHARS))
  return CHALLENGES.some((phrase) => opening.includes(phrase)) ? 'challenge' : undefined
}

/** True where the text says that the message is late, not lost. */
export function saysDelayed(text: string): boolean {
  const folded = fold(text.slice(0, OPENING_CHARS * 2))
  return DELAYS.some((phrase) => folded.includes(phrase))
}

/** Lower case, accents and full-width forms undone; Hangul and kana stay composed. */
function fold(text: string): string {
  const lower = text.toLowerCase().replace(/[\u2018\u2019]/g, "'")
  // Most subjects are ASCII and need no more.
  return isAscii(lower)
    ? lower
    : lower
        .normalize('NFKD')
        .replace(/[\u0300-\u036f]/g, '')
        .normalize('NFC')
}

const AUTO_REPLIES = AUTO_REPLY_SUBJECTS.map(fold)
const AUTO_REPLY_STARTS = indexByStart(AUTO_REPLIES)
const RECEIPT_STARTS = indexByStart(RECEIPT_SUBJECTS.map(fold))
const ABSENCE = ABSENCE_PHRASES.map(fold)
const DELAYS = DELAY_PHRASES.map(fold)
const CHALLENGES = CHALLENGE_PHRASES.map(fold)
const LIST_SUBJECTS = LIST_NOTICE_SUBJECTS.map(fold)
const LIST_PHRASES = LIST_NOTICE_PHRASES.map(fold)

/** Phrases by their first two characters, so that a subject is compared with few of them. */
function indexByStart(phrases: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>()
  for (const phrase of phrases) {
    const start = phrase.slice(0, 2)
    const list = index.get(start)
    if (list === undefined) index.set(start, [phrase])
    else list.push(phrase)
  }
  return index
}

function startsWithAny(text: string, index: ReadonlyMap<string, readonly string[]>): boolean {
  return index.get(text.slice(0, 2))?.some((phrase) => text.startsWith(phrase)) === true
}
