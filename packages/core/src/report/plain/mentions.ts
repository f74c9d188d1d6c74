// Every address of a human part and the role its place gives it: failed, merely written about, or
// the address that the failed one was made from.

import { ADDRESS_TYPES } from '../../rules/reporters/dialog.ts'
import { scanAddresses, type AddressSpan } from './address-scan.ts'
import { isBlank, lineAt, type Line } from './lines.ts'
import { fold, isWordCode } from './fold.ts'
import { hasCode, isInReply } from './in-reply.ts'
import { hasWord, isLabelledLine, labelOf } from './labels.ts'
import type { PhraseHit } from './phrases.ts'
import { bitsBetween, firstHit, type HumanText } from './scan.ts'
import { sentenceEnd, sentenceStart } from './sentence.ts'
import {
  ADDRESSED,
  ALIAS,
  CAUSE,
  CONTACT,
  DELAYED,
  DELIVERED,
  FAILED,
  LATE,
  RECIPIENT,
  REPLY,
  SENDER,
} from './wording.ts'
import { unitAt } from '../../text/units.ts'

/** How sure the place of an address is; the surest place in a text decides which ones count. */
export const NOTHING = 0
export const IN_HEADER_LABEL = 1
const IN_REPLY = 2
export const IN_SENTENCE = 3
const IN_COMMAND = 4
export const IN_LIST = 5

export type Mention = AddressSpan & {
  readonly line: number
  readonly rank: number
  /** The address this one was made from. */
  readonly alias: string | undefined
  /** What is said of it, where the layout knows that better than the place does. */
  readonly words?: string
}

const LEAD_CHARS = 80

export function findMentions(human: HumanText): Mention[] {
  const mentions: Mention[] = []
  for (const span of scanAddresses(human.text, 0, human.end)) {
    const index = lineAt(human.lines, span.from)
    const line = human.lines[index]
    if (line === undefined) continue
    const last = mentions.at(-1)
    if (last !== undefined && isAlias(human, span)) setAlias(mentions, span.address)
    else {
      const own = rankOf(human, span, index)
      const rank =
        last !== undefined && isListedAfter(human, last, span) ? Math.max(own, last.rank) : own
      mentions.push({ ...span, line: index, rank, alias: undefined })
    }
  }
  return mentions
}

/** `a@x, b@y and c@z`: nothing but the marks of a list stands between. */
function isListedAfter({ text }: HumanText, last: Mention, span: AddressSpan): boolean {
  const gap = span.from - last.to
  return gap > 0 && gap < LIST_GAP_MAX && LIST_GAP.test(text.slice(last.to, span.from))
}

const LIST_GAP_MAX = 12
const LIST_GAP =
  /^(?:\s{0,3}[,;&、，；]|\s{1,3}(?:and|und|et|y|e|en|och|og|ja|i|a|и|و|und auch)\s)\s{0,8}$/

/** `generated from` and its like stand right before it, perhaps at the end of the line above. */
function isAlias(human: HumanText, { from }: AddressSpan): boolean {
  return follows(human, from, ALIAS)
}

/** True where a wording with one of these bits ends right before the place. */
function follows({ text, hits }: HumanText, place: number, wanted: number): boolean {
  for (let i = firstHit(hits, place) - 1; i >= 0; i--) {
    const hit = hits[i] as PhraseHit
    if (place - hit.from > LEAD_CHARS) return false
    if ((hit.bits & wanted) !== 0) return hit.to <= place && !hasWord(text, hit.to, place)
  }
  return false
}

type Lead = {
  /** What stands before the address on its line, without marks between. */
  readonly end: number
  readonly words: string
}

function leadOf(text: string, line: Line, span: AddressSpan): Lead {
  const end = leadEnd(text, line, span)
  return { end, words: fold(text.slice(Math.max(line.start, end - LEAD_CHARS), end)) }
}

/** `1. user@host`, `(2) <user@host>`: numbers say nothing of an address. */
const ENUMERATOR = /^\(?\d{1,4}[.):][\s<"']{0,8}$/

function leadEnd(text: string, line: Line, span: AddressSpan): number {
  let end = Math.max(span.from, line.start)
  while (end > line.start && !isWordCode(unitAt(text, end - 1))) end--
  return isEnumerated(text, line, span.from) ? line.start : end
}

/** Nothing stands before this place on its line, or a number alone. */
export function beginsLine(text: string, line: Line, place: number): boolean {
  return !hasWord(text, line.start, place) || isEnumerated(text, line, place)
}

function isEnumerated(text: string, line: Line, place: number): boolean {
  return ENUMERATOR.test(text.slice(line.start, place))
}

function setAlias(mentions: Mention[], alias: string): void {
  const last = mentions.at(-1) as Mention
  if (last.alias === undefined) mentions[mentions.length - 1] = { ...last, alias }
}

function rankOf(human: HumanText, span: AddressSpan, index: number): number {
  const line = human.lines[index]
  if (line === undefined) return NOTHING
  const lead = leadOf(human.text, line, span)
  const isTyped =
    ADDRESS_TYPES.has(lead.words) && /^\s?[;:]/.test(human.text.slice(lead.end, span.from))
  if (lead.end <= line.start || isTyped) return rankLeading(human, span, index)
  if (isInReply(human, line, span)) {
    // `551 User not local; please try <user@host>`
    return follows(human, span.from, CONTACT) ? NOTHING : IN_REPLY
  }
  if (/\b(?:rcpt to|rcpt)$/.test(lead.words)) return IN_COMMAND
  const labelled = rankLabelled(human, span, line, lead)
  if (labelled !== undefined) return labelled
  if (isNameBefore(human, span, index)) return IN_LIST
  return rankInSentence(human, span, line)
}

/** `'user@host' on 3/9/2024`: when it failed. */
const DATED = /^[>)\]"']{0,3} (?:on|am|le|il|em|el|op|den|dne|w dniu|в|на|の) .{0,12}\d/i

