// SMTP replies as they stand in texts (RFC 5321 §4.2): codes, and where the innermost reply begins.

import { findEnhancedCode, type EnhancedCode } from './enhanced-code.ts'
import { unitAt } from '../text/units.ts'

export type ReplyText = {
  readonly replyCode: number | undefined
  readonly enhancedCode: EnhancedCode | undefined
  /** The innermost reply within the text: what the refusing server itself said. */
  readonly from: number
  readonly to: number
}

/** Commands out of order only follow from an earlier refusal in the same session … */
const OUT_OF_ORDER = 503

/** … as do Sendmail's last line, and DATA after every RCPT was refused. */
const CONSEQUENCE_WORDS =
  /^(?:554 5\.0\.0 Service unavailable|5\d\d[ -](?:5\.\d\.\d )?(?:Error: )?(?:no valid recip|no recip|need rcpt))/i
const CONSEQUENCE_CHARS = 40

/** Before what the other server wrote, in a transcript. */
export const HEARD = '<<< '
/** What Sendmail makes of a refusal, below the line that it heard: `550 <x>... User unknown`. */
const TRANSLATED =
  /^[45]\d\d (?:[45]\.\d{1,3}\.\d{1,3} )?\S{1,320}\.\.\. (?:User unknown|Service unavailable)/
const TRANSLATED_CHARS = 360
/** What is answered to these refuses nothing any more. */
const PARTING = /^>>> (?:RSET|QUIT) <<< $/
const PARTING_CHARS = 13

/** A check of the sender: what its own server answered is quoted behind these words. */
const SENDER_CHECK =
  /(?:sender|postmaster)[^.:;]{0,40} (?:verif|check|call)|(?:verif|check|call)\w{0,12} [^.:;]{0,40}(?:sender|postmaster)/i
const SENDER_CHECK_CHARS = 200

/** What is written behind a quoted reply by those who quote it, by what to look for first. */
const TAILS: readonly { readonly cue: string; readonly tails: readonly string[] }[] = [
  { cue: '(', tails: [' (in reply to ', ' (state '] },
  { cue: '[', tails: [' [RCPT_TO]', ' [MAIL_FROM]', ' [BODY]'] },
  { cue: 'ing', tails: [' Giving up on ', ' I\'m not going'] },
  { cue: '<<<', tails: [' <<< 554 5.5.1 Error: no valid', ' <<< 503 '] },
  { cue: '>>>', tails: [' >>> RSET', ' >>> QUIT'] },
  { cue: '-->', tails: [' --> '] },
  { cue: 'emote', tails: [' Remote system: ', ' Remote-MTA: ', ' Remote MTA: ', ' Remote server: '] },
  { cue: 'Service', tails: [' 554 5.0.0 Service unavailable'] },
]

/** Three digits that begin a reply, where the words around them agree. */
const CODE = /(?<!\d)[245][0-7]\d(?=[ \-#:'"\n,);]|$)/g

/** Finds the codes and the innermost reply of a text. Linear in its length. */
export function readReplyText(text: string): ReplyText {
  let from = -1
  let replyCode: number | undefined
  let runFrom = -1
  let stop = text.length
  CODE.lastIndex = 0
  while (CODE.test(text)) {
    const at = CODE.lastIndex - 3
    if (from !== -1 && isTranslation(text, from, at)) {
      stop = Math.min(stop, at - 1)
      continue
    }
    if (!beginsReply(text, at)) continue
    const code = Number(text.slice(at, at + 3))
    if (code === replyCode && !isHeardAgain(text, runFrom, at)) from = runFrom
    else if (isOfSenderCheck(text, at)) {
      replyCode ??= code
      from = Math.max(from, 0)
    } else if (from === -1 || !isConsequence(text, at, code)) {
      runFrom = at
      replyCode = code
      from = at
      stop = text.length
    }
  }
  const start = from === -1 ? 0 : from
  const to = Math.min(endOfReply(text, start), stop)
  const enhanced =
    findEnhancedCode(text, start, to) ?? (start > 0 ? findEnhancedCode(text, 0, stop) : undefined)
  return { from: start, to, replyCode, enhancedCode: enhanced?.code }
}

/** The reply says only that an earlier one refused, or the number is none: `exit status 255`. */
function isConsequence(text: string, at: number, code: number): boolean {
  return code < 300 || code === OUT_OF_ORDER || isCount(text, at)
    || PARTING.test(text.slice(Math.max(0, at - PARTING_CHARS), at))
    || CONSEQUENCE_WORDS.test(text.slice(at, at + CONSEQUENCE_CHARS))
}

/** `The number of attachments (501) exceeds …` */
function isCount(text: string, at: number): boolean {
  return text.charAt(at - 1) === '(' && text.charAt(at + 3) === ')'
}

/** The reply at `from` was heard, and the one at `at` only says it in other words. */
function isTranslation(text: string, from: number, at: number): boolean {
  return text.startsWith(HEARD, from - HEARD.length) && !text.startsWith(HEARD, at - HEARD.length)
    && TRANSLATED.test(text.slice(at, at + TRANSLATED_CHARS))
}

/** `(reason: 550 No) … <<< 550 No`: said before what was heard, not its first line. */
function isHeardAgain(text: string, runFrom: number, at: number): boolean {
  return text.startsWith(HEARD, at - HEARD.length)
    && !text.startsWith(HEARD, runFrom - HEARD.length)
}

/** The code is that of the sender's server, which the receiver asked whether he exists. */
function isOfSenderCheck(text: string, at: number): boolean {
  return SENDER_CHECK.test(text.slice(Math.max(0, at - SENDER_CHECK_CHARS), at))
}

function endOfReply(text: string, from: number): number {
  let end = text.length
  for (const { cue, tails } of TAILS) {
    if (!text.includes(cue, from)) continue
    for (const tail of tails) {
      const at = text.indexOf(tail, from)
      if (at !== -1 && at < end) end = at
    }
  }
  return end
}

/** The three digits stand where a reply begins, not where something is counted. */
function beginsReply(text: string, at: number): boolean {
  let before = at - 1
  while (before >= 0 && unitAt(text, before) === 0x20) before--
  if (before < 0) return true
  const previous = unitAt(text, before)
  // After a mark that opens a quotation or ends a label: `said:`, `smtp;`, `'`, `(`, `>`, `=`,
  // `<<<`.
  if (':;\'"([>=<|\n,#'.includes(text.charAt(before))) return true
  if (text.startsWith('<--', before - 2)) return true
  const follows = findEnhancedCode(text, at + 3, at + 14)
  if (follows !== undefined && follows.from <= at + 5) return true
  if (before === at - 1) return false
  return isWordBefore(text, before, previous)
}

/** Words after which a number is a reply code. */
const LABELS: ReadonlySet<string> = new Set([
  'said', 'says', 'answer', 'answered', 'responded', 'antwort', 'antwortete', 'risposta', 'respuesta',
  'resposta', 'reply', 'response', 'code', 'error', 'status', 'returned', 'smtp', 'reason', 'replied',
])

function isWordBefore(text: string, end: number, last: number): boolean {
  if ((last | 0x20) < 0x61 || (last | 0x20) > 0x7a) return last === 0x2e && end < 240
  let from = end
  while (
    from > 0 &&
    (unitAt(text, from - 1) | 0x20) >= 0x61 &&
    (unitAt(text, from - 1) | 0x20) <= 0x7a
  ) {
    from--
    if (end - from > 12) return false
  }
  return LABELS.has(text.slice(from, end + 1).toLowerCase())
}
