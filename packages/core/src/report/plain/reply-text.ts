// The words that belong to a recipient: the rest of its line, the lines below it, and the
// paragraphs further down (or above) that quote a reply or announce one.

import { REPLY_CHARS_MAX } from '../../text/limits.ts'
import { scanAddresses } from './address-scan.ts'
import { hasDialog, readDialog } from './dialog.ts'
import { isBlank, type Line } from './lines.ts'
import { hasWord, labelOf } from './labels.ts'
import { beginsLine, type Mention } from './mentions.ts'
import { scanPhrases, type PhraseHit } from './phrases.ts'
import {
  bitsOf, headsText, HEADING_END, nextParagraph, type Paragraph,
} from './paragraphs.ts'
import { isRow } from './rows.ts'
import { bitsBetween, firstHit, type HumanText } from './scan.ts'
import {
  CAUSE, CONTACT, FAILED, FINAL, QUOTED, REPLY, SENDER, SUBJECT, wordingIndex,
} from './wording.ts'

/** Shorter texts that quote no code name no reason. */
const REASON_CHARS_MIN = 16
const CODE = /[245]\d\d|[245]\.\d/

/** What is said of each of these recipients, which stand in the order of the text. */
export function textsOf(human: HumanText, mentions: readonly Mention[]): string[] {
  const texts = collectTexts(human, mentions)
  if (!hasDialog(human)) return texts
  const exchanges = new Map(readDialog(human).map((one) => [one.address.toLowerCase(), one.text]))
  return texts.map((text, i) => {
    const exchange = exchanges.get((mentions[i] as Mention).address.toLowerCase())
    return joinTexts(text, exchange, mentions.length > 1)
  })
}

// With several recipients the whole transcript hangs on the last: the exchange about one is enough.
function joinTexts(own: string, exchange: string | undefined, isOneOfMany: boolean): string {
  if (exchange === undefined || exchange === '') return own
  const at = own.search(/(?:-{3,40} ?transcript|\.{3} while talking to|>>> |<<< )/i)
  if (at >= 0 && isOneOfMany) return `${own.slice(0, at)}${exchange}`.trim()
  return at >= 0 || own.includes(exchange) ? own : join(own, exchange)
}

function collectTexts(human: HumanText, mentions: readonly Mention[]): string[] {
  const texts: string[] = []
  let below = ''
  for (let i = mentions.length - 1; i >= 0; i--) {
    const mention = mentions[i] as Mention
    const next = mentions[i + 1]
    const own = ownText(human, mention, next?.line ?? human.lines.length)
    // Recipients listed right after each other share the words below the last of them.
    const gap = next === undefined ? Infinity : next.line - mention.line
    if (gap > 0 && !(own === '' && gap <= 2)) below = own
    texts[i] = below
  }
  return texts.map(clip)
}

function clip(text: string): string {
  return text.length > REPLY_CHARS_MAX ? text.slice(0, REPLY_CHARS_MAX) : text
}

function ownText(human: HumanText, mention: Mention, stop: number): string {
  if (mention.words !== undefined) return mention.words
  let text = restOfLine(human, mention)
  let index = mention.line + 1
  while (index < stop && !isBlank(human.lines[index]) && !isRow(human, human.lines[index])) index++
  text = join(text, words(human, mention.line + 1, index))
  let isAnnounced = HEADING_END.test(text)
  for (
    let next = nextParagraph(human, index, stop);
    next !== undefined;
    next = nextParagraph(human, next.to, stop)
  ) {
    const isWanted =
      isAnnounced ||
      isDeeper(human, next, mention) ||
      saysWhy(human, next) ||
      announcesReply(human, next) ||
      headsText(human, next)
    const more = isWanted ? words(human, next.from, next.to) : ''
    text = join(text, more)
    isAnnounced = isWanted && HEADING_END.test(more)
  }
  return text
}

function join(text: string, more: string): string {
  return text === '' ? more : more === '' ? text : text + ' ' + more
}