/** The address stands first on its line. */
function rankLeading(human: HumanText, span: AddressSpan, index: number): number {
  const line = human.lines[index]
  if (line === undefined) return NOTHING
  const rest = human.text
    .slice(span.to, line.to)
    .replace(/^[>)\]"'*\s,;.]{1,20}$/, '')
    .trimEnd()
  if (isAfterContact(human, index)) return NOTHING
  if (rest === '' || /^[>)\]"']{0,3} ?[:：]/.test(rest)) return IN_LIST
  if (
    /^(?: [-–—]{1,2} |\t| {2}|; | ?=>| ?->|["']? ?[([<|]| ?\.{3}|, ?[A-Za-z_]+ ?:|,\s*<)/.test(
      rest,
    )
  )
    return IN_LIST
  if (DATED.test(rest)) return IN_LIST
  const rank = rankInSentence(human, span, line)
  // `user@host , ERROR CODE 550 …`
  return hasCode(human, span.to, line.to) ? Math.max(rank, IN_SENTENCE) : rank
}

/** Names of the field `To`, folded. */
const TO_LABEL = /(?:^|\s)(?:to|an|a|para|aan|til|till|do|komu|кому|προς|kime)$/

/** `Label: address`; undefined where no label stands before it. */
function rankLabelled(
  human: HumanText,
  span: AddressSpan,
  line: Line,
  lead: Lead,
): number | undefined {
  const gap = human.text.slice(lead.end, span.from)
  const label = labelOf(human, line, lead.end)
  const isSetOff = /[:：=]/.test(gap) || /\s{2,}|\t/.test(gap)
  if (!isSetOff && !isLabelledLine(human, span, line, label)) return undefined
  if (label !== undefined && label.to >= lead.end) {
    if ((label.bits & RECIPIENT) !== 0) return IN_LIST
    if ((label.bits & SENDER) !== 0) return TO_LABEL.test(lead.words) ? IN_HEADER_LABEL : NOTHING
    if ((label.bits & REPLY) !== 0) return IN_REPLY
  }
  // `Unable to deliver message to: <…>`: the label itself says what happened.
  if (!/[:：=]/.test(gap)) return undefined
  const start = Math.max(line.start, sentenceStart(human.text, span.from))
  const said = bitsBetween(human.hits, start, span.from)
  if ((said & CONTACT) !== 0 && (said & FAILED) === 0) return NOTHING
  return (said & (FAILED | CAUSE)) !== 0 ? IN_LIST : undefined
}

/** `Some Name <address>` alone on a line, below or above lines of the same kind. */
function isNameBefore(human: HumanText, span: AddressSpan, index: number): boolean {
  const line = human.lines[index]
  if (line === undefined || !span.isBracketed) return false
  const rest = human.text.slice(span.to, line.to).trim()
  if (rest !== '' && !/^[:：;,]/.test(rest)) return false
  const name = human.text.slice(line.start, span.from)
  if (name.length > 60 || /[:：@]/.test(name)) return false
  if (/^\s*["'].*["']\s*$/.test(name)) return true
  const above = human.lines[index - 1]
  const isOpened = isBlank(above) || /[:：]\s*$/.test(human.text.slice(above?.from, above?.to))
  return isOpened && bitsBetween(human.hits, line.start, span.from) === 0
}

/** Words of the same sentence say whether it failed. */
function rankInSentence(human: HumanText, span: AddressSpan, line: Line): number {
  const from = sentenceStart(human.text, span.from)
  const to = sentenceEnd(human.text, span.to, human.end)
  const before = bitsBetween(human.hits, Math.max(from, span.from - LEAD_CHARS), span.from)
  const around = bitsBetween(human.hits, from, to)
  const isAbout = (around & (FAILED | CAUSE)) !== 0
  // `Ihre E-Mail an <x>` says whom it was for, though one may also be asked for an `E-Mail an`.
  const isAddressed = follows(human, span.from, ADDRESSED)
  const isContact = (before & CONTACT) !== 0 && !hasNearer(human.hits, from, span.from)
  if (isContact && !isAddressed) return NOTHING
  if (!isAbout && (around & (DELAYED | LATE | DELIVERED)) === 0)
    return isAddressed && !isContact ? IN_SENTENCE : NOTHING
  return isInReply(human, line, span) ? IN_REPLY : IN_SENTENCE
}

// Of what stands before the address the nearest counts: `contact …; could not be delivered to <x>`.
function hasNearer(hits: readonly PhraseHit[], from: number, to: number): boolean {
  let nearest = 0
  for (let i = firstHit(hits, from); i < hits.length; i++) {
    const hit = hits[i] as PhraseHit
    if (hit.from >= to) break
    if (hit.to <= to && (hit.bits & (CONTACT | FAILED | CAUSE)) !== 0) nearest = hit.bits
  }
  return (nearest & (FAILED | CAUSE)) !== 0
}

/** The line above, or a heading above a gap, asks to write to this address. */
function isAfterContact(human: HumanText, index: number): boolean {
  for (let above = index - 1; above >= Math.max(0, index - 3); above--) {
    const line = human.lines[above]
    if (line === undefined || isBlank(line)) continue
    const said = bitsBetween(human.hits, line.from, line.to)
    if ((said & FAILED) !== 0 || (said & CONTACT) === 0) return false
    // `user@host - closed by the administrator`: the line above is about another recipient.
    if (human.text.slice(line.start, line.to).includes('@')) return false
    return above === index - 1 || /[:：]\s*$/.test(human.text.slice(line.start, line.to))
  }
  return false
}
