// The words that belong to a recipient: the rest of its line, the lines below it, and the
// paragraphs further down (or above) that quote a reply or announce one.

import { REMOTE_HOST_SAYS, REMOTE_HOSTS } from '../../rules/reporters/dialog.ts'
import { REPLY_CHARS_MAX } from '../../text/limits.ts'
import { isBlank, type Line } from './lines.ts'
import { bitsBetween, type HumanText, type Mention } from './mentions.ts'
import { foldCode, isWordCode, longestPhraseAt } from './phrases.ts'
import { CAUSE, CONTACT, FAILED, FINAL, REPLY, wordingIndexes } from './wording.ts'

/** A reply code, an enhanced code, a dialog line: this paragraph quotes a server. */
const QUOTES_REPLY = /(?:^|[\s('"[#:;=])[245]\d\d(?:[ :.,;)\]'"-]|$)|(?:^|[^\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])|<<< |>>> |\bsaid:/m
const HEADING_END = /[:：]\s*$/

/** Lines [from, to) without a blank one between. */
type Paragraph = { readonly from: number; readonly to: number }

/** For each recipient its text; `others` are the places where the next recipients' texts begin. */
export function collectTexts(human: HumanText, recipients: readonly Mention[]): string[] {
  const texts: string[] = []
  let below = ''
  for (let i = recipients.length - 1; i >= 0; i--) {
    const recipient = recipients[i]
    if (recipient === undefined) continue
    const next = recipients[i + 1]
    const own = ownText(human, recipient, next?.line ?? human.lines.length)
    // Recipients listed right after each other share the words below the last of them.
    const isListed = next !== undefined && next.line - recipient.line <= 2
    texts[i] = own === '' && isListed ? below : own
    below = texts[i] ?? ''
  }
  const first = recipients[0]?.line ?? 0
  return texts.map((text) => clip(saysReason(text) ? text : withSharedText(human, text, first)))
}

function clip(text: string): string {
  return text.length > REPLY_CHARS_MAX ? text.slice(0, REPLY_CHARS_MAX) : text
}

function ownText(human: HumanText, recipient: Mention, stop: number): string {
  const pieces: string[] = []
  const rest = restOfLine(human, recipient)
  if (rest !== '') pieces.push(rest)
  let index = recipient.line + 1
  for (; index < stop && !isBlank(human.lines[index]); index++) {
    pieces.push(words(human, index, index + 1))
  }
  let isAnnounced = HEADING_END.test(pieces.at(-1) ?? '')
  for (const paragraph of paragraphs(human, index, stop)) {
    const text = words(human, paragraph.from, paragraph.to)
    const isWanted = isAnnounced || QUOTES_REPLY.test(text) || announcesReply(human, paragraph) ||
      isDeeper(human, paragraph, recipient) || isReason(human, paragraph)
    if (isWanted) pieces.push(text)
    isAnnounced = isWanted && HEADING_END.test(text)
  }
  return pieces.join(' ').trim()
}

/** What follows the address on its line; the whole line where the address stands in a sentence. */
function restOfLine(human: HumanText, recipient: Mention): string {
  const line = human.lines[recipient.line]
  if (line === undefined) return ''
  const lead = human.text.slice(line.start, Math.max(line.start, recipient.from))
  const isLeading = !hasWords(lead)
  const rest = human.text.slice(Math.min(recipient.to, line.to), line.to)
  if (isLeading) {
    return rest
      .replace(/^[\s>)\]"':：,;]{1,20}/, '')
      .replace(/^<?mailto:\S{1,320}>/i, '')
      .trim()
  }
  const labelEnd = /[:：]\s{0,40}["'<[(]{0,3}\s{0,40}$/.test(lead)
    ? fold1(human, line, recipient.from)
    : undefined
  if (labelEnd === true && !hasWords(rest)) return ''
  return sentenceAround(human, recipient)
}

// `Recipient: <x>` says nothing more; `Unknown user: <x>` is the reason itself.
function fold1(human: HumanText, line: Line, to: number): boolean {
  return (bitsBetween(human.hits, line.start, to) & (CAUSE | FAILED)) === 0
}

function sentenceAround(human: HumanText, recipient: Mention): string {
  let from = recipient.line
  while (from > 0 && !isBlank(human.lines[from - 1]) && recipient.line - from < 4) from--
  const start = human.lines[from]?.start ?? 0
  const end = human.lines[recipient.line]?.to ?? human.end
  return human.text.slice(start, end).replace(/\s+/g, ' ').trim()
}

function hasWords(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    if (isWordCode(foldCode(text.charCodeAt(at)))) return true
  }
  return false
}

function words(human: HumanText, from: number, to: number): string {
  const start = human.lines[from]?.start ?? 0
  const end = human.lines[to - 1]?.to ?? start
  return human.text.slice(start, end).replace(/\s+/g, ' ').trim()
}

function* paragraphs(human: HumanText, from: number, to: number): Generator<Paragraph> {
  let start = from
  while (start < to) {
    while (start < to && isBlank(human.lines[start])) start++
    let end = start
    while (end < to && !isBlank(human.lines[end])) end++
    if (end > start) yield { from: start, to: end }
    start = end
  }
}

/** `The response was:`, `Technical details of permanent failure:`, `because`. */
function announcesReply(human: HumanText, { from }: Paragraph): boolean {
  const line = human.lines[from]
  if (line === undefined) return false
  let at = line.start
  while (at < line.to && !isWordCode(foldCode(human.text.charCodeAt(at)))) at++
  const label = longestPhraseAt(human.text, at, line.to, wordingIndexes().labels)
  return label !== undefined && (label.bits & REPLY) !== 0
}

function isDeeper(human: HumanText, paragraph: Paragraph, recipient: Mention): boolean {
  return (human.lines[paragraph.from]?.indent ?? 0) > (human.lines[recipient.line]?.indent ?? 0) + 1
}

function isReason(human: HumanText, { from, to }: Paragraph): boolean {
  const bits = bitsBetween(human.hits, human.lines[from]?.from ?? 0, human.lines[to - 1]?.to ?? 0)
  return (bits & (CAUSE | FINAL)) !== 0 && (bits & CONTACT) === 0
}

function saysReason(text: string): boolean {
  return text !== '' && (QUOTES_REPLY.test(text) || text.length > 15)
}

/** Where nothing stands at the recipient: replies above it, else everything that was written. */
function withSharedText(human: HumanText, own: string, first: number): string {
  const pieces: string[] = []
  for (const paragraph of paragraphs(human, 0, first)) {
    const text = words(human, paragraph.from, paragraph.to)
    if (QUOTES_REPLY.test(text) || isReason(human, paragraph)) pieces.push(text)
  }
  if (pieces.length === 0) {
    const all = words(human, 0, human.lines.length)
    return all.length > 0 ? all : own
  }
  if (own !== '') pieces.push(own)
  return pieces.join(' ')
}

const HOST = /^[<["'(]{0,2}([A-Za-z0-9](?:[A-Za-z0-9_-]{0,62}\.){1,10}[A-Za-z0-9-]{1,63})\.?(?=[\s:,;>\])"'([]|$)/
const HOST_BEFORE = /([A-Za-z0-9](?:[A-Za-z0-9_-]{0,62}\.){1,10}[A-Za-z0-9-]{1,63})\.?(?:\s?[[(][^\s\])]{1,60}[\])])?$/

/** The host that refused, as the words name it. */
export function readRemoteHost(text: string): string | undefined {
  const lower = text.toLowerCase()
  for (const { before, after } of REMOTE_HOSTS) {
    const at = lower.indexOf(before)
    if (at < 0) continue
    const match = HOST.exec(text.slice(at + before.length, at + before.length + 260))
    if (match?.[1] === undefined) continue
    const end = at + before.length + match[0].length
    if (
      after === undefined ||
      lower.startsWith(after.trimStart(), end) ||
      lower.startsWith(after, end)
    ) {
      return match[1]
    }
  }
  for (const says of REMOTE_HOST_SAYS) {
    const at = lower.indexOf(says)
    if (at < 0) continue
    const match = HOST_BEFORE.exec(text.slice(Math.max(0, at - 260), at))
    if (match?.[1] !== undefined) return match[1]
  }
  return undefined
}