/** What follows the address on its line; the whole line where the address stands in a sentence. */
function restOfLine(human: HumanText, mention: Mention): string {
  const { text, hits } = human
  const line = human.lines[mention.line]
  if (line === undefined) return ''
  const leadTo = Math.max(line.start, mention.from)
  const restFrom = Math.min(mention.to, line.to)
  if (beginsLine(text, line, leadTo)) return withoutMarks(text.slice(restFrom, line.to))
  // `Recipient: <x>` says nothing more; `Unknown user: <x>` is the reason itself.
  const isLabel =
    /[:：][\s"'<[(]{0,12}$/.test(text.slice(line.start, leadTo)) &&
    (bitsBetween(hits, line.start, mention.from) & (CAUSE | FAILED)) === 0
  if (isLabel && !hasWord(text, restFrom, line.to)) return ''
  return sentenceAround(human, mention)
}

function withoutMarks(rest: string): string {
  if (rest === '') return rest
  return rest
    .replace(/^[\s>)\]"':：,;]{1,20}/, '')
    .replace(/^<[^\s<>@]{1,64}@[^\s<>@]{1,255}>\s{0,9}$/, '')
    .replace(/^<?mailto:\S{1,320}>/i, '')
    .trim()
}

function sentenceAround(human: HumanText, mention: Mention): string {
  let from = mention.line
  while (from > 0 && mention.line - from < 4 && !isOfAnother(human, human.lines[from - 1])) from--
  return words(human, from, mention.line + 1)
}

/** Blank, or a row that names a recipient and says something of it. */
function isOfAnother(human: HumanText, line: Line | undefined): boolean {
  if (line === undefined || isBlank(line) || isRow(human, line)) return true
  const [named] = scanAddresses(human.text, line.start, line.to)
  return named !== undefined && beginsLine(human.text, line, named.from)
    && hasWord(human.text, named.to, line.to)
}

/** These lines as one, white space folded, without what repeats the header of the message. */
function words(human: HumanText, from: number, to: number): string {
  let text = ''
  for (let i = from; i < to; i++) {
    const line = human.lines[i] as Line
    if (line.start < line.to && !repeatsHeader(human, line)) {
      text = join(text, human.text.slice(line.start, line.to).trimEnd())
    }
  }
  return / \s|[\t\r\xa0]/.test(text) ? text.replace(/\s+/g, ' ') : text
}

/** `Subject: …`, and `Date: …` and its like where no server is quoted. */
function repeatsHeader(human: HumanText, line: Line): boolean {
  const { text, hits } = human
  for (let i = firstHit(hits, line.start); i < hits.length; i++) {
    const hit = hits[i] as PhraseHit
    if (hit.from >= line.to) return false
    if ((hit.bits & SUBJECT) !== 0) return /^ ?[:：]/.test(text.slice(hit.to, hit.to + 2))
    if ((hit.bits & SENDER) === 0 || hit.from > line.start) continue
    if (!/^ ?[:：]/.test(text.slice(hit.to, hit.to + 2))) continue
    return (bitsBetween(hits, hit.to, line.to) & (QUOTED | CAUSE | FAILED)) === 0
  }
  return false
}

/** `The response was:`, `Technical details of permanent failure:`, `because`. */
function announcesReply(human: HumanText, { from }: Paragraph): boolean {
  const line = human.lines[from]
  const label = line === undefined ? undefined : labelOf(human, line, line.to)
  return label !== undefined && (label.bits & REPLY) !== 0
}

function isDeeper(human: HumanText, paragraph: Paragraph, mention: Mention): boolean {
  return (human.lines[paragraph.from]?.indent ?? 0) > (human.lines[mention.line]?.indent ?? 0) + 1
}

/** The paragraph quotes a server, or names a cause and no one to write to. */
function saysWhy(human: HumanText, paragraph: Paragraph): boolean {
  const bits = bitsOf(human, paragraph)
  return (bits & QUOTED) !== 0 || ((bits & (CAUSE | FINAL)) !== 0 && (bits & CONTACT) === 0)
}

function saysReason(text: string): boolean {
  if (text === '') return false
  if (CODE.test(text)) return true
  // An address is no reason, however long it is.
  return text.replace(/[^\s@]{0,64}@\S{1,255}/g, '').trim().length >= REASON_CHARS_MIN
}

/** `postbox full`, but not `failed` and not `not delivered`. */
function saysMoreThanFailed(text: string): boolean {
  const said = scanPhrases(text, wordingIndex(), CAUSE | FAILED)
    .reduce((bits, hit) => bits | hit.bits, 0)
  if ((said & CAUSE) !== 0) return true
  return (said & FAILED) === 0 && TWO_WORDS.test(text)
}

/** Or as many signs of a script that has no spaces. */
const TWO_WORDS =
  /\p{L}{2}[^\p{L}]{1,20}\p{L}{2}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{3}/u

/**
 * What was found at a recipient; where that gives no reason, with the paragraphs above the line
 * `first` that do, else with all that was written: but what stands at one of several recipients is
 * no word on the others, however short it is.
 */
export function withReason(
  human: HumanText, own: string, first: number, isOneOfMany = false,
): string {
  if (saysReason(own) || (isOneOfMany && saysMoreThanFailed(own))) return own
  const text = paragraphsThat((paragraph) => saysWhy(human, paragraph), human, first)
  return clip(text === '' ? withoutClosing(human, first) : join(text, own))
}

/**
 * All that was written but for the paragraphs below the recipient that speak of the report itself:
 * `This mailbox is not monitored` is no word on the mailbox of the recipient.
 */
function withoutClosing(human: HumanText, first: number): string {
  return paragraphsThat((paragraph) => {
    const bits = bitsOf(human, paragraph)
    const isOfReport = (bits & CONTACT) !== 0 && (bits & (CAUSE | QUOTED)) === 0
    return paragraph.from <= first || !isOfReport || headsText(human, paragraph)
  }, human, human.lines.length)
}

function paragraphsThat(
  isWanted: (paragraph: Paragraph) => boolean, human: HumanText, to: number,
): string {
  let text = ''
  for (
    let next = nextParagraph(human, 0, to);
    next !== undefined;
    next = nextParagraph(human, next.to, to)
  ) {
    if (isWanted(next)) text = join(text, words(human, next.from, next.to))
  }
  return text
}

/** The whole text but for the paragraphs that tell whom to ask. */
export function surroundingsOf(human: HumanText): string {
  return paragraphsThat(
    (paragraph) => (bitsOf(human, paragraph) & CONTACT) === 0, human, human.lines.length,
  ).slice(0, SURROUNDINGS_CHARS_MAX)
}

/** Reports that take longer to come to the point are about something else by then. */
const SURROUNDINGS_CHARS_MAX = 2_000
