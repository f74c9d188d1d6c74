// Automatic messages that are no bounces: vacation and other auto-replies (RFC 3834), challenges,
// notices of list managers, read receipts that are no MDN. None of them is ever a failure.

import { noticeWords } from '../rules/reporters/read.ts'
import { findAddresses } from './addresses.ts'
import type { Letter } from './letter.ts'
import { bareMessageId } from './original.ts'
import { indexPhrases, type PhraseIndex, type PhraseRow } from './plain/phrase-index.ts'
import { scanPhrases, type PhraseHit } from './plain/phrases.ts'
import { opensAsFailure } from './plain/recognise.ts'
import { FAILED } from './plain/wording.ts'
import type { EventKind, Report } from './types.ts'

/** A message of this kind, about its author. */
export type NoticeKind = Extract<EventKind, 'auto-reply' | 'challenge' | 'receipt' | 'list-notice'>

/** Characters of the text in which a notice says what it is. */
const OPENING_CHARS = 600

const AUTO_REPLY = 1
const RECEIPT = 2
const ABSENCE = 4
const CHALLENGE = 8
/** Telling in any subject. */
const LIST_SUBJECT = 16
/** Telling where a list manager writes. */
const LIST = 32
/** What challenges ask, of which message, against whom. */
const ASKS = 64
const SENT = 128
const AGAINST = 256
const ANY = 511

/**
 * A notice that is certain from its header fields, subject and sender. It is looked for before
 * bounces without a machine part, since absence notes quote their victims' mail and speak of
 * people who left; what comes from a daemon is left to the bounce readers.
 */
export function readNotice(letter: Letter): Report | undefined {
  // `Undeliverable: Automatic reply: …`: the rest is the subject of what bounced.
  if (letter.isFromDaemon || opensAsFailure(letter.subject)) return undefined
  const hits = scanPhrases(letter.subject, noticeIndex(), ANY)
  const told = kindFromFields(letter) ?? kindFromSubject(letter.subject, hits)
  if (told !== undefined && told !== 'auto-reply') return makeNotice(letter, told)
  // Challenges call themselves automatic replies, too.
  const kind =
    (told === undefined ? listNoticeKind(letter, bitsOf(hits)) : undefined) ??
    challengeKind(letter, bitsOf(hits)) ??
    told
  return kind === undefined ? undefined : makeNotice(letter, kind)
}

/** A message that is automatic and that no bounce reader understood (RFC 3834 §5). */
export function readWeakNotice(letter: Letter): Report | undefined {
  const { message } = letter
  if (letter.isFromDaemon) {
    const hits = scanPhrases(letter.subject, noticeIndex(), ANY)
    const kind = challengeKind(letter, bitsOf(hits))
    return kind === undefined ? undefined : makeNotice(letter, kind)
  }
  if (message.header('list-id') !== undefined) return undefined
  const submitted = (message.header('auto-submitted') ?? '').toLowerCase()
  if (submitted.startsWith('auto-replied')) return makeNotice(letter, 'auto-reply')
  const suppress = message.header('x-auto-response-suppress') !== undefined
  const precedence = (message.header('precedence') ?? '').toLowerCase()
  const isReply = message.header('in-reply-to') !== undefined
  const isAutomatic =
    suppress ||
    submitted.startsWith('auto-') ||
    letter.isFromNobody ||
    precedence === 'junk' ||
    precedence === 'bulk'
  if (!isAutomatic && !isReply) return undefined
  const isAbsence = (openingBits(letter) & ABSENCE) !== 0
  return isAbsence || (isAutomatic && isReply && suppress)
    ? makeNotice(letter, 'auto-reply')
    : undefined
}

/** A person's mailbox asks in a delivery status that the sender makes himself known. */
export function asksSender(letter: Letter): boolean {
  return !letter.isFromDaemon && (openingBits(letter) & CHALLENGE) !== 0
}

export function makeNotice(letter: Letter, kind: NoticeKind): Report {
  // Who answers is the address that was written to, or stands for it; a list manager is neither.
  const from = kind === 'list-notice' ? undefined : findAddresses(letter.from)[0]
  const report: Report = {
    format: 'notice',
    recipients: [from === undefined ? { kind } : { kind, finalRecipient: from }],
    problems: [],
  }
  const answered = bareMessageId(letter.message.header('in-reply-to'))
  if (answered !== undefined) report.original = { messageId: answered }
  return report
}

function kindFromFields({ message }: Letter): NoticeKind | undefined {
  const known = fieldRules()
  for (const name of message.fieldNames()) {
    const rule = known.get(name)
    if (rule !== undefined && message.headers(name).some((value) => meetsRule(rule, value)))
      return rule.kind
  }
  return undefined
}

type FieldRule = { readonly kind: NoticeKind; readonly words: string | true }

function meetsRule({ words }: FieldRule, value: string): boolean {
  const text = value.toLowerCase()
  return words === true ? text !== 'no' : text.includes(words)
}

let rules: ReadonlyMap<string, FieldRule> | undefined

function fieldRules(): ReadonlyMap<string, FieldRule> {
  const { AUTO_REPLY_FIELDS, LIST_NOTICE_FIELDS } = noticeWords()
  rules ??= new Map([
    ...rulesOf(AUTO_REPLY_FIELDS, 'auto-reply'), ...rulesOf(LIST_NOTICE_FIELDS, 'list-notice'),
  ])
  return rules
}

function rulesOf(
  fields: Readonly<Record<string, string | true>>,
  kind: NoticeKind,
): [string, FieldRule][] {
  return Object.entries(fields).map(([name, words]) => [name, { kind, words }])
}

const TAG = /^[[【][^[\]【】]{1,60}[\]】]\s{0,3}/
const REPLY_MARKS = /^\s{0,20}(?:(?:re|aw|sv|antw|vs|odp)(?:\[\d{1,3}\])?\s{0,3}:\s{0,3}){0,3}/i

function replyMarkEnd(subject: string): number {
  return REPLY_MARKS.exec(subject)?.[0].length ?? 0
}

/** Shorter phrases say nothing before a colon: `Urlaub:`. */
const LABEL_CHARS_MIN = 10

function kindFromSubject(subject: string, hits: readonly PhraseHit[]): NoticeKind | undefined {
  if (hits.length === 0) return undefined
  const start = replyMarkEnd(subject)
  // `[Out of office] …`, and after the tag of a ticket or a list: `[#4711] Auto reply: …`.
  const tagEnd = start + (TAG.exec(subject.slice(start))?.[0].length ?? 0)
  const isBegin = (from: number): boolean =>
    from === start || (tagEnd > start && (from === start + 1 || from === tagEnd))
  const first = bitsOf(hits.filter(({ from }) => isBegin(from)))
  if ((first & AUTO_REPLY) !== 0) return 'auto-reply'
  if ((first & RECEIPT) !== 0) return 'receipt'
  // `Example Ltd. automatic reply: your subject`: the phrase ends at a colon or a bracket.
  const end = subject.slice(start).search(/[:)\]]/) + start
  const isLabel =
    end > start &&
    hits.some(
      ({ bits, from, to }) =>
        (bits & AUTO_REPLY) !== 0 && to === end && to - from >= LABEL_CHARS_MIN,
    )
  return isLabel ? 'auto-reply' : undefined
}

function listNoticeKind(letter: Letter, inSubject: number): NoticeKind | undefined {
  if ((inSubject & LIST_SUBJECT) !== 0) return 'list-notice'
  if (!isListManager(letter.from) && !isFmlNotice(letter)) return undefined
  if (letter.subject.toLowerCase().includes('digest')) return undefined
  return ((inSubject | openingBits(letter)) & LIST) !== 0 ? 'list-notice' : undefined
}

function isListManager(from: string): boolean {
  const address = findAddresses(from)[0]?.toLowerCase() ?? ''
  const local = address.slice(0, address.indexOf('@'))
  if (local === '') return false
  return (
    noticeWords().LIST_MANAGERS.includes(local) ||
    local.startsWith('owner-') ||
    noticeWords().LIST_MANAGER_ENDINGS.some((ending) => local.endsWith(ending))
  )
}

// fml marks its notices and the posts it passes on alike, but counts only the posts.
function isFmlNotice({ message }: Letter): boolean {
  return (
    message.header('x-mlserver') !== undefined &&
    message.header('x-mail-count') === undefined &&
    message.header('x-ml-count') === undefined
  )
}

// Newsletters ask people to confirm things too, so a challenge must also look automatic.
function challengeKind(letter: Letter, inSubject: number): NoticeKind | undefined {
  const { message } = letter
  const isAutomatic =
    letter.isFromNobody ||
    message.header('in-reply-to') !== undefined ||
    message.header('auto-submitted') !== undefined ||
    message.header('precedence') !== undefined
  if (isAutomatic && (inSubject & CHALLENGE) !== 0) return 'challenge'
  if (MASS_FIELDS.some((name) => message.header(name) !== undefined)) return undefined
  const isAnswer = isAutomatic || replyMarkEnd(letter.subject) > 0
  if (!isAnswer && (inSubject & (ASKS | SENT | CHALLENGE)) === 0) return undefined
  const said = openingBits(letter) | (inSubject & ASKS)
  if (isAutomatic && (said & CHALLENGE) !== 0) return 'challenge'
  const isAsked = (said & ASKS) !== 0 && (said & SENT) !== 0 && (said & AGAINST) !== 0
  return isAsked && !saysFailed(letter) ? 'challenge' : undefined
}

/** Challenges go to one sender, never to a list. */
const MASS_FIELDS = ['list-id', 'list-unsubscribe'] as const

/** A message that was refused as spam is a bounce, whatever its sender may confirm. */
function saysFailed({ human }: Letter): boolean {
  return human.scanned.hits.some(({ bits }) => (bits & FAILED) !== 0)
}

function openingBits({ human }: Letter): number {
  return bitsOf(scanPhrases(human.text.slice(0, OPENING_CHARS), noticeIndex(), ANY))
}

function bitsOf(hits: readonly PhraseHit[]): number {
  let bits = 0
  for (const hit of hits) bits |= hit.bits
  return bits
}

let built: PhraseIndex | undefined

function noticeIndex(): PhraseIndex {
  built ??= indexNotices()
  return built
}

function indexNotices(): PhraseIndex {
  const words = noticeWords()
  return indexPhrases([
    ...rowsOf(words.AUTO_REPLY_SUBJECTS, AUTO_REPLY),
    ...rowsOf(words.RECEIPT_SUBJECTS, RECEIPT),
    ...rowsOf(words.ABSENCE_PHRASES, ABSENCE),
    ...rowsOf(words.CHALLENGE_PHRASES, CHALLENGE),
    ...rowsOf(words.CHALLENGE_ASKS, ASKS),
    ...rowsOf(words.CHALLENGE_SENT, SENT),
    ...rowsOf(words.CHALLENGE_AGAINST, AGAINST),
    ...rowsOf(words.LIST_NOTICE_SUBJECTS, LIST_SUBJECT),
    ...rowsOf(words.LIST_NOTICE_PHRASES, LIST),
  ])
}

function rowsOf(phrases: readonly string[], bits: number): PhraseRow[] {
  return phrases.map((phrase) => [phrase, bits])
}
